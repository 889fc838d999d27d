import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../test-support/database.ts';
import { explain } from '../../../test-support/pages-read.ts';
import { inOrg } from '../../platform/postgres.ts';
import { countFacts, listFacts } from './index.ts';

const ACME = '00D000000000001EAA';
const RAE = randomUUID();
const OTHERS = 100_000;

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
  await database.ownerPool.query(
    `insert into orgs (org_id, name, my_domain_url, registration_step, created_at)
     values ($1, 'Acme', 'https://acme.example', 'done', now())`,
    [ACME],
  );
});
after(() => database.drop());

async function add(kind: string, userId: string | null, count: number): Promise<void> {
  await database.ownerPool.query(
    `insert into facts (org_id, kind, key, user_id, happened_at, details)
     select $1, $2, $2 || ':' || gen_random_uuid(), coalesce($3::uuid, ('00000000-0000-4000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid),
            now(), jsonb_build_object('responseId', gen_random_uuid(), 'connectionId', null)
       from generate_series(1, $4::int) n`,
    [ACME, kind, userId, count],
  );
}

test("What happened to a rep is found without walking over the facts of colleagues, or over the rep's own sendings", async () => {
  await add('email_bounced', null, OTHERS);
  await add('email_sent', RAE, 5_000);
  await add('email_bounced', RAE, 60);
  await database.ownerPool.query('analyze facts');
  const ofRae = { userId: RAE, kinds: ['email_replied', 'email_bounced', 'email_failed'] } as const;
  const list = await inOrg(database.pool, ACME, (tx) =>
    explain(tx, (asked) => listFacts(asked, ACME, { ...ofRae, after: null, limit: 51 })),
  );
  const count = await inOrg(database.pool, ACME, (tx) =>
    explain(tx, (asked) => countFacts(asked, ACME, { ...ofRae, since: null, atMost: 100 })),
  );
  assert.deepEqual([list.found.length, count.found], [51, 60]);
  // Each row may stand on a page of its own; the facts of the others fill some 2,000
  for (const { pages } of [list, count]) assert.ok(pages <= 80, `${String(pages)} pages were read`);
});
