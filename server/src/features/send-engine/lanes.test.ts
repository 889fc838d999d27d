import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { inOrg } from '../../platform/postgres.ts';
import { claimLane, LaneLost, lockLane, renewLane } from './lane.ts';
import { ACME, NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const GMAIL_SEND = '/gmail/v1/users/me/messages/send';
const GRAPH_SEND = '/v1\\.0/me/messages/[^/]+/send';
const LEASE_MS = 300;

describe('The lane of a mailbox', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
  });
  after(() => rig.close());

  const connectionId = async (): Promise<string> =>
    (await rig.database.ownerPool.query<{ id: string }>('select id from email_connections')).rows[0]?.id ?? '';
  const claim = async (owner: string, leaseMs = LEASE_MS) => {
    const id = await connectionId();
    return inOrg(rig.database.pool, ACME, (tx) => claimLane(tx, ACME, id, owner, leaseMs));
  };
  const run = (job: string, payload: object): Promise<void> | undefined =>
    rig.work.jobs[job]?.({ orgId: ACME, ...payload }, { attempt: 1, signal: AbortSignal.timeout(60_000) });
  const drain = async (): Promise<void> => run('drain-mailbox', { emailConnectionId: await connectionId() });
  const settle = async (id: string): Promise<void> => run('settle-uncertain-email', { salesEmailId: id });
  const row = async (rep: Rep, id: string): Promise<Answered> => (await rep.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const decide = (rep: Rep, id: string, decision: string) => rep.panel.request('POST', `/v1/sales-emails/${id}/settlement`, { decision });
  const isAnybodyBlocked = async (): Promise<boolean> => {
    const { rowCount } = await rig.database.ownerPool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rowCount === 1;
  };
  const receivedByDana = async (): Promise<number> => (await rig.received('dana@globex.example')).length;

  test('is held by one at a time; after its holder has died the lease runs out, and what that one still writes is refused', async () => {
    await rig.addRep(RAE, 'google');
    const dead = await claim('dead worker');
    assert.ok(dead);
    assert.equal(await claim('another'), null);
    const heir = await until('the lease has ended', () => claim('another', 60_000), { deadlineMs: 10_000 });
    assert.ok(heir && BigInt(heir.fence) > BigInt(dead.fence));
    const { pool } = rig.database;
    assert.equal(await inOrg(pool, ACME, (tx) => renewLane(tx, dead, 60_000)), false);
    await assert.rejects(
      inOrg(pool, ACME, (tx) => lockLane(tx, dead)),
      LaneLost,
    );
    assert.equal((await inOrg(pool, ACME, (tx) => lockLane(tx, heir))).state, 'connected');
  });

  test('is taken over with the email that a killed worker had begun, which the vendor is asked about first', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { body } = await rae.send();
    const second = await rae.send({ subject: 'Behind it' });
    await claim('killed worker');
    await rig.database.ownerPool.query(
      `update sales_emails set state = 'sending', attempts = 1, message_id = '<gone@acme.example>' where id = $1`,
      [body.id],
    );
    await rig.database.ownerPool.query(
      `insert into send_attempts (org_id, sales_email_id, attempt, payload_sha256, lane_fence, started_at, counts_from)
       values ($1, $2, 1, '', 1, $3, 'infinity')`,
      [ACME, body.id, rig.clock.now()],
    );
    await drain();
    assert.equal(await receivedByDana(), 0);
    await until('the lease has ended', async () => {
      await drain();
      return (await row(rae, second.body.id)).state === 'sent';
    });
    const open = await row(rae, body.id);
    assert.deepEqual([open.state, open.reason], ['uncertain', 'no_answer_from_provider']);
    assert.ok(open.waitsUntil);
  });

  test('is not released while an email comes due in that moment, and whoever asks for it meanwhile waits for the answer', async () => {
    const { ownerPool } = rig.database;
    const rae = await rig.addRep(RAE, 'google');
    await rae.send();
    await rig.setUndo(30);
    await rae.send({ subject: 'Due a little later' });
    await rig.fault('google', { match: { method: 'POST', path: GMAIL_SEND }, times: 1, action: { kind: 'delay', ms: 1_000 } });
    const id = await connectionId();
    // No renewal of the lease comes in between
    const { jobs } = rig.createWorkOf({ leaseMs: 60_000 });
    const drainForLong = () =>
      jobs['drain-mailbox']?.({ orgId: ACME, emailConnectionId: id }, { attempt: 1, signal: AbortSignal.timeout(60_000) });
    const holder = drainForLong();
    await until(
      'the first is with the vendor',
      async () => (await ownerPool.query(`select from sales_emails where state = 'sending'`)).rowCount,
    );
    const inTheWay = await ownerPool.connect();
    try {
      await inTheWay.query('begin');
      await inTheWay.query('select from email_connections where id = $1 for no key update', [id]);
      await until('the holder waits', isAnybodyBlocked);
      rig.clock.set(new Date(rig.clock.now().getTime() + 31_000));
      await inTheWay.query('commit');
      await holder;
      assert.equal(await receivedByDana(), 2);

      await rig.setUndo(0);
      assert.ok(await claim('another holder', 60_000));
      await rae.send({ subject: 'While the lane is released' });
      await inTheWay.query('begin');
      await inTheWay.query('update email_connections set lane_owner = null, lane_lease_until = null where id = $1', [id]);
      const next = drainForLong();
      await until('the next one waits', isAnybodyBlocked);
      await inTheWay.query('commit');
      await next;
      assert.equal(await receivedByDana(), 3);
    } finally {
      inTheWay.release(true);
    }
  });

  test('is given up after a turn, so that a long list lets the others in between, and taken up again by a job', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { jobs } = rig.createWorkOf({ turnMs: 0 });
    for (const subject of ['One', 'Two', 'Three']) await rae.send({ subject });
    const emailConnectionId = await connectionId();
    const key = `drain-mailbox:${emailConnectionId}`;
    for (const sent of [1, 2, 3]) {
      await rig.database.ownerPool.query('delete from graphile_worker._private_jobs where key = $1', [key]);
      await jobs['drain-mailbox']?.({ orgId: ACME, emailConnectionId }, { attempt: 1, signal: AbortSignal.timeout(60_000) });
      assert.equal(await receivedByDana(), sent);
      const { rowCount } = await rig.database.ownerPool.query('select 1 from graphile_worker.jobs where key = $1', [key]);
      assert.equal(rowCount, sent < 3 ? 1 : 0);
    }
  });

  test('a rep cannot send again what may still be under way: it is looked for first, and then found', async () => {
    const noor = await rig.addRep(NOOR, 'microsoft');
    await rig.fault('microsoft', { match: { method: 'POST', path: GRAPH_SEND }, times: 1, effect: 'after', action: { kind: 'cut' } });
    const { body } = await noor.send();
    await drain();
    const refused = await decide(noor, body.id, 'send_again');
    assert.deepEqual([refused.status, refused.body.code], [409, 'still_looking']);
    await until('the copy is in Sent', async () => {
      await settle(body.id);
      return (await row(noor, body.id)).state === 'sent';
    });
    assert.equal(await receivedByDana(), 1);
  });

  test('with the permission to send alone, looking again says why it cannot help, at both vendors', async () => {
    for (const [person, vendor, path, scopes] of [
      [RAE, 'google', GMAIL_SEND, ['https://www.googleapis.com/auth/gmail.send']],
      [NOOR, 'microsoft', '/v1.0/me/sendMail', ['https://graph.microsoft.com/Mail.Send']],
    ] as const) {
      await rig.database.ownerPool.query('delete from email_connections');
      const rep = await rig.addRep(person, vendor);
      await rig.database.ownerPool.query('update email_connections set scopes = $1', [scopes]);
      await rig.fault(vendor, { match: { method: 'POST', path }, times: 1, effect: 'after', action: { kind: 'cut' } });
      const { body } = await rep.send();
      await drain();
      assert.deepEqual((await row(rep, body.id)).reason, 'no_answer_from_provider');
      assert.equal((await decide(rep, body.id, 'look_again')).body.state, 'uncertain');
      await settle(body.id);
      const open = await row(rep, body.id);
      assert.deepEqual([open.state, open.reason, open.waitsUntil], ['uncertain', 'cannot_look_in_sent_mail', null]);
      assert.ok(open.history.some(({ reason }: { reason: string }) => reason === 'cannot_look_in_sent_mail'));
      assert.deepEqual((await decide(rep, body.id, 'mark_as_sent')).body.state, 'sent');
    }
  });

  test('while the mailbox is closed an email of unknown outcome is not sent again; once it is open it is looked for', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.fault('google', { match: { method: 'POST', path: GMAIL_SEND }, times: 1, effect: 'after', action: { kind: 'cut' } });
    const { body } = await rae.send();
    await drain();
    await rig.database.ownerPool.query(`update email_connections set state = 'reconnect_required'`);
    await settle(body.id);
    const open = await row(rae, body.id);
    assert.deepEqual([open.state, open.waitsUntil], ['uncertain', null]);
    const refused = await decide(rae, body.id, 'send_again');
    assert.deepEqual([refused.status, refused.body.code], [409, 'mailbox_reconnect_required']);
    await rig.reconnectGoogle(rae);
    await settle(body.id);
    assert.deepEqual((await row(rae, body.id)).reason, 'found_in_sent_mail');
    assert.equal(await receivedByDana(), 1);
  });
});
