import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../test-support/database.ts';
import { inOrg } from '../../platform/postgres.ts';
import { createFacts, reaction } from './facts.ts';
import { factKey } from './kinds.ts';
import type { NewFact } from './repository.ts';

const ACME = '00D000000000001EAA';
const GLOBEX = '00D000000000002EAA';
const EMAIL = randomUUID();
const SENT: NewFact<'email_sent'> = {
  kind: 'email_sent',
  key: factKey('email_sent', EMAIL),
  userId: randomUUID(),
  personId: '00Q000000000001EAA',
  recordId: '00Q000000000001EAA',
  sourceId: EMAIL,
  happenedAt: new Date('2026-03-05T10:00:00Z'),
  details: { connectionId: randomUUID() },
};

describe('A fact', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
    for (const org of [ACME, GLOBEX])
      await database.ownerPool.query(
        `insert into orgs (org_id, name, my_domain_url, registration_step, created_at)
         values ($1, 'Acme', 'https://acme.example', 'done', now())`,
        [org],
      );
  });
  beforeEach(() => database.ownerPool.query('truncate facts'));
  after(() => database.drop());

  const kept = async () => (await database.ownerPool.query<{ kind: string }>('select kind from facts')).rows.map(({ kind }) => kind);

  test('is kept once, and what follows from it is done once', async () => {
    const seen: unknown[] = [];
    const facts = createFacts([reaction('email_sent', (_tx, _orgId, fact) => Promise.resolve(void seen.push(fact)))]);
    const first = await inOrg(database.pool, ACME, (tx) => facts.record(tx, ACME, SENT));
    assert.equal(await inOrg(database.pool, ACME, (tx) => facts.record(tx, ACME, { ...SENT, happenedAt: new Date() })), null);
    assert.deepEqual(seen, [{ ...SENT, id: first?.id }]);
    assert.deepEqual(await kept(), ['email_sent']);
  });

  test('of another org with the same key is another fact', async () => {
    const facts = createFacts([]);
    for (const org of [ACME, GLOBEX]) assert.ok(await inOrg(database.pool, org, (tx) => facts.record(tx, org, SENT)));
  });

  test('makes all reactions to its kind run, and none to another', async () => {
    const ran: string[] = [];
    const noting = (what: string) => () => Promise.resolve(void ran.push(what));
    const facts = createFacts([
      reaction('email_sent', noting('one')),
      reaction('email_bounced', noting('other kind')),
      reaction('email_sent', noting('two')),
    ]);
    await inOrg(database.pool, ACME, (tx) => facts.record(tx, ACME, SENT));
    assert.deepEqual(ran, ['one', 'two']);
  });

  test('is not kept when a reaction fails, and nothing that the others have done either', async () => {
    const facts = createFacts([
      reaction('email_sent', async (tx, orgId, fact) => {
        await tx.query(
          `insert into facts (org_id, kind, key, user_id, happened_at) values ($1, 'email_bounced', 'of a reaction', $2, $3)`,
          [orgId, fact.userId, fact.happenedAt],
        );
      }),
      reaction('email_sent', () => Promise.reject(new Error('No room'))),
    ]);
    await assert.rejects(
      inOrg(database.pool, ACME, (tx) => facts.record(tx, ACME, SENT)),
      /No room/,
    );
    assert.deepEqual(await kept(), []);
  });

  test('is refused with details that its kind does not have', async () => {
    const wrong = { ...SENT, details: { connectionId: 'mine' } };
    await assert.rejects(inOrg(database.pool, ACME, (tx) => createFacts([]).record(tx, ACME, wrong)));
    assert.deepEqual(await kept(), []);
  });

  for (const change of [`update facts set kind = 'email_bounced'`, 'delete from facts'])
    test(`stays as it is: the application cannot ${change.split(' ')[0] ?? ''} it`, async () => {
      await inOrg(database.pool, ACME, (tx) => createFacts([]).record(tx, ACME, SENT));
      await assert.rejects(
        inOrg(database.pool, ACME, (tx) => tx.query(change)),
        /permission denied/,
      );
      assert.deepEqual(await kept(), ['email_sent']);
    });
});
