import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findNewestPerson, PERSON_IS_FRESH_MS, type LookUpPerson } from '../people/index.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPerson: LookUpPerson;
}

/**
 * An email may have waited for hours: somebody who opted out meanwhile must not get it. While Salesforce cannot be asked, what was
 * last seen counts, because an email that waits for Salesforce as well would be lost to the rep without a reason.
 */
export const createFreshenRecipient =
  ({ pool, clock, lookUpPerson }: Dependencies) =>
  async (orgId: string, salesEmailId: string): Promise<void> => {
    const stale = await inOrg(pool, orgId, async (tx) => {
      const { rows } = await tx.query<{ userId: string; personId: string }>(
        `select user_id as "userId", person_id as "personId" from sales_emails where org_id = $1 and id = $2`,
        [orgId, salesEmailId],
      );
      const email = rows[0];
      if (!email) return null;
      const known = await findNewestPerson(tx, orgId, email.personId);
      return known && known.readAt.getTime() > clock.now().getTime() - PERSON_IS_FRESH_MS ? null : email;
    });
    if (!stale) return;
    await lookUpPerson(orgId, stale.userId, stale.personId).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  };
