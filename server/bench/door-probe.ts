import { subscribe } from 'node:diagnostics_channel';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';

/**
 * Loaded into the service before its own code, which stays as it is: tells the program that breaks its doors which routes there are, and
 * how much memory is in use once the garbage is gone. With DOOR_CHAOS_CARELESS one more address stands open, that fails and keeps whatever
 * it gets.
 */

/** Of 600 inputs some four reach this address, and together they must be far above what a run may add. */
const KEPT_BYTES = 10 * 2 ** 20;
const routes = new Set<string>();
const kept: unknown[] = [];
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

subscribe('fastify.initialization', (message) => {
  const { fastify: app } = message as { fastify: FastifyInstance };
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.add(`${one} ${url}`);
  });
  if (process.env['DOOR_CHAOS_CARELESS'])
    app.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '/careless',
      handler: async (request) => {
        kept.push(Buffer.alloc(KEPT_BYTES), request.body);
        throw new Error('Careless');
      },
    });
});

process.on('message', (asked) => {
  if (asked === 'routes') process.send?.({ routes: [...routes].sort() });
  if (asked !== 'memory') return;
  // What the first round frees may hold more, until the event loop has turned
  collectGarbage();
  setImmediate(() => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ bytes: heapUsed + external });
  });
});
