import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { replyTo, startReplyRig, type ReplyRig } from '../../../test-support/reply-rig.ts';

describe('What the vendors tell', () => {
  let rig: ReplyRig;
  before(async () => void (rig = await startReplyRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  const jobs = () => rig.jobs('check-mailbox');
  const withoutJobs = () => rig.rows('truncate graphile_worker._private_jobs');
  const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
    rig.service.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });

  for (const vendor of ['google', 'microsoft'] as const) {
    test(`A push of ${vendor} becomes one job, however many come, and the reply behind it is found`, async () => {
      const rep = await rig.addRep(vendor, 'rae@acme.example');
      await rig.check(rep);
      const email = await rig.send(rep);
      // Gmail drops a push that comes within a second of another, and a new watch is one
      await rig.advance(2_000);
      await withoutJobs();
      await rig.deliver(rep, replyTo(email));
      await rig.deliver(rep, replyTo(email, 'omar@globex.example'));
      await until('the push has become a job', async () => (await jobs()).length > 0);
      const found = await jobs();
      assert.deepEqual(
        found.map(({ key }) => key),
        [`check-mailbox:${rep.connectionId}:push`],
      );
      await rig.runJob('check-mailbox', found[0]?.payload ?? {});
      assert.equal(((await rig.detail(email))['responseList'] as object[]).length, 2);
      assert.equal((await rig.watchOf(rep))['found_by_push'], '2');
    });

    test(`After a push of ${vendor} there is a second look, and no third`, async () => {
      const rep = await rig.addRep(vendor, 'rae@acme.example');
      // Gmail pushes once for a new watch, and that may come at any moment
      await rig.simulator(vendor, 'POST', '/sim/settings', { push: { off: true } });
      await rig.check(rep);
      await withoutJobs();
      await rig.check(rep, 'push');
      const [again, ...more] = await jobs();
      assert.deepEqual([again?.payload['again'], more.length], [true, 0]);
      await withoutJobs();
      await rig.runJob('check-mailbox', again?.payload ?? {});
      assert.deepEqual(await jobs(), []);
    });
  }

  test('A push that comes while a mailbox is being looked into leads to another look', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    await rig.check(rep);
    const email = await rig.send(rep);
    await rig.deliver(rep, replyTo(email));
    await rig.simulator('google', 'POST', '/sim/faults', {
      match: { method: 'GET', path: '/gmail/v1/users/me/history' },
      times: 1,
      effect: 'after',
      action: { kind: 'delay', ms: 1_500 },
    });
    const look = rig.check(rep);
    await until('the mailbox is taken', async () => (await rig.watchOf(rep))['checker_lease_until']);
    await until('Gmail is being asked', async () => {
      const { requests } = (await rig.simulator('google', 'GET', '/sim/requests?path=/gmail/v1/users/me/history')) as {
        requests: object[];
      };
      return requests.length >= 2;
    });
    await rig.deliver(rep, replyTo(email, 'omar@globex.example'));
    await rig.check(rep, 'push');
    await look;
    assert.equal(((await rig.detail(email))['responseList'] as object[]).length, 2);
    assert.equal((await rig.watchOf(rep))['found_by_push'], '1');
  });

  test('A push that Google has not signed for us is turned away', async () => {
    const data = Buffer.from(JSON.stringify({ emailAddress: 'rae@acme.example', historyId: 1 })).toString('base64');
    const body = { message: { data, messageId: '1' }, subscription: 'projects/msi-local/subscriptions/gmail-push' };
    for (const authorization of ['', 'Bearer not.a.token']) {
      const answer = await post('/webhooks/gmail', body, authorization ? { authorization } : {});
      assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [401, 'push_not_trusted']);
    }
    assert.deepEqual(await jobs(), []);
  });

  test("Graph's handshake is answered with the decoded token, as text", async () => {
    for (const path of ['/webhooks/microsoft-graph', '/webhooks/microsoft-graph/lifecycle']) {
      const answer = await post(`${path}?validationToken=${encodeURIComponent('Validation: <b>1&2</b>')}`, '');
      assert.deepEqual([answer.statusCode, answer.body], [200, 'Validation: <b>1&2</b>']);
      assert.match(String(answer.headers['content-type']), /^text\/plain/);
    }
    assert.equal((await post(`/webhooks/microsoft-graph?validationToken=${'x'.repeat(3_000)}`, {})).statusCode, 400);
  });

  test('A notification counts only with the secret of its own subscription', async () => {
    const rep = await rig.addRep('microsoft', 'noor@acme.example');
    await rig.check(rep);
    await withoutJobs();
    const { subscription_id: subscriptionId, client_state_hash: hash } = await rig.watchOf(rep);
    assert.equal((hash as Buffer).length, 32);
    for (const clientState of ['wrong', null, 'x'.repeat(43)]) {
      const answer = await post('/webhooks/microsoft-graph', { value: [{ subscriptionId, clientState, changeType: 'created' }] });
      assert.equal(answer.statusCode, 202);
    }
    assert.equal((await post('/webhooks/microsoft-graph', { value: [{ subscriptionId: 'unknown', clientState: 'x' }] })).statusCode, 202);
    assert.equal((await post('/webhooks/microsoft-graph', { hello: 'world' })).statusCode, 400);
    assert.deepEqual(await jobs(), []);
  });

  test('What Graph tells of a subscription renews it, or makes a new one, and the mailbox is looked at', async () => {
    const rep = await rig.addRep('microsoft', 'noor@acme.example');
    await rig.check(rep);
    const first = await rig.watchOf(rep);
    for (const event of ['missed', 'reauthorizationRequired']) {
      await withoutJobs();
      await rig.advance(60_000);
      await rig.simulator('microsoft', 'POST', `/sim/accounts/${rep.user.email}/lifecycle`, { event });
      const [job] = await until('Graph has told it', async () => ((await jobs()).length > 0 ? jobs() : null));
      await rig.runJob('check-mailbox', job?.payload ?? {});
    }
    const renewed = await rig.watchOf(rep);
    assert.equal(renewed['subscription_id'], first['subscription_id']);
    assert.ok((renewed['push_expires_at'] as Date) > (first['push_expires_at'] as Date));

    await withoutJobs();
    await rig.simulator('microsoft', 'POST', `/sim/accounts/${rep.user.email}/expire-subscriptions`);
    const [job] = await until('Graph has told it', async () => ((await jobs()).length > 0 ? jobs() : null));
    await rig.runJob('check-mailbox', job?.payload ?? {});
    const remade = await rig.watchOf(rep);
    assert.notEqual(remade['subscription_id'], first['subscription_id']);
    const email = await rig.send(rep);
    await withoutJobs();
    await rig.deliver(rep, replyTo(email));
    await until('the new subscription pushes', async () => (await jobs()).length > 0);
  });

  test('Both doors take a quarter of a megabyte and no more', async () => {
    const answer = await post('/webhooks/microsoft-graph', JSON.stringify({ value: [], padding: 'x'.repeat(300_000) }));
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [413, 'too_large']);
  });
});
