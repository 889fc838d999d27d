import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTestApp, type TestApp } from '../../../test-support/app.ts';
import { inOrg } from '../../platform/postgres.ts';
import { setActivated } from './account-repository.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };

let service: TestApp;
before(async () => (service = await createTestApp()));
after(() => service.close());

test('A sign-in that waits for the end of access is refused with it, and leaves nothing behind', async () => {
  const acme = await service.addOrg({ orgId: ACME });
  const { id } = await acme.addUser(RAE);
  const { pool } = service.database;
  let commit = (): void => undefined;
  const mayCommit = new Promise<void>((resolve) => (commit = resolve));
  let hasEnded = (): void => undefined;
  const ended = new Promise<void>((resolve) => (hasEnded = resolve));
  const deactivating = inOrg(pool, ACME, async (tx) => {
    await tx.query(`update users set state = 'deactivated' where org_id = $1 and id = $2`, [ACME, id]);
    hasEnded();
    await mayCommit;
  });
  await ended;
  const person = {
    ...RAE,
    name: 'Rae Ortiz',
    timeZone: null,
    language: null,
    locale: null,
    now: service.clock.now(),
    provenAddress: RAE.email,
  };
  const signingIn = assert.rejects(
    inOrg(pool, ACME, (tx) => setActivated(tx, ACME, id, person)),
    { status: 409, code: 'user_deactivated' },
  );
  commit();
  await Promise.all([deactivating, signingIn]);
});
