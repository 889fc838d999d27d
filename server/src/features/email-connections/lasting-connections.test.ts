import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, connectionOf, MailboxWorld, providerFailure, RAE } from '../../../test-support/mailbox-world.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { until } from '../../../test-support/until.ts';
import { inOrg } from '../../platform/postgres.ts';

const DAY_MS = 86_400_000;

describe('The connection of a mailbox lasts', () => {
  let world: MailboxWorld;
  before(async () => void (world = await MailboxWorld.start()));
  beforeEach(() => world.reset());
  after(() => world.close());

  const renew = (id: string) => world.mailboxes.openMailbox(ACME, id, { renew: true });
  const pass = async (days: number) => {
    world.service.clock.advance(days * DAY_MS);
    for (const order of [world.orderGoogle.bind(world), world.orderMicrosoft.bind(world)])
      await order('/sim/clock', { offsetMs: world.service.clock.now().getTime() - Date.now() });
  };
  /** What the sweep finds and the worker then does. */
  const keepAlive = async (): Promise<number> => {
    await world.mailboxes.idle.sweep();
    const jobs = await world.rows<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'keep-mailbox-alive'`,
    );
    const never = { signal: new AbortController().signal, attempt: 1 };
    for (const { payload } of jobs) await world.mailboxes.idle.keepAlive(payload, never);
    await world.rows('truncate graphile_worker._private_jobs');
    return jobs.length;
  };

  test('through a year in which nobody uses it: it is refreshed inside every vendor’s idle limit', async () => {
    const google = await world.connectGoogle();
    const noor = await world.acme.addUser({ salesforceUserId: '005000000000003AAA', email: 'noor@acme.example' });
    const rae = world.rae;
    world.rae = noor;
    const microsoft = connectionOf(await world.consentMicrosoft('noor@acme.example'));
    world.rae = rae;
    assert.equal(await keepAlive(), 0, 'what was used lately is left alone');
    for (let month = 0; month < 12; month += 1) {
      await pass(31);
      assert.equal(await keepAlive(), 2);
    }
    assert.ok((await renew(google)).accessToken);
    assert.ok((await renew(microsoft)).accessToken);
  });

  test('and what its keeping alive finds out is said where the rep looks; a vendor that is down is asked again', async () => {
    const id = await world.connectGoogle();
    await pass(31);
    await world.orderGoogle('/sim/faults', { match: { path: '/token' }, action: { kind: 'status', status: 503, body: 'down' } });
    assert.equal(await keepAlive(), 1);
    assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
    assert.equal(await keepAlive(), 0, 'not every few seconds');
    world.service.clock.advance(11 * 60_000);
    await world.orderGoogle(`/sim/accounts/${RAE}/revoke`);
    assert.equal(await keepAlive(), 1);
    assert.deepEqual(await world.stateOf(id), { state: 'reconnect_required', reason: 'revoked' });
  });

  test('A refusal of an old token says nothing about the one that the rep has given since', async () => {
    const id = await world.connectGoogle();
    const { tokenVersion } = await world.mailboxes.openMailbox(ACME, id);
    await world.connectGoogle();
    const late = new ProviderError('reconnect_required', 'no', { provider: 'google', reason: 'scope_missing' });
    await world.mailboxes.reportMailboxProblem(ACME, id, late, tokenVersion);
    assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
    await world.mailboxes.reportMailboxProblem(ACME, id, late, tokenVersion + 1);
    assert.deepEqual(await world.stateOf(id), { state: 'reconnect_required', reason: 'scope_missing' });
  });

  test('A consent that ends while a refresh is under way waits for it, and its own token is the one that stays', async () => {
    const id = await world.connectGoogle();
    const back = await world.googleBack();
    await world.orderGoogle('/sim/faults', { match: { path: '/token' }, action: { kind: 'delay', ms: 300 } });
    const [opened] = await Promise.all([renew(id), world.complete(back)]);
    assert.ok(opened.accessToken);
    assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
    const { accessToken } = await renew(id);
    assert.equal((await world.mailboxes.openMailbox(ACME, id)).accessToken, accessToken);
  });

  test('A mailbox that was closed during a refresh gives its token to nobody', async () => {
    const id = await world.connectGoogle();
    await world.orderGoogle('/sim/faults', { match: { path: '/token' }, action: { kind: 'delay', ms: 300 } });
    const refresh = providerFailure(renew(id));
    await world.rows(`update email_connections set state = 'disconnected' where id = $1`, [id]);
    assert.equal((await refresh).vendorCode, 'NOT_CONNECTED');
  });

  test('One click connects again, and what waited leaves from the same mailbox', async () => {
    const id = await world.connectGoogle();
    await world.orderGoogle(`/sim/accounts/${RAE}/password-change`);
    const emailId = await world.waitingEmail(id);
    await providerFailure(renew(id));
    const { state, waitingEmails } = await world.shown();
    assert.deepEqual([state, waitingEmails], ['reconnect_required', 1]);
    assert.equal(await world.connectGoogle(), id);
    const [email] = await world.rows<{ state: string; connection: string }>(
      'select state, email_connection_id as connection from sales_emails where id = $1',
      [emailId],
    );
    assert.deepEqual(email, { state: 'queued', connection: id });
  });

  test('What Microsoft wants proved at the next sign-in is passed on to it, once', async () => {
    await world.renameRae('noor@acme.example');
    const id = connectionOf(await world.consentMicrosoft('noor@acme.example'));
    await world.orderMicrosoft('/sim/settings', { failures: { 'noor@acme.example': { at: 'refresh', code: 50076 } } });
    assert.equal((await providerFailure(renew(id))).kind, 'reconnect_required');
    const claims = async () =>
      new URL(await world.mailboxes.startMailboxConsent(ACME, world.rae.id, 'microsoft', world.browser)).searchParams.get('claims');
    assert.match((await claims()) ?? '', /capolids/);
    await world.orderMicrosoft('/sim/settings', { failures: {} });
    assert.equal(connectionOf(await world.consentMicrosoft('noor@acme.example')), id);
    assert.doesNotMatch((await claims()) ?? '', /capolids/);
  });

  describe('when the vendor refuses our own app', () => {
    const refuse = (code: string) =>
      world.orderGoogle('/sim/faults', {
        match: { path: '/token' },
        times: -1,
        action: { kind: 'status', status: 401, body: { error: code } },
      });
    const health = async () => (await world.service.app.inject('/health/ready')).json<{ status: string; degraded?: string[] }>();

    test('it is the operator who is told, once in ten minutes, and nobody is disconnected', async () => {
      const id = await world.connectGoogle();
      await refuse('invalid_client');
      for (let attempt = 0; attempt < 3; attempt += 1) assert.equal((await providerFailure(renew(id))).kind, 'admin_action');
      assert.deepEqual(
        world.logged.map(({ level }) => level),
        ['error'],
      );
      assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
      assert.deepEqual(await health(), {
        status: 'ok',
        degraded: ['google gives the OAuth client of this service no tokens: invalid_client'],
      });
      world.service.clock.advance(10 * 60_000);
      await providerFailure(renew(id));
      assert.equal(world.logged.length, 2);
      await fetch(`${world.google.url}/sim/faults`, { method: 'DELETE' });
      await renew(id);
      // An answer is remembered for a second
      await until('health says that it is over', async () => !('degraded' in ((await health()) as object)));
    });

    test('anything that is not about the app alarms nobody', async () => {
      const troubles = world.service.connections.clientTroubles;
      for (const [provider, code] of [
        ['google', 'invalid_grant'],
        ['microsoft', 'AADSTS700082'],
        ['microsoft', 'AADSTS65001'],
        ['salesforce', 'inactive_user'],
      ] as const)
        await inOrg(world.service.database.pool, ACME, (tx) =>
          troubles.notice(tx, { provider, oauthClientId: null }, new ProviderError('admin_action', 'no', { provider, vendorCode: code })),
        );
      assert.deepEqual([await troubles.list(), world.logged], [[], []]);
    });

    for (const [provider, code] of [
      ['google', 'admin_policy_enforced'],
      ['google', 'deleted_client'],
      ['microsoft', 'AADSTS7000215'],
      ['microsoft', 'AADSTS7000222'],
      ['microsoft', 'AADSTS700027'],
      ['microsoft', 'AADSTS7000218'],
      ['salesforce', 'invalid_client'],
      ['salesforce', 'invalid_client_id'],
    ] as const)
      test(`${code} of ${provider} is such a refusal`, async () => {
        const troubles = world.service.connections.clientTroubles;
        await inOrg(world.service.database.pool, ACME, (tx) =>
          troubles.notice(tx, { provider, oauthClientId: null }, new ProviderError('admin_action', 'no', { provider, vendorCode: code })),
        );
        assert.equal((await troubles.list()).length, 1);
      });
  });

  test('Google’s seven days of an app in testing are said at once, to the rep and to the operator', async () => {
    await world.orderGoogle('/sim/settings', { testingMode: true });
    await world.connectGoogle();
    const [mailbox] = await world.rows<{ endsAt: Date }>('select grant_ends_at as "endsAt" from email_connections');
    const days = ((mailbox?.endsAt.getTime() ?? 0) - world.service.clock.now().getTime()) / DAY_MS;
    assert.ok(days > 6.9 && days <= 7);
    assert.deepEqual(
      world.logged.map(({ level }) => level),
      ['warn'],
    );
  });
});
