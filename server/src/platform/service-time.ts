import fp from 'fastify-plugin';
import type { Clock } from './clock.ts';

/**
 * Each answer says in `x-service-time` what time it is here, so that the browser tells "2 minutes ago" from the clock that wrote the time,
 * whatever its own says.
 */
export const serviceTime = fp<{ clock: Clock }>(
  async (app, { clock }) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('x-service-time', clock.now().toISOString());
    });
  },
  { name: 'service-time' },
);
