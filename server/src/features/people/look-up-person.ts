import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toKnownPerson, type KnownPerson, type OpenSalesforce } from './read-record.ts';
import { savePeople } from './repository.ts';
import { salesforceProblem } from './salesforce-problem.ts';

/** For so long what Salesforce said of a person is good enough to send on, so that Send needs no second look. */
export const PERSON_IS_FRESH_MS = 10 * 60_000;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
}

export type LookUpPerson = (orgId: string, userId: string, personId: string) => Promise<KnownPerson>;

/**
 * Reads one Lead or Contact from Salesforce with the rep's own rights and remembers it.
 * AppError 404 `not_found` when the rep's rights do not show it, else what `salesforceProblem` makes of the failure.
 */
export const createLookUpPerson =
  ({ pool, clock, openSalesforce }: Dependencies): LookUpPerson =>
  async (orgId, userId, personId) => {
    try {
      const found = await (await openSalesforce(orgId, userId)).readPerson(personId);
      if (!found) throw new AppError(404, 'not_found', 'Your Salesforce rights do not show this person.');
      const person = toKnownPerson(found);
      await inOrg(pool, orgId, (tx) => savePeople(tx, orgId, userId, [person], clock.now()));
      return person;
    } catch (error) {
      throw salesforceProblem(error);
    }
  };
