import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import * as repository from './repository.ts';

interface PendingGrant {
  userId: string;
  provider: 'google' | 'microsoft';
  address: string;
  secret: string;
}

export interface CollectGrants {
  vault: Vault;
  emailConnections: {
    /** Ends all consents of an org, or of one user, that are under way; gives the grants that they held. */
    takePendingGrants: (tx: Tx, orgId: string, onlyUserId: string | null) => Promise<PendingGrant[]>;
  };
}

/**
 * Ends the use of every grant of an org, or of one user, and lists each in the run that ends it at its vendor. In the caller's transaction.
 */
export async function collectGrants(use: CollectGrants, tx: Tx, orgId: string, runId: string, onlyUserId: string | null): Promise<void> {
  await repository.endConnections(tx, orgId, runId, onlyUserId);
  for (const { provider, secret, userId, address } of await use.emailConnections.takePendingGrants(tx, orgId, onlyUserId)) {
    const id = randomUUID();
    await use.vault.seal(tx, { orgId, connectionId: id, provider, field: 'grant' }, secret);
    await repository.listPendingGrant(tx, orgId, { runId, id, provider, userId, address });
  }
  await repository.listOtherSecrets(tx, orgId, runId, onlyUserId);
}
