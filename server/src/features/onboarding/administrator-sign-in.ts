import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { recordSecurityEvent } from '../../platform/security-events.ts';
import type { SalesforceIdentity } from '../../providers/salesforce/index.ts';
import { findOrg } from '../orgs/index.ts';
import type { ExpectedRep } from './recognise-rep.ts';

/** Whoever came from the settings of one org proves nothing by a sign-in to another: AppError 409 `wrong_salesforce_org`. */
export function requireSameOrg(expected: ExpectedRep | null, { organizationId }: SalesforceIdentity): void {
  if (expected && expected.orgId !== organizationId)
    throw new AppError(
      409,
      'wrong_salesforce_org',
      'You are signed in to another Salesforce org. Sign in to the org whose settings you want to change, then try again.',
    );
}

/**
 * Keeps that somebody wanted to change what an org is trusted by and was refused, and throws the refusal again. An org that is not
 * connected has no log yet.
 */
export async function noteRefusedAdministrator(
  { pool, clock }: { pool: Pool; clock: Clock },
  { organizationId: orgId, userId, email, username }: SalesforceIdentity,
  ipAddress: string | null,
  error: unknown,
): Promise<never> {
  if (error instanceof AppError)
    await inOrg(pool, orgId, async (tx) => {
      if (!(await findOrg(tx, orgId))) return;
      await recordSecurityEvent(tx, orgId, {
        kind: 'administrator_sign_in',
        outcome: 'refused',
        by: { userId: null, salesforceUserId: userId, name: email, ipAddress },
        about: username,
        details: { code: error.code },
        at: clock.now(),
      });
    });
  throw error;
}
