import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg } from '../../../test-support/org.ts';
import { settleAddresses } from './settle-addresses.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example' };
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@bücher.example' };
const CANONICAL = 'rae@xn--bcher-kva.example';

describe('Users whose address was kept with letters beyond ASCII', () => {
  let service: TestApp;
  let acme: TestOrg;
  let initech: TestOrg;
  let admin: TestPanel;
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: '00D000000000001EAA' });
    initech = await service.addOrg({ orgId: '00D000000000002EAA', lightningOrigin: 'https://initech.lightning.force.com' });
  });
  after(() => service.close());
  beforeEach(async () => {
    await service.database.ownerPool.query('delete from users');
    await acme.addUser({ ...AVERY, role: 'admin' });
    admin = await service.openPanel(acme, AVERY);
  });

  const addresses = async () =>
    (
      await service.database.ownerPool.query<{ email: string; proven: string | null }>(
        `select email, proven_address as proven from users where email not like 'avery%' order by state, email`,
      )
    ).rows.map(({ email, proven }) => [email, proven]);
  const inviteOutcome = async (email: string): Promise<string> =>
    (await admin.request('POST', '/v1/users/invitations', { emails: [email] })).body.results[0].outcome;

  test('are found by the form in which addresses are compared', async () => {
    await acme.addUser(RAE);
    assert.equal(await settleAddresses(service.database.pool), 1);
    assert.deepEqual(await addresses(), [[CANONICAL, CANONICAL]]);
    assert.deepEqual([await inviteOutcome(RAE.email), await inviteOutcome(CANONICAL)], ['already_active', 'already_active']);
    assert.equal(await settleAddresses(service.database.pool), 0, 'once is enough');
  });

  test('are led on by the panel when they are invited', async () => {
    await acme.addUser({ ...RAE, state: 'invited' });
    await settleAddresses(service.database.pool);
    const panel = await service.openPanel(acme, RAE);
    assert.equal((await panel.request('GET', '/v1/me')).body.code, 'not_activated');
  });

  test('leave an address alone that somebody has already, here or in another org', async () => {
    await acme.addUser({ ...RAE, state: 'invited' });
    await acme.addUser({ ...RAE, email: CANONICAL });
    await initech.addUser({ ...RAE, salesforceUserId: '005000000000021AAA' });
    assert.equal(await settleAddresses(service.database.pool), 0);
    assert.deepEqual(await addresses(), [
      [RAE.email, RAE.email],
      [CANONICAL, CANONICAL],
      [RAE.email, null],
    ]);
  });
});
