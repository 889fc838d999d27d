import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { enqueue, enqueueQuietly } from './jobs.ts';
import { inOrg } from './postgres.ts';

const ORG = '00D000000000001EAA';
const FUNCTIONS = new URL('../../migrations/functions/', import.meta.url);

/** As `jobs.enqueue_quietly` and `jobs.is_waiting` were written for. A column that is new must be looked at in both. */
const JOBS = [
  'attempts smallint not null default',
  'created_at timestamp with time zone not null default',
  'flags jsonb',
  'id bigint not null',
  'is_available boolean not null generated',
  'job_queue_id integer',
  'key text',
  'last_error text',
  'locked_at timestamp with time zone',
  'locked_by text',
  'max_attempts smallint not null default',
  'payload json not null default',
  'priority smallint not null default',
  'revision integer not null default',
  'run_at timestamp with time zone not null default',
  'task_id integer not null',
  'updated_at timestamp with time zone not null default',
];
const TASKS = ['id integer not null', 'identifier text not null'];

describe('The private tables of the job library', () => {
  let database: TestDatabase;
  before(async () => void (database = await createTestDatabase()));
  afterEach(() => database.ownerPool.query('truncate graphile_worker._private_jobs'));
  after(() => database.drop());

  const columnsOf = async (table: string): Promise<string[]> => {
    const { rows } = await database.ownerPool.query<{ line: string }>(
      `select concat_ws(' ', attname, format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
                case when attgenerated <> '' then 'generated' when atthasdef then 'default' end) as line
         from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attname collate "C"`,
      [`graphile_worker.${table}`],
    );
    return rows.map(({ line }) => line);
  };

  test('have the columns and the key that our SQL was written for', async () => {
    assert.deepEqual(await columnsOf('_private_jobs'), JOBS);
    assert.deepEqual(await columnsOf('_private_tasks'), TASKS);
    const { rows } = await database.ownerPool.query(
      `select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = 'graphile_worker._private_jobs'::regclass and i.indisunique and i.indnkeyatts = 1 and i.indpred is null
          and a.attname = 'key'`,
    );
    assert.equal(rows.length, 1, 'one job for each key');
  });

  test('get from a sweep the job that the library itself would have added', async () => {
    const jobs = async (): Promise<Record<string, unknown>[]> => {
      const { rows } = await database.ownerPool.query<{ job: Record<string, unknown> }>(
        `select to_jsonb(j) - array['id', 'key', 'run_at', 'created_at', 'updated_at', 'payload'] as job, payload
           from graphile_worker._private_jobs j order by id`,
      );
      return rows;
    };
    const payload = { n: 1 };
    // The library adds what it knows the name of for the first time
    await inOrg(database.pool, ORG, (tx) => enqueue(tx, 'work', payload, { key: 'by the library' }));
    await enqueueQuietly(database.pool, 'work', [{ orgId: ORG }], () => ({ payload, key: 'by a sweep' }));
    const [byLibrary, bySweep, ...more] = await jobs();
    assert.deepEqual(bySweep, byLibrary);
    assert.deepEqual(more, []);
  });

  test('are touched by two of our functions and no other', () => {
    const touching = readdirSync(FUNCTIONS).filter((file) => readFileSync(new URL(file, FUNCTIONS), 'utf8').includes('_private_'));
    assert.deepEqual(touching, ['jobs.enqueue_quietly.sql', 'jobs.is_waiting.sql']);
  });
});
