import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import { findWishes, rememberWishes, type LookTime, type Wish } from '../suppression/index.ts';
import type { KnownPerson, RecordRead, SeenPerson } from './read-record.ts';
import { findStoredPeople, savePeople, saveView, type Addressed, type StoredPerson } from './repository.ts';

/**
 * Remembers people as the rep saw them, and for the whole org what that tells of their wishes. Answers them with what the org knows by now,
 * whoever saw it. To be called once in a transaction.
 */
export async function rememberPeople(tx: Tx, orgId: string, userId: string, people: SeenPerson[], time: LookTime): Promise<KnownPerson[]> {
  if (people.length === 0) return [];
  const addressed = people.map(withAddress);
  const seen = addressed.map(({ id, address, optedOut, contactId }) => ({ id, address, optedOut, contactId }));
  // They travel together, and run in this order
  const [, , wishes] = await Promise.all([
    savePeople(tx, orgId, userId, addressed, time.beganAt),
    rememberWishes(tx, orgId, seen, time),
    findWishes(tx, orgId, userId, addressed),
  ]);
  return withWishes(people, wishes);
}

/** Remembers that the rep's rights showed this record and these people; see `rememberPeople`. */
export async function rememberRecord(
  tx: Tx,
  orgId: string,
  userId: string,
  read: RecordRead<SeenPerson>,
  time: LookTime,
): Promise<RecordRead> {
  const [people] = await Promise.all([
    rememberPeople(tx, orgId, userId, read.people, time),
    saveView(tx, orgId, userId, read, time.beganAt),
  ]);
  return { record: read.record, people };
}

/** People as the rep last saw them, in the order of `ids`, with what the org knows of them now; those never seen are left out. */
export async function findPeople(tx: Tx, orgId: string, userId: string, ids: string[]): Promise<KnownPerson[]> {
  const people = await findStoredPeople(tx, orgId, userId, ids);
  return withWishes(people, await findWishes(tx, orgId, userId, people.map(withAddress)));
}

function withAddress<Person extends StoredPerson>(person: Person): Addressed<Person> {
  return {
    ...person,
    address: person.email && canonicalAddress(person.email),
  };
}

function withWishes(people: readonly StoredPerson[], wishes: Map<string, Wish>): KnownPerson[] {
  return people.map((person) => ({ ...person, ...(wishes.get(person.id) ?? { optedOut: null, refusal: null }) }));
}
