import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test-support/database.ts';

const REFUSED = /permission denied/;

describe('Functions that run as their owner', () => {
  let database: TestDatabase;
  let intruder: pg.Client;
  before(async () => {
    database = await createTestDatabase();
    await database.ownerPool.query(
      `insert into orgs (org_id, name, my_domain_url, lightning_origin, registration_step, created_at, registered_at)
       values ('00D000000000001EAA', 'Acme', 'https://acme.my.salesforce.com', 'https://acme.lightning.force.com', 'done', now(), now())`,
    );
    intruder = new pg.Client({ connectionString: database.urls.app });
    await intruder.connect();
  });
  after(async () => {
    await intruder.end();
    await database.drop();
  });

  /** What SQL as the application's role can try: a view in front of a table, whose column runs a function of the intruder's own. */
  const layOver = async (): Promise<void> => {
    await intruder.query(`create function pg_temp.as_whoever_reads() returns text language sql as 'select current_user::text'`);
    await intruder.query('create temporary view orgs as select pg_temp.as_whoever_reads() as org_id');
    await intruder.query('grant select on pg_temp.orgs to public');
  };

  test('name where they look, temporary objects last', async () => {
    const { rows } = await database.ownerPool.query<{ name: string; settings: string[] | null }>(
      `select p.oid::regprocedure::text as name, p.proconfig as settings from pg_proc p
        where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'jobs'::regnamespace)`,
    );
    assert.ok(rows.length > 10);
    for (const { name, settings } of rows) assert.deepEqual(settings, ['search_path=pg_catalog, public, pg_temp'], name);
  });

  test('cannot be given a table to read by the role of the application, or of the queue: neither can make one', async () => {
    await assert.rejects(layOver(), REFUSED);
    for (const pool of [database.pool, database.jobsPool]) {
      await assert.rejects(async () => pool.query('create temporary table orgs (org_id text)'), REFUSED);
      await assert.rejects(async () => pool.query('create table public.orgs_of_mine (org_id text)'), REFUSED);
    }
  });

  test('read the real table even where a temporary one stands in front of it', async () => {
    const { rows } = await database.ownerPool.query<{ name: string }>('select current_database() as name');
    await database.ownerPool.query(`grant temporary on database ${rows[0]?.name ?? ''} to msi_app`);
    await layOver();
    const answer = await intruder.query('select all_org_ids() as id');
    assert.deepEqual(answer.rows, [{ id: '00D000000000001EAA' }]);
  });
});
