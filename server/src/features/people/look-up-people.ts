import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import { toSeenPerson, type KnownPerson, type OpenSalesforce } from './read-record.ts';
import { rememberPeople } from './remember-people.ts';
import { salesforceProblem } from './salesforce-problem.ts';

/** For so long what Salesforce said of a person is good enough to send on, so that Send needs no second look. */
export const PERSON_IS_FRESH_MS = 10 * 60_000;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
}

export type LookUpPeople = (orgId: string, userId: string, ids: string[]) => Promise<KnownPerson[]>;

/**
 * Reads Leads and Contacts from Salesforce with the rep's own rights and remembers them; those that the rights do not show are left out.
 * Throws what `salesforceProblem` makes of a failure.
 */
export function createLookUpPeople({ pool, clock, openSalesforce }: Dependencies): LookUpPeople {
  return async function lookUpPeople(orgId, userId, ids) {
    try {
      const beganAt = clock.now();
      const found = (await (await openSalesforce(orgId, userId)).readPeople(ids)).map(toSeenPerson);
      return await inOrg(pool, orgId, (tx) => rememberPeople(tx, orgId, userId, found, { beganAt, endedAt: clock.now() }));
    } catch (error) {
      throw salesforceProblem(error);
    }
  };
}

/** One of them. AppError 404 `not_found` when the rep's rights do not show it. */
export async function lookUpPerson(lookUpPeople: LookUpPeople, orgId: string, userId: string, personId: string): Promise<KnownPerson> {
  const [person] = await lookUpPeople(orgId, userId, [personId]);
  if (!person) throw personNotVisible();
  return person;
}

/** What is said of a person whom the rep's rights do not show. */
export function personNotVisible(): AppError {
  return new AppError('not_found', { title: sentence('personHidden') });
}
