import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Account, GoogleState, Mailbox, Message } from '../entities.ts';
import { changePassword, revokeAll } from '../grants.ts';
import { changeLabels, deleteMessage, expireHistory } from '../mailbox.ts';
import { indexOf } from '../mailbox-index.ts';
import type { Pusher } from '../pusher.ts';

const Filter = z.strictObject({ markRead: z.boolean(), archive: z.boolean(), spam: z.boolean() }).partial();
const SendAs = z
  .strictObject({
    signature: z.string(),
    aliases: z.array(
      z.strictObject({ address: z.email(), name: z.string(), signature: z.string().default(''), isVerified: z.boolean().default(true) }),
    ),
  })
  .partial();
const Labels = z.strictObject({ add: z.array(z.string()).default([]), remove: z.array(z.string()).default([]) });

interface Owned {
  account: Account;
  mailbox: Mailbox;
}

/** What happens at an account without the product: revoked access, a new password, filters, aliases, somebody reading mail. */
export function registerAccountEvents(simulator: Simulator<GoogleState>, pusher: Pusher): void {
  const { app, clock } = simulator;

  event('revoke', ({ account }) => revokeAll(simulator.state, account.sub));
  event('password-change', ({ account }) => changePassword(simulator.state, account.sub));
  event('expire-access-tokens', ({ account }) => {
    for (const token of Object.values(simulator.state.accessTokens)) if (token.sub === account.sub) token.expiresAt = 0;
  });
  event('expire-history', ({ mailbox }) => expireHistory(mailbox));
  event('expire-watch', ({ mailbox }) => {
    if (mailbox.watch) mailbox.watch.expiration = clock.nowMs();
  });
  ordered('filter', Filter, ({ mailbox }, filter) => Object.assign(mailbox.filter, filter));
  ordered('send-as', SendAs, ({ account }, sendAs) => Object.assign(account, sendAs));

  app.post<{ Params: { address: string; id: string } }>('/sim/accounts/:address/messages/:id/labels', async ({ params, body }, reply) => {
    const order = Labels.safeParse(body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    const found = messageOf(params);
    if (!found) return missing(reply, `message ${params.id} of ${params.address}`);
    changeLabels(found.mailbox, found.message, order.data, clock.nowMs());
    pusher.notify(found.account.email, found.message.labelIds);
    return reply.code(204).send();
  });
  app.delete<{ Params: { address: string; id: string } }>('/sim/accounts/:address/messages/:id', async ({ params }, reply) => {
    const found = messageOf(params);
    if (!found) return missing(reply, `message ${params.id} of ${params.address}`);
    deleteMessage(found.mailbox, found.message, clock.nowMs());
    pusher.notify(found.account.email, found.message.labelIds);
    return reply.code(204).send();
  });

  function event(path: string, happen: (owned: Owned) => void): void {
    ordered(path, z.unknown(), happen);
  }

  function ordered<Order>(path: string, schema: z.ZodType<Order>, happen: (owned: Owned, order: Order) => void): void {
    app.post<{ Params: { address: string } }>(`/sim/accounts/:address/${path}`, async ({ params, body }, reply): Promise<FastifyReply> => {
      const owned = ownedBy(params.address);
      if (!owned) return missing(reply, `account ${params.address}`);
      const order = schema.safeParse(body);
      if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
      happen(owned, order.data);
      return reply.code(204).send();
    });
  }

  function ownedBy(address: string): Owned | null {
    const account = simulator.state.accounts.find(({ email }) => email === address.toLowerCase());
    const mailbox = account && simulator.state.mailboxes[account.email];
    return mailbox ? { account, mailbox } : null;
  }

  function messageOf({ address, id }: { address: string; id: string }): (Owned & { message: Message }) | null {
    const owned = ownedBy(address);
    const message = owned && indexOf(owned.mailbox).byId.get(id);
    return message ? { ...owned, message } : null;
  }
}

function missing(reply: FastifyReply, what: string) {
  return reply.code(404).send({ message: `There is no ${what}.` });
}
