import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createDatabaseOfVersion, type TestDatabase } from '../../test-support/database.ts';
import { until } from '../../test-support/until.ts';
import { migrate } from './migrate.ts';

describe('A migration while the release before serves', () => {
  let database: TestDatabase;
  before(async () => void (database = await createDatabaseOfVersion('0024')));
  after(() => database.drop());

  const migrationWaits = async (): Promise<boolean> =>
    (
      await database.ownerPool.query(
        `select from pg_stat_activity where application_name = 'msi-actions-migrate' and wait_event_type = 'Lock'`,
      )
    ).rowCount !== 0;

  test('gives way to a transaction that wants the tables in another order, and runs when that has ended', async () => {
    const client = await database.ownerPool.connect();
    await client.query('begin');
    await client.query('select from sales_emails');
    const migrating = migrate(database.urls);
    migrating.catch(() => undefined);
    await until('the migration waits', migrationWaits);
    // Before, the migration had this table already and wanted the other one: one of the two had to fail
    await client.query('select from salesforce_writes');
    await client.query('commit');
    client.release();
    await migrating;
    const { rowCount } = await database.ownerPool.query(`select from information_schema.tables where table_name = 'facts'`);
    assert.equal(rowCount, 1);
  });
});
