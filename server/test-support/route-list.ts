import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

const INITIALIZATION = 'fastify.initialization';

/**
 * Notes every route that a service registers while `start` runs: "METHOD /path", what Fastify adds by itself (HEAD, OPTIONS) left out.
 * It asks Fastify and not the API document, so that a route which the document hides is there too.
 */
export async function withRoutes<Service extends { app: FastifyInstance }>(
  start: () => Promise<Service>,
): Promise<{ service: Service; routes: string[] }> {
  const registered = new Map<FastifyInstance, Set<string>>();
  const note = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    const routes = new Set<string>();
    registered.set(fastify, routes);
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.add(`${one} ${url}`);
    });
  };
  subscribe(INITIALIZATION, note);
  try {
    const service = await start();
    return { service, routes: [...(registered.get(service.app) ?? [])].sort() };
  } finally {
    unsubscribe(INITIALIZATION, note);
  }
}
