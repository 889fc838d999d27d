import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../test-support/database.ts';
import { S3_KEYS, startS3, type TestS3 } from '../../../test-support/s3.ts';
import { ObjectMissing, type ObjectStore } from './object-store.ts';
import { createPostgresStore } from './postgres-store.ts';
import { createS3Store } from './s3-store.ts';

const ACME = '00D000000000001EAA';
const INITECH = '00D000000000002EAA';
const LARGE = randomBytes(3_100_000);

describe('An object store', () => {
  let database: TestDatabase;
  let s3: TestS3;
  before(async () => {
    [database, s3] = await Promise.all([createTestDatabase(), startS3()]);
    for (const [orgId, name] of [
      [ACME, 'acme'],
      [INITECH, 'initech'],
    ])
      await database.ownerPool.query(
        `insert into orgs (org_id, name, my_domain_url, lightning_origin, registration_step, created_at, registered_at)
         values ($1, $2, 'https://' || $2 || '.my.salesforce.com', 'https://' || $2 || '.lightning.force.com', 'done', now(), now())`,
        [orgId, name],
      );
  });
  after(() => Promise.all([database.drop(), s3.close()]));

  const stores: Record<string, () => ObjectStore> = {
    'in the database': () => createPostgresStore(database.pool),
    'in a bucket': () => createS3Store(s3.settings),
  };
  const read = async (store: ObjectStore, key: { orgId: string; id: string }): Promise<Buffer> => buffer(await store.get(key));

  for (const [where, open] of Object.entries(stores))
    test(`${where} gives back what was put, from bytes and from a stream, until it is deleted`, async () => {
      const store = open();
      for (const bytes of [Buffer.from('x'), LARGE.subarray(0, 2_000_000), LARGE]) {
        const key = { orgId: ACME, id: randomUUID() };
        await store.put(key, bytes, bytes.length);
        assert.ok((await read(store, key)).equals(bytes), `${String(bytes.length)} bytes`);
        const streamed = { orgId: ACME, id: randomUUID() };
        await store.put(streamed, Readable.from([bytes.subarray(0, 1), bytes.subarray(1)]), bytes.length);
        assert.ok((await read(store, streamed)).equals(bytes), `${String(bytes.length)} bytes, streamed`);
        await store.delete(key);
        await store.delete(key);
        await assert.rejects(store.get(key), ObjectMissing);
        await assert.rejects(store.get({ ...streamed, orgId: INITECH }), ObjectMissing, 'of another org');
      }
    });

  for (const [where, open] of Object.entries(stores))
    test(`${where} keeps nothing of a stream that breaks`, async () => {
      const store = open();
      const key = { orgId: ACME, id: randomUUID() };
      const broken = Readable.from(
        (async function* broken() {
          yield LARGE.subarray(0, 1_500_000);
          throw new Error('The file is gone');
        })(),
      );
      await assert.rejects(store.put(key, broken, LARGE.length));
      await assert.rejects(store.get(key), ObjectMissing);
    });

  test('in the database leaves no large object behind, also when its org is deleted, and the service has no right to any', async () => {
    const store = createPostgresStore(database.pool);
    const count = async () => (await database.ownerPool.query('select from pg_largeobject_metadata')).rowCount ?? 0;
    const before = await count();
    for (let left = 2; left > 0; left -= 1) await store.put({ orgId: INITECH, id: randomUUID() }, LARGE, LARGE.length);
    assert.equal(await count(), before + 2);
    const { rows } = await database.ownerPool.query<{ number: number }>('select large_object as number from stored_objects');
    await assert.rejects(async () => database.pool.query('select lo_get($1)', [rows[0]?.number]), /permission denied/);
    await database.ownerPool.query('delete from orgs where org_id = $1', [INITECH]);
    assert.equal(await count(), before);
  });

  test('in a bucket waits for whoever reads slowly', async () => {
    const timeoutMs = 200;
    const key = { orgId: ACME, id: randomUUID() };
    await createS3Store(s3.settings).put(key, LARGE, LARGE.length);
    const bytes = await createS3Store(s3.settings, timeoutMs).get(key);
    await once(AbortSignal.timeout(3 * timeoutMs), 'abort');
    assert.ok((await buffer(bytes)).equals(LARGE));
  });

  test('in a bucket refuses whoever signs with another secret', async () => {
    const store = createS3Store({ ...s3.settings, secretAccessKey: `${S3_KEYS.secretAccessKey}x` });
    const key = { orgId: ACME, id: randomUUID() };
    await assert.rejects(store.put(key, Buffer.from('x'), 1), /answered a PUT with 403/);
    await assert.rejects(createS3Store(s3.settings).get(key), ObjectMissing);
  });
});
