import cors from '@fastify/cors';
import fp from 'fastify-plugin';

const TRUSTED_FOR_MS = 60_000;
const REFUSED_FOR_MS = 1_000;
const REMEMBERED = 1_000;

/**
 * Lets browsers call from the origins of registered orgs, each compared exactly. No cookies cross.
 * An answer of `isRegistered` is remembered for up to a minute. An origin proves nothing; it only limits who may read.
 */
export const panelCors = fp<{ isRegistered: (origin: string) => Promise<boolean> }>(
  async (app, { isRegistered }) => {
    const known = new Map<string, { allowed: boolean; until: number }>();
    const isAllowed = async (origin: string): Promise<boolean> => {
      const now = performance.now();
      const remembered = known.get(origin);
      if (remembered && remembered.until > now) return remembered.allowed;
      const allowed = await isRegistered(origin);
      if (known.size >= REMEMBERED) known.clear();
      known.set(origin, { allowed, until: now + (allowed ? TRUSTED_FOR_MS : REFUSED_FOR_MS) });
      return allowed;
    };
    await app.register(cors, {
      origin: async (origin: string | undefined) => (origin && origin.length <= 300 ? isAllowed(origin) : false),
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match'],
      exposedHeaders: ['x-panel-session', 'x-panel-session-expires', 'retry-after', 'x-request-id', 'etag', 'x-service-time'],
      credentials: false,
      maxAge: 600,
    });
  },
  { name: 'panel-cors' },
);
