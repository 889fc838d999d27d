import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { expectAnswers, restWatch, watchMailbox } from './repository.ts';
import { ACME, replyTo, startReplyRig, type ReplyRig } from '../../../test-support/reply-rig.ts';
import { claimWatch, holdWatch, releaseWatch, WatchLost } from './watch-lease.ts';

const HOUR = 60 * 60_000;

describe('Watching mailboxes', () => {
  let rig: ReplyRig;
  before(async () => void (rig = await startReplyRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  /** What the sweep adds; a push that Google sends when its watch begins may arrive at any moment. */
  const sweptChecks = async (): Promise<unknown[]> => {
    await rig.rows('truncate graphile_worker._private_jobs');
    await rig.work.sweep();
    return (await rig.jobs('check-mailbox')).map(({ payload }) => payload['because']).filter((because) => because !== 'push');
  };

  test('A mailbox is watched from the moment it is connected', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    assert.deepEqual(await sweptChecks(), ['poll']);
    await rig.check(rep);
    assert.deepEqual(await sweptChecks(), []);
    const { body } = await (await rig.openPanel(rep)).request('GET', '/v1/email-connections');
    assert.equal(body.emailConnections[0].watch.state, 'watching');
  });

  test('A mailbox that something left from is looked into every minute, any other every ten', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    await rig.check(rep);
    await rig.advance(61_000);
    assert.deepEqual(await sweptChecks(), []);
    await rig.advance(9 * 60_000);
    assert.deepEqual(await sweptChecks(), ['poll']);
    await rig.send(rep);
    await rig.check(rep);
    await rig.advance(61_000);
    assert.deepEqual(await sweptChecks(), ['poll']);
  });

  test("Gmail's watch is renewed every day, Graph's subscription before half of its life is over", async () => {
    for (const vendor of ['google', 'microsoft'] as const) {
      const rep = await rig.addRep(vendor, `${vendor}@acme.example`);
      await rig.check(rep);
      const first = await rig.watchOf(rep);
      await rig.advance(24 * HOUR + 1_000);
      await rig.check(rep);
      const renewed = await rig.watchOf(rep);
      assert.equal(renewed['subscription_id'], first['subscription_id']);
      assert.ok((renewed['push_expires_at'] as Date).getTime() - (first['push_expires_at'] as Date).getTime() >= 24 * HOUR);
    }
  });

  test('A subscription that is gone when it is to be renewed is made anew', async () => {
    const rep = await rig.addRep('microsoft', 'noor@acme.example');
    await rig.check(rep);
    const first = await rig.watchOf(rep);
    await rig.simulator('microsoft', 'POST', `/sim/accounts/${rep.user.email}/expire-subscriptions`, { silently: true });
    await rig.advance(25 * HOUR);
    await rig.check(rep);
    const renewed = await rig.watchOf(rep);
    assert.notEqual(renewed['subscription_id'], first['subscription_id']);
    assert.notDeepEqual(renewed['client_state_hash'], first['client_state_hash']);
  });

  test('A push that cannot be started is tried again, and the mailbox is read meanwhile', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    await rig.simulator('google', 'POST', '/sim/faults', {
      match: { method: 'POST', path: '/gmail/v1/users/me/watch' },
      times: 1,
      effect: 'before',
      action: { kind: 'status', status: 403, body: { error: { code: 403, message: 'No', errors: [{ reason: 'forbidden' }] } } },
    });
    await rig.check(rep);
    const email = await rig.send(rep);
    await rig.deliver(rep, replyTo(email));
    await rig.check(rep);
    assert.equal(((await rig.detail(email))['responseList'] as object[]).length, 1);
    assert.ok((await rig.watchOf(rep))['push_error']);
    await rig.advance(11 * 60_000);
    await rig.check(rep);
    const watch = await rig.watchOf(rep);
    assert.deepEqual([watch['push_error'], Boolean(watch['push_expires_at'])], [null, true]);
  });

  test('Disconnecting a mailbox ends its push', async () => {
    for (const vendor of ['google', 'microsoft'] as const) {
      const rep = await rig.addRep(vendor, `${vendor}@acme.example`);
      await rig.check(rep);
      await rig.connections.emailConnections.disconnectMailbox(ACME, rep.user.id, rep.connectionId);
      const { requests } = (await rig.simulator(
        vendor,
        'GET',
        vendor === 'google' ? '/sim/requests?path=/gmail/v1/users/me/stop' : '/sim/requests?method=DELETE&path=/v1.0/subscriptions',
      )) as { requests: object[] };
      assert.equal(requests.length, 1);
    }
    assert.deepEqual(await sweptChecks(), []);
  });

  test('A mailbox that nobody could look into for a quarter of an hour is an alarm, once an hour, without names', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    await rig.check(rep);
    await rig.advance(16 * 60_000);
    await rig.work.sweep();
    await rig.work.sweep();
    const alarms = () => rig.logged.filter(({ level }) => level === 'error');
    assert.deepEqual(
      alarms().map(({ fields, message }) => [fields, message]),
      [[{ orgId: ACME, connectionId: rep.connectionId }, 'A mailbox has been silent for too long']],
    );
    const { body } = await (await rig.openPanel(rep)).request('GET', '/v1/email-connections');
    assert.equal(body.emailConnections[0].watch.state, 'silent');
    await rig.advance(61 * 60_000);
    await rig.work.sweep();
    assert.equal(alarms().length, 2);
    await rig.check(rep);
    await rig.advance(61 * 60_000);
    await rig.check(rep);
    await rig.work.sweep();
    assert.equal(alarms().length, 2);
  });

  test('A checker that lost its mailbox writes nothing more, and whoever has it finds everything', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    await rig.check(rep);
    const email = await rig.send(rep);
    await rig.deliver(rep, replyTo(email));
    await rig.simulator('google', 'POST', '/sim/faults', {
      match: { method: 'GET', path: '/gmail/v1/users/me/history' },
      times: 1,
      effect: 'after',
      action: { kind: 'delay', ms: 700 },
    });
    const { cursor } = await rig.watchOf(rep);
    const look = rig.check(rep);
    await until('Gmail is being asked', async () => {
      const { requests } = (await rig.simulator('google', 'GET', '/sim/requests?path=/gmail/v1/users/me/history')) as {
        requests: object[];
      };
      return requests.length >= 2;
    });
    await rig.rows('update mailbox_watches set checker_fence = checker_fence + 1, checker_lease_until = null');
    await look;
    const after = await rig.watchOf(rep);
    assert.equal(after['cursor'], cursor);
    await rig.check(rep);
    assert.equal(((await rig.detail(email))['responseList'] as object[]).length, 1);
  });

  test('A mailbox that is connected again during a look is watched from then on, whatever that look read of the old grant', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    const { connectionId } = rep;
    const now = rig.clock.now();
    const inAnHour = new Date(now.getTime() + HOUR);
    const watch = await rig.inOrg((tx) => claimWatch(tx, ACME, connectionId, { reason: 'poll', leaseMs: 60_000, now }));
    assert.ok(watch);
    await rig.inOrg((tx) => watchMailbox(tx, ACME, connectionId, now));
    await assert.rejects(
      rig.inOrg(async (tx) => {
        await holdWatch(tx, watch, 60_000);
        await restWatch(tx, watch, inAnHour);
      }),
      WatchLost,
    );
    await rig.inOrg((tx) => releaseWatch(tx, watch, { nextCheckAt: inAnHour, afterSending: null, failures: 0, isAlive: false, now }));
    await rig.inOrg((tx) => expectAnswers(tx, ACME, connectionId, now));
    const kept = await rig.watchOf(rep);
    assert.deepEqual([kept['watched_since'], kept['next_check_at'], kept['last_sent_at']], [now, now, now]);
    assert.deepEqual(await sweptChecks(), ['poll'], 'nobody holds it');
    assert.ok(await rig.inOrg((tx) => claimWatch(tx, ACME, connectionId, { reason: 'poll', leaseMs: 60_000, now })));
  });

  test('A mailbox that must be connected again says so and is looked into again once it is', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    await rig.check(rep);
    const email = await rig.send(rep);
    await rig.simulator('google', 'POST', `/sim/accounts/${rep.user.email}/revoke`);
    await rig.deliver(rep, replyTo(email));
    await rig.check(rep);
    const { body } = await (await rig.openPanel(rep)).request('GET', '/v1/email-connections');
    assert.deepEqual([body.emailConnections[0].state, body.emailConnections[0].watch.state], ['reconnect_required', 'off']);
    assert.deepEqual(await sweptChecks(), []);
  });
});
