import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { PERSON_IS_FRESH_MS, type LookUpPeople } from '../people/index.ts';
import { checkRecipients, type Recipients } from '../suppression/index.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
}

export type FreshenRecipients = (orgId: string, recipients: Recipients) => Promise<void>;

/**
 * Looks again, with the sender's own rights, at every known record that an email would reach and whose wish was seen too long ago: somebody
 * who opted out meanwhile must not get it. While Salesforce cannot be asked, what was last seen counts, because an email that waits for
 * Salesforce as well would be lost to the rep without a reason.
 */
export function createFreshenRecipients({ pool, clock, lookUpPeople }: Dependencies): FreshenRecipients {
  return async function freshenRecipients(orgId, recipients) {
    const asked = new Set<string>();
    for (;;) {
      const freshAfter = new Date(clock.now().getTime() - PERSON_IS_FRESH_MS);
      const { staleIds } = await inOrg(pool, orgId, (tx) => checkRecipients(tx, orgId, recipients, freshAfter));
      // A converted lead leads to its contact; what the rights do not show is not asked for twice
      const ids = staleIds.filter((id) => !asked.has(id));
      if (ids.length === 0) return;
      for (const id of ids) asked.add(id);
      try {
        await lookUpPeople(orgId, recipients.userId, ids);
      } catch (error) {
        if (error instanceof AppError) return;
        throw error;
      }
    }
  };
}
