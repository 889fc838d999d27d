import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import type { Salesforce } from '../../providers/salesforce/index.ts';
import * as repository from './repository.ts';

interface Dependencies {
  refreshPool: Pool;
  vault: Vault;
  salesforce: Pick<Salesforce, 'revoke'>;
}

/**
 * Revokes the grant at Salesforce and destroys its keys here. When Salesforce cannot be reached our copy is destroyed all
 * the same, and `revoked` is false: then the person can end the grant in Salesforce's own settings. Harmless twice.
 */
export function createDisconnectSalesforce({ refreshPool, vault, salesforce }: Dependencies) {
  return function disconnectSalesforce(orgId: string, userId: string): Promise<{ revoked: boolean }> {
    return inOrg(refreshPool, orgId, async (tx) => {
      const connection = await repository.findByUser(tx, orgId, userId);
      if (!connection || connection.state === 'disconnected') return { revoked: true };
      const id = { orgId, connectionId: connection.id, provider: 'salesforce' as const, field: 'refresh_token' as const };
      let revoked = false;
      if (await lockSecret(tx, id)) {
        const refreshToken = await vault.open(tx, id, 'disconnect');
        revoked = await salesforce.revoke({ refreshToken, instanceUrl: connection.instanceUrl }).then(
          () => true,
          (error: unknown) => {
            if (error instanceof ProviderError) return false;
            throw error;
          },
        );
      }
      await vault.shred(tx, orgId, connection.id);
      await repository.markDisconnected(tx, orgId, connection.id);
      return { revoked };
    });
  };
}
