import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestApp, TestPanel } from '../../../test-support/app.ts';
import { keepSalesforce } from '../../../test-support/keep-salesforce.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';
import { AVERY, startUsersRig, type UsersRig } from '../../../test-support/users-rig.ts';
import { probeApiAccess } from '../salesforce-connections/index.ts';
import { CHECK_API_ACCESS, createCheckApiAccess } from './check-api-access.ts';
import { createLookForInactiveUsers } from './look-for-inactive-users.ts';

const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' };
const HOUR_MS = 3_600_000;
const NOW = { signal: new AbortController().signal, attempt: 1 };

describe('The Users page', () => {
  let rig: UsersRig;
  let service: TestApp;
  let acme: TestOrg;
  let avery: TestUser;
  let rae: TestUser;
  let admin: TestPanel;
  before(async () => {
    rig = await startUsersRig();
    ({ service, acme } = rig);
  });
  after(() => rig.close());
  beforeEach(async () => {
    ({ avery, admin } = await rig.reset());
    rae = await acme.addUser(RAE);
  });

  const list = async () => (await admin.request('GET', '/v1/users')).body;
  const rowOf = async (id: string) => (await list()).users.find((user: { id: string }) => user.id === id);
  const setRaesApi = (apiEnabled: boolean) => rig.changeInSalesforce(RAE.salesforceUserId, { apiEnabled });
  const checkJobs = async (): Promise<number> => {
    const { rows } = await service.database.jobsPool.query<{ count: number }>(
      'select count(*)::int as count from graphile_worker.jobs where task_identifier = $1',
      [CHECK_API_ACCESS],
    );
    return rows[0]?.count ?? 0;
  };
  const connections = () => service.connections.salesforceConnections;
  const runCheck = () =>
    createCheckApiAccess({
      pool: service.database.pool,
      clock: service.clock,
      probeApiAccess: (orgId, userId) => probeApiAccess(connections(), orgId, userId),
    })({ orgId: acme.orgId }, NOW);

  test('names who has lost API Enabled, and who has it again, when an admin asks', async () => {
    await keepSalesforce(service, rae);
    assert.equal((await rowOf(rae.id)).salesforce, 'connected');
    await setRaesApi(false);
    const { status, body } = await admin.request('POST', '/v1/users/api-access-checks');
    assert.deepEqual([status, await checkJobs()], [202, 1]);
    await runCheck();
    assert.equal((await rowOf(rae.id)).salesforce, 'api_disabled');
    assert.ok((await list()).apiAccessCheckedAt >= body.askedAt, 'the page sees that it is over');
    await setRaesApi(true);
    await runCheck();
    assert.equal((await rowOf(rae.id)).salesforce, 'connected');
  });

  test('asks for API Enabled again every day without anybody pressing', async () => {
    await keepSalesforce(service, rae);
    await rig.sql(`update orgs set users_checked_at = now() - interval '25 hours'`);
    const { look, sweep } = createLookForInactiveUsers({
      pool: service.database.pool,
      clock: service.clock,
      openSalesforce: connections().open,
    });
    await sweep();
    await look({ orgId: acme.orgId }, NOW);
    assert.equal(await checkJobs(), 1);
    await look({ orgId: acme.orgId }, NOW);
    assert.equal(await checkJobs(), 1, 'once a day');
  });

  test('an org in which nobody may use the API is asked again too', async () => {
    await keepSalesforce(service, rae);
    await setRaesApi(false);
    await runCheck();
    const { rows } = await service.database.ownerPool.query(`select from orgs_with_unchecked_users(now() + interval '1 day')`);
    assert.equal(rows.length, 1);
    await setRaesApi(true);
  });

  test('tells when somebody was last here, to the hour', async () => {
    assert.equal((await rowOf(rae.id)).lastActiveAt, null);
    const began = service.clock.now().toISOString();
    await service.openPanel(acme, RAE);
    const first = (await rowOf(rae.id)).lastActiveAt;
    assert.ok(first >= began);
    service.clock.advance(HOUR_MS / 10);
    await service.openPanel(acme, RAE);
    assert.equal((await rowOf(rae.id)).lastActiveAt, first);
    service.clock.advance(HOUR_MS);
    await service.openPanel(acme, RAE);
    admin = await service.openPanel(acme, AVERY);
    assert.ok((await rowOf(rae.id)).lastActiveAt > first);
  });

  test('names mailboxes that are connected and cannot send, and says who is looking', async () => {
    await rig.sql(
      `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at, trouble, trouble_since, trouble_count)
       values ($1, $2, 'google', 'rae', $3, now(), 'full', now(), 1)`,
      [acme.orgId, rae.id, RAE.email],
    );
    const { meId, mailboxTroubles } = await list();
    assert.deepEqual([meId, mailboxTroubles], [avery.id, [{ userId: rae.id, kind: 'full' }]]);
  });

  test('shows after a resend that the letter is on its way, and then when it left', async () => {
    const { body } = await admin.request('POST', '/v1/users/invitations', { emails: ['new@acme.example'] });
    const { id } = body.results[0].user;
    await rig.sql('update users set invitation_sent_at = $2, invited_at = $2 where id = $1', [
      id,
      new Date(service.clock.now().getTime() - HOUR_MS),
    ]);
    service.clock.advance(61_000);
    const before = service.clock.now().toISOString();
    const again = await admin.request('POST', `/v1/users/${id}/invitation`);
    assert.deepEqual([again.body.invitationSentAt, again.body.invitedAt >= before], [null, true]);
  });

  test('is downloaded as CSV by an admin, and a name that a spreadsheet would run is text', async () => {
    await rig.sql(`update users set name = '=1+1' where id = $1`, [rae.id]);
    const { status, headers, body } = await admin.request('GET', '/v1/users/csv');
    assert.equal(status, 200);
    assert.match(String(headers['content-disposition']), /users\.csv/);
    const lines = String(body).trim().split('\r\n');
    assert.equal(lines.length, 3);
    assert.ok(
      lines.some((line) => line.startsWith(`'=1+1,${RAE.email},rep,activated,`)),
      lines.join('\n'),
    );
    const rep = await service.openPanel(acme, RAE);
    for (const [method, path] of [
      ['GET', 'csv'],
      ['POST', 'api-access-checks'],
    ] as const)
      assert.equal((await rep.request(method, `/v1/users/${path}`)).body.code, 'admins_only');
  });
});
