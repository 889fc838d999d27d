import { createCertificate } from './certificates.ts';
import type { State } from './entities.ts';
import { makeId } from './ids.ts';
import { SEED_ORGS, seedState } from './seed.ts';
import type { Store } from './store.ts';

/** Ids of a copy's users and of the copy itself begin here, above those of the seed and below those that the simulator gives. */
const PEOPLE_PER_COPY = 50;
const FIRST_COPY = 100;

/**
 * Adds an org like the first one of the seed, with people of its own, so that tests which share a world do not meet: user 2 of copy 3 has
 * the number 152, and addresses at acme.example are at acme-3.example. Ids of records are those of the seed. Answers with the number of the
 * copy.
 */
export async function copyFirstOrg(store: Store): Promise<{ number: number; orgId: string }> {
  const [first] = SEED_ORGS;
  if (!first) throw new Error('The seed has no org');
  const certificate = await createCertificate('SalesActions', first.name, store.now());
  const number = (store.state.copies = (store.state.copies ?? 0) + 1);
  const orgId = makeId('00D', FIRST_COPY + number);
  const seed = seedState(Object.fromEntries(SEED_ORGS.map(({ id }) => [id, certificate])));
  const users = Object.values(seed.users).filter((user) => user.orgId === first.id);
  const renamed = users.map((user): [string, string] => [user.id, makeId('005', Number(user.id.slice(3, 15)) + number * PEOPLE_PER_COPY)]);
  const copied = inOtherWords(
    { org: seed.orgs[first.id], users, records: seed.records[first.id] },
    [[first.id, orgId], ...renamed],
    number,
  ) as { org: State['orgs'][string]; users: State['users'][string][]; records: State['records'][string] };
  store.state.orgs[orgId] = copied.org;
  store.state.records[orgId] = copied.records;
  for (const user of copied.users) store.state.users[user.id] = user;
  return { number, orgId };
}

/** The same data with other ids and with addresses at other domains. */
function inOtherWords(data: object, ids: [string, string][], number: number): unknown {
  const text = JSON.stringify(data).replace(/@([a-z]+)\.example\b/g, `@$1-${number}.example`);
  return JSON.parse(ids.reduce((changed, [from, to]) => changed.replaceAll(from, to), text));
}
