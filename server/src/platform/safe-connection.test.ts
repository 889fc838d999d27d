import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { faultsOfLine, refuseUnsafeDatabases } from './safe-connection.ts';

describe('A database in production', () => {
  let database: TestDatabase;
  const roles = { bypassing: 'msi_test_bypassing', becoming: 'msi_test_becoming' };
  before(async () => {
    database = await createTestDatabase();
    await dropRoles();
    await database.ownerPool.query(`
      create role ${roles.bypassing} login bypassrls password 'test-only';
      create role ${roles.becoming} login noinherit in role msi_owner password 'test-only'`);
  });
  after(async () => {
    await dropRoles();
    await database.drop();
  });

  const dropRoles = () => database.ownerPool.query(`drop role if exists ${roles.bypassing}; drop role if exists ${roles.becoming}`);
  const as = (role: string): string => Object.assign(new URL(database.urls.app), { username: role }).toString();
  const superuser = (): string => String(database.ownerPool.options.connectionString);
  const check = (url: string) => refuseUnsafeDatabases({ DATABASE_URL: url }, { asServer: true });

  test('is served with the roles that the migration makes', async () => {
    await check(database.urls.app);
    await check(database.urls.jobs);
  });

  test('is not served by a superuser, by who bypasses row-level security, or by the owner of the tables', async () => {
    await assert.rejects(check(superuser()), /^Error: DATABASE_URL is not safe for production: the role \w+ is a superuser/);
    await assert.rejects(check(as(roles.bypassing)), /bypasses row-level security/);
    await assert.rejects(check(database.urls.migration), /owns the tables/);
    await assert.rejects(check(as(roles.becoming)), /may become their owner/);
  });

  test('is reached on this machine, or with TLS', () => {
    for (const [remoteAddress, localAddress] of [
      [undefined, undefined],
      ['127.0.0.1', '127.0.0.1'],
      ['::1', '::1'],
      ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
      ['10.0.0.5', '10.0.0.5'],
    ])
      assert.deepEqual(faultsOfLine({ remoteAddress, localAddress }), []);
    const other = { remoteAddress: '10.0.0.6', localAddress: '10.0.0.5' };
    assert.match(faultsOfLine(other).join(), /10\.0\.0\.6 has no TLS/);
    assert.deepEqual(faultsOfLine({ ...other, encrypted: true }), []);
  });

  for (const script of ['main.ts', 'worker.ts']) {
    test(`that is not safe keeps ${script} from starting, with a sentence`, () => {
      const directory = mkdtempSync(path.join(tmpdir(), 'msi-test-start-'));
      const keyring = path.join(directory, 'keyring.json');
      writeFileSync(keyring, '{}', { mode: 0o600 });
      const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL(`../${script}`, import.meta.url))], {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: superuser(),
          JOBS_DATABASE_URL: database.urls.jobs,
          PUBLIC_URL: 'https://msi.example',
          SALESFORCE_CLIENT_ID: 'a',
          SALESFORCE_CLIENT_SECRET: 'a',
          GOOGLE_CLIENT_ID: 'a',
          GOOGLE_CLIENT_SECRET: 'a',
          MICROSOFT_CLIENT_ID: 'a',
          MICROSOFT_CLIENT_SECRET: 'a',
          TOKEN_ENCRYPTION_KEYRING: keyring,
          SESSION_SIGNING_KEY: 'a'.repeat(44),
          SMTP_URL: 'smtps://mail.example',
          SMTP_FROM: 'MSI Actions <welcome@msi.example>',
        },
      });
      rmSync(directory, { recursive: true });
      assert.equal(status, 1);
      assert.match(stderr, /^DATABASE_URL is not safe for production: the role \w+ is a superuser, or may become one\.\n$/);
    });
  }
});
