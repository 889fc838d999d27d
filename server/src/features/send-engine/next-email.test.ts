import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { emailToQueue, type ChangeOfEmail } from '../../../test-support/email-to-queue.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg } from '../../platform/postgres.ts';
import { queueEmails } from './index.ts';

const HOUR_MS = 3_600_000;

describe('The next email of a mailbox', () => {
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
  const connectionId = async (): Promise<string> => (await sql<{ id: string }>('select id from email_connections'))[0]?.id ?? '';
  const queue = async (emails: number, change: ChangeOfEmail): Promise<void> => {
    const all = Array.from({ length: emails }, () => emailToQueue(rae.user.id, change));
    for (let from = 0; from < emails; from += 200)
      await inOrg(rig.database.pool, ACME, (tx) => queueEmails(tx, ACME, all.slice(from, from + 200), rig.clock.now()));
  };
  const subject = (subject: string): ChangeOfEmail => ({ written: { subject } });
  /** One email leaves with each turn. */
  const sendNext = async (): Promise<string> => {
    const { jobs } = rig.createWorkOf({ turnMs: 0 });
    await jobs['drain-mailbox']?.(
      { orgId: ACME, emailConnectionId: await connectionId() },
      { attempt: 1, signal: AbortSignal.timeout(60_000) },
    );
    const [sent] = await sql<{ subject: string }>(`select subject from sales_emails where state = 'sent' order by sent_at desc limit 1`);
    return sent?.subject ?? '';
  };

  test('is the interactive one, whatever waited before it: it does not wait for 1,000 bulk ones', async () => {
    await queue(1_000, { priority: 'bulk' });
    rig.clock.advance(60_000);
    await rae.send({ subject: 'From the compose window' });
    assert.equal(await sendNext(), 'From the compose window');
  });

  test('is interactive before bulk before campaign, and of those the one that was due first', async () => {
    await queue(1, { priority: 'campaign', ...subject('Campaign') });
    await queue(1, { priority: 'bulk', ...subject('Bulk') });
    rig.clock.advance(1_000);
    await queue(1, { priority: 'bulk', ...subject('Bulk, due later') });
    await queue(1, { priority: 'interactive', ...subject('Interactive') });
    const sent: string[] = [];
    while (sent.length < 4) sent.push(await sendNext());
    assert.deepEqual(sent, ['Interactive', 'Bulk', 'Bulk, due later', 'Campaign']);
  });

  test('of a later priority leaves while emails of an earlier one are not due', async () => {
    await queue(1, { priority: 'interactive', dueAt: new Date(rig.clock.now().getTime() + HOUR_MS) });
    await queue(1, { priority: 'campaign', ...subject('Due now') });
    assert.equal(await sendNext(), 'Due now');
  });
});
