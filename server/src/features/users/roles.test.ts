import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';
import { openApiDocument } from '../../openapi-document.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const SAM = { salesforceUserId: '005000000000004AAA', email: 'sam@acme.example', name: 'Sam Blake' };
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' };

describe('Roles', () => {
  let service: TestApp;
  let acme: TestOrg;
  let avery: TestUser;
  let sam: TestUser;
  let rae: TestUser;
  let admin: TestPanel;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: '00D000000000001EAA' });
  });
  after(() => service.close());
  beforeEach(async () => {
    await service.database.ownerPool.query('delete from users; delete from security_events');
    avery = await acme.addUser({ ...AVERY, role: 'admin' });
    sam = await acme.addUser({ ...SAM, role: 'admin' });
    rae = await acme.addUser(RAE);
    admin = await service.openPanel(acme, AVERY);
  });

  const setRole = (id: string, role: string, panel = admin) => panel.request('PUT', `/v1/users/${id}/role`, { role });
  const withToken = async (claims: Record<string, unknown>, url = '/v1/users') => {
    const authorization = `PanelToken ${await acme.panelToken(AVERY, { claims })}`;
    const answer = await service.app.inject({ method: 'GET', url, headers: { authorization } });
    return {
      status: answer.statusCode,
      session: String(answer.headers['x-panel-session']),
      body: answer.json<{ code?: string; title?: string }>(),
    };
  };

  test('An admin without the permission of Salesforce administers nothing, with the token and with the session', async () => {
    const { status, session, body } = await withToken({ admin: false });
    assert.deepEqual([status, body.code], [403, 'admin_permission_missing']);
    const again = await service.app.inject({ url: '/v1/users', headers: { authorization: `Bearer ${session}` } });
    assert.equal(again.json<{ code: string }>().code, 'admin_permission_missing');
    assert.equal((await withToken({ admin: false }, '/v1/me')).status, 200, 'what a rep may do stays');
  });

  test('A package that does not say whether the permission is there is told to be updated', async () => {
    for (const claim of [null, 'true', 1]) {
      const { status, body } = await withToken({ admin: claim });
      assert.deepEqual([status, body.code], [403, 'package_outdated']);
      assert.match(body.title ?? '', /update/i);
    }
  });

  test('The permission of Salesforce alone makes no rep an admin', async () => {
    const panel = await service.openPanel(acme, RAE);
    assert.equal((await panel.request('GET', '/v1/users')).body.code, 'admins_only');
  });

  test('No route is open to an admin whose permission Salesforce has taken away, unless a rep may call it', async () => {
    const rep = await service.openPanel(acme, RAE);
    const { session } = await withToken({ admin: false });
    const { paths } = (await openApiDocument()) as { paths: Record<string, Record<string, unknown>> };
    let closed = 0;
    for (const [path, operations] of Object.entries(paths))
      for (const method of Object.keys(operations)) {
        const url = path.replace('{id}', rae.id).replace('{provider}', 'google');
        const asked = { method: method.toUpperCase() as 'GET', url, headers: { authorization: `Bearer ${session}` } };
        const forRep = await rep.request(asked.method, url);
        if (forRep.body?.code !== 'admins_only') continue;
        closed += 1;
        assert.equal((await service.app.inject(asked)).json<{ code: string }>().code, 'admin_permission_missing', `${method} ${path}`);
      }
    assert.ok(closed >= 5, `only ${String(closed)} routes are for admins`);
  });

  test('Admins are made reps and reps admins, and the log says who did it', async () => {
    assert.deepEqual([(await setRole(rae.id, 'admin')).body.role, (await setRole(sam.id, 'rep')).body.role], ['admin', 'rep']);
    await setRole(sam.id, 'rep');
    const { rows } = await service.database.ownerPool.query<object>(
      `select about, actor_name as actor, details from security_events where kind = 'role_changed' order by id`,
    );
    assert.deepEqual(rows, [
      { about: RAE.email, actor: AVERY.email, details: { from: 'rep', to: 'admin' } },
      { about: SAM.email, actor: AVERY.email, details: { from: 'admin', to: 'rep' } },
    ]);
  });

  test('An admin who was made a rep is none any more with the next request of an open session', async () => {
    const panel = await service.openPanel(acme, SAM);
    assert.equal((await panel.request('GET', '/v1/users')).status, 200);
    await setRole(sam.id, 'rep');
    assert.equal((await panel.request('GET', '/v1/users')).body.code, 'admins_only');
    assert.equal((await setRole(avery.id, 'rep', panel)).body.code, 'admins_only');
  });

  test('The last admin stays one; only those who have activated their user count', async () => {
    await acme.addUser({ salesforceUserId: '005000000000077AAA', email: 'invited@acme.example', role: 'admin', state: 'invited' });
    assert.equal((await setRole(sam.id, 'rep')).status, 200);
    const refused = await setRole(avery.id, 'rep');
    assert.deepEqual([refused.status, refused.body.code], [409, 'last_admin']);
    await setRole(rae.id, 'admin');
    assert.equal((await setRole(avery.id, 'rep')).status, 200, 'somebody else is there now');
  });

  test('Two admins who take the role from each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      await service.database.ownerPool.query(`update users set role = 'admin' where id = any($1)`, [[avery.id, sam.id]]);
      const panels = [await service.openPanel(acme, AVERY), await service.openPanel(acme, SAM)] as const;
      const answers = await Promise.all([setRole(sam.id, 'rep', panels[0]), setRole(avery.id, 'rep', panels[1])]);
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    }
  });

  test('Two admins who deactivate each other at once leave one', async () => {
    const deactivate = (id: string, panel: TestPanel) => panel.request('POST', `/v1/users/${id}/deactivation`);
    for (let round = 0; round < 5; round += 1) {
      await service.database.ownerPool.query(`update users set state = 'activated', deactivated_at = null where id = any($1)`, [
        [avery.id, sam.id],
      ]);
      const panels = [await service.openPanel(acme, AVERY), await service.openPanel(acme, SAM)] as const;
      const answers = await Promise.all([deactivate(sam.id, panels[0]), deactivate(avery.id, panels[1])]);
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    }
  });

  test('A rep changes no role', async () => {
    const panel = await service.openPanel(acme, RAE);
    assert.deepEqual(
      [(await setRole(rae.id, 'admin', panel)).body.code, (await setRole(avery.id, 'rep', panel)).body.code],
      ['admins_only', 'admins_only'],
    );
  });
});
