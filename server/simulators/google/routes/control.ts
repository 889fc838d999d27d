import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { registerInbound, registerMailbox, type FolderName, type Mail } from '../../mail/index.ts';
import type { Simulator } from '../../common/index.ts';
import type { Account, GoogleState } from '../entities.ts';
import { changePassword, revokeAll } from '../grants.ts';
import { rawOf } from '../mailbox.ts';

const SettingsOrder = z.strictObject({
  rewriteMessageId: z.union([z.boolean(), z.literal('random')]).optional(),
  testingMode: z.boolean().optional(),
  adminBlocksApp: z.boolean().optional(),
  historyDays: z.number().min(0).optional(),
  limits: z
    .strictObject({
      unitsPerMinute: z.int().min(0).nullable().optional(),
      messagesPerDay: z.int().min(0).nullable().optional(),
      recipientsPerMessage: z.int().min(1).optional(),
    })
    .optional(),
});

/** What only a simulator has: settings, events at an account, mail coming in, and the mailbox pages. */
export function registerGoogleControl(simulator: Simulator<GoogleState>, deliverHere: (address: string, mail: Mail) => boolean): void {
  const { app } = simulator;

  app.get('/sim/settings', async () => simulator.state.settings);
  app.post('/sim/settings', async (request, reply) => {
    const order = SettingsOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    const { limits, ...others } = order.data;
    const { settings } = simulator.state;
    Object.assign(settings, others);
    Object.assign(settings.limits, limits);
    return settings;
  });

  const event = (path: string, happen: (account: Account) => void) =>
    app.post<{ Params: { address: string } }>(`/sim/accounts/:address/${path}`, async ({ params }, reply): Promise<FastifyReply> => {
      const account = accountOf(params.address);
      if (!account) return reply.code(404).send({ message: `There is no account ${params.address}.` });
      happen(account);
      return reply.code(204).send();
    });
  event('revoke', ({ sub }) => revokeAll(simulator.state, sub));
  event('password-change', ({ sub }) => changePassword(simulator.state, sub));
  event('expire-access-tokens', ({ sub }) => {
    for (const token of Object.values(simulator.state.accessTokens)) if (token.sub === sub) token.expiresAt = 0;
  });

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
      const account = accountOf(address);
      if (account) revokeAll(simulator.state, account.sub);
    },
  });

  function accountOf(address: string): Account | undefined {
    return simulator.state.accounts.find(({ email }) => email === address.toLowerCase());
  }

  function hasLiveGrant(sub: string, clientId: string): boolean {
    return simulator.state.grants.some((grant) => grant.sub === sub && grant.clientId === clientId);
  }
}

const LABELS: Record<FolderName, string> = { inbox: 'INBOX', sent: 'SENT' };
