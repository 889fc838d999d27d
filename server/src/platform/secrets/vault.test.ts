import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../test-support/database.ts';
import { createTestClock } from '../../../test-support/test-clock.ts';
import { inOrg } from '../postgres.ts';
import {
  createVault,
  keysInUse,
  lockSecret,
  openFileKeyring,
  redacted,
  REDACTED,
  rewrapAll,
  SecretError,
  type FileKeyring,
  type SecretId,
  type Vault,
} from './index.ts';

const ORG = '00D000000000001EAA';
const OTHER_ORG = '00D000000000002EAA';
const clock = createTestClock();

describe('The vault', () => {
  let database: TestDatabase;
  let directory: string;
  let keyring: FileKeyring;
  let vault: Vault;

  before(async () => {
    database = await createTestDatabase();
    directory = mkdtempSync(path.join(tmpdir(), 'msi-vault-test-'));
    keyring = openFileKeyring(path.join(directory, 'keys.json'), { create: true });
    vault = createVault({ keyring, clock });
    for (const org of [ORG, OTHER_ORG])
      await database.ownerPool.query(
        `insert into orgs (org_id, name, my_domain_url, created_at) values ($1, 'Acme', 'https://acme.my.salesforce.com', now())`,
        [org],
      );
  });
  after(async () => {
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const newId = (): SecretId => ({ orgId: ORG, connectionId: randomUUID(), provider: 'google', field: 'grant' });
  const seal = (id: SecretId, text: string) => inOrg(database.pool, id.orgId, (tx) => vault.seal(tx, id, text));
  const open = (id: SecretId, purpose = 'test') => inOrg(database.pool, id.orgId, (tx) => vault.open(tx, id, purpose));
  const raw = async (sql: string, values: unknown[] = []) => (await database.ownerPool.query(sql, values)).rows;

  test('gives back exactly what was stored, and leaves nothing readable in the database', async () => {
    const id = newId();
    await seal(id, '1//the-refresh-token');
    assert.equal(await open(id), '1//the-refresh-token');
    const stored = JSON.stringify(
      await raw(`select encode(ciphertext, 'escape') as c, encode(wrapped_dek, 'escape') as w from connection_secrets`),
    );
    assert.ok(!stored.includes('the-refresh-token'));
  });

  test('writes down every decrypt with its purpose', async () => {
    const id = newId();
    await seal(id, 'x');
    await open(id, 'send a sales email');
    assert.deepEqual(await raw('select field, purpose from secret_audit where connection_id = $1', [id.connectionId]), [
      { field: 'grant', purpose: 'send a sales email' },
    ]);
  });

  test('never uses a data key twice', async () => {
    const id = newId();
    await seal(id, 'one');
    const [first] = await raw('select wrapped_dek, key_version from connection_secrets where connection_id = $1', [id.connectionId]);
    await seal(id, 'two');
    const [second] = await raw('select wrapped_dek, key_version from connection_secrets where connection_id = $1', [id.connectionId]);
    assert.deepEqual([first.key_version, second.key_version], [1, 2]);
    assert.notDeepEqual(first.wrapped_dek, second.wrapped_dek);
    assert.equal(await open(id), 'two');
  });

  for (const [name, change] of [
    ['the row of another connection', `connection_id = $2`],
    ['another field', `field = 'access_token'`],
    ['another provider', `provider = 'microsoft'`],
    ['another key version', `key_version = 7`],
    ['another org', `org_id = '${OTHER_ORG}'`],
    ['one flipped bit of the ciphertext', `ciphertext = set_bit(ciphertext, 200, 1 - get_bit(ciphertext, 200))`],
    ['one flipped bit of the data key', `wrapped_dek = set_bit(wrapped_dek, 300, 1 - get_bit(wrapped_dek, 300))`],
    ['another format', `ciphertext = set_byte(ciphertext, 0, 9)`],
  ] as const) {
    test(`refuses a secret that was moved or changed: ${name}`, async () => {
      const id = newId();
      const target = randomUUID();
      await seal(id, 'x');
      await raw(
        `update connection_secrets set ${change} where connection_id = $1`,
        change.includes('$2') ? [id.connectionId, target] : [id.connectionId],
      );
      const moved: SecretId = {
        orgId: name === 'another org' ? OTHER_ORG : ORG,
        connectionId: change.includes('$2') ? target : id.connectionId,
        provider: name === 'another provider' ? 'microsoft' : 'google',
        field: name === 'another field' ? 'access_token' : 'grant',
      };
      await assert.rejects(open(moved), { name: 'SecretError', message: 'The secret cannot be opened.' });
    });
  }

  test('destroys all secrets of a connection, and of no other', async () => {
    const [mine, other] = [newId(), newId()];
    await seal(mine, 'x');
    await seal({ ...mine, field: 'access_token' }, 'y');
    await seal(other, 'z');
    await inOrg(database.pool, ORG, (tx) => vault.shred(tx, ORG, mine.connectionId));
    await assert.rejects(open(mine), SecretError);
    await assert.rejects(open({ ...mine, field: 'access_token' }), SecretError);
    assert.equal(await open(other), 'z');
  });

  test('opens what it sealed for transit with the same context only', async () => {
    const sealed = await vault.sealForTransit('verifier'.repeat(1000), ['org', 'google']);
    assert.equal(await vault.openFromTransit(sealed, ['org', 'google']), 'verifier'.repeat(1000));
    for (const context of [['org', 'microsoft'], ['orggoogle'], ['or', 'ggoogle'], []])
      await assert.rejects(vault.openFromTransit(sealed, context), SecretError);
    await assert.rejects(vault.openFromTransit(Buffer.alloc(0), ['org', 'google']), SecretError);
    await assert.rejects(vault.openFromTransit(sealed.subarray(0, 40), ['org', 'google']), SecretError);
  });

  test('rotates its keys while secrets are in use, and waits for those that are locked', async () => {
    await raw('delete from connection_secrets');
    const ids = [newId(), newId(), newId()];
    for (const id of ids) await seal(id, 'kept');
    const before = await raw('select connection_id, ciphertext from connection_secrets where connection_id = any($1) order by 1', [
      ids.map((id) => id.connectionId),
    ]);
    const oldKey = await keyring.currentKeyId();

    const [isLocked, mayGoOn] = [Promise.withResolvers<true>(), Promise.withResolvers<true>()];
    const refresh = inOrg(database.pool, ORG, async (tx) => {
      await lockSecret(tx, ids[0]!);
      isLocked.resolve(true);
      await mayGoOn.promise;
      await vault.seal(tx, ids[0]!, 'refreshed');
    });
    await isLocked.promise;
    const newKey = await keyring.addKey();
    const rotation = rewrapAll({ pool: database.pool, keyring });
    mayGoOn.resolve(true);
    await refresh;
    assert.deepEqual(await rotation, { rewrapped: 2, unreadable: [] });

    assert.deepEqual(await keysInUse(database.pool), new Set([newKey]));
    assert.deepEqual([await open(ids[0]!), await open(ids[1]!)], ['refreshed', 'kept']);
    const after = await raw('select connection_id, ciphertext from connection_secrets where connection_id = any($1) order by 1', [
      ids.map((id) => id.connectionId),
    ]);
    const unchanged = before.filter(({ connection_id: id }) => id !== ids[0]!.connectionId);
    assert.deepEqual(
      after.filter(({ connection_id: id }) => id !== ids[0]!.connectionId),
      unchanged,
      'secrets themselves are not touched',
    );
    await keyring.removeKeys([oldKey]);
    assert.equal(await open(ids[2]!), 'kept');
  });

  test('rotates past a damaged secret and names its connection', async () => {
    await raw('delete from connection_secrets');
    const [good, bad] = [newId(), newId()];
    for (const id of [good, bad]) await seal(id, 'kept');
    await raw('update connection_secrets set key_version = 9 where connection_id = $1', [bad.connectionId]);
    await keyring.addKey();
    assert.deepEqual(await rewrapAll({ pool: database.pool, keyring }), { rewrapped: 1, unreadable: [bad.connectionId] });
    assert.equal(await open(good), 'kept');
    await raw('delete from connection_secrets');
  });

  test('notices a key that another process has added', async () => {
    const elsewhere = openFileKeyring(path.join(directory, 'keys.json'), { create: false });
    const added = await elsewhere.addKey();
    assert.equal(await keyring.currentKeyId(), added);
  });

  test('fails loudly when a key is gone', async () => {
    const id = newId();
    await seal(id, 'x');
    const used = await keyring.currentKeyId();
    await keyring.addKey();
    await keyring.removeKeys([used]);
    await assert.rejects(open(id), { name: 'SecretError' });
  });

  test('keeps its key file to its owner, and refuses one that is not', () => {
    const file = path.join(directory, 'keys.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const shown = path.join(directory, 'shown.json');
    copyFileSync(file, shown);
    chmodSync(shown, 0o644);
    assert.throws(() => openFileKeyring(shown, { create: false }), /can be read by others/);
  });

  test('does not invent keys where they must exist already', () => {
    assert.throws(() => openFileKeyring(path.join(directory, 'missing.json'), { create: false }), /does not exist/);
  });
});

describe('Redaction', () => {
  for (const secret of [
    'ya29.a0AfH6SMB-x_y',
    '1//0gabcdefghijk-_',
    '00D000000000001!AQEAQ.abc_DEF',
    '5Aep861.abc==',
    'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl',
    '00D000000000001EAA.abcdefghijklmnopqrstuvwxyz012345',
    '/oauth/google/callback?code=4/0AbC&state=xyz',
  ])
    test(`leaves nothing of ${secret.slice(0, 12)}…`, () => {
      const line = redacted(`before ${secret} after`);
      assert.ok(line.includes(REDACTED) && line.startsWith('before ') && line.endsWith(' after'));
      assert.ok(!line.includes(secret));
    });

  test('leaves ordinary text alone', () =>
    assert.equal(redacted('Hello Dana, 1/2 of 00Q000000000001EAA'), 'Hello Dana, 1/2 of 00Q000000000001EAA'));
});
