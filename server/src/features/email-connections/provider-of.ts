import type { Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { findOAuthClient, findOAuthClientOfProvider, type StoredOAuthClient } from './oauth-client-repository.ts';
import type { MailboxProviderName } from './schemas.ts';

/** A vendor through the client that a grant belongs to. `id` null: the service's own client. */
export interface ClientedProvider {
  oauthClientId: string | null;
  provider: MailboxProvider;
}

export interface ProviderOf {
  /** With which client new consents are made: the org's own, else the service's. */
  forConsent(tx: Tx, orgId: string, provider: MailboxProviderName): Promise<ClientedProvider>;
  /**
   * The client that a grant was made with, for only that one can refresh it. Throws ProviderError `reconnect_required` when the
   * org's admin has taken it away.
   */
  ofGrant(tx: Tx, orgId: string, provider: MailboxProviderName, oauthClientId: string | null): Promise<MailboxProvider>;
}

const REMEMBERED = 1_000;

/** Finds the client; those of customers are remembered until their row changes, so that their secret is rarely opened. */
export function createProviderOf({ vault, providers }: { vault: Vault; providers: MailboxProviders }): ProviderOf {
  const known = new Map<string, { version: number; provider: MailboxProvider }>();

  const open = async (tx: Tx, orgId: string, client: StoredOAuthClient): Promise<MailboxProvider> => {
    const remembered = known.get(client.id);
    if (remembered?.version === client.updatedAt.getTime()) return remembered.provider;
    const clientSecret = await vault.open(
      tx,
      { orgId, connectionId: client.id, provider: client.provider, field: 'client_secret' },
      'use the OAuth client of the org',
    );
    const provider = providers.withClient(client.provider, { clientId: client.clientId, clientSecret, tenantId: client.tenantId });
    if (known.size >= REMEMBERED) known.clear();
    known.set(client.id, { version: client.updatedAt.getTime(), provider });
    return provider;
  };

  return {
    async forConsent(tx, orgId, provider) {
      const client = await findOAuthClientOfProvider(tx, orgId, provider);
      return client
        ? { oauthClientId: client.id, provider: await open(tx, orgId, client) }
        : { oauthClientId: null, provider: providers[provider] };
    },
    async ofGrant(tx, orgId, provider, oauthClientId) {
      if (oauthClientId === null) return providers[provider];
      const client = await findOAuthClient(tx, orgId, oauthClientId);
      if (client) return open(tx, orgId, client);
      known.delete(oauthClientId);
      throw new ProviderError('reconnect_required', 'The admin has replaced the app that this mailbox was connected with.', {
        provider,
        vendorCode: 'CLIENT_CHANGED',
        reason: 'unknown',
      });
    },
  };
}
