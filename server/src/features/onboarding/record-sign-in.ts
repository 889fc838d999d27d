import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { NOBODY, recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import type { SalesforceIdentity } from '../../providers/salesforce/index.ts';
import { findOrg } from '../orgs/index.ts';
import type { ExpectedRep } from './recognise-rep.ts';

/** Whoever has signed in to Salesforce; which user this is comes out later. */
export const personOf = ({ userId, email }: SalesforceIdentity, ipAddress: string): Actor => ({
  userId: null,
  salesforceUserId: userId,
  name: email,
  ipAddress,
});

export const recordActivation = (tx: Tx, orgId: string, by: Actor, at: Date): Promise<void> =>
  recordSecurityEvent(tx, orgId, { kind: 'user_activated', outcome: 'done', by, ...(by.name ? { about: by.name } : {}), at });

/**
 * Tells the org whose account was asked for. Somebody of another org is not named there: one org learns nothing of another. Orgs that we do
 * not know have no log.
 */
export async function recordRefusedSignIn(
  { pool, clock }: { pool: Pool; clock: Clock },
  {
    identity,
    expected,
    ipAddress,
    code,
  }: { identity: SalesforceIdentity | null; expected: ExpectedRep | null; ipAddress: string; code: string },
): Promise<void> {
  const orgId = expected?.orgId ?? identity?.organizationId;
  if (!orgId) return;
  const by = identity?.organizationId === orgId ? personOf(identity, ipAddress) : { ...NOBODY, ipAddress };
  await inOrg(pool, orgId, async (tx) => {
    if (!(await findOrg(tx, orgId))) return;
    await recordSecurityEvent(tx, orgId, { kind: 'sign_in_refused', outcome: 'refused', by, details: { code }, at: clock.now() });
  });
}
