import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import { headersOf } from '../../mail/index.ts';
import type { ProspectState } from '../entities.ts';
import { mailboxes, messagesAfter, messagesOf, rawOf } from '../store.ts';

const Newest = z.object({ limit: z.coerce.number().int().min(1).optional() });
const After = z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(5000).default(1000) });

/**
 * What programs ask for: `GET /sim/mailboxes`; `GET /sim/mailboxes/<address>/messages?limit=`, newest first and whole;
 * `GET /sim/messages?after=&limit=`, what came in everywhere after a number, oldest first, without contents.
 */
export function registerListing(simulator: Simulator<ProspectState>): void {
  const { app } = simulator;

  app.get('/sim/mailboxes', async () => ({ mailboxes: mailboxes(simulator.state) }));

  app.get<{ Params: { address: string } }>('/sim/mailboxes/:address/messages', async ({ params, query }, reply) => {
    const asked = Newest.safeParse(query);
    if (!asked.success) return reply.code(400).send({ message: z.prettifyError(asked.error) });
    const messages = messagesOf(simulator.state, params.address).slice(0, asked.data.limit);
    return { messages: messages.map((message) => ({ ...message, headers: headersOf(rawOf(message)) })) };
  });

  app.get('/sim/messages', async ({ query }, reply) => {
    const asked = After.safeParse(query);
    if (!asked.success) return reply.code(400).send({ message: z.prettifyError(asked.error) });
    const { after, limit } = asked.data;
    const messages = messagesAfter(simulator.state, after, limit).map((message) => {
      const { id, mailbox, receivedAt, envelope } = message;
      const fields = new Map(headersOf(rawOf(message)).map(({ name, value }) => [name.toLowerCase(), value]));
      return {
        id,
        mailbox,
        receivedAt,
        envelope,
        messageId: fields.get('message-id') ?? null,
        reference: fields.get('x-msi-id') ?? null,
        inReplyTo: fields.get('in-reply-to') ?? null,
      };
    });
    return { messages, last: after + messages.length };
  });
}
