import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import type { SalesforceGrant } from '../../providers/salesforce/index.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { refuseWhileEnding } from '../kill-switch/index.ts';
import { refuseWhileStopped } from '../orgs/index.ts';
import * as repository from './repository.ts';

/**
 * Keeps the grant of a user's consent, in the caller's transaction, in place of an earlier one. Refuses a grant of
 * another org with AppError 409 `wrong_salesforce_org`: the person was logged in elsewhere; any with `org_stopped` while the kill switch
 * is on, and with `access_ending` while the user's grants of before are being ended.
 */
export function createStoreSalesforceGrant({ vault, clock, facts }: { vault: Vault; clock: Clock; facts: Facts }) {
  return async function storeSalesforceGrant(
    tx: Tx,
    orgId: string,
    userId: string,
    grant: SalesforceGrant,
  ): Promise<{ connectionId: string }> {
    if (grant.organizationId !== orgId) throw new AppError('wrong_salesforce_org');
    await refuseWhileStopped(tx, orgId);
    await refuseWhileEnding(tx, orgId, userId);
    // The secret before the row of its connection, as a refresher does: the other way round the two would wait for each other
    const before = await repository.findByUser(tx, orgId, userId);
    if (before) await lockSecret(tx, { orgId, connectionId: before.id, provider: 'salesforce', field: 'refresh_token' });
    const now = clock.now();
    const connectionId = await repository.upsertConnection(tx, orgId, {
      userId,
      instanceUrl: grant.instanceUrl,
      identityUrl: grant.identityUrl,
      now,
    });
    const secret = { orgId, connectionId, provider: 'salesforce' as const };
    await vault.seal(tx, { ...secret, field: 'refresh_token' }, grant.refreshToken);
    await vault.seal(tx, { ...secret, field: 'access_token' }, grant.accessToken);
    await facts.record(tx, orgId, factOfUser('salesforce_connected', { userId, sourceId: connectionId, at: now }));
    return { connectionId };
  };
}
