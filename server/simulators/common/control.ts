import { z } from 'zod';
import { FaultOrder } from './faults.ts';
import type { Simulator } from './simulator.ts';

const ClockOrder = z.strictObject({ offsetMs: z.int() });

/** Adds `/sim/faults`, `/sim/requests`, `/sim/clock`, `/sim/reset` and `/sim/health`; bad input gets 400 with the reason. */
export function registerControl(simulator: Simulator<object>): void {
  const { app, clock, faults, requests } = simulator;

  app.get('/sim/health', async () => ({ name: simulator.name, ok: true, now: clock.now().toISOString() }));

  app.post('/sim/reset', async (_request, reply) => {
    simulator.reset();
    return reply.code(204).send();
  });

  app.get<{ Querystring: { method?: string; path?: string } }>('/sim/requests', async ({ query }) => ({
    requests: requests.filter(
      (entry) => (!query.method || entry.method === query.method.toUpperCase()) && (!query.path || entry.path.startsWith(query.path)),
    ),
  }));

  app.get('/sim/clock', async () => ({ offsetMs: clock.offsetMs, now: clock.now().toISOString() }));
  app.post('/sim/clock', async (request, reply) => {
    const order = ClockOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    clock.offsetMs = order.data.offsetMs;
    return { offsetMs: clock.offsetMs, now: clock.now().toISOString() };
  });

  app.get('/sim/faults', async () => ({ faults: faults.list() }));
  app.post('/sim/faults', async (request, reply) => {
    const order = FaultOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    return reply.code(201).send({ id: faults.add(order.data) });
  });
  app.delete('/sim/faults', async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
}
