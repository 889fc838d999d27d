import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { ACME, DANA, NOOR, OMAR, RAE, startSellingRig, type SellingRig } from '../../../test-support/selling-rig.ts';
import { createWork } from '../../worker-jobs.ts';

const GMAIL_SEND = '/gmail/v1/users/me/messages/send';
const GRAPH_SEND = '/v1\\.0/me/messages/[^/]+/send';

describe('Delivery of a sales email', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  const receivedByDana = async (): Promise<number> => (await rig.received('dana@globex.example')).length;
  const addDrain = (): Promise<unknown> =>
    rig.database.ownerPool.query(
      `select graphile_worker.add_job('drain-mailbox', json_build_object('orgId', org_id, 'emailConnectionId', id)) from email_connections`,
    );

  /** A worker that dies in the call to the vendor: before it, or after the vendor has taken the email. */
  const workThatDies = (when: 'before' | 'after'): ReturnType<typeof createWork> => {
    let died = false;
    const openMailbox: typeof rig.connections.emailConnections.openMailbox = async (...asked) => {
      const opened = await rig.connections.emailConnections.openMailbox(...asked);
      if (died) return opened;
      const send: typeof opened.provider.send = async (...message) => {
        died = true;
        if (when === 'after') await opened.provider.send(...message);
        throw new Error('The process died here.');
      };
      return { ...opened, provider: { ...opened.provider, send } };
    };
    return createWork({
      pool: rig.database.pool,
      clock: rig.clock,
      connections: { ...rig.connections, emailConnections: { ...rig.connections.emailConnections, openMailbox } },
      mailer: { send: () => Promise.resolve(), close: () => undefined },
      publicUrl: 'http://localhost:3000',
      leaseMs: 1_000,
      spacingMs: { google: 0, microsoft: 0 },
    });
  };

  test('a drain that runs many times at once sends each email once, in the order of their times', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const ids: string[] = [];
    for (const subject of ['First', 'Second', 'Third']) {
      ids.push((await rae.send({ subject })).body.id);
      rig.clock.advance(10);
    }
    for (let i = 0; i < 5; i++) await addDrain();
    await Promise.all([rig.startWorker(), rig.startWorker()]);
    for (const id of ids) await rig.inState(rae, id, 'sent');
    assert.equal(await receivedByDana(), 3);
    const { rows } = await rig.database.ownerPool.query(`select subject from sales_emails order by sent_at`);
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['First', 'Second', 'Third'],
    );
  });

  for (const [vendor, path] of [
    ['google', GMAIL_SEND],
    ['microsoft', GRAPH_SEND],
  ] as const) {
    const person = vendor === 'google' ? RAE : NOOR;

    test(`when ${vendor} takes the email and the answer is lost, it is found in the sent mail and not sent again`, async () => {
      const rep = await rig.addRep(person, vendor);
      await rig.fault(vendor, { match: { method: 'POST', path }, times: 1, effect: 'after', action: { kind: 'cut' } });
      const { body } = await rep.send();
      await rig.startWorker();
      const sent = await rig.inState(rep, body.id, 'sent');
      assert.equal(sent.reason, 'found_in_sent_mail');
      assert.equal(await receivedByDana(), 1);
      assert.ok(sent.history.some(({ reason }: { reason: string }) => reason === 'no_answer_from_provider'));
    });

    test(`when a worker dies after ${vendor} took the email, the next one finds that out`, async () => {
      const rep = await rig.addRep(person, vendor);
      const { body } = await rep.send();
      await rig.startWorker(workThatDies('after').jobs);
      const sent = await rig.inState(rep, body.id, 'sent');
      assert.equal(sent.reason, 'found_in_sent_mail');
      assert.equal(await receivedByDana(), 1);
    });

    test(`when a worker dies before ${vendor} got the email, it leaves later, once`, async () => {
      const rep = await rig.addRep(person, vendor);
      const { body } = await rep.send();
      await rig.startWorker(workThatDies('before').jobs);
      // Google may still have had the request under way: the email is not sent again before that time is over
      if (vendor === 'google') {
        const open = await rig.inState(rep, body.id, 'uncertain');
        assert.equal(open.reason, 'no_answer_from_provider');
        assert.ok(open.waitsUntil);
        rig.clock.advance(3 * 60_000);
      }
      await rig.inState(rep, body.id, 'sent');
      assert.equal(await receivedByDana(), 1);
    });
  }

  test('a rate limit parks the mailbox: the email waits, says until when, and counts no failure', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.fault('google', {
      match: { method: 'POST', path: GMAIL_SEND },
      times: 1,
      action: {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '120' },
        body: { error: { code: 429, message: 'slow down', errors: [{ reason: 'rateLimitExceeded' }] } },
      },
    });
    const { body } = await rae.send();
    await rig.startWorker();
    const waiting = await until('the email waits', async () => {
      const { body: row } = await rae.panel.request('GET', `/v1/sales-emails/${body.id}`);
      return row.reason === 'mailbox_rate_limited' ? row : null;
    });
    assert.equal(waiting.state, 'queued');
    const waitMs = new Date(waiting.waitsUntil).getTime() - rig.clock.now().getTime();
    assert.ok(waitMs > 60_000 && waitMs <= 120_000, String(waitMs));
    const second = await rae.send({ subject: 'Right behind' });
    assert.equal(await receivedByDana(), 0);
    rig.clock.advance(125_000);
    await rig.inState(rae, body.id, 'sent');
    await rig.inState(rae, second.body.id, 'sent');
    const { rows } = await rig.database.ownerPool.query('select transient_failures from sales_emails where id = $1', [body.id]);
    assert.equal(rows[0].transient_failures, 0);
  });

  test('a provider that is down is tried again, and after the last try the rep can retry', async () => {
    const noor = await rig.addRep(NOOR, 'microsoft');
    await rig.fault('microsoft', {
      match: { method: 'POST', path: '/v1.0/me/messages' },
      times: -1,
      action: { kind: 'status', status: 503, body: {} },
    });
    const { body } = await noor.send();
    await rig.startWorker();
    await until('the email waits for the provider', async () => {
      const { body: row } = await noor.panel.request('GET', `/v1/sales-emails/${body.id}`);
      return row.reason === 'provider_unavailable';
    });
    await rig.database.ownerPool.query('update sales_emails set transient_failures = 9');
    rig.clock.advance(60_000);
    const failed = await rig.inState(noor, body.id, 'failed');
    assert.equal(failed.reason, 'provider_unavailable');
    await rig.simulator('microsoft', 'DELETE', '/sim/faults');
    const retried = await noor.panel.request('POST', `/v1/sales-emails/${body.id}/retry`);
    assert.deepEqual([retried.status, retried.body.state], [202, 'queued']);
    await rig.inState(noor, body.id, 'sent');
    assert.equal(await receivedByDana(), 1);
  });

  test('a revoked mailbox keeps the email until the rep has connected it again', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.simulator('google', 'POST', '/sim/accounts/rae@acme.example/revoke');
    const { body } = await rae.send();
    await rig.startWorker();
    const waiting = await until('the mailbox wants to be connected', async () => {
      const { body: row } = await rae.panel.request('GET', `/v1/sales-emails/${body.id}`);
      return row.reason === 'mailbox_reconnect_required' ? row : null;
    });
    assert.deepEqual([waiting.state, waiting.canUndo], ['queued', true]);
    assert.equal(await receivedByDana(), 0);
    await rig.reconnectGoogle(rae);
    await rig.inState(rae, body.id, 'sent');
    assert.equal(await receivedByDana(), 1);
  });

  test('whoever opts out between Send and delivery gets nothing, and the rep reads why', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.setUndo(30);
    const { body } = await rae.send();
    await rig.simulator('salesforce', 'PATCH', `/sim/orgs/${ACME}/record/${DANA}`, { HasOptedOutOfEmail: true });
    rig.clock.advance(11 * 60_000);
    await rig.startWorker();
    const failed = await rig.inState(rae, body.id, 'failed');
    assert.equal(failed.reason, 'recipient_opted_out');
    assert.equal(await receivedByDana(), 0);
    const retried = await rae.panel.request('POST', `/v1/sales-emails/${body.id}/retry`);
    assert.deepEqual([retried.status, retried.body.code], [409, 'recipient_opted_out']);
  });

  test('a refused recipient fails at once with a reason', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.fault('google', {
      match: { method: 'POST', path: GMAIL_SEND },
      times: 1,
      action: {
        kind: 'status',
        status: 400,
        body: { error: { code: 400, message: 'Invalid To header', errors: [{ reason: 'invalidArgument' }] } },
      },
    });
    const { body } = await rae.send();
    await rig.startWorker();
    assert.equal((await rig.inState(rae, body.id, 'failed')).reason, 'recipient_refused');
  });

  test('after deactivation nothing that waits leaves', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.setUndo(30);
    const { body } = await rae.send();
    await rig.database.ownerPool.query(`update users set state = 'deactivated'`);
    rig.clock.advance(60_000);
    await rig.startWorker();
    await until('the email is cancelled', async () => {
      await rig.work.sweep();
      const { rows } = await rig.database.ownerPool.query(`select state_reason from sales_emails where id = $1 and state = 'cancelled'`, [
        body.id,
      ]);
      return rows[0]?.state_reason === 'user_deactivated';
    });
    assert.equal(await receivedByDana(), 0);
  });

  test('the rep settles what nobody can know: without read rights an email of unknown outcome waits for a decision', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.database.ownerPool.query(`update email_connections set scopes = array['https://www.googleapis.com/auth/gmail.send']`);
    await rig.fault('google', { match: { method: 'POST', path: GMAIL_SEND }, times: 2, effect: 'before', action: { kind: 'cut' } });
    const first = await rae.send({ subject: 'One' });
    const second = await rae.send({ subject: 'Two', recordId: '003000000000001AAA', personId: OMAR });
    await rig.startWorker();
    const waitsForDecision = (id: string): Promise<unknown> =>
      until('the email waits for a decision', async () => {
        const { body } = await rae.panel.request('GET', `/v1/sales-emails/${id}`);
        return body.state === 'uncertain' && body.reason === 'cannot_look_in_sent_mail' && body.waitsUntil === null;
      });
    const decide = (id: string, decision: string) => rae.panel.request('POST', `/v1/sales-emails/${id}/settlement`, { decision });
    await waitsForDecision(first.body.id);
    await waitsForDecision(second.body.id);
    assert.equal((await decide(first.body.id, 'look_again')).body.state, 'uncertain');
    await waitsForDecision(first.body.id);
    assert.deepEqual((await decide(first.body.id, 'send_again')).body.state, 'queued');
    const marked = await decide(second.body.id, 'mark_as_sent');
    assert.deepEqual([marked.body.state, marked.body.reason], ['sent', 'marked_by_user']);
    await rig.inState(rae, first.body.id, 'sent');
    assert.equal(await receivedByDana(), 1);
    assert.equal((await rig.received('omar@globex.example')).length, 0);
    const late = await decide(first.body.id, 'send_again');
    assert.deepEqual([late.status, late.body.code], [409, 'already_settled']);
  });
});
