import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { registerInbound, registerMailbox, type FolderName, type Mail } from '../../mail/index.ts';
import type { Simulator } from '../../common/index.ts';
import type { Account, Folder, MicrosoftState } from '../entities.ts';
import { revokeAll } from '../grants.ts';
import { rawOf, settle } from '../mailbox.ts';

const MAX_LAG_MS = 10_000;
const SettingsOrder = z.strictObject({
  sentCopyLagMs: z.int().min(0).max(MAX_LAG_MS).optional(),
  rewriteMessageId: z.boolean().optional(),
  userConsent: z.boolean().optional(),
  keepsMimeHeaders: z.boolean().optional(),
  emitsNamedHeaders: z.boolean().optional(),
  failures: z.record(z.string(), z.strictObject({ at: z.enum(['authorize', 'token', 'refresh']), code: z.int() })).optional(),
});
const FOLDERS: Record<FolderName, Folder> = { inbox: 'inbox', sent: 'sentitems' };

/** What only a simulator has: settings, events at an account, mail coming in, and the mailbox pages. */
export function registerMicrosoftControl(
  simulator: Simulator<MicrosoftState>,
  deliverHere: (address: string, mail: Mail) => boolean,
): void {
  const { app, clock } = simulator;

  app.get('/sim/settings', async () => simulator.state.settings);
  app.post('/sim/settings', async (request, reply) => {
    const order = SettingsOrder.safeParse(request.body);
    if (!order.success) return reply.code(400).send({ message: z.prettifyError(order.error) });
    return Object.assign(simulator.state.settings, order.data);
  });

  const event = (path: string, happen: (account: Account) => void) =>
    app.post<{ Params: { address: string } }>(`/sim/accounts/:address/${path}`, async ({ params }, reply): Promise<FastifyReply> => {
      const account = accountOf(params.address);
      if (!account) return reply.code(404).send({ message: `There is no account ${params.address}.` });
      happen(account);
      return reply.code(204).send();
    });
  event('revoke', ({ oid }) => revokeAll(simulator.state, oid));
  event('expire-access-tokens', ({ oid }) => {
    for (const token of Object.values(simulator.state.accessTokens)) if (token.oid === oid) token.expiresAt = 0;
  });

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
        .filter((message) => message.folder === FOLDERS[folder])
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

  function accountOf(address: string): Account | undefined {
    return simulator.state.accounts.find((account) => account.address === address.toLowerCase());
  }

  function hasConsent(oid: string, clientId: string): boolean {
    return simulator.state.consents.some((consent) => consent.oid === oid && consent.clientId === clientId);
  }
}
