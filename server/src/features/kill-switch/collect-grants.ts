import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import * as repository from './repository.ts';

export interface CollectGrants {
  vault: Vault;
  emailConnections: Pick<EmailConnections, 'takePendingGrants'>;
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
