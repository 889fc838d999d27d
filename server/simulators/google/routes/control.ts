import { z } from 'zod';
import { registerInbound, registerMailbox, type FolderName, type Mail } from '../../mail/index.ts';
import type { Simulator } from '../../common/index.ts';
import type { GoogleState } from '../entities.ts';
import { revokeAll } from '../grants.ts';
import { rawOf } from '../mailbox.ts';
import type { Pusher } from '../pusher.ts';
import { NO_LIMITS } from '../seed.ts';

const limit = z.int().min(0).nullable().optional();
const rate = z.number().min(0).max(1).optional();
const ms = z.int().min(0).max(600_000);
const SettingsOrder = z.strictObject({
  rewriteMessageId: z.union([z.boolean(), z.literal('random')]).optional(),
  testingMode: z.boolean().optional(),
  adminBlocksApp: z.boolean().optional(),
  historyDays: z.number().min(0).optional(),
  deliversMail: z.boolean().optional(),
  /** Null switches every limit off. */
  limits: z
    .strictObject({
      unitsPerMinute: limit,
      messagesPerDay: limit,
      recipientsPerDay: limit,
      externalRecipientsPerDay: limit,
      recipientsPerMessage: limit,
      concurrentRequests: limit,
    })
    .nullable()
    .optional(),
  push: z
    .strictObject({ off: z.boolean().optional(), dropRate: rate, duplicateRate: rate, delayMs: z.tuple([ms, ms]).optional() })
    .optional(),
});
const SendsQuery = z.object({ since: z.iso.datetime({ offset: true }).optional() });

interface Ways {
  deliverHere: (address: string, mail: Mail) => boolean;
  pusher: Pusher;
}

/** What only a simulator has: settings, counts of what was sent and pushed, mail coming in, and the mailbox pages. */
export function registerGoogleControl(simulator: Simulator<GoogleState>, { deliverHere, pusher }: Ways): void {
  const { app } = simulator;

  app.get('/sim/settings', async () => simulator.state.settings);
  app.post('/sim/settings', async (request, reply) => {
    const order = SettingsOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    const { limits, push, ...others } = order.data;
    const { settings } = simulator.state;
    Object.assign(settings, others);
    Object.assign(settings.limits, limits === null ? NO_LIMITS : limits);
    Object.assign(settings.push, push);
    return settings;
  });

  app.get('/sim/sends', async (request, reply) => {
    const query = SendsQuery.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: z.prettifyError(query.error) });
    const since = query.data.since === undefined ? 0 : Date.parse(query.data.since);
    return { sends: simulator.state.sends.filter(({ at }) => at >= since) };
  });
  app.get('/sim/pushes', async () => pusher.counts);

  registerInbound(app, deliverHere);
  registerMailbox(app, {
    brand: 'Gmail (simulated)',
    accent: '#c5221f',
    accounts: () =>
      simulator.state.accounts.map(({ sub, email, name }) => ({
        address: email,
        name,
        applications: simulator.state.clients.filter((client) => hasLiveGrant(sub, client.id)).map((client) => client.name),
      })),
    messages: (address, folder) =>
      simulator.state.mailboxes[address]?.messages
        .filter(({ labelIds }) => labelIds.includes(LABELS[folder]))
        .map((message) => ({ id: message.id, at: new Date(message.at).toISOString(), raw: rawOf(message) }))
        .reverse() ?? null,
    removeAccess: (address) => {
      const account = simulator.state.accounts.find(({ email }) => email === address);
      if (account) revokeAll(simulator.state, account.sub);
    },
  });

  function hasLiveGrant(sub: string, clientId: string): boolean {
    return simulator.state.grants.some((grant) => grant.sub === sub && grant.clientId === clientId);
  }
}

const LABELS: Record<FolderName, string> = { inbox: 'INBOX', sent: 'SENT' };
