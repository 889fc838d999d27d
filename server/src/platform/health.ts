import fp from 'fastify-plugin';
import { remembered } from './remembered.ts';

export interface HealthOptions {
  /** What is wrong without being a reason to send requests elsewhere; rejects when the database cannot be reached. */
  troubles: () => Promise<string[]>;
}

const REMEMBERED_MS = 1_000;

/**
 * `/health/live`: the process answers. `/health/ready`: it also reaches its database, so requests may be sent here; `degraded` names what
 * the operator must mend all the same. The database is asked once a second at most, however many ask.
 */
export const health = fp<HealthOptions>(
  async (app, { troubles }) => {
    const quiet = { logLevel: 'silent', schema: { hide: true } } as const;
    const look = remembered(REMEMBERED_MS, troubles);
    app.get('/health/live', quiet, async () => ({ status: 'ok' }));
    app.get('/health/ready', quiet, async (request, reply) => {
      try {
        const degraded = await look();
        return { status: 'ok', ...(degraded.length > 0 ? { degraded } : {}) };
      } catch {
        return reply.code(503).send({ status: 'database unavailable' });
      }
    });
  },
  { name: 'health' },
);
