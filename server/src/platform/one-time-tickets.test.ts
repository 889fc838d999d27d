import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { createTestOrg, type TestUser } from '../../test-support/org.ts';
import { deleteExpiredTokens, findTicket, mintTicket, orgOfSecret, useTicket } from './one-time-tickets.ts';
import { inOrg } from './postgres.ts';

const ACME = '00D000000000001EAA';
const NOW = new Date('2026-03-02T09:00:00Z');
function later(ms: number) {
  return new Date(NOW.getTime() + ms);
}
let database: TestDatabase;
let rae: TestUser;

before(async () => {
  database = await createTestDatabase();
  const acme = await createTestOrg(database, { orgId: ACME });
  rae = await acme.addUser({ salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' });
});
after(() => database.drop());

function mint() {
  return inOrg(database.pool, ACME, (tx) => mintTicket(tx, ACME, { userId: rae.id, purpose: 'continue', expiresAt: later(60_000) }));
}

test('Of many who use a ticket at once exactly one succeeds', async () => {
  const ticket = await mint();
  const uses = await Promise.all(Array.from({ length: 8 }, () => inOrg(database.pool, ACME, (tx) => useTicket(tx, ACME, ticket, NOW))));
  assert.equal(uses.filter(Boolean).length, 1);
});

test('A ticket is worth nothing when its time is over, and nothing in the database gives it away', async () => {
  const ticket = await mint();
  assert.equal(await inOrg(database.pool, ACME, (tx) => useTicket(tx, ACME, ticket, later(60_000))), false);
  const { rows } = await database.ownerPool.query('select * from onboarding_tickets');
  assert.ok(!JSON.stringify(rows).includes(ticket.slice(19)));
});

test('Only what looks like a secret of ours names an org', () => {
  for (const odd of [undefined, '', ACME, `${ACME}.short`, `'; drop table users; --.${'a'.repeat(32)}`])
    assert.equal(orgOfSecret(odd), null);
});

test('What has expired is forgotten, and nothing else', async () => {
  const ticket = await mint();
  await deleteExpiredTokens(database.pool, later(120_000));
  assert.ok(await inOrg(database.pool, ACME, (tx) => findTicket(tx, ACME, ticket)));
  await deleteExpiredTokens(database.pool, later(40 * 86_400_000));
  assert.equal(await inOrg(database.pool, ACME, (tx) => findTicket(tx, ACME, ticket)), null);
});
