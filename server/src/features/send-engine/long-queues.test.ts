import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, DANA, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { createForecastSending } from './index.ts';

const LEADS = [DANA, '00Q000000000004EAA', '00Q000000000005EAA'];
const PER_DAY = 30;
const DAY_MS = 24 * 60 * 60_000;

describe('A long queue', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
  });
  after(() => rig.close());

  const query = async (sql: string, values: unknown[] = []): Promise<Answered[]> => (await rig.database.ownerPool.query(sql, values)).rows;
  const drain = async (): Promise<void> => {
    const [{ id }] = await query('select id from email_connections');
    const context = { attempt: 1, signal: AbortSignal.timeout(60_000) };
    await rig.work.jobs['drain-mailbox']?.({ orgId: ACME, emailConnectionId: id }, context);
  };
  const countSent = async (): Promise<number> => (await query(`select from sales_emails where state = 'sent'`)).length;
  const queriesOfPeople = async (): Promise<number> => {
    const { requests } = await rig.simulator('salesforce', 'GET', '/sim/requests?method=get');
    return requests.filter(({ url }: Answered) => /\/query\?.*FROM.Lead/.test(decodeURIComponent(url))).length;
  };
  const sendToAll = async (rep: Rep): Promise<void> => {
    for (const id of LEADS) await rep.send({ recordId: id, personId: id, subject: `To ${id}` });
  };

  test('has all its recipients looked at again in one call, and not one call for each email', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await sendToAll(rae);
    rig.clock.advance(11 * 60_000);
    const before = await queriesOfPeople();
    await drain();
    assert.equal(await countSent(), LEADS.length);
    assert.equal((await queriesOfPeople()) - before, 1);
  });

  test('holds back whoever opted out meanwhile, also far down in it', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await sendToAll(rae);
    const last = LEADS.at(-1) ?? '';
    await rig.changeRecord(last, { HasOptedOutOfEmail: true });
    rig.clock.advance(11 * 60_000);
    await drain();
    const states = await query('select person_id as id, state, state_reason as reason from sales_emails order by created_at');
    assert.deepEqual(
      states.map(({ state, reason }) => [state, reason]),
      [
        ['sent', null],
        ['sent', null],
        ['failed', 'recipient_opted_out'],
      ],
    );
  });

  test('asks a Salesforce that does not answer once for all, and leaves as it was last seen', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await sendToAll(rae);
    rig.clock.advance(11 * 60_000);
    await rig.fault('salesforce', { match: { method: 'GET', path: '.*/query.*' }, times: 100, action: { kind: 'status', status: 503 } });
    const before = await queriesOfPeople();
    await drain();
    assert.equal(await countSent(), LEADS.length);
    const tries = (await queriesOfPeople()) - before;
    assert.ok(tries > 0 && tries < LEADS.length, `${String(tries)} calls`);
  });

  test('of thousands still says when its first emails leave and which limit holds them, and about when the last one does', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await query(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, updated_by,
         updated_at)
       values ($1, 500, 0, 60, $2, 10000, gen_random_uuid(), now())`,
      [ACME, PER_DAY],
    );
    const { body } = await rae.send();
    await query(
      `insert into sales_emails
       select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'idempotency_key', 'copy ' || n,
                                                             'record_id', '00Q000000000099EAA',
                'created_at', e.created_at - n * interval '1 millisecond', 'due_at', e.due_at - n * interval '1 millisecond'))).*
         from sales_emails e, generate_series(1, 2500) n`,
    );
    await query('update sales_emails set due_at = due_at - $2 * interval $$1 hour$$, priority = 10 where id = $1', [body.id, 1]);
    await query(`update email_connections set next_slot_at = $1, slot_reason = 'daily_limit'`, [
      new Date(rig.clock.now().getTime() + DAY_MS),
    ]);
    const [row] = (await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`)).body.salesEmails;
    assert.equal(row.reason, 'daily_limit');
    const forecastSending = createForecastSending({ pool: rig.database.pool, clock: rig.clock });
    const { waiting, firstLeavesAt, lastLeavesAt } = await forecastSending(ACME, rae.user.id, 0);
    assert.equal(waiting, 2_501);
    const days = (time: string | null): number => (new Date(time ?? 0).getTime() - rig.clock.now().getTime()) / DAY_MS;
    assert.ok(days(firstLeavesAt) < 1.1);
    assert.ok(Math.abs(days(lastLeavesAt) - 2_501 / PER_DAY) < 3, `${String(days(lastLeavesAt))} days`);
  });
});
