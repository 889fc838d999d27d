import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestDatabase } from '../../test-support/database.ts';
import { createPool, inOrg } from './postgres.ts';

describe('the database', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  before(async () => (database = await createTestDatabase()));
  after(() => database.drop());

  it('fails the query and not the process when a connection breaks in use, and serves the next', async () => {
    const pool = createPool(database.urls.app, 1);
    pool.on('error', () => undefined);
    try {
      await assert.rejects(
        inOrg(pool, '00D000000000001EAA', async (tx) => {
          const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
          await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
          await tx.query('select 1');
        }),
      );
      const { rows } = await pool.query('select 1 as one');
      assert.deepEqual(rows, [{ one: 1 }]);
    } finally {
      await pool.end();
    }
  });

  it('runs what is asked together in its order, each query with its own view of the data', async () => {
    await database.ownerPool.query('create table seen (n integer); grant all on seen to msi_app');
    await inOrg(database.pool, '00D000000000001EAA', async (tx) => {
      const [, { rows: first }, , { rows: second }] = await Promise.all([
        tx.query('insert into seen values (1)'),
        tx.query('select n from seen'),
        tx.query('insert into seen values (2)'),
        tx.query('select n from seen order by n'),
      ]);
      assert.deepEqual([first, second], [[{ n: 1 }], [{ n: 1 }, { n: 2 }]]);
    });
  });

  it('takes back everything that was asked together with what fails', async () => {
    await database.ownerPool.query('create table kept (n integer); grant all on kept to public');
    await assert.rejects(
      inOrg(database.pool, '00D000000000001EAA', (tx) =>
        Promise.all([tx.query('insert into kept values (1)'), tx.query('select 1 / 0'), tx.query('insert into kept values (2)')]),
      ),
      /division by zero/,
    );
    const { rows } = await database.ownerPool.query('select n from kept');
    assert.deepEqual(rows, []);
  });

  it('refuses an org id that is none before anything reaches the database', async () => {
    await assert.rejects(
      inOrg(database.pool, "00D'; drop table", () => Promise.resolve()),
      /18 letters and digits/,
    );
  });
});
