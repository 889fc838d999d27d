import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { registerInbound, registerMailbox, type FolderName, type Mail } from '../../mail/index.ts';
import type { Simulator } from '../../common/index.ts';
import type { Account, Folder, Mailbox, MicrosoftState } from '../entities.ts';
import { revokeAll } from '../grants.ts';
import { rawOf, settle } from '../mailbox.ts';
import type { Push } from '../push.ts';
import { ExpiryOrder, LifecycleOrder, RuleOrder, SettingsOrder } from './control-schemas.ts';

const SHOWN_FOLDERS: Record<FolderName, Folder> = { inbox: 'inbox', sent: 'sentitems' };

/** What only a simulator has: settings, events at an account, mail coming in, and the mailbox pages. */
export function registerMicrosoftControl(
  simulator: Simulator<MicrosoftState>,
  deliverHere: (address: string, mail: Mail) => boolean,
  push: Push,
): void {
  const { app, clock } = simulator;

  app.get('/sim/settings', async () => simulator.state.settings);
  app.post('/sim/settings', async (request, reply) => {
    const order = SettingsOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    const { limits, push: pushOrder, ...others } = order.data;
    const { settings } = simulator.state;
    Object.assign(settings, others);
    Object.assign(settings.limits, limits);
    Object.assign(settings.push, pushOrder);
    return settings;
  });

  app.get<{ Querystring: { since?: string } }>('/sim/sends', async ({ query }, reply) => {
    const since = query.since === undefined ? 0 : Date.parse(query.since);
    if (Number.isNaN(since)) return reply.code(400).send({ message: 'since must be an ISO time.' });
    return { sends: simulator.state.sends.filter(({ at }) => at >= since) };
  });

  function event<Order>(path: string, schema: z.ZodType<Order>, happen: (account: Account, order: Order, mailbox: Mailbox) => void): void {
    app.post(
      `/sim/accounts/:address/${path}`,
      async (request: FastifyRequest<{ Params: { address: string } }>, reply): Promise<FastifyReply> => {
        const account = accountOf(request.params.address);
        const mailbox = simulator.state.mailboxes[account?.address ?? ''];
        if (!account || !mailbox) return reply.code(404).send({ message: `There is no account ${request.params.address}.` });
        const order = schema.safeParse(request.body ?? {});
        if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
        happen(account, order.data, mailbox);
        return reply.code(204).send();
      },
    );
  }
  const nothing = z.unknown();
  event('revoke', nothing, ({ oid }) => revokeAll(simulator.state, oid));
  event('expire-access-tokens', nothing, ({ oid }) => {
    for (const token of Object.values(simulator.state.accessTokens)) if (token.oid === oid) token.expiresAt = 0;
  });
  event('expire-delta', nothing, (_account, _order, mailbox) => (mailbox.deltaEpoch += 1));
  event('expire-subscriptions', ExpiryOrder, ({ oid }, { silently }) => {
    for (const subscription of subscriptionsOf(oid)) push.remove(subscription, silently);
  });
  event('lifecycle', LifecycleOrder, ({ oid }, { event: lifecycleEvent }) => {
    for (const subscription of subscriptionsOf(oid)) {
      if (lifecycleEvent === 'subscriptionRemoved') push.remove(subscription, false);
      else push.lifecycle(subscription, lifecycleEvent);
    }
  });
  event('filter', RuleOrder, (_account, rule, mailbox) => (mailbox.rule = rule));

  registerInbound(app, deliverHere);
  registerMailbox(app, {
    brand: 'Outlook (simulated)',
    accent: '#0f6cbd',
    accounts: () =>
      simulator.state.accounts.map(({ oid, address, name }) => ({
        address,
        name,
        applications: simulator.state.clients.filter(({ id }) => hasConsent(oid, id)).map((client) => client.name),
      })),
    messages: (address, folder) => {
      const mailbox = simulator.state.mailboxes[address];
      if (!mailbox) return null;
      settle(simulator.state, mailbox, clock.nowMs());
      return mailbox.messages
        .filter((message) => message.folder === SHOWN_FOLDERS[folder])
        .map((message) => ({
          id: message.immutableId,
          at: new Date(message.submittedAt ?? message.createdAt).toISOString(),
          raw: rawOf(message),
        }))
        .reverse();
    },
    removeAccess: (address) => {
      const account = accountOf(address);
      if (account) revokeAll(simulator.state, account.oid);
    },
  });

  const subscriptionsOf = (oid: string) => Object.values(simulator.state.subscriptions).filter((subscription) => subscription.oid === oid);

  function accountOf(address: string): Account | undefined {
    return simulator.state.accounts.find((account) => account.address === address.toLowerCase());
  }

  function hasConsent(oid: string, clientId: string): boolean {
    return simulator.state.consents.some((consent) => consent.oid === oid && consent.clientId === clientId);
  }
}
