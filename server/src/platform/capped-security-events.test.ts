import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { createTestOrg } from '../../test-support/org.ts';
import { createTestClock } from '../../test-support/test-clock.ts';
import { createCappedSecurityEvents } from './capped-security-events.ts';
import { NOBODY } from './security-events.ts';

const ORG = '00D000000000001EAA';
const OTHER_ORG = '00D000000000002EAA';
let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
  await createTestOrg(database, { orgId: ORG });
});
after(() => database.drop());

async function countsInOrder(): Promise<number[]> {
  return (
    await database.ownerPool.query<{ count: number }>(`select (details->>'count')::int as count from security_events order by id`)
  ).rows.map(({ count }) => count);
}

test('A burst that nothing follows is counted too, when its minute is over or the process ends', async () => {
  const clock = createTestClock();
  const events = createCappedSecurityEvents({ pool: database.pool, clock });
  const refuse = () =>
    events.refused({ kind: 'panel_token_refused', orgId: ORG, by: { ...NOBODY, ipAddress: '203.0.113.7' }, code: 'panel_token_invalid' });
  for (let attempt = 0; attempt < 5; attempt += 1) await refuse();
  await events.flush();
  assert.deepEqual(await countsInOrder(), [1], 'the minute is not over');
  clock.advance(61_000);
  await events.flush();
  assert.deepEqual(await countsInOrder(), [1, 4]);
  await refuse();
  await refuse();
  await events.flush(true);
  assert.deepEqual(await countsInOrder(), [1, 4, 1, 1]);
});

test('What was counted and cannot be written stays counted, for each org', async () => {
  const clock = createTestClock();
  const events = createCappedSecurityEvents({ pool: database.pool, clock });
  await createTestOrg(database, { orgId: OTHER_ORG });
  await database.ownerPool.query('delete from security_events');
  for (const orgId of [ORG, OTHER_ORG])
    for (let attempt = 0; attempt < 3; attempt += 1)
      await events.refused({ kind: 'panel_token_refused', orgId, by: NOBODY, code: 'panel_token_invalid' });
  clock.advance(61_000);
  await database.ownerPool.query('alter table security_events add constraint broken check (false) not valid');
  await assert.rejects(events.flush());
  await database.ownerPool.query('alter table security_events drop constraint broken');
  await events.flush();
  assert.deepEqual(await countsInOrder(), [1, 1, 2, 2]);
});

test('A refusal whose row cannot be written stays counted, with those before it', async () => {
  const clock = createTestClock();
  const events = createCappedSecurityEvents({ pool: database.pool, clock });
  await database.ownerPool.query('delete from security_events');
  const refuse = () => events.refused({ kind: 'panel_token_refused', orgId: ORG, by: NOBODY, code: 'panel_token_invalid' });
  for (let attempt = 0; attempt < 100; attempt += 1) await refuse();
  clock.advance(61_000);
  await database.ownerPool.query('alter table security_events add constraint broken check (false) not valid');
  await assert.rejects(refuse());
  await database.ownerPool.query('alter table security_events drop constraint broken');
  await refuse();
  await events.flush(true);
  assert.deepEqual(await countsInOrder(), [1, 101]);
});

test('When the process ends, what cannot be written for one org does not keep the counts of the others from being written', async () => {
  const events = createCappedSecurityEvents({ pool: database.pool, clock: createTestClock() });
  await database.ownerPool.query('delete from security_events');
  for (const orgId of [ORG, OTHER_ORG])
    for (let attempt = 0; attempt < 3; attempt += 1)
      await events.refused({ kind: 'panel_token_refused', orgId, by: NOBODY, code: 'panel_token_invalid' });
  await database.ownerPool.query(`alter table security_events add constraint broken check (org_id <> '${ORG}') not valid`);
  await assert.rejects(events.flush(true));
  await database.ownerPool.query('alter table security_events drop constraint broken');
  assert.deepEqual(await countsInOrder(), [1, 1, 2]);
  await events.flush(true);
  assert.deepEqual(await countsInOrder(), [1, 1, 2, 2]);
});
