import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import type { Facts } from '../facts/index.ts';
import { refuseWhileStopped } from '../orgs/index.ts';
import { sentence } from './error-words/index.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import * as clients from './oauth-client-repository.ts';
import { requireReconnectOfClient } from './require-reconnect.ts';
import { MailboxProviderName, type OAuthClient, type OAuthClientChange } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  facts: Facts;
  providers: MailboxProviders;
  publicUrl: string;
}

export interface OAuthClients {
  list(orgId: string): Promise<OAuthClient[]>;
  /**
   * New consents are made with this client. Mailboxes of an earlier one must be connected again, for a grant belongs to its client; with
   * the same client id only secret and tenant change, and every mailbox stays connected.
   */
  change(orgId: string, adminId: string, provider: MailboxProviderName, change: OAuthClientChange, by: Actor): Promise<OAuthClient>;
  /** Back to the service's own client. Mailboxes of the customer's must be connected again. AppError 404 when there is none. */
  remove(orgId: string, provider: MailboxProviderName, by: Actor): Promise<void>;
}

/** OAuth clients of the customers' own: a Workspace needs no verification of Google's for an app of its own (A.2). */
export function createOAuthClients({ pool, vault, clock, facts, providers, publicUrl }: Dependencies): OAuthClients {
  const show = async (tx: Tx, orgId: string, provider: MailboxProviderName): Promise<OAuthClient> => {
    const own = await clients.findOAuthClientOfProvider(tx, orgId, provider);
    const mailboxes = await clients.countMailboxesByClient(tx, orgId, provider);
    return {
      provider,
      ownedBy: own ? 'org' : 'service',
      clientId: own?.clientId ?? providers.clientIds[provider],
      tenantId: own?.tenantId ?? null,
      redirectUris: [
        `${publicUrl}/oauth/${provider}/callback`,
        ...(provider === 'microsoft' ? [`${publicUrl}/oauth/microsoft/admin-consent`] : []),
      ],
      updatedAt: own?.updatedAt.toISOString() ?? null,
      mailboxes: mailboxes.get(own?.id ?? '') ?? 0,
    };
  };

  const end = async (tx: Tx, orgId: string, { id }: clients.StoredOAuthClient): Promise<void> => {
    await vault.shred(tx, orgId, id);
    await requireReconnectOfClient({ facts, clock }, tx, orgId, id);
    await clients.deleteOAuthClient(tx, orgId, id);
  };

  const record = (
    tx: Tx,
    orgId: string,
    by: Actor,
    client: { clientId: string; provider: MailboxProviderName; change: 'saved' | 'removed' },
  ) =>
    recordSecurityEvent(tx, orgId, {
      kind: 'oauth_client_changed',
      outcome: 'done',
      by,
      about: client.clientId,
      details: { provider: client.provider, change: client.change },
      at: clock.now(),
    });

  return {
    list: (orgId) =>
      inOrg(pool, orgId, async (tx) => {
        const found: OAuthClient[] = [];
        for (const provider of MailboxProviderName.options) found.push(await show(tx, orgId, provider));
        return found;
      }),

    change: (orgId, adminId, provider, { clientId, clientSecret, tenantId }, by) =>
      inOrg(pool, orgId, async (tx) => {
        await refuseWhileStopped(tx, orgId);
        if (provider === 'google' && tenantId !== null)
          throw new AppError('validation_failed', { title: sentence('onlyMicrosoftHasTenant') });
        const now = clock.now();
        const before = await clients.findOAuthClientOfProvider(tx, orgId, provider);
        const kept = before?.clientId === clientId ? before : null;
        if (before && !kept) await end(tx, orgId, before);
        const id = kept?.id ?? (await clients.insertOAuthClient(tx, orgId, { provider, clientId, tenantId, adminId, now }));
        await vault.seal(tx, { orgId, connectionId: id, provider, field: 'client_secret' }, clientSecret);
        if (kept) await clients.touchOAuthClient(tx, orgId, id, { tenantId, adminId, now });
        await record(tx, orgId, by, { clientId, provider, change: 'saved' });
        return show(tx, orgId, provider);
      }),

    remove: (orgId, provider, by) =>
      inOrg(pool, orgId, async (tx) => {
        const client = await clients.findOAuthClientOfProvider(tx, orgId, provider);
        if (!client) throw new AppError('not_found', { title: sentence('noOwnApp') });
        await end(tx, orgId, client);
        await record(tx, orgId, by, { clientId: client.clientId, provider, change: 'removed' });
      }),
  };
}
