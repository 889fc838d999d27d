import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { findPeople, findReadTimes, PERSON_IS_FRESH_MS, type KnownPerson, type LookUpPeople } from '../people/index.ts';
import { findBouncedAmong } from '../sales-emails/index.ts';
import { findStaleRecords } from '../suppression/index.ts';
import { updateSeen } from './changes-repository.ts';

/** What Salesforce and the org know now of the people of a bulk email, by id. */
export interface PeopleNow {
  /** Without those whom Salesforce does not show to the rep. */
  people: ReadonlyMap<string, KnownPerson>;
  /** When an email to the address that they have came back for good. */
  bouncedAt: ReadonlyMap<string, string>;
}

export type LookAtPeople = (orgId: string, userId: string, bulkEmailId: string, personIds: readonly string[]) => Promise<PeopleNow>;

/** So long a look at a person tells what the person is like now. Each check of a page would be a call otherwise. */
const SEEN_NOW_MS = 60_000;
/** Of somebody who gets nothing it tells less long: the rep may have corrected that in Salesforce, and comes back to see. */
const SEEN_IN_TROUBLE_MS = 5_000;
/** As many records as Salesforce gives in one call. */
const MOST_AT_ONCE = 200;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
}

/**
 * Looks at people with the rep's own rights, all in one call: at those whom the rep has not seen in the last minute (in the last seconds,
 * where something keeps them from getting an email), and at every other known record of their addresses whose wish was seen too long ago.
 * Throws what `salesforceProblem` makes of a failure; where only those other records cannot be read, what was last seen of them counts, as
 * with a single email.
 */
export function createLookAtPeople({ pool, clock, lookUpPeople }: Dependencies): LookAtPeople {
  return async function lookAtPeople(orgId, userId, bulkEmailId, personIds) {
    const ids = [...personIds];
    const seenLately = await inOrg(pool, orgId, (tx) => findSeenLately(tx, orgId, userId, ids, clock.now().getTime()));
    const unseen = ids.filter((id) => !seenLately.has(id));
    const found = unseen.length === 0 ? [] : await lookUpPeople(orgId, userId, unseen);
    const visible = [...seenLately, ...found.map(({ id }) => id)];
    await freshenWishes(orgId, userId, visible, new Set(ids));
    return inOrg(pool, orgId, async (tx) => {
      const people = new Map((await findPeople(tx, orgId, userId, visible)).map((person) => [person.id, person]));
      const bounced = await findBouncedAmong(tx, orgId, userId, visible, clock.now());
      const seen = ids.map((personId) => {
        const { name = null, email = null } = people.get(personId) ?? {};
        return { personId, personName: name, email };
      });
      await updateSeen(tx, orgId, bulkEmailId, seen);
      return { people, bouncedAt: new Map(bounced.map(({ personId, bouncedAt }) => [personId, bouncedAt])) };
    });
  };

  async function freshenWishes(orgId: string, userId: string, personIds: readonly string[], asked: Set<string>): Promise<void> {
    for (;;) {
      const freshAfter = new Date(clock.now().getTime() - PERSON_IS_FRESH_MS);
      const stale = await inOrg(pool, orgId, async (tx) => {
        const people = await findPeople(tx, orgId, userId, [...personIds]);
        const emails = people.map(({ id, email }) => ({ userId, personId: id, to: email, cc: [], bcc: [] }));
        return findStaleRecords(tx, orgId, userId, emails, freshAfter);
      });
      // A converted lead leads to its contact; what the rights do not show is not asked for twice
      const ids = [...new Set(stale)].filter((id) => !asked.has(id)).slice(0, MOST_AT_ONCE);
      if (ids.length === 0) return;
      for (const id of ids) asked.add(id);
      try {
        await lookUpPeople(orgId, userId, ids);
      } catch (error) {
        if (error instanceof AppError) return;
        throw error;
      }
    }
  }
}

async function findSeenLately(tx: Tx, orgId: string, userId: string, ids: string[], now: number): Promise<Set<string>> {
  const readTimes = await findReadTimes(tx, orgId, userId, ids);
  const people = await findPeople(tx, orgId, userId, ids);
  const bounced = await findBouncedAmong(tx, orgId, userId, ids, new Date(now));
  const inTrouble = new Set([
    ...people.flatMap(({ id, email, refusal }) => (email === null || refusal !== null ? [id] : [])),
    ...bounced.map(({ personId }) => personId),
  ]);
  const isSeen = (id: string): boolean =>
    now - (readTimes.get(id)?.getTime() ?? -Infinity) < (inTrouble.has(id) ? SEEN_IN_TROUBLE_MS : SEEN_NOW_MS);
  return new Set(ids.filter(isSeen));
}
