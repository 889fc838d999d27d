import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { until } from '../../../test-support/until.ts';
import { readLifecycleNotifications, readNotifications, validationTokenOf, type GraphNotification } from './index.ts';
import { failureOf, NOOR, startGraphRig, type GraphRig } from '../../../test-support/graph-rig.ts';

const MINUTE_MS = 60_000;
const CLIENT_STATE = 'a secret of this subscription';

describe('Being told about new mail in Outlook', () => {
  let rig: GraphRig;
  let webhook: FastifyInstance;
  let received: GraphNotification[] = [];
  before(async () => {
    webhook = fastify();
    for (const path of ['/webhooks/microsoft-graph', '/webhooks/microsoft-graph/lifecycle']) {
      webhook.post(path, async (request, reply) => {
        const token = validationTokenOf(request.query);
        if (token !== null) return reply.type('text/plain').send(token);
        received.push(...((path.endsWith('lifecycle') ? readLifecycleNotifications : readNotifications)(request.body) ?? []));
        return reply.code(202).send();
      });
    }
    rig = await startGraphRig({ notificationUrl: await webhook.listen({ port: 0, host: '127.0.0.1' }) });
  });
  beforeEach(() => {
    rig.microsoft.reset();
    received = [];
  });
  after(async () => {
    await rig.microsoft.close();
    await webhook.close();
  });

  const start = (accessToken: string, subscriptionId: string | null = null) => {
    assert.ok(rig.outlook.inbox.startPush);
    return rig.outlook.inbox.startPush(accessToken, { subscriptionId, clientState: CLIENT_STATE });
  };
  const minutesLeft = (expiresAt: Date): number => Math.round((expiresAt.getTime() - rig.clock.now().getTime()) / MINUTE_MS);

  test('a message in the inbox is told once the handshake is done, with the secret of the subscription', async () => {
    const { accessToken } = await rig.connect();
    const grant = await start(accessToken);
    assert.equal(minutesLeft(grant.expiresAt), 4_200);
    await rig.receive(['Subject: Re: Hello']);
    await until('the notification has come', () => received.length > 0);
    assert.deepEqual(received, [
      { subscriptionId: grant.subscriptionId, clientState: CLIENT_STATE, tenantId: '00000000-0000-4000-8000-00000000bbbb' },
    ]);
  });

  test('a renewed subscription keeps its id and lives longer', async () => {
    const { accessToken } = await rig.connect();
    const first = await start(accessToken);
    rig.clock.advance(2_100 * MINUTE_MS);
    const again = await start(accessToken, first.subscriptionId);
    rig.clock.advance(-2_100 * MINUTE_MS);
    assert.equal(again.subscriptionId, first.subscriptionId);
    assert.ok(again.expiresAt > first.expiresAt);
  });

  test('a subscription that is gone is made anew', async () => {
    const { accessToken } = await rig.connect();
    const first = await start(accessToken);
    await rig.order(`/sim/accounts/${NOOR}/expire-subscriptions`);
    await until('the removal is told', () => received.some(({ lifecycleEvent }) => lifecycleEvent === 'subscriptionRemoved'));
    const again = await start(accessToken, first.subscriptionId);
    assert.notEqual(again.subscriptionId, first.subscriptionId);
    assert.equal(Object.keys(rig.microsoft.state.subscriptions).length, 1);
  });

  test('renewing answers a demand for reauthorization, and mail is told again', async () => {
    const { accessToken } = await rig.connect();
    const { subscriptionId } = await start(accessToken);
    await rig.order(`/sim/accounts/${NOOR}/lifecycle`, { event: 'reauthorizationRequired' });
    await until('the demand has come', () => received.some(({ lifecycleEvent }) => lifecycleEvent === 'reauthorizationRequired'));
    await start(accessToken, subscriptionId);
    await rig.receive(['Subject: Re: Hello']);
    await until('the message is told', () => received.some(({ lifecycleEvent }) => lifecycleEvent === undefined));
  });

  test('a tenant that gives less than we want says so, and that is taken', async () => {
    await rig.order('/sim/settings', { push: { maxLifetimeMinutes: 1_440 } });
    const { accessToken } = await rig.connect();
    const { expiresAt } = await start(accessToken);
    assert.equal(minutesLeft(expiresAt), 1_439);
  });

  test('a subscription in the way, whose secret nobody has any more, makes room', async () => {
    await rig.order('/sim/settings', { push: { refusesDuplicates: true } });
    const { accessToken } = await rig.connect();
    const first = await start(accessToken);
    const second = await start(accessToken);
    assert.deepEqual(Object.keys(rig.microsoft.state.subscriptions), [second.subscriptionId]);
    assert.notEqual(second.subscriptionId, first.subscriptionId);
  });

  test('ends on demand, also twice', async () => {
    const { accessToken } = await rig.connect();
    const { subscriptionId } = await start(accessToken);
    await rig.outlook.inbox.stopPush(accessToken, subscriptionId);
    await rig.outlook.inbox.stopPush(accessToken, subscriptionId);
    await rig.outlook.inbox.stopPush(accessToken, null);
    assert.deepEqual(rig.microsoft.state.subscriptions, {});
  });

  test('an endpoint that Microsoft cannot reach is an error and no subscription', async () => {
    const deaf = await startGraphRig({ notificationUrl: 'http://localhost:9' });
    const { accessToken } = await deaf.connect();
    const failure = await failureOf(
      deaf.outlook.inbox.startPush?.(accessToken, { subscriptionId: null, clientState: CLIENT_STATE }) ?? start(''),
    );
    assert.deepEqual([failure.kind, failure.vendorCode], ['invalid', 'ValidationError']);
    await deaf.microsoft.close();
  });

  test('without an address of our own there is nothing to start', async () => {
    const quiet = await startGraphRig();
    assert.equal(quiet.outlook.inbox.startPush, null);
    await quiet.microsoft.close();
  });

  test('what is no notification of Graph is taken for none', () => {
    for (const body of [
      null,
      {},
      { value: 'x' },
      { value: [{ clientState: 'x' }] },
      { value: Array(1_001).fill({ subscriptionId: 's' }) },
    ]) {
      assert.equal(readNotifications(body), null);
      assert.equal(readLifecycleNotifications(body), null);
    }
    assert.deepEqual(readNotifications({ value: [{ subscriptionId: 's', resource: 'Users/x', more: 1 }] }), [
      { subscriptionId: 's', clientState: null, tenantId: null },
    ]);
    assert.deepEqual(readLifecycleNotifications({ value: [{ subscriptionId: 's', lifecycleEvent: 'somethingNew' }] }), []);
    assert.equal(validationTokenOf({ validationToken: 'a b' }), 'a b');
    assert.equal(validationTokenOf({ validationToken: 'x'.repeat(2_049) }), null);
    assert.equal(validationTokenOf({}), null);
  });
});
