import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface ApiDocument {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; description?: string }> } | undefined>>;
  components: { responses: Record<string, { description: string } | undefined> };
}

const INITIALIZATION = 'fastify.initialization';
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Holds every answer of an app that `start` makes to the app's own API document, whoever asks and however: a route of the panel's door
 * fails only with the codes that the document names for it and the status. `undocumented` has a sentence for each answer that does not.
 */
export async function withAnswerCheck(start: () => Promise<FastifyInstance>): Promise<{ app: FastifyInstance; undocumented: string[] }> {
  const undocumented: string[] = [];
  const check = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onSend', async (request, reply, payload) => {
      const fault = faultOf(fastify, request, reply, payload);
      if (fault && !undocumented.includes(fault)) undocumented.push(fault);
    });
  };
  subscribe(INITIALIZATION, check);
  try {
    return { app: await start(), undocumented };
  } finally {
    unsubscribe(INITIALIZATION, check);
  }
}

function faultOf(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply, payload: unknown): string | null {
  const { url } = request.routeOptions;
  if (!url?.startsWith('/v1/') || !METHODS.has(request.method)) return null;
  if (!String(reply.getHeader('content-type')).includes('problem+json')) return null;
  const { code } = JSON.parse(String(payload)) as { code: string };
  const document = app.swagger() as unknown as ApiDocument;
  const operation = document.paths[url.replace(/:(\w+)/g, '{$1}')]?.[request.method.toLowerCase()];
  if (!operation) return `${request.method} ${url} is not in the API document.`;
  const response = operation.responses[reply.statusCode] ?? {};
  const shared = response.$ref ? document.components.responses[response.$ref.split('/').at(-1) ?? ''] : undefined;
  if ((shared?.description ?? response.description ?? '').includes(`\`${code}\``)) return null;
  return (
    `${request.method} ${url} answered ${String(reply.statusCode)} ${code}, which its API document does not say. ` +
    'Add the code to config.problems of the route.'
  );
}
