import type { IncomingMessage } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import fp from 'fastify-plugin';
import { REDACTED, REDACTED_PATHS, redacted } from './secrets/index.ts';

interface LoggedRequest {
  id: string;
  method: string;
  url: string;
  ip: string;
}

/**
 * JSON lines on standard output, with the request's id. Queries are never logged, since links carry tickets and codes in them;
 * secrets are taken out once by the name of their field and once more by their look.
 */
export function loggerOptions(level: string): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    redact: { paths: [...REDACTED_PATHS], censor: REDACTED },
    hooks: { streamWrite: redacted },
    serializers: {
      req: (request: LoggedRequest & { raw?: IncomingMessage }) => ({
        method: request.method,
        path: request.url.split('?')[0],
        address: request.ip,
      }),
      err: (error: Error & { code?: string; kind?: string; vendorCode?: string }) => ({
        type: error.name,
        message: error.message,
        code: error.code ?? error.vendorCode,
        kind: error.kind,
        stack: error.stack ?? '',
      }),
    },
  };
}

/** One line per answered request, with the route's pattern instead of the address that was asked for. */
export const requestLog = fp(
  async (app) => {
    app.addHook('onResponse', async (request, reply) => {
      const { method, routeOptions } = request;
      request.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'Answered');
    });
  },
  { name: 'request-log' },
);
