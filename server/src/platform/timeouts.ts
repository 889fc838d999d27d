import type { FastifyHttpOptions, RawServerDefault } from 'fastify';

export interface Timeouts {
  HEADERS_TIMEOUT_MS: number;
  REQUEST_TIMEOUT_MS: number;
}

/** Longer than the minute after which balancers close a connection that rests, so that none is closed under a request on its way. */
const RESTING_MS = 72_000;
/** Longer than anything that is answered takes, calls to vendors among it: who reads nothing for so long is gone. */
const SILENT_MS = 120_000;

/**
 * How long the service waits for a caller: until all headers are there, and until the body is too. Whoever is slower is answered 408, as
 * far as that reaches, and cut. The number of requests of a connection has no limit: a proxy in front keeps few connections for many
 * callers.
 */
export function timeouts({ HEADERS_TIMEOUT_MS: headersTimeout, REQUEST_TIMEOUT_MS: requestTimeout }: Timeouts) {
  return {
    requestTimeout,
    keepAliveTimeout: RESTING_MS,
    connectionTimeout: SILENT_MS,
    // Node looks for the slow only as often as this
    http: { headersTimeout, connectionsCheckingInterval: Math.ceil(headersTimeout / 4) },
  } satisfies FastifyHttpOptions<RawServerDefault>;
}
