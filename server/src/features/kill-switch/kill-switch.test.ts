import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startGoogle } from '../../../simulators/google/index.ts';
import { startMicrosoft } from '../../../simulators/microsoft/index.ts';
import { startSalesforce, type SalesforceSimulator } from '../../../simulators/salesforce/index.ts';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';
import { createPool, inOrg, type Pool } from '../../platform/postgres.ts';
import { createWork, type Work } from '../../worker-jobs.ts';
import { END_GRANTS } from './index.ts';
import type { KillSwitch, KillSwitchReport } from './schemas.ts';

const ACME = '00D000000000001EAA';
const INITECH = '00D000000000002EAA';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' } as const;
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const GMAIL = '/revoke';
const SALESFORCE = '/services/oauth2/revoke';

describe('The kill switch', () => {
  let google: Awaited<ReturnType<typeof startGoogle>>;
  let microsoft: Awaited<ReturnType<typeof startMicrosoft>>;
  let salesforce: SalesforceSimulator;
  let service: TestApp;
  let workerPool: Pool;
  let work: Work;
  let acme: TestOrg;
  let admin: TestPanel;
  let avery: TestUser;

  before(async () => {
    [google, microsoft, salesforce] = await Promise.all([startGoogle(), startMicrosoft(), startSalesforce()]);
    service = await createTestApp({ urls: { google: google.url, microsoft: microsoft.url, salesforce: salesforce.url } });
    acme = await service.addOrg({ orgId: ACME });
    await service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
    workerPool = createPool(service.database.urls.app, 20);
    workerPool.on('error', () => undefined);
    const { clock, connections, config } = service;
    const mailer = { send: () => Promise.resolve(), close: () => undefined };
    work = createWork({ pool: workerPool, clock, connections, mailer, publicUrl: config.PUBLIC_URL });
  });
  beforeEach(async () => {
    for (const { url } of [google, microsoft, salesforce]) await fetch(`${url}/sim/reset`, { method: 'POST' });
    await sql('update orgs set stopped_at = null');
    for (const table of ['users', 'sales_emails', 'kill_switch_runs', 'connection_secrets', 'oauth_clients', 'oauth_transactions'])
      await sql(`delete from ${table}`);
    await sql('truncate graphile_worker._private_jobs');
    avery = await acme.addUser(AVERY);
    admin = await service.openPanel(acme, AVERY);
  });
  after(async () => {
    await workerPool.end();
    await service.close();
    await Promise.all([google.close(), microsoft.close(), salesforce.close()]);
  });

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await service.database.ownerPool.query<Row>(text, values)).rows;
  const press = (orgName = 'Acme') => admin.request('POST', '/v1/kill-switch', { orgName });
  const shown = async (): Promise<KillSwitch> => (await admin.request('GET', '/v1/kill-switch')).body;
  const report = async (): Promise<KillSwitchReport> => (await shown()).lastRun!;
  const runJob = async (signal = new AbortController().signal): Promise<void> => {
    const [job] = await sql<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [END_GRANTS],
    );
    await work.jobs[END_GRANTS]!(job?.payload, { signal, attempt: 1 });
  };
  const fault = (url: string, order: object) =>
    fetch(`${url}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order) });

  /** Grants as many consents would have left them, here and at the vendors. */
  async function seedGrants(count: number): Promise<void> {
    const { vault } = service.connections;
    const nowMs = Date.now();
    for (let index = 0; index < count; index += 1) {
      const kind = (['google', 'microsoft', 'salesforce'] as const)[index % 3]!;
      const user = await acme.addUser({
        salesforceUserId: `0059${String(index).padStart(14, '0')}`,
        email: `rep${String(index)}@acme.example`,
      });
      const token = `token of ${kind} number ${String(index)}`;
      const scope = 'api refresh_token';
      if (kind === 'google')
        google.state.refreshTokens[token] = {
          sub: String(index),
          clientId: 'msi-google',
          scopes: [],
          issuedAt: nowMs,
          lastUsedAt: nowMs,
          expiresAt: null,
          isRevoked: false,
        };
      if (kind === 'salesforce')
        salesforce.store.state.grants.push({
          id: token,
          orgId: ACME,
          userId: RAE.salesforceUserId,
          clientId: 'msi-salesforce',
          scope,
          refreshToken: token,
          usedRefreshTokens: [],
          createdAtMs: nowMs,
          lastUsedAtMs: nowMs,
          revoked: false,
        });
      const [row] =
        kind === 'salesforce'
          ? await sql<{ id: string }>(
              `insert into salesforce_connections (org_id, user_id, instance_url, identity_url, connected_at)
               values ($1, $2, $3, $3, now()) returning id`,
              [ACME, user.id, salesforce.url],
            )
          : await sql<{ id: string }>(
              `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
               values ($1, $2, $3, $4, $5, now()) returning id`,
              [ACME, user.id, kind, String(index), user.email],
            );
      const id = { orgId: ACME, connectionId: row!.id, provider: kind };
      await inOrg(service.database.pool, ACME, async (tx) => {
        await vault.seal(tx, { ...id, field: kind === 'salesforce' ? 'refresh_token' : 'grant' }, token);
        await vault.seal(tx, { ...id, field: 'access_token' }, token);
      });
    }
  }
  const live = () => [
    Object.values(google.state.refreshTokens).filter((token) => !token.isRevoked).length,
    salesforce.store.state.grants.filter((grant) => !grant.revoked).length,
  ];
  const secrets = async () => (await sql('select 1 from connection_secrets')).length;

  test('ends two hundred grants of three vendors, one slow and one failing now and then, within a minute, and proves it', async () => {
    await seedGrants(200);
    await fault(google.url, { match: { path: GMAIL }, times: 30, action: { kind: 'status', status: 503, body: 'down' } });
    await fault(salesforce.url, { match: { path: SALESFORCE }, times: -1, action: { kind: 'delay', ms: 200 } });
    assert.equal((await press()).status, 200);
    await runJob();
    const { grants, pressedAt, finishedAt, pressedBy } = await report();
    assert.ok(Date.parse(finishedAt!) - Date.parse(pressedAt) < 60_000);
    assert.deepEqual([pressedBy, grants.length, await secrets(), live()], ['Avery Stone', 200, 0, [0, 0]]);
    assert.ok(grants.every(({ shreddedAt, ownerName, address }) => shreddedAt && ownerName && address));
    for (const { provider, revokedAt, note } of grants)
      assert.deepEqual([revokedAt === null, note], provider === 'microsoft' ? [true, 'vendor_has_no_revocation'] : [false, null]);
  });

  test('shreds what a vendor that never answers was to be told, and the report says who must still end it there', async () => {
    await seedGrants(3);
    await fault(google.url, { match: { path: GMAIL }, times: -1, action: { kind: 'status', status: 500, body: 'down' } });
    await press();
    service.clock.advance(44_000);
    await runJob();
    const { grants, finishedAt } = await report();
    assert.ok(finishedAt);
    assert.deepEqual(
      [grants[0]?.provider, grants[0]?.note, grants[0]?.revokedAt, await secrets()],
      ['google', 'vendor_not_reached', null, 0],
    );
    service.clock.set(new Date());
  });

  test('goes on where a process that died in the middle has ended', async () => {
    await seedGrants(6);
    await press();
    const died = new AbortController();
    died.abort();
    await assert.rejects(runJob(died.signal));
    assert.equal((await report()).finishedAt, null);
    await runJob();
    assert.deepEqual([await secrets(), live()], [0, [0, 0]]);
    await runJob();
    assert.equal((await report()).grants.length, 6);
  });

  test('needs the name of the org, and an admin', async () => {
    const wrong = await press('Acm');
    assert.deepEqual([wrong.status, wrong.body.code, (await shown()).stoppedAt], [422, 'name_differs', null]);
    await acme.addUser(RAE);
    const rep = await service.openPanel(acme, RAE);
    assert.equal((await rep.request('POST', '/v1/kill-switch', { orgName: 'Acme' })).status, 403);
  });

  test('takes what waits back, ends everybody’s sessions but the presser’s, and pressed twice is pressed once', async () => {
    const rae = await acme.addUser(RAE);
    const rep = await service.openPanel(acme, RAE);
    await sql(
      `insert into sales_emails (org_id, user_id, record_id, record_object, state, created_at, updated_at)
       select $1, $2, '00Q000000000001EAA', 'Lead', state, now(), now()
         from unnest(array['queued', 'queued', 'scheduled', 'sent']) as state`,
      [ACME, rae.id],
    );
    assert.ok((await press()).body.stoppedAt);
    assert.equal((await press()).status, 200);
    assert.equal((await report()).cancelledEmails, 3);
    assert.deepEqual(await sql('select distinct state, state_reason as reason from sales_emails order by 1'), [
      { state: 'cancelled', reason: 'stopped_by_admin' },
      { state: 'sent', reason: null },
    ]);
    assert.equal((await rep.request('GET', '/v1/me')).status, 401);
    assert.equal((await admin.request('GET', '/v1/me')).status, 200);
    assert.equal((await sql('select 1 from kill_switch_runs')).length, 1);
  });

  test('keeps everybody from connecting until it is lifted, which waits for its work to end', async () => {
    const begun = await service.connections.emailConnections.startMailboxConsent(ACME, avery.id, 'google', Buffer.alloc(32));
    const state = new URL(begun).searchParams.get('state');
    await press();
    const stopped = { code: 'org_stopped', status: 409 };
    const { emailConnections, salesforceConnections } = service.connections;
    await assert.rejects(emailConnections.startMailboxConsent(ACME, avery.id, 'google', Buffer.alloc(32)), stopped);
    await assert.rejects(emailConnections.completeMailboxConsent({ provider: 'google', state, code: 'c', browserHash: Buffer.alloc(32) }), {
      code: 'consent_expired',
    });
    const grant = { organizationId: ACME, userId: '', identityUrl: '', instanceUrl: '', scopes: [], accessToken: 'a', refreshToken: 'r' };
    await assert.rejects(
      inOrg(service.database.pool, ACME, (tx) => salesforceConnections.storeGrant(tx, ACME, avery.id, grant)),
      stopped,
    );
    const client = await admin.request('PUT', '/v1/oauth-clients/google', { clientId: 'c', clientSecret: 's' });
    assert.equal(client.body.code, 'org_stopped');
    assert.equal((await admin.request('DELETE', '/v1/kill-switch')).body.code, 'kill_switch_running');
    await runJob();
    assert.equal((await admin.request('DELETE', '/v1/kill-switch')).body.stoppedAt, null);
    assert.ok(await emailConnections.startMailboxConsent(ACME, avery.id, 'google', Buffer.alloc(32)));
  });

  test('ends OAuth clients and grants that wait for an answer too, and nothing of another org', async () => {
    await admin.request('PUT', '/v1/oauth-clients/google', { clientId: 'acme-google', clientSecret: 'acme-google-secret' });
    await inOrg(service.database.pool, INITECH, (tx) =>
      service.connections.vault.seal(tx, { orgId: INITECH, connectionId: randomUUID(), provider: 'google', field: 'grant' }, 'theirs'),
    );
    await press();
    await runJob();
    assert.deepEqual(
      (await report()).grants.map(({ provider, address, note }) => [provider, address, note]),
      [['google', 'acme-google', 'vendor_has_no_revocation']],
    );
    assert.equal((await admin.request('GET', '/v1/oauth-clients')).body.oauthClients[0].ownedBy, 'service');
    assert.equal(await secrets(), 1);
  });
});
