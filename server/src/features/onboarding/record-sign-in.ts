import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { NOBODY, recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import type { SalesforceIdentity } from '../../providers/salesforce/index.ts';
import { findOrg } from '../orgs/index.ts';
import type { ExpectedRep } from './recognise-rep.ts';

/** Somebody who has signed in, for the log of security events. `id` is our user's; null where Salesforce alone has named the person. */
export function personOf(
  { id, salesforceUserId, email }: { id: string | null; salesforceUserId: string | null; email: string },
  ipAddress: string,
): Actor {
  return { userId: id, salesforceUserId, name: email, ipAddress };
}

/** Whoever has signed in to Salesforce; which user this is comes out later. */
export function personOfIdentity({ userId, email }: SalesforceIdentity, ipAddress: string): Actor {
  return personOf({ id: null, salesforceUserId: userId, email }, ipAddress);
}

export function recordActivation(tx: Tx, orgId: string, by: Actor, at: Date): Promise<void> {
  return recordSecurityEvent(tx, orgId, { kind: 'user_activated', outcome: 'done', by, ...(by.name ? { about: by.name } : {}), at });
}

/**
 * Tells the org whose account, or whose settings, were asked for. Somebody of another org is not named there: one org learns nothing of
 * another. Orgs that we do not know have no log.
 */
export async function recordRefusedSignIn(
  { pool, clock }: { pool: Pool; clock: Clock },
  kind: 'sign_in_refused' | 'administrator_sign_in',
  {
    identity,
    expected,
    ipAddress,
    code,
  }: { identity: SalesforceIdentity | null; expected: ExpectedRep | null; ipAddress: string; code: string },
): Promise<void> {
  const orgId = expected?.orgId ?? identity?.organizationId;
  if (!orgId) return;
  const who =
    identity?.organizationId === orgId
      ? { by: personOfIdentity(identity, ipAddress), about: identity.username }
      : { by: { ...NOBODY, ipAddress } };
  await inOrg(pool, orgId, async (tx) => {
    if (!(await findOrg(tx, orgId))) return;
    await recordSecurityEvent(tx, orgId, { kind, outcome: 'refused', ...who, details: { code }, at: clock.now() });
  });
}
