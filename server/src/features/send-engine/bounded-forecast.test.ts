import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { emailToQueue } from '../../../test-support/email-to-queue.ts';
import { explain } from '../../../test-support/pages-read.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg } from '../../platform/postgres.ts';
import type { ForecastSending } from './forecast-sending.ts';
import { createForecastSending, findNextDeparture, queueEmails } from './index.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('The forecast', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    await sql('delete from sending_limits');
    rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/people?recordId=${DANA}`);
    await inOrg(rig.database.pool, ACME, (tx) => queueEmails(tx, ACME, [emailToQueue(rae.user.id)], rig.clock.now()));
  });
  after(() => rig.close());

  const sql = (text: string, values: unknown[] = []) => rig.database.ownerPool.query(text, values);
  const limitOrg = (perDay: number) =>
    sql(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, org_per_day,
         updated_by, updated_at) values ($1, 500, 0, 60, 1000, 1000, $2, gen_random_uuid(), now())`,
      [ACME, perDay],
    );
  /** Colleagues of Rae, each with a mailbox in which so many emails wait that were due before hers. */
  const addColleagues = async (colleagues: number, emailsEach: number): Promise<void> => {
    await sql(
      `with colleague as (
         insert into users (org_id, email, salesforce_user_id, state, invited_at)
         select org_id, n || '@acme.example', lpad(n::text, 18, '0'), state, invited_at from users, generate_series(1, $2) n where id = $1
         returning id)
       insert into email_connections
       select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'user_id', u.id, 'account_key', u.id))).*
         from email_connections c, colleague u where c.user_id = $1`,
      [rae.user.id, colleagues],
    );
    await sql(
      `insert into sales_emails
       select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'idempotency_key', gen_random_uuid(),
                'user_id', c.user_id, 'email_connection_id', c.id, 'due_at', e.due_at - n * interval '1 second'))).*
         from sales_emails e, email_connections c, generate_series(1, $2) n where e.user_id = $1 and c.user_id <> $1`,
      [rae.user.id, emailsEach],
    );
    await sql('analyze sales_emails');
  };
  const forecastSending: ForecastSending = (...asked) => createForecastSending({ pool: rig.database.pool, clock: rig.clock })(...asked);

  test('counts what colleagues have waiting for the same limit', async () => {
    await limitOrg(12);
    assert.notEqual((await forecastSending(ACME, rae.user.id, 7)).boundBy, 'org_limit');
    await addColleagues(2, 4);
    const { boundBy, lastLeavesAt, tooManyWait } = await forecastSending(ACME, rae.user.id, 7);
    assert.deepEqual([boundBy, tooManyWait], ['org_limit', false]);
    assert.ok(new Date(lastLeavesAt ?? 0).getTime() - rig.clock.now().getTime() > 0.9 * DAY_MS);
  });

  test('reads no more, however many mailboxes wait for the same limit, and then gives no time', async () => {
    await limitOrg(1_000);
    await addColleagues(40, 250);
    const { pages, found } = await inOrg(rig.database.pool, ACME, (tx) =>
      explain(tx, (asked) => findNextDeparture(asked, ACME, rae.user.id, rig.clock.now())),
    );
    assert.ok(pages <= 5_000, `${String(pages)} pages were read`);
    assert.deepEqual(found, { leavesAt: null, boundBy: null, tooManyWait: true });
    const forecast = await forecastSending(ACME, rae.user.id, 200);
    assert.deepEqual([forecast.waiting, forecast.tooManyWait, forecast.lastLeavesAt], [1, true, null]);
  });

  test('that nobody knows is told of a row as well: it gives no time instead of a wrong one', async () => {
    await limitOrg(1_000);
    await addColleagues(40, 60);
    await sql(`update email_connections set next_slot_at = $2, slot_reason = 'minute_limit' where user_id = $1`, [
      rae.user.id,
      new Date(rig.clock.now().getTime() + 60_000),
    ]);
    const { rows } = await sql('select id from sales_emails where user_id = $1', [rae.user.id]);
    const { body } = await rae.panel.request('GET', `/v1/sales-emails/${rows[0].id}`);
    const { state, reason, waitsUntil } = body;
    assert.deepEqual([state, reason, waitsUntil], ['queued', 'minute_limit', null]);
  });

  test('says what keeps a mailbox from sending, and that there is none, before it says that too many wait', async () => {
    await limitOrg(1_000);
    await addColleagues(40, 60);
    const nextTryAt = new Date(rig.clock.now().getTime() + 60_000);
    await sql(`update email_connections set next_slot_at = $2, slot_reason = 'mailbox_blocked' where user_id = $1`, [
      rae.user.id,
      nextTryAt,
    ]);
    const next = () => inOrg(rig.database.pool, ACME, (tx) => findNextDeparture(tx, ACME, rae.user.id, rig.clock.now()));
    assert.deepEqual(await next(), { leavesAt: nextTryAt.toISOString(), boundBy: 'mailbox_blocked', tooManyWait: false });
    await sql(`update email_connections set state = 'disconnected' where user_id = $1`, [rae.user.id]);
    assert.equal((await next()).tooManyWait, false);
  });

  test('counts up to 10,000 emails of a rep, and gives no time for the last of more', async () => {
    await sql(
      `insert into sales_emails
       select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'idempotency_key', gen_random_uuid()))).*
         from sales_emails e, generate_series(1, 10000)`,
    );
    const forecast = await forecastSending(ACME, rae.user.id, 0);
    assert.deepEqual([forecast.waiting, forecast.tooManyWait, forecast.lastLeavesAt], [10_000, true, null]);
    assert.ok(forecast.firstLeavesAt, 'when the first one leaves is known');
  });
});
