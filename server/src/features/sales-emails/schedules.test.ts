import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, DANA, NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg } from '../../platform/postgres.ts';
import { readWallTime } from '../../platform/zoned-time.ts';
import { createKeepWallTimes } from '../send-engine/index.ts';
import type { Schedule } from './schemas.ts';

const ZONE = 'Asia/Kathmandu';
const MINUTE_MS = 60_000;
/** Shorter than a session of the panel. */
const SOON_MS = 10 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('An email that a rep schedules', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const later = (ms: number): Date => new Date(Math.floor((rig.clock.now().getTime() + ms) / MINUTE_MS) * MINUTE_MS);
  /** What the clocks of Nepal show at a moment; they are never put forward or back. */
  const wallTime = (at: Date): Schedule => {
    const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
      .format(at)
      .split(' ');
    return { date, time, zone: ZONE };
  };
  const send = (dueAt: Date, change: object = {}, key?: string) => rae.send({ schedule: wallTime(dueAt), ...change }, key);
  const run = (): Promise<void> | undefined =>
    rig.work.jobs['queue-scheduled-emails']?.({ orgId: ACME }, { attempt: 1, signal: AbortSignal.timeout(60_000) });
  const detail = async (id: string): Promise<Answered> => (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const history = async (id: string): Promise<string[]> =>
    (await detail(id)).history.map(({ state, reason }: Answered) => (reason ? `${state} ${reason}` : state));
  const change = (id: string, dueAt: Date) => rae.panel.request('PUT', `/v1/sales-emails/${id}/schedule`, wallTime(dueAt));
  const sendNow = (id: string, rep = rae) => rep.panel.request('POST', `/v1/sales-emails/${id}/send-now`);
  const cancel = (id: string) => rae.panel.request('POST', `/v1/sales-emails/${id}/cancel`);
  const check = (schedule: object) => rae.panel.request('POST', '/v1/schedules/check', schedule);
  const draft = async (): Promise<Answered> => (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft;
  const receivedByDana = async (): Promise<number> => (await rig.received('dana@globex.example')).length;
  /** The next night in which the clocks of Berlin do this at half past two. */
  const nightOf = (clocks: string): string => {
    for (let days = 2; days < 366; days++) {
      const date = new Date(rig.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
      if (readWallTime('Europe/Berlin', `${date}T02:30`).clocks === clocks) return date;
    }
    throw new Error('There is no such night.');
  };

  test('says when it leaves, leaves when the clocks of its zone show that time, and ends its draft', async () => {
    const dueAt = later(SOON_MS);
    await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml: '<p>Hi</p>' });
    const { status, body: row } = await send(dueAt);
    assert.deepEqual([status, row.state, row.reason, row.waitsUntil, row.canUndo], [202, 'scheduled', null, dueAt.toISOString(), true]);
    assert.deepEqual([(await detail(row.id)).schedule, await draft()], [wallTime(dueAt), null]);
    await rig.startWorker();
    rig.clock.set(new Date(dueAt.getTime() - MINUTE_MS));
    await run();
    assert.equal((await detail(row.id)).state, 'scheduled');
    rig.clock.set(dueAt);
    assert.equal((await rig.inState(rae, row.id, 'sent')).schedule, null);
    assert.deepEqual([await history(row.id), await receivedByDana()], [['scheduled', 'queued', 'sending', 'sent'], 1]);
  });

  test('is refused in a sentence for a time that has passed, for one over a year ahead, and for what is no time or zone', async () => {
    const good = wallTime(later(SOON_MS));
    for (const [wrong, pointer, sentence] of [
      [wallTime(later(-MINUTE_MS)), '/schedule/time', 'This time has passed. Choose a later one.'],
      [wallTime(later(367 * DAY_MS)), '/schedule/date', 'An email can be scheduled for up to a year ahead. Choose an earlier day.'],
      [{ ...good, zone: 'Nowhere/AtAll' }, '/schedule/zone', 'There is no such time zone.'],
      [{ ...good, time: '24:00' }, '/schedule/time', 'Choose a time such as 09:00.'],
    ] as const) {
      const { status, body } = await rae.send({ schedule: wrong });
      assert.deepEqual([status, body.code, body.errors[0].pointer, body.errors[0].detail], [400, 'validation_failed', pointer, sentence]);
      const checked = await check(wrong);
      assert.deepEqual([checked.status, checked.body.errors[0].detail], [400, sentence]);
    }
    assert.equal((await rae.send({ schedule: { ...good, date: '2026-02-30' } })).status, 400);
    assert.equal((await check(wallTime(later(365 * DAY_MS)))).status, 200);
  });

  test('says what is chosen where clocks skip its time or show it twice', async () => {
    const [skipped, repeated] = [nightOf('skipped'), nightOf('repeated')];
    const at = (date: string) => ({ date, time: '02:30', zone: 'Europe/Berlin' });
    assert.deepEqual((await check(at(skipped))).body, {
      leavesAt: `${skipped}T01:30:00.000Z`,
      note: 'Clocks skip 02:30 on this day. The email leaves at 03:30.',
    });
    assert.deepEqual((await check(at(repeated))).body, {
      leavesAt: `${repeated}T00:30:00.000Z`,
      note: 'Clocks show 02:30 twice on this day. The email leaves the first time.',
    });
    assert.deepEqual((await check(wallTime(later(SOON_MS)))).body, { leavesAt: later(SOON_MS).toISOString(), note: null });
    assert.equal((await rae.send({ schedule: at(skipped) })).body.waitsUntil, `${skipped}T01:30:00.000Z`);
  });

  test('is accepted once: a press that is repeated when its time has passed gets the same email', async () => {
    const [key, dueAt] = [randomUUID(), later(SOON_MS)];
    const { body: first } = await send(dueAt, {}, key);
    rig.clock.advance(SOON_MS);
    const { status, body } = await send(dueAt, {}, key);
    assert.deepEqual([status, body.id], [202, first.id]);
    assert.equal((await rae.send({ schedule: null }, key)).body.code, 'idempotency_key_reused');
  });

  test('is filled in when it is accepted', async () => {
    const { body } = await send(later(SOON_MS), { subject: 'For {{first_name}}' });
    assert.deepEqual([body.subject, body.state], ['For Dana', 'scheduled']);
  });

  test('has its time while it is a draft, also one that has passed, and again when it is cancelled', async () => {
    const passed = wallTime(later(-DAY_MS));
    const words = { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml: '<p>Hi</p>' };
    const { status, body } = await rae.panel.request('PUT', '/v1/drafts', { ...words, schedule: passed });
    assert.deepEqual([status, body.schedule, (await draft()).schedule], [200, passed, passed]);
    await rae.panel.request('PUT', '/v1/drafts', words);
    assert.equal((await draft()).schedule, null);
    const { body: row } = await send(later(SOON_MS));
    const cancelled = await cancel(row.id);
    assert.deepEqual([cancelled.status, cancelled.body.state], [200, 'draft']);
    assert.deepEqual([(await draft()).id, (await draft()).schedule], [row.id, wallTime(later(SOON_MS))]);
    rig.clock.advance(SOON_MS);
    await run();
    assert.equal((await detail(row.id)).state, 'draft');
  });

  test('gets another time, also when its time has come in this moment, and none once it is queued', async () => {
    const { body: row } = await send(later(SOON_MS));
    const [first, second] = [later(SOON_MS), later(3 * SOON_MS)];
    rig.clock.set(first);
    // The engine leaves it to whoever holds it
    await inOrg(rig.database.pool, ACME, async (tx) => {
      await tx.query('select from sales_emails where id = $1 for update', [row.id]);
      await run();
    });
    const moved = await change(row.id, second);
    assert.deepEqual([moved.status, moved.body.state, moved.body.waitsUntil], [200, 'scheduled', second.toISOString()]);
    await run();
    assert.deepEqual([(await detail(row.id)).state, (await detail(row.id)).schedule], ['scheduled', wallTime(second)]);
    const jobs = await sql(`select from graphile_worker.jobs where task_identifier = 'queue-scheduled-emails'`);
    assert.equal(jobs.length, 2);
    assert.equal((await change(row.id, later(-MINUTE_MS))).body.title, 'This time has passed. Choose a later one.');
    await sql('update sales_emails set due_at = $1', [first]);
    await run();
    assert.deepEqual([(await change(row.id, second)).body.code, (await detail(row.id)).state], ['already_left', 'queued']);
  });

  test('is sent now, once, and says by whom; when its time came in the same moment it is where it was to go', async () => {
    const { body: row } = await send(later(SOON_MS));
    const noor = await rig.addRep(NOOR);
    assert.deepEqual([(await sendNow(row.id, noor)).status, (await detail(row.id)).state], [404, 'scheduled']);
    const pressed = await sendNow(row.id);
    assert.deepEqual([pressed.status, pressed.body.state, pressed.body.reason], [200, 'queued', 'sent_now_by_user']);
    assert.equal((await sendNow(row.id)).body.state, 'queued');
    await rig.startWorker();
    await rig.inState(rae, row.id, 'sent');
    assert.equal((await sendNow(row.id)).body.state, 'sent');
    rig.clock.advance(SOON_MS);
    await run();
    assert.deepEqual([await history(row.id), await receivedByDana()], [['scheduled', 'queued sent_now_by_user', 'sending', 'sent'], 1]);
  });

  test('that was taken back is not sent now, and gets no other time', async () => {
    const { body: row } = await send(later(SOON_MS));
    await cancel(row.id);
    assert.deepEqual([(await sendNow(row.id)).status, (await change(row.id, later(SOON_MS))).status], [409, 409]);
    assert.equal((await draft()).id, row.id);
  });

  test('keeps its time of the clock where the rules of its zone have changed since', async () => {
    const [dueAt, other] = [later(SOON_MS), later(20 * MINUTE_MS)];
    const { body: row } = await send(dueAt);
    const { body: right } = await send(other, { subject: 'Another' });
    await sql(`update sales_emails set due_at = due_at + interval '1 hour' where id = $1`, [row.id]);
    await createKeepWallTimes({ pool: rig.database.pool, clock: rig.clock })();
    assert.deepEqual([(await detail(row.id)).waitsUntil, (await detail(right.id)).waitsUntil], [dueAt.toISOString(), other.toISOString()]);
    rig.clock.set(dueAt);
    await run();
    assert.deepEqual([(await detail(row.id)).state, (await detail(right.id)).state], ['queued', 'scheduled']);
  });

  test('waits for a mailbox that is disconnected at its time, says so, and leaves when it is there again', async () => {
    const { body: row } = await send(later(SOON_MS));
    await sql(`update email_connections set state = 'disconnected'`);
    await rig.startWorker();
    rig.clock.advance(SOON_MS);
    const waiting = await rig.inState(rae, row.id, 'queued');
    assert.deepEqual([waiting.reason, waiting.waitsUntil, await receivedByDana()], ['mailbox_disconnected', null, 0]);
    await rig.reconnectGoogle(rae);
    await rig.inState(rae, row.id, 'sent');
    assert.equal(await receivedByDana(), 1);
  });
});
