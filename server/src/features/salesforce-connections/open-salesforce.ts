import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import { API_DISABLED_CODES, type Salesforce, type SalesforceClient } from '../../providers/salesforce/index.ts';
import { endedConnection } from './ended-connection.ts';
import type { RefreshGrant } from './refresh-grant.ts';
import * as repository from './repository.ts';

interface Dependencies {
  pool: Pool;
  vault: Vault;
  salesforce: Pick<Salesforce, 'client'>;
  refreshGrant: RefreshGrant;
}

/** Salesforce with the rights of one user. `purpose` goes into the audit of the token's decryption. */
export type OpenSalesforce = (orgId: string, userId: string, purpose?: string) => Promise<SalesforceClient>;

/**
 * Opens the user's own connection. Throws ProviderError `reconnect_required` where there is none that works. An expired
 * token is refreshed on the way; a refusal because the user lacks "API Enabled" is remembered, and forgotten with the
 * first call that succeeds again.
 */
export function createOpenSalesforce({ pool, vault, salesforce, refreshGrant }: Dependencies): OpenSalesforce {
  return async function openSalesforce(orgId, userId, purpose = 'call Salesforce for the user') {
    const { connection, accessToken } = await inOrg(pool, orgId, async (tx) => {
      const found = await repository.findByUser(tx, orgId, userId);
      if (!found || found.state === 'disconnected' || found.state === 'reconnect_required')
        throw endedConnection(found?.state ?? 'disconnected', found?.stateReason ?? null);
      const id = { orgId, connectionId: found.id, provider: 'salesforce' as const, field: 'access_token' as const };
      return { connection: found, accessToken: await vault.open(tx, id, purpose) };
    });

    let { tokenVersion } = connection;
    let apiEnabled = connection.state === 'connected';
    const watch = async (failure: ProviderError | null): Promise<void> => {
      const refused = failure !== null && API_DISABLED_CODES.includes(failure.vendorCode ?? '');
      if ((failure && !refused) || apiEnabled === !refused) return;
      apiEnabled = !refused;
      await inOrg(pool, orgId, (tx) => repository.markApiAccess(tx, orgId, connection.id, apiEnabled));
    };
    return salesforce.client({
      instanceUrl: connection.instanceUrl,
      accessToken,
      watch,
      onExpired: async () => {
        const fresh = await refreshGrant(orgId, userId, tokenVersion);
        ({ tokenVersion } = fresh);
        return fresh;
      },
    });
  };
}
