import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { z } from 'zod';

/** Presses Send as fast as answers come, on so many connections, for so long; prints one line of JSON. A process of its own. */
const Order = z.object({
  url: z.url(),
  connections: z.int(),
  seconds: z.number(),
  bodies: z.array(z.string()),
  tokens: z.array(z.string()),
});
const { url, connections, seconds, bodies, tokens } = Order.parse(JSON.parse(process.argv[2] ?? ''));
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const endsAt = performance.now() + seconds * 1000;
const latencies: number[] = [];
const refusals = new Map<number, number>();

function send(turn: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = bodies[turn % bodies.length] ?? '';
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${tokens[turn % tokens.length] ?? ''}`,
    };
    request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}

await Promise.all(
  Array.from({ length: connections }, async (_, first) => {
    for (let turn = first; performance.now() < endsAt; turn += connections) {
      const startedAt = performance.now();
      const status = await send(turn);
      if (status === 202) latencies.push(performance.now() - startedAt);
      else refusals.set(status, (refusals.get(status) ?? 0) + 1);
    }
  }),
);
agent.destroy();
latencies.sort((a, b) => a - b);
const p99Ms = latencies[Math.floor(latencies.length * 0.99)] ?? 0;
console.log(JSON.stringify({ perSecond: latencies.length / seconds, p99Ms, refusals: Object.fromEntries(refusals) }));
