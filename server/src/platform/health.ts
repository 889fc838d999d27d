import fp from 'fastify-plugin';
import type { Pool } from './postgres.ts';

/** `/health/live`: the process answers. `/health/ready`: it also reaches its database, so requests may be sent here. */
export const health = fp<{ pool: Pool }>(
  async (app, { pool }) => {
    const quiet = { logLevel: 'silent', config: { rateLimit: false }, schema: { hide: true } } as const;
    app.get('/health/live', quiet, async () => ({ status: 'ok' }));
    app.get('/health/ready', quiet, async (request, reply) => {
      try {
        await pool.query('select 1');
        return { status: 'ok' };
      } catch {
        return reply.code(503).send({ status: 'database unavailable' });
      }
    });
  },
  { name: 'health' },
);
