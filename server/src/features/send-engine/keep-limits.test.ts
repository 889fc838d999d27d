import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DEFAULT_LIMITS, WINDOW_SETTINGS, type SendingLimits } from '../sending-limits/index.ts';
import { until } from '../../../test-support/until.ts';
import { createForecastSending } from './index.ts';
import {
  ACME,
  DANA,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' as const };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('Sending limits', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    await rig.database.ownerPool.query('delete from sending_limits');
  });
  after(() => rig.close());

  const limit = (limits: Partial<SendingLimits>): Promise<unknown> => {
    const all = { ...DEFAULT_LIMITS, batchSize: 500, mailboxPerMinute: 60, ...limits };
    return rig.database.ownerPool.query(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, org_per_day,
         domain_per_day, updated_by, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, gen_random_uuid(), now())
       on conflict (org_id) do update set batch_size = $2, batch_wait_seconds = $3, mailbox_per_minute = $4, mailbox_per_day = $5,
         user_per_day = $6, org_per_day = $7, domain_per_day = $8`,
      [ACME, all.batchSize, all.batchWaitSeconds, all.mailboxPerMinute, all.mailboxPerDay, all.userPerDay, all.orgPerDay, all.domainPerDay],
    );
  };
  const sendMany = async (rep: Rep, count: number, draft: object = {}): Promise<string[]> => {
    const ids: string[] = [];
    for (let number = 1; number <= count; number++) {
      ids.push((await rep.send({ subject: `Email ${String(number)}`, ...draft })).body.id);
      rig.clock.advance(1);
    }
    return ids;
  };
  const query = async (sql: string, values: unknown[] = []): Promise<Answered[]> => (await rig.database.ownerPool.query(sql, values)).rows;
  /** One look at every mailbox that has something to do, as the sweep would order it. */
  const drain = async (): Promise<void> => {
    const due = await query('select email_connection_id as id from undrained_mailboxes($1)', [rig.clock.now()]);
    const job = rig.work.jobs['drain-mailbox'];
    await Promise.all(
      due.map(async ({ id }) => job?.({ orgId: ACME, emailConnectionId: id }, { attempt: 1, signal: AbortSignal.timeout(60_000) })),
    );
    // A lane that waits a moment goes on without a job
    await until('no lane is held', async () => {
      const held = await query('select from email_connections where lane_lease_until > clock_timestamp()');
      return held.length === 0;
    });
  };
  /** Lets the engine work and puts the clock to whatever it waits for next, until nothing waits. */
  const drainEverything = async (): Promise<void> => {
    for (;;) {
      await drain();
      const [{ next }] = await query(
        `select min(greatest(e.due_at, c.next_slot_at)) as next from sales_emails e join email_connections c on c.id = e.email_connection_id
          where e.state = 'queued'`,
      );
      if (!next) return;
      rig.clock.advance(Math.max(1, next.getTime() - rig.clock.now().getTime()));
    }
  };
  const row = async (rep: Rep, id: string): Promise<Answered> => (await rep.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const sentAts = async (): Promise<number[]> =>
    (await query(`select started_at, finished_at from send_attempts where outcome = 'accepted' order by started_at`)).map(
      ({ started_at }) => started_at.getTime(),
    );
  const countSent = async (): Promise<number> => (await sentAts()).length;

  test('what exceeds a minute waits without an attempt, says until when, and leaves then', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ mailboxPerMinute: 3 });
    const ids = await sendMany(rae, 5);
    await drain();
    assert.equal(await countSent(), 3);
    const waiting = await row(rae, ids[4] ?? '');
    assert.deepEqual([waiting.state, waiting.reason], ['queued', 'minute_limit']);
    const waitMs = new Date(waiting.waitsUntil).getTime() - rig.clock.now().getTime();
    // The second in line leaves half a second after the first
    assert.ok(waitMs > MINUTE - 10_000 && waitMs <= MINUTE + 500, String(waitMs));
    assert.equal((await query(`select 1 from send_attempts where sales_email_id = $1`, [ids[4]])).length, 0);
    await drain();
    assert.equal(await countSent(), 3);
    rig.clock.advance(MINUTE);
    await drain();
    assert.equal(await countSent(), 5);
  });

  test('a batch and its wait are kept, and a day is any 24 hours', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ batchSize: 4, batchWaitSeconds: 30, mailboxPerDay: 10 });
    await sendMany(rae, 12);
    await drainEverything();
    const times = await sentAts();
    for (let last = 4; last < times.length; last++) assert.ok((times[last] ?? 0) - (times[last - 4] ?? 0) >= 30_000);
    for (let last = 10; last < times.length; last++) assert.ok((times[last] ?? 0) - (times[last - 10] ?? 0) >= DAY);
    assert.equal(times.length, 12);
  });

  const named: [string, Partial<SendingLimits>, object][] = [
    ['batch', { batchSize: 2, batchWaitSeconds: 45, mailboxPerMinute: 3 }, { name: 'batch', count: 2, seconds: 45 }],
    ['minute', { mailboxPerMinute: 2 }, { name: 'mailbox_per_minute', count: 2, seconds: 60 }],
    ['day of the mailbox', { mailboxPerDay: 2 }, { name: 'mailbox_per_day', count: 2, seconds: 86_400 }],
    ['day of the user', { userPerDay: 2 }, { name: 'user_per_day', count: 2, seconds: 86_400 }],
    ['day of the org', { orgPerDay: 2 }, { name: 'org_per_day', count: 2, seconds: 86_400 }],
    ['day of the domain', { domainPerDay: 2 }, { name: 'domain_per_day', count: 2, seconds: 86_400 }],
  ];
  for (const [of, limits, expected] of named)
    test(`what waits for the ${of} names that limit, in the list and opened`, async () => {
      const rae = await rig.addRep(RAE, 'google');
      await limit(limits);
      const ids = await sendMany(rae, 3);
      await drain();
      const list = (await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`)).body.salesEmails;
      assert.deepEqual(
        list.map(({ limit }: Answered) => limit),
        [expected, null, null],
      );
      assert.deepEqual((await row(rae, ids[2] ?? '')).limit, expected);
    });

  test('a limit that changes while an email waits is named as it is now, and not at all when it holds nothing back', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ mailboxPerMinute: 3 });
    const ids = await sendMany(rae, 4);
    await drain();
    const waitingFor = async (): Promise<Answered> => (await row(rae, ids[3] ?? '')).limit;
    await limit({ mailboxPerMinute: 2 });
    assert.deepEqual(await waitingFor(), { name: 'mailbox_per_minute', count: 2, seconds: 60 });
    await limit({ batchSize: 2, batchWaitSeconds: 90, mailboxPerMinute: 2 });
    assert.deepEqual(await waitingFor(), { name: 'batch', count: 2, seconds: 90 });
    await limit({ mailboxPerMinute: 9 });
    assert.equal((await row(rae, ids[3] ?? '')).reason, 'minute_limit');
    assert.equal(await waitingFor(), null);
  });

  test('an email far back in the queue names the limit that holds it longest, not the one its mailbox waits for now', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ mailboxPerMinute: 2, mailboxPerDay: 4 });
    const ids = await sendMany(rae, 5);
    await drain();
    const [next, last] = [await row(rae, ids[2] ?? ''), await row(rae, ids[4] ?? '')];
    assert.deepEqual([next.reason, next.limit.name], ['minute_limit', 'mailbox_per_minute']);
    assert.deepEqual([last.reason, last.limit], ['daily_limit', { name: 'mailbox_per_day', count: 4, seconds: 86_400 }]);
    assert.ok(new Date(last.waitsUntil).getTime() - rig.clock.now().getTime() > DAY - 2 * MINUTE);
  });

  test("where the admin's limit is above what the vendor takes, the vendor's is named", async () => {
    const noor = await rig.addRep(NOOR, 'microsoft');
    await limit({ mailboxPerMinute: 60 });
    const ids = await sendMany(noor, 31);
    await drain();
    assert.deepEqual((await row(noor, ids[30] ?? '')).limit, { name: 'provider_per_minute', count: 30, seconds: 60 });
  });

  test('an admin who raises a limit lets what waits for it leave at once; nobody else may', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const avery = await rig.addRep(AVERY);
    await limit({ mailboxPerDay: 2 });
    const ids = await sendMany(rae, 3);
    await drain();
    assert.equal((await row(rae, ids[2] ?? '')).reason, 'daily_limit');
    const page = (await avery.panel.request('GET', '/v1/sending-limits')).body;
    assert.deepEqual([page.limits.mailboxPerDay, page.defaults, page.ceilings.google.perDay], [2, DEFAULT_LIMITS, 2_000]);
    const refused = await rae.panel.request('PUT', '/v1/sending-limits', { ...page.limits, mailboxPerDay: 50 });
    assert.deepEqual([refused.status, refused.body.code], [403, 'admins_only']);
    const invalid = await avery.panel.request('PUT', '/v1/sending-limits', { ...page.limits, mailboxPerMinute: 0 });
    assert.deepEqual([invalid.status, invalid.body.code], [400, 'validation_failed']);
    const changed = await avery.panel.request('PUT', '/v1/sending-limits', { ...page.limits, mailboxPerDay: 50 });
    assert.deepEqual([changed.body.limits.mailboxPerDay, changed.body.updatedBy], [50, 'Avery Stone']);
    await drain();
    assert.equal(await countSent(), 3);
  });

  test('a domain that has had enough holds back its own emails; the others leave', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ domainPerDay: 3 });
    const globex = await sendMany(rae, 4);
    const [elsewhere = ''] = await sendMany(rae, 1, { recordId: OMAR, personId: OMAR });
    await query(`update sales_emails set to_address = 'omar@hooli.example' where id = $1`, [elsewhere]);
    await drain();
    assert.equal((await row(rae, elsewhere)).state, 'sent');
    const held = await row(rae, globex[3] ?? '');
    assert.deepEqual([held.state, held.reason], ['queued', 'domain_limit']);
    assert.ok(new Date(held.waitsUntil).getTime() - rig.clock.now().getTime() > DAY - MINUTE);
    rig.clock.advance(DAY);
    await drain();
    assert.equal(await countSent(), 5);
  });

  test('copies count for their domain, and an email to more of them than a day may have fails with the reason', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ domainPerDay: 2 });
    const { body } = await rae.send({ cc: ['omar@globex.example'], bcc: ['lin@GLOBEX.example'] });
    await drain();
    const failed = await row(rae, body.id);
    assert.deepEqual([failed.state, failed.reason], ['failed', 'domain_limit']);
    assert.equal(await countSent(), 0);
  });

  test('mailboxes share the limit of their org, never one too many', async () => {
    const [rae, noor] = [await rig.addRep(RAE, 'google'), await rig.addRep(NOOR, 'microsoft')];
    await limit({ orgPerDay: 5 });
    const ofBoth = [
      ...(await sendMany(rae, 4)).map((id) => [rae, id] as const),
      ...(await sendMany(noor, 4)).map((id) => [noor, id] as const),
    ];
    await drain();
    assert.equal(await countSent(), 5);
    const rows = await Promise.all(ofBoth.map(([rep, id]) => row(rep, id)));
    const waiting = rows.filter(({ state }) => state !== 'sent').map(({ state, reason }) => `${state}: ${reason}`);
    assert.deepEqual(waiting, Array(3).fill('queued: org_limit'));
    await drainEverything();
    const times = await sentAts();
    for (let last = 5; last < times.length; last++) assert.ok((times[last] ?? 0) - (times[last - 5] ?? 0) >= DAY);
    assert.equal(times.length, 8);
  });

  test('an email that has certainly not left gives its place back, also to another mailbox that waits for it', async () => {
    const [rae, noor] = [await rig.addRep(RAE, 'google'), await rig.addRep(NOOR, 'microsoft')];
    await limit({ orgPerDay: 1 });
    const path = '/gmail/v1/users/me/messages/send';
    await rig.fault('google', { match: { method: 'POST', path }, times: 1, effect: 'before', action: { kind: 'cut' } });
    const [open = ''] = await sendMany(rae, 1);
    await drain();
    assert.equal((await row(rae, open)).state, 'uncertain');
    const [other = ''] = await sendMany(noor, 1);
    await drain();
    assert.equal((await row(noor, other)).reason, 'org_limit');
    rig.clock.advance(3 * MINUTE);
    await rig.work.jobs['settle-uncertain-email']?.(
      { orgId: ACME, salesEmailId: open },
      { attempt: 1, signal: AbortSignal.timeout(60_000) },
    );
    assert.equal((await row(rae, open)).reason, 'not_in_sent_mail');
    await drain();
    assert.equal(await countSent(), 1);
  });

  test('the user has a limit of a day, whatever the mailbox', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ userPerDay: 2 });
    const ids = await sendMany(rae, 3);
    await drain();
    assert.equal((await row(rae, ids[2] ?? '')).reason, 'user_daily_limit');
  });

  test('interactive email leaves before bulk and bulk before campaign, each by the time it was due', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const ids = await sendMany(rae, 6);
    for (const [index, id] of ids.entries())
      await query('update sales_emails set priority = $2 where id = $1', [id, [30, 20, 10][index % 3]]);
    await drain();
    const sent = await query(`select h.sales_email_id as id from sales_email_history h where h.state = 'sent' order by h.id`);
    assert.deepEqual(
      sent.map(({ id }) => ids.indexOf(id)),
      [2, 5, 1, 4, 0, 3],
    );
  });

  test('the forecast of the service is when the last email really leaves, to the minute', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await limit({ batchSize: 5, batchWaitSeconds: 20, mailboxPerMinute: 12, mailboxPerDay: 30, domainPerDay: 26 });
    await sendMany(rae, 10);
    const windows = { ...WINDOW_SETTINGS, spacingMs: { google: 0, microsoft: 0 } };
    const forecastSending = createForecastSending({ pool: rig.database.pool, clock: rig.clock, windows });
    const { boundBy, limit: deciding } = await forecastSending(ACME, rae.user.id, 0);
    assert.deepEqual([boundBy, deciding?.name], ['minute_limit', 'batch']);
    await drain();
    const forecast = await forecastSending(ACME, rae.user.id, 0);
    const thought = await forecastSending(ACME, rae.user.id, 22);
    assert.equal(forecast.waiting, 5);
    await sendMany(rae, 22);
    const complete = await forecastSending(ACME, rae.user.id, 0);
    assert.equal(complete.waiting, 27);
    assert.deepEqual([thought.boundBy, thought.limit?.name], ['daily_limit', 'mailbox_per_day']);
    await drainEverything();
    const last = Math.max(...(await sentAts()));
    assert.ok(Math.abs(last - new Date(complete.lastLeavesAt ?? 0).getTime()) < MINUTE, `${String(last)} ${String(complete.lastLeavesAt)}`);
    assert.equal(await countSent(), 32);
  });
});
