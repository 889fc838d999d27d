import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { emailToQueue, type ChangeOfEmail } from '../../../test-support/email-to-queue.ts';
import { ACME, DANA, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg } from '../../platform/postgres.ts';
import { cancelWaiting, countCancelled } from './cancel-waiting.ts';
import { queueEmails, type Acceptance } from './index.ts';

/** Longer than a look at a person counts, shorter than a session of the panel. */
const SOON_MS = 12 * 60_000;

describe('A scheduled email', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/people?recordId=${DANA}`);
  });
  after(() => rig.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const later = (ms: number): Date => new Date(rig.clock.now().getTime() + ms);
  const queue = (...changes: ChangeOfEmail[]): Promise<Acceptance[]> =>
    inOrg(rig.database.pool, ACME, (tx) =>
      queueEmails(
        tx,
        ACME,
        changes.map((change) => emailToQueue(rae.user.id, change)),
        rig.clock.now(),
      ),
    );
  const schedule = async (ms = SOON_MS): Promise<string> => (await queue({ dueAt: later(ms) }))[0]?.id ?? '';
  const run = (): Promise<void> | undefined =>
    rig.work.jobs['queue-scheduled-emails']?.({ orgId: ACME }, { attempt: 1, signal: AbortSignal.timeout(60_000) });
  const row = async (id: string): Promise<Answered> => (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const cancel = (id: string) => rae.panel.request('POST', `/v1/sales-emails/${id}/cancel`);
  const history = async (id: string): Promise<string[]> => (await row(id)).history.map(({ state }: { state: string }) => state);
  const receivedByDana = async (): Promise<number> => (await rig.received('dana@globex.example')).length;

  test('is one whose time is beyond the time to undo; what is due before waits for that time alone', async () => {
    await rig.setUndo(30);
    const endsAt = later(30_000);
    const beyondAt = new Date(endsAt.getTime() + 1);
    const dueAts = [new Date(endsAt.getTime() - 25_000), endsAt, beyondAt];
    const [early, last, beyond] = await inOrg(rig.database.pool, ACME, (tx) =>
      queueEmails(
        tx,
        ACME,
        dueAts.map((dueAt) => emailToQueue(rae.user.id, { dueAt })),
        new Date(endsAt.getTime() - 30_000),
      ),
    );
    assert.deepEqual([early?.state, early?.dueAt, last?.state, last?.dueAt], ['queued', endsAt, 'queued', endsAt]);
    assert.deepEqual([beyond?.state, beyond?.dueAt], ['scheduled', beyondAt]);
    const shown = await row(beyond?.id ?? '');
    assert.deepEqual([shown.state, shown.reason, shown.waitsUntil, shown.canUndo], ['scheduled', null, beyondAt.toISOString(), true]);
  });

  test('does not leave before its time, however often the engine looks, and leaves at it', async () => {
    const id = await schedule();
    await rig.startWorker();
    rig.clock.advance(SOON_MS - 60_000);
    await run();
    const { body: now } = await rae.send();
    await rig.inState(rae, now.id, 'sent');
    assert.deepEqual([(await row(id)).state, await receivedByDana()], ['scheduled', 1]);
    rig.clock.advance(60_000);
    await rig.inState(rae, id, 'sent');
    assert.deepEqual([await history(id), await receivedByDana()], [['scheduled', 'queued', 'sending', 'sent'], 2]);
  });

  test('is queued once, with one line of history, whoever looks at the same time', async () => {
    const answers = await queue(...Array.from({ length: 50 }, (_, place) => ({ dueAt: later(SOON_MS - place) })));
    await run();
    assert.deepEqual(await sql(`select distinct state from sales_emails`), [{ state: 'scheduled' }]);
    rig.clock.advance(SOON_MS);
    await Promise.all([run(), run(), run()]);
    await run();
    assert.deepEqual(await sql(`select state, count(*)::int as emails from sales_emails group by 1`), [{ state: 'queued', emails: 50 }]);
    assert.deepEqual(
      await sql(`select state, reason, count(*)::int as lines from sales_email_history where state = 'queued' group by 1, 2`),
      [{ state: 'queued', reason: null, lines: answers.length }],
    );
    assert.equal((await sql(`select from graphile_worker.jobs where task_identifier = 'drain-mailbox'`)).length, 1);
  });

  test('has a job for its second, one for all of the org; when that is lost the sweep finds what is due', async () => {
    const dueAt = later(SOON_MS);
    await queue({ dueAt }, { dueAt }, { dueAt: later(SOON_MS + 60_000) });
    const jobs = await sql<{ late: number }>(
      `select round(extract(epoch from run_at - clock_timestamp()) / 60)::int as late from graphile_worker.jobs
        where task_identifier = 'queue-scheduled-emails' order by 1`,
    );
    assert.deepEqual(jobs, [{ late: 12 }, { late: 13 }]);
    await sql('delete from graphile_worker._private_jobs');
    await rig.work.sweep();
    const waiting = () => sql(`select from graphile_worker.jobs where task_identifier = 'queue-scheduled-emails'`);
    assert.equal((await waiting()).length, 0);
    rig.clock.advance(SOON_MS);
    await rig.work.sweep();
    await rig.work.sweep();
    assert.equal((await waiting()).length, 1);
  });

  test('that is cancelled never leaves: it is a draft again, and cancelled where it was written elsewhere', async () => {
    const [compose, bulk] = await queue({ dueAt: later(SOON_MS), origin: 'compose' }, { dueAt: later(SOON_MS) });
    for (const [{ id }, state] of [
      [compose!, 'draft'],
      [bulk!, 'cancelled'],
    ] as const) {
      const { status, body } = await cancel(id);
      assert.deepEqual([status, body.state, body.reason, body.canUndo], [200, state, 'cancelled_by_user', false]);
    }
    rig.clock.advance(SOON_MS + 60_000);
    await run();
    await rig.startWorker();
    const { body } = await rae.send();
    await rig.inState(rae, body.id, 'sent');
    assert.deepEqual([await history(bulk!.id), await receivedByDana()], [['scheduled', 'cancelled'], 1]);
    assert.equal((await cancel(bulk!.id)).body.code, 'already_left');
  });

  test('that somebody cancels at its time is either cancelled or queued, and the engine does not wait for the answer', async () => {
    const [id, other] = [await schedule(), await schedule()];
    rig.clock.advance(SOON_MS);
    await inOrg(rig.database.pool, ACME, async (tx) => {
      await tx.query(`select from sales_emails where id = $1 for update`, [id]);
      await run();
    });
    assert.deepEqual([(await row(id)).state, (await row(other)).state], ['scheduled', 'queued']);
    assert.equal((await cancel(id)).body.state, 'cancelled');
    await run();
    assert.equal((await row(id)).state, 'cancelled');
  });

  test('that waits by now is cancelled all the same when it was not written in the compose window', async () => {
    const id = await schedule();
    rig.clock.advance(SOON_MS);
    await run();
    assert.deepEqual([(await row(id)).canUndo, (await cancel(id)).body.state], [true, 'cancelled']);
  });

  for (const [what, onlyUser, reason] of [
    ['the end of a user’s access', true, 'user_deactivated'],
    ['the kill switch', false, 'stopped_by_admin'],
  ] as const)
    test(`is cancelled by ${what}, as waiting ones are`, async () => {
      const id = await schedule();
      const { body: waiting } = await rae.send();
      const [whose, now] = [onlyUser ? rae.user.id : null, rig.clock.now()];
      const cancelled = await inOrg(rig.database.pool, ACME, async (tx) => {
        await cancelWaiting(tx, ACME, whose, now);
        return countCancelled(tx, ACME, whose, now);
      });
      assert.equal(cancelled, 2);
      rig.clock.advance(SOON_MS);
      await run();
      for (const one of [id, waiting.id]) assert.deepEqual([(await row(one)).state, (await row(one)).reason], ['cancelled', reason]);
    });

  test('fails when its recipient opted out meanwhile: who said no is asked again when it leaves', async () => {
    const id = await schedule();
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: true });
    await rig.startWorker();
    rig.clock.advance(SOON_MS);
    const { reason } = await rig.inState(rae, id, 'failed');
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: false });
    assert.deepEqual([reason, await receivedByDana()], ['recipient_opted_out', 0]);
  });

  test('says what is wrong with its mailbox, is queued at its time all the same, and waits', async () => {
    const dueAt = later(SOON_MS);
    const [{ id } = { id: '' }] = await queue({ dueAt });
    await sql(`update email_connections set state = 'reconnect_required'`);
    const before = await row(id);
    assert.deepEqual([before.state, before.reason, before.waitsUntil], ['scheduled', 'mailbox_reconnect_required', dueAt.toISOString()]);
    rig.clock.advance(SOON_MS);
    await run();
    const after = await row(id);
    assert.deepEqual([after.state, after.reason, after.waitsUntil], ['queued', 'mailbox_reconnect_required', null]);
  });

  test('goes over to the mailbox that is connected again, without a line of history, and keeps its time', async () => {
    const dueAt = later(SOON_MS);
    const [{ id } = { id: '' }] = await queue({ dueAt });
    await rig.reconnectGoogle(rae);
    const shown = await row(id);
    assert.deepEqual(
      [shown.state, shown.reason, shown.waitsUntil, await history(id)],
      ['scheduled', null, dueAt.toISOString(), ['scheduled']],
    );
    await rig.startWorker();
    rig.clock.advance(SOON_MS);
    await rig.inState(rae, id, 'sent');
    assert.equal(await receivedByDana(), 1);
  });

  test('counts among those of its mailbox, and is no part of the forecast of what waits', async () => {
    await schedule();
    await rae.send();
    const { body: mailboxes } = await rae.panel.request('GET', '/v1/email-connections');
    const { body: forecast } = await rae.panel.request('GET', '/v1/sending-forecast?more=1');
    assert.deepEqual([mailboxes.emailConnections[0].waitingEmails, forecast.waiting], [2, 1]);
  });
});
