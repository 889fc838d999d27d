import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { QueryConfig } from 'pg';
import { emailToQueue, type ChangeOfEmail } from '../../../test-support/email-to-queue.ts';
import {
  ACME,
  DANA,
  JO_OPTED_OUT,
  OMAR,
  PAT_WITHOUT_ADDRESS,
  RAE,
  startSellingRig,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';
import { until } from '../../../test-support/until.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { queueEmails, type Acceptance, type EmailToQueue } from './index.ts';

const ORIGINS = ['compose', 'bulk', 'campaign_step', 'follow_up'] as const;
const INITECH = '00D000000000002EAA';

describe('The port for everything that sends', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    for (const id of [DANA, OMAR, JO_OPTED_OUT, PAT_WITHOUT_ADDRESS]) await rae.panel.request('GET', `/v1/people?recordId=${id}`);
  });
  after(() => rig.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const count = async (table: string): Promise<number> =>
    (await sql<{ total: number }>(`select count(*)::int as total from ${table}`))[0]?.total ?? NaN;
  const email = (change: ChangeOfEmail = {}): EmailToQueue => emailToQueue(rae.user.id, change);
  const to = (personId: string, change: ChangeOfEmail = {}): EmailToQueue =>
    email({ ...change, written: { recordId: personId, personId } });
  const queue = (emails: EmailToQueue[]): Promise<Acceptance[]> =>
    inOrg(rig.database.pool, ACME, (tx) => queueEmails(tx, ACME, emails, rig.clock.now()));
  const outcomes = (answers: Acceptance[]): string[] => answers.map(({ outcome }) => outcome);

  test('takes 200 emails in one statement of the caller, and answers each in its place: accepted, or refused with the reason', async () => {
    const taken = email({ idempotencyKey: 'taken' });
    await queue([taken]);
    const [{ email: jo } = { email: '' }] = await sql<{ email: string }>('select email from people where record_id = $1', [JO_OPTED_OUT]);
    const kinds: [string, () => EmailToQueue][] = [
      ['accepted', () => to(DANA)],
      ['recipient_opted_out', () => to(JO_OPTED_OUT)],
      ['no_email_address', () => to(PAT_WITHOUT_ADDRESS)],
      ['person_unknown', () => to('00Q000000000021EAA')],
      ['accepted_before', () => taken],
      ['key_reused', () => email({ idempotencyKey: 'taken', written: { subject: 'Other words' } })],
      ['identity_not_verified', () => email({ written: { identityId: randomUUID() } })],
      ['not_activated', () => email({ userId: randomUUID() })],
      ['recipient_opted_out', () => email({ written: { cc: [jo.toUpperCase()] } })],
      ['accepted', () => to(OMAR, { dueAt: new Date(rig.clock.now().getTime() + 3_600_000) })],
    ];
    const emails = Array.from({ length: 200 }, (_, place) => kinds[place % kinds.length]![1]());
    let statements = 0;
    const answers = await inOrg(rig.database.pool, ACME, (tx) => {
      const countAndAsk = (asked: QueryConfig) => {
        statements += 1;
        return tx.query(asked);
      };
      return queueEmails({ query: countAndAsk } as Pick<Tx, 'query'>, ACME, emails, rig.clock.now());
    });
    assert.equal(statements, 1);
    assert.deepEqual(
      outcomes(answers),
      emails.map((_, place) => kinds[place % kinds.length]![0]),
    );
    assert.deepEqual([answers[0]?.state, answers[0]?.personName, answers[9]?.state], ['queued', 'Dana Whitfield', 'scheduled']);
    assert.deepEqual([answers[1]?.refusesPerson, answers[8]?.refusesPerson, answers[8]?.refused], [true, false, [jo]]);
    assert.equal(await count('sales_emails'), 41);
  });

  test('takes one to 200, and says so to whoever asks for none or more', async () => {
    for (const length of [0, 201]) await assert.rejects(queue(Array.from({ length }, () => email())), RangeError);
    assert.equal(await count('sales_emails'), 0);
  });

  test('is part of the transaction of the caller: what that takes back was never queued', async () => {
    const failed = inOrg(rig.database.pool, ACME, async (tx) => {
      assert.deepEqual(outcomes(await queueEmails(tx, ACME, [email(), email()], rig.clock.now())), ['accepted', 'accepted']);
      throw new Error('the caller changes its mind');
    });
    await assert.rejects(failed, /changes its mind/);
    assert.deepEqual([await count('sales_emails'), await count('sales_email_history'), await count('graphile_worker.jobs')], [0, 0, 0]);
  });

  test('makes nothing twice: the same keys again are accepted before, within one call too', async () => {
    const emails = [to(DANA), to(OMAR), to(DANA)];
    const first = await queue([...emails, emails[0]!]);
    assert.deepEqual(outcomes(first), ['accepted', 'accepted', 'accepted', 'accepted_before']);
    const again = await queue(emails.toReversed());
    assert.deepEqual(outcomes(again), ['accepted_before', 'accepted_before', 'accepted_before']);
    assert.deepEqual(
      again.map(({ id }) => id),
      first
        .slice(0, 3)
        .map(({ id }) => id)
        .toReversed(),
    );
    assert.deepEqual([await count('sales_emails'), await count('sales_email_history')], [3, 3]);
  });

  test('makes nothing twice for two calls with the same keys at once: the later one waits, and answers what the first made', async () => {
    const emails = Array.from({ length: 20 }, () => email());
    const other = { ...emails[5]!, hash: Buffer.alloc(32) };
    let later: Promise<Acceptance[]> | undefined;
    const first = await inOrg(rig.database.pool, ACME, async (tx) => {
      const answers = await queueEmails(tx, ACME, emails, rig.clock.now());
      later = queue([...emails.toReversed().filter(({ idempotencyKey }) => idempotencyKey !== other.idempotencyKey), other]);
      await until(
        'the later call waits',
        async () => (await sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length,
      );
      return answers;
    });
    const expected = [...emails.slice(0, 19).map(() => 'accepted_before'), 'key_reused'];
    assert.deepEqual([outcomes(first), outcomes((await later) ?? [])], [emails.map(() => 'accepted'), expected]);
    assert.deepEqual([await count('sales_emails'), await count('sales_email_history')], [20, 20]);
  });

  test('takes over what another call began and took back', async () => {
    const emails = [email(), email()];
    let later: Promise<Acceptance[]> | undefined;
    const failed = inOrg(rig.database.pool, ACME, async (tx) => {
      await queueEmails(tx, ACME, emails, rig.clock.now());
      later = queue(emails);
      await until(
        'the later call waits',
        async () => (await sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length,
      );
      throw new Error('taken back');
    });
    await assert.rejects(failed, /taken back/);
    assert.deepEqual(outcomes((await later) ?? []), ['accepted', 'accepted']);
    assert.equal(await count('sales_emails'), 2);
  });

  for (const origin of ORIGINS)
    test(`has one rule for all origins: for ${origin} too it refuses who opted out, and looks first at what is stale`, async () => {
      const asked = () => [to(JO_OPTED_OUT, { origin }), to(PAT_WITHOUT_ADDRESS, { origin }), to(DANA, { origin })];
      assert.deepEqual(outcomes(await queue(asked())), ['recipient_opted_out', 'no_email_address', 'accepted']);
      assert.deepEqual(await sql('select origin, priority from sales_emails'), [{ origin, priority: 20 }]);
      await sql(`update people set wish_read_at = 'epoch'; update email_wishes set seen_at = 'epoch'`);
      assert.deepEqual(outcomes(await queue([to(DANA, { origin })])), ['look_first']);
      await sql(`update orgs set stopped_at = now() where org_id = $1`, [ACME]);
      assert.deepEqual(outcomes(await queue([to(DANA, { origin })])), ['org_stopped']);
      await sql(`update orgs set stopped_at = null`);
    });

  test('leaves the draft of a record alone, which only the compose window has written', async () => {
    const draft = { recordId: DANA, personId: DANA, subject: 'Half written', bodyHtml: '<p>Hi</p>', cc: [], bcc: [] };
    await rae.panel.request('PUT', '/v1/drafts', draft);
    await queue([to(DANA, { origin: 'bulk' }), to(DANA, { origin: 'campaign_step' }), to(DANA, { origin: 'follow_up' })]);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft.subject, 'Half written');
    await queue([to(DANA, { origin: 'compose' })]);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft, null);
  });

  test('is what the compose window sends through: interactive, and as soon as it may', async () => {
    const { body } = await rae.send();
    assert.deepEqual(await sql('select origin, priority, state from sales_emails where id = $1', [body.id]), [
      { origin: 'compose', priority: 10, state: 'queued' },
    ]);
  });

  test('writes rows of the one org alone, with the jobs that name it, and nothing in a transaction of another org', async () => {
    await rig.service.addOrg({ orgId: INITECH, lightningOrigin: 'https://initech.lightning.force.com' });
    const emails = [email(), email({ dueAt: new Date(rig.clock.now().getTime() + 3_600_000) })];
    const answers = await inOrg(rig.database.pool, INITECH, (tx) => queueEmails(tx, ACME, emails, rig.clock.now()));
    assert.deepEqual(outcomes(answers), ['not_activated', 'not_activated']);
    assert.equal(await count('sales_emails'), 0);
    await queue(emails);
    for (const table of ['sales_emails', 'sales_email_history'])
      assert.deepEqual(await sql(`select org_id, count(*)::int as total from ${table} group by 1`), [{ org_id: ACME, total: 2 }]);
    const jobs = await sql<{ name: string; orgId: string }>(
      `select j.identifier as name, p.payload ->> 'orgId' as "orgId" from graphile_worker._private_jobs p
         join graphile_worker._private_tasks j on j.id = p.task_id order by 1`,
    );
    assert.deepEqual(jobs, [
      { name: 'drain-mailbox', orgId: ACME },
      { name: 'queue-scheduled-emails', orgId: ACME },
    ]);
  });
});
