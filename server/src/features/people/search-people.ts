import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { containing, type SalesforceClient } from '../../providers/salesforce/index.ts';
import type { OpenRecord } from './open-record.ts';
import { toSeenPerson, type KnownPerson, type OpenSalesforce, type SeenPerson } from './read-record.ts';
import { rememberPeople } from './remember-people.ts';
import { salesforceProblem } from './salesforce-problem.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
  peopleOfRecord: OpenRecord;
}

export interface PeopleQuestion {
  recordId?: string | undefined;
  q?: string | undefined;
}

export type SearchPeople = (orgId: string, userId: string, question: PeopleQuestion) => Promise<KnownPerson[]>;

const MOST_HITS = 10;
/** One letter fits half the org and would cost calls to Salesforce each time. */
const SHORTEST_QUESTION = 2;

/** Type-ahead: the people of the record that fit come first, then whoever the rep's rights show in the whole org. */
export function createSearchPeople({ pool, clock, openSalesforce, peopleOfRecord }: Dependencies): SearchPeople {
  return async function searchPeople(orgId, userId, { recordId, q }) {
    const related = recordId ? (await peopleOfRecord(orgId, userId, recordId)).people : [];
    const words = q?.trim() ?? '';
    if (!words) return related;
    const near = related.filter(({ name, email }) => `${name} ${email ?? ''}`.toLowerCase().includes(words.toLowerCase()));
    if (words.length < SHORTEST_QUESTION) return near;
    try {
      const beganAt = clock.now();
      const seen = await searchOrg(await openSalesforce(orgId, userId), words);
      const found = await inOrg(pool, orgId, (tx) => rememberPeople(tx, orgId, userId, seen, { beganAt, endedAt: clock.now() }));
      return [...near, ...found.filter(({ id }) => near.every((person) => person.id !== id))].slice(0, Math.max(MOST_HITS, near.length));
    } catch (error) {
      throw salesforceProblem(error);
    }
  };
}

async function searchOrg(salesforce: SalesforceClient, words: string): Promise<SeenPerson[]> {
  const fits = `(Name LIKE ${containing(words)} OR Email LIKE ${containing(words)})`;
  const end = `ORDER BY Name LIMIT ${String(MOST_HITS)}`;
  const [contacts, leads] = await Promise.all([
    salesforce.query<{ Id: string }>(`SELECT Id FROM Contact WHERE ${fits} ${end}`),
    salesforce.query<{ Id: string }>(`SELECT Id FROM Lead WHERE ${fits} AND IsConverted = false ${end}`),
  ]);
  return (await salesforce.readPeople([...contacts, ...leads].map(({ Id }) => Id))).map(toSeenPerson);
}
