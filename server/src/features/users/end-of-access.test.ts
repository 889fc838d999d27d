import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestPanel } from '../../../test-support/app.ts';
import { until } from '../../../test-support/until.ts';
import { inOrg } from '../../platform/postgres.ts';
import type { EndedAccess } from '../kill-switch/index.ts';
import { END_INACTIVE_USER } from './end-inactive-user.ts';
import { LOOK_FOR_INACTIVE_USERS } from './look-for-inactive-users.ts';
import { ACME, DANA, NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const DAY_MS = 86_400_000;

interface ListedUser {
  id: string;
  email: string;
  state: string;
  mailbox: object | null;
  endedAccess: EndedAccess | null;
}

describe('The end of a user’s access', () => {
  let rig: SellingRig;
  let admin: TestPanel;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  after(() => rig.close());
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    await rig.database.ownerPool.query(
      'delete from kill_switch_runs; delete from connection_secrets; delete from oauth_transactions; ' +
        'update orgs set users_checked_at = null',
    );
    await rig.org.addUser({ ...AVERY, role: 'admin' });
    admin = await rig.service.openPanel(rig.org, AVERY);
    rae = await rig.addRep(RAE, 'google');
  });

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const listed = async (email: string): Promise<ListedUser> =>
    ((await admin.request('GET', '/v1/users')).body as { users: ListedUser[] }).users.find((user) => user.email === email)!;
  const deactivate = (user: { id: string }) => admin.request('POST', `/v1/users/${user.id}/deactivation`);
  const ended = async (email: string): Promise<ListedUser> => {
    const user = await until('the grants are ended', async () => {
      await rig.work.sweep();
      const found = await listed(email);
      return found.endedAccess?.finishedAt ? found : null;
    });
    return user;
  };
  const secretsOf = ({ user }: Rep) =>
    sql(
      `select 1 from connection_secrets where connection_id in (
         select id from email_connections where user_id = $1 union select id from salesforce_connections where user_id = $1)`,
      [user.id],
    );
  const liveAtSalesforce = async (salesforceUserId: string): Promise<number> => {
    const { grants } = await rig.simulator('salesforce', 'GET', `/sim/users/${salesforceUserId}/grants`);
    return grants.filter(({ revoked }: Answered) => !revoked).length;
  };
  const events = () => sql<Answered>(`select kind, outcome, actor_name as name, about, details from security_events order by id`);

  test('ends the grants at their vendors and destroys their keys, and the admin sees what the vendors said', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await sql('truncate security_events');
    const { status, body } = await deactivate(rae.user);
    assert.deepEqual([status, body.state, body.mailbox, body.endedAccess.reason], [200, 'deactivated', null, 'deactivated_by_admin']);
    assert.equal(body.endedAccess.grants.length, 2);
    await rig.startWorker();
    const { endedAccess } = await ended(RAE.email);
    assert.deepEqual(
      endedAccess!.grants.map(({ provider, address, shreddedAt, revokedAt, note }) => [
        provider,
        address,
        Boolean(shreddedAt && revokedAt),
        note,
      ]),
      [
        ['google', RAE.email, true, null],
        ['salesforce', RAE.email, true, null],
      ],
    );
    assert.deepEqual([await secretsOf(rae), await liveAtSalesforce(RAE.salesforceUserId)], [[], 0]);
    assert.deepEqual([(await secretsOf(noor)).length > 0, await liveAtSalesforce(NOOR.salesforceUserId)], [true, 1]);
    const [event, ...others] = (await events()).filter(({ kind }) => kind === 'grants_ended');
    assert.deepEqual(
      [others, event.outcome, event.name, event.about, event.details],
      [
        [],
        'done',
        AVERY.name,
        RAE.email,
        { reason: 'deactivated_by_admin', grants: 2, revoked: 2, vendorHasNoRevocation: 0, vendorNotReached: 0 },
      ],
    );
  });

  test('is the end of looking into the mailbox, of its push and of keeping the grants alive', async () => {
    await rig.startWorker();
    const watch = () => sql<{ push: Date | null }>('select push_expires_at as push from mailbox_watches');
    await until('the mailbox is watched', async () => {
      await rig.work.sweep();
      return (await watch()).length;
    });
    await sql(`update mailbox_watches set push_expires_at = now() + interval '1 day'`);
    await deactivate(rae.user);
    await ended(RAE.email);
    assert.deepEqual(await watch(), [{ push: null }]);
    const stops = (await rig.simulator('google', 'GET', '/sim/requests?method=POST&path=/gmail/v1/users/me/stop')).requests;
    assert.equal(stops.length, 1);
    rig.clock.advance(30 * DAY_MS);
    for (const look of ['mailboxes_to_check(now())', `idle_mailboxes('infinity')`, `idle_salesforce_connections('infinity')`])
      assert.deepEqual(await sql(`select * from ${look}`), [], look);
  });

  test('destroys our keys also while a vendor is down, which is asked again until it has had its time', async () => {
    await rig.fault('google', { match: { path: '/revoke' }, times: -1, action: { kind: 'status', status: 503, body: 'down' } });
    await deactivate(rae.user);
    rig.clock.advance(44_000);
    await rig.startWorker();
    const { endedAccess } = await ended(RAE.email);
    assert.deepEqual(
      endedAccess!.grants.map(({ provider, note, shreddedAt }) => [provider, note, Boolean(shreddedAt)]),
      [
        ['google', 'vendor_not_reached', true],
        ['salesforce', null, true],
      ],
    );
    assert.deepEqual(await secretsOf(rae), []);
    const { requests } = await rig.simulator('google', 'GET', '/sim/requests?method=POST&path=/revoke');
    assert.ok(requests.length > 1);
  });

  test('ends a consent that is under way, and none can end after it', async () => {
    const { emailConnections } = rig.connections;
    const browserHash = Buffer.alloc(32);
    const url = await emailConnections.startMailboxConsent(ACME, rae.user.id, 'google', browserHash);
    const state = new URL(url).searchParams.get('state');
    await deactivate(rae.user);
    await assert.rejects(emailConnections.completeMailboxConsent({ provider: 'google', state, code: 'c', browserHash }), {
      code: 'consent_expired',
    });
    await assert.rejects(emailConnections.startMailboxConsent(ACME, rae.user.id, 'google', browserHash), { code: 'not_found' });
  });

  test('leaves nothing to come back to: whoever is reactivated connects Salesforce and the mailbox anew', async () => {
    await deactivate(rae.user);
    await rig.startWorker();
    await ended(RAE.email);
    const { status, body } = await admin.request('POST', `/v1/users/${rae.user.id}/reactivation`);
    assert.deepEqual([status, body.state, body.mailbox, body.endedAccess], [200, 'activated', null, null]);
    await assert.rejects(rig.connections.salesforceConnections.open(ACME, rae.user.id), { vendorCode: 'NOT_CONNECTED' });
  });

  test('is through before anything is connected again: the old grants are revoked, and the new ones stay', async () => {
    await deactivate(rae.user);
    assert.equal((await admin.request('POST', `/v1/users/${rae.user.id}/reactivation`)).status, 200);
    const { emailConnections, salesforceConnections } = rig.connections;
    const grant = { organizationId: ACME, userId: '', identityUrl: '', instanceUrl: '', scopes: [], accessToken: 'a', refreshToken: 'r' };
    const connectSalesforce = () => inOrg(rig.database.pool, ACME, (tx) => salesforceConnections.storeGrant(tx, ACME, rae.user.id, grant));
    const connectMailbox = () => emailConnections.startMailboxConsent(ACME, rae.user.id, 'google', Buffer.alloc(32));
    const tooEarly = { status: 409, code: 'access_ending' };
    await assert.rejects(connectSalesforce(), tooEarly);
    await assert.rejects(connectMailbox(), tooEarly);
    await rig.startWorker();
    await until('the run has ended', async () => (await sql('select 1 from kill_switch_runs where finished_at is not null')).length);
    assert.deepEqual(await sql('select 1 from kill_switch_grants where revoked_at is null'), []);
    assert.deepEqual([await secretsOf(rae), await liveAtSalesforce(RAE.salesforceUserId)], [[], 0]);
    await connectSalesforce();
    assert.ok(await connectMailbox());
    assert.equal((await secretsOf(rae)).length, 2);
  });

  test('is tried until it is done, however often it has failed before', async () => {
    await deactivate(rae.user);
    await sql(`update graphile_worker._private_jobs set attempts = 25, run_at = now()`);
    await rig.startWorker();
    await ended(RAE.email);
    assert.deepEqual([await secretsOf(rae), await liveAtSalesforce(RAE.salesforceUserId)], [[], 0]);
  });

  test('comes when Salesforce calls the user inactive at a refresh', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { active: false });
    const salesforce = await rig.connections.salesforceConnections.open(ACME, rae.user.id);
    await assert.rejects(salesforce.readPerson(DANA), { vendorCode: 'inactive_user' });
    await rig.startWorker();
    const { state, endedAccess } = await ended(RAE.email);
    assert.deepEqual([state, endedAccess!.reason], ['deactivated', 'inactive_in_salesforce']);
    assert.deepEqual(await secretsOf(rae), []);
    assert.deepEqual(
      (await events())
        .filter(({ about }) => about === RAE.email)
        .map(({ kind, name }) => [kind, name])
        .slice(-2),
      [
        ['user_deactivated', null],
        ['grants_ended', null],
      ],
    );
  });

  test('comes within a day when the user does nothing here: one query with an admin’s connection tells', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await sql(`update users set role = 'admin' where email = $1`, [RAE.email]);
    await rig.simulator('salesforce', 'POST', `/sim/users/${NOOR.salesforceUserId}`, { active: false });
    await sql(`update orgs set users_checked_at = $1`, [new Date(rig.clock.now().getTime() - DAY_MS - 1_000)]);
    rig.clock.advance(11 * 60_000);
    await rig.startWorker();
    const { state, endedAccess } = await ended(NOOR.email);
    assert.deepEqual([state, endedAccess!.reason], ['deactivated', 'inactive_in_salesforce']);
    assert.deepEqual([await secretsOf(noor), (await listed(RAE.email)).state], [[], 'activated']);
    const { requests } = await rig.simulator('salesforce', 'GET', '/sim/requests?method=GET&path=/services/data/v66.0/query');
    assert.equal(requests.filter(({ url }: Answered) => /FROM(\+|%20)User(\+|%20)/.test(url)).length, 1);
  });

  const lookForInactive = async () => {
    await sql(`update orgs set users_checked_at = $1`, [new Date(rig.clock.now().getTime() - DAY_MS - 1_000)]);
    await rig.work.jobs[LOOK_FOR_INACTIVE_USERS]?.({ orgId: ACME }, { signal: new AbortController().signal, attempt: 1 });
  };
  const lookADayLater = async () => {
    await lookForInactive();
    await rig.startWorker();
  };

  test('comes within a day when Salesforce has frozen the user, who stays active there', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await sql(`update users set role = 'admin' where email = $1`, [RAE.email]);
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { isAdmin: true });
    await rig.simulator('salesforce', 'POST', `/sim/users/${NOOR.salesforceUserId}`, { frozen: true });
    await lookADayLater();
    const { state, endedAccess } = await ended(NOOR.email);
    assert.deepEqual([state, endedAccess!.reason], ['deactivated', 'inactive_in_salesforce']);
    assert.deepEqual([await secretsOf(noor), (await listed(RAE.email)).state], [[], 'activated']);
  });

  test('does not wait for the right to see who is frozen: without it those who are deactivated are found all the same', async () => {
    await rig.addRep(NOOR, 'google');
    const sam = await rig.addRep({ salesforceUserId: '005000000000004AAA', email: 'sam@acme.example', name: 'Sam Okafor' }, 'none');
    await sql(`update users set role = 'admin' where email = $1`, [RAE.email]);
    await rig.simulator('salesforce', 'POST', `/sim/users/${NOOR.salesforceUserId}`, { frozen: true });
    await rig.simulator('salesforce', 'POST', `/sim/users/${sam.user.salesforceUserId}`, { active: false });
    await lookADayLater();
    assert.equal((await ended(sam.user.email)).state, 'deactivated');
    assert.equal((await listed(NOOR.email)).state, 'activated', 'nobody could see it');
  });

  test('comes within a day for who was deactivated by a release that left the grants alive', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await sql(`update users set role = 'admin' where email = $1`, [RAE.email]);
    await sql(`update users set state = 'deactivated', deactivated_at = now() where email = $1`, [NOOR.email]);
    await lookADayLater();
    const { state, endedAccess } = await ended(NOOR.email);
    assert.deepEqual([state, endedAccess!.reason], ['deactivated', 'deactivated_by_admin']);
    assert.deepEqual([await secretsOf(noor), await liveAtSalesforce(NOOR.salesforceUserId)], [[], 0]);
  });

  test('is over for who was reactivated before the grants that were left alive could end: they stay', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await sql(`update users set role = 'admin' where email = $1`, [RAE.email]);
    await sql(`update users set state = 'deactivated', deactivated_at = now() where email = $1`, [NOOR.email]);
    await lookForInactive();
    assert.equal((await admin.request('POST', `/v1/users/${noor.user.id}/reactivation`)).status, 200);
    const waiting = await sql<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1`,
      [END_INACTIVE_USER],
    );
    assert.equal(waiting.length, 1);
    await rig.work.jobs[END_INACTIVE_USER]?.(waiting[0]?.payload, { signal: new AbortController().signal, attempt: 1 });
    const { state, endedAccess } = await listed(NOOR.email);
    assert.deepEqual([state, endedAccess, (await secretsOf(noor)).length > 0], ['activated', null, true]);
    assert.equal((await sql('select 1 from kill_switch_runs')).length, 0);
  });

  test('takes the grants of the last admin and leaves the role, so that somebody can give access back', async () => {
    await sql(`update users set role = 'rep' where email = $1`, [AVERY.email]);
    await sql(`update users set role = 'admin' where email = $1`, [RAE.email]);
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { active: false });
    await assert.rejects((await rig.connections.salesforceConnections.open(ACME, rae.user.id)).readPerson(DANA));
    await rig.startWorker();
    await until('the grants are ended', async () => (await secretsOf(rae)).length === 0);
    assert.deepEqual(await sql('select state, role from users where email = $1', [RAE.email]), [{ state: 'activated', role: 'admin' }]);
  });

  test('ends nothing of the org: its OAuth clients and the kill switch’s report stay as they are', async () => {
    await admin.request('PUT', '/v1/oauth-clients/microsoft', { clientId: 'acme', clientSecret: 'secret' });
    await deactivate(rae.user);
    await rig.startWorker();
    await ended(RAE.email);
    assert.equal((await sql('select 1 from oauth_clients')).length, 1);
    assert.deepEqual((await admin.request('GET', '/v1/kill-switch')).body, { stoppedAt: null, lastRun: null });
    await inOrg(rig.database.pool, ACME, (tx) => tx.query('delete from oauth_clients where org_id = $1', [ACME]));
  });
});
