import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Mail } from './post-office.ts';

const Inbound = z.object({
  from: z.string().default(''),
  to: z.array(z.string().min(3)).min(1),
  raw: z.base64().min(1),
});

/** Adds `POST /sim/inbound` `{to, raw}`, the way in for mail of the other simulators. Answers who has a mailbox here and who has not. */
export function registerInbound(app: FastifyInstance, deliverHere: (address: string, mail: Mail) => boolean): void {
  app.post('/sim/inbound', async (request, reply) => {
    const inbound = Inbound.safeParse(request.body);
    if (!inbound.success) return reply.code(400).send({ message: z.prettifyError(inbound.error) });
    const { from, to, raw } = inbound.data;
    const mail = { from, to, raw: Buffer.from(raw, 'base64') };
    const addresses = [...new Set(to.map((address) => address.toLowerCase()))];
    const delivered = addresses.filter((address) => deliverHere(address, mail));
    return { delivered, unknown: addresses.filter((address) => !delivered.includes(address)) };
  });
}
