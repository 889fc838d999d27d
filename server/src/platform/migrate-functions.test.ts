import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabaseOfVersion, createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { functionsIn, type DatabaseFunction } from '../../test-support/functions.ts';
import { functionChanges, functionFiles } from './migrate-functions.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
/** The newest migration from before functions had files. */
const LAST_WITH_FUNCTIONS = 24;
const CHANGED = `create or replace function all_org_ids() returns setof text language sql as $$ select 'changed' $$`;
const files = functionFiles('msi_app');
/** Without the words that tell overloaded functions apart. */
function functionOf(file: string): string {
  return file.split('--')[0] ?? file;
}

describe('The functions of the database', () => {
  let database: TestDatabase;
  let migrated: DatabaseFunction[];
  before(async () => {
    database = await createTestDatabase();
    migrated = await functionsIn(database.ownerPool);
  });
  after(() => database.drop());
  beforeEach(async () => {
    await sql('update schema_functions set changes = 0');
    await sql('delete from schema_migrations where version > 9000');
    await migrate(database.urls);
  });

  const sql = (text: string) => database.ownerPool.query(text);

  test('are those of the files: none is missing and none is besides', () => {
    const expected = files.map(({ name }) => functionOf(name)).sort();
    assert.deepEqual(migrated.map(({ name }) => name).sort(), expected);
  });

  test('say what their files say, and each file makes the one function that it is named after', async () => {
    const client = await database.ownerPool.connect();
    try {
      for (const file of files) {
        await client.query(`begin; ${file.sql}`);
        const { rows } = await client.query(
          `select case pronamespace when 'jobs'::regnamespace then 'jobs.' else '' end || proname as name
             from pg_proc where xmin = pg_current_xact_id()::xid`,
        );
        assert.deepEqual(rows, [{ name: functionOf(file.name) }]);
        assert.deepEqual(await functionsIn(client), migrated, file.name);
        await client.query('rollback');
      }
    } finally {
      client.release(true);
    }
  });

  test('can be run by the application and by nobody else, but for those of triggers', () => {
    for (const { name, owner, isTrigger, mayRun } of migrated)
      assert.deepEqual(mayRun, isTrigger ? [owner] : ['msi_app', owner].sort(), name);
  });

  test('are what their files say after every run, whatever somebody changed by hand', async () => {
    await sql(`
      ${CHANGED};
      alter function take_letter_slot security invoker reset search_path;
      grant execute on function accept_sales_emails to public;
      revoke execute on function known_recipients from msi_app;
      alter function jobs.is_waiting stable;
      drop function record_activity`);
    assert.notDeepEqual(await functionsIn(database.ownerPool), migrated);
    assert.deepEqual(await migrate(database.urls), { applied: [] });
    assert.deepEqual(await functionsIn(database.ownerPool), migrated);
  });

  test('come all or not at all, and the file that cannot be applied is named', async () => {
    const otherType = 'create function take_letter_slot(bytea, timestamptz, integer, integer) returns text';
    await sql(`${CHANGED}; drop function take_letter_slot; ${otherType} language sql as $$ select '' $$;
      alter function take_letter_slot owner to msi_owner`);
    const before = await functionsIn(database.ownerPool);
    await assert.rejects(migrate(database.urls), /take_letter_slot\.sql cannot be applied: cannot change return type/);
    assert.deepEqual(await functionsIn(database.ownerPool), before);
    await sql('drop function take_letter_slot');
  });

  for (const [what, byLaterRelease] of [
    ['migrations', `insert into schema_migrations (version, name) values (9001, 'later')`],
    ['functions', 'update schema_functions set changes = changes + 1'],
  ] as const)
    test(`stay as a release with later ${what} has made them, and so do rights`, async () => {
      await sql(`${byLaterRelease}; ${CHANGED}; alter function jobs.is_waiting stable; revoke delete on sales_emails from msi_app`);
      const before = await functionsIn(database.ownerPool);
      assert.deepEqual(await migrate(database.urls), { applied: [], isOfLaterRelease: true });
      assert.deepEqual(await functionsIn(database.ownerPool), before);
      const { rows } = await sql(`select has_table_privilege('msi_app', 'sales_emails', 'delete') as "mayDelete"`);
      assert.deepEqual(rows, [{ mayDelete: false }]);
    });

  test('follow later migrations, also where another release had counted more changes of functions', async () => {
    const before = await createDatabaseOfVersion('0023');
    try {
      await before.ownerPool.query(`${CHANGED}; create table schema_functions (changes integer not null);
        alter table schema_functions owner to msi_owner; insert into schema_functions values (9001)`);
      await migrate(before.urls);
      assert.deepEqual(await functionsIn(before.ownerPool), migrated);
    } finally {
      await before.drop();
    }
  });

  test('cannot be held back by the application: it does not count their changes', async () => {
    await assert.rejects(database.pool.query('update schema_functions set changes = 9001'), /permission denied/);
  });

  test('change in their files only: a numbered migration that replaced one would be undone by its file', () => {
    const later = globSync('*.sql', { cwd: MIGRATIONS }).filter((name) => Number.parseInt(name, 10) > LAST_WITH_FUNCTIONS);
    for (const name of later)
      assert.doesNotMatch(readFileSync(path.join(MIGRATIONS, name), 'utf8'), /create\s+or\s+replace\s+function/i, name);
  });

  test('count their changes: a changed file has a new line in changes.txt', () => {
    const changes = functionChanges().map((line) => {
      const [number = '', sum = '', file = ''] = line.split(/ +/);
      return { number: Number(number), sum, name: path.basename(file, '.sql') };
    });
    assert.deepEqual(
      changes.map(({ number }) => number),
      changes.map((_, index) => index + 1),
      'The lines of changes.txt are numbered from 1, without a gap; none is ever taken away.',
    );
    for (const { name } of files) {
      const sum = createHash('sha256')
        .update(readFileSync(path.join(MIGRATIONS, 'functions', `${name}.sql`)))
        .digest('hex');
      const line = `${String(changes.length + 1)} ${sum} ${name}.sql`;
      assert.equal(changes.findLast((change) => change.name === name)?.sum, sum, `Add to changes.txt: ${line}`);
    }
  });
});
