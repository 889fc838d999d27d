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

  it('refuses an org id that is none before anything reaches the database', async () => {
    await assert.rejects(
      inOrg(database.pool, "00D'; drop table", () => Promise.resolve()),
      /18 letters and digits/,
    );
  });
});
