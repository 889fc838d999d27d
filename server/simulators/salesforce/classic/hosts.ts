import type { FastifyRequest } from 'fastify';

/** Visualforce pages have a host of their own, as on the platform: the org's name, and the namespace of the page. */
const VISUALFORCE = /^([a-z0-9-]+)--c\.vf\.localhost$/;

export function isVisualforceHost(request: FastifyRequest): boolean {
  return VISUALFORCE.test(request.hostname.split(':')[0] ?? '');
}

/** The host of the org whose Visualforce page this host shows; the host itself when it shows none. */
export function orgHostOf(host: string): string {
  const name = VISUALFORCE.exec(host)?.[1];
  return name === undefined || name === 'localhost' ? (name ?? host) : `${name}.localhost`;
}

/** Where the Visualforce pages of the org are that this request was made to. */
export function visualforceOrigin(request: FastifyRequest): string {
  const [host = '', port = ''] = request.host.split(':');
  return `http://${orgHostOf(host).split('.')[0] ?? ''}--c.vf.localhost:${port}`;
}

/** Where everything else of the org is. */
export function orgOrigin(request: FastifyRequest): string {
  const [host = '', port = ''] = request.host.split(':');
  return `http://${orgHostOf(host)}:${port}`;
}
