import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { emailToQueue, type ChangeOfEmail } from '../../../test-support/email-to-queue.ts';
import { explain } from '../../../test-support/pages-read.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { findDueEmail } from './attempts.ts';
import { findUpcoming } from './repository.ts';
import { queueEmails } from './index.ts';
import type { Lane } from './lane.ts';

const HOUR_MS = 3_600_000;
/** Three ways down an index, with a row at the end of each: the entries of the others fill more. */
const FEW_PAGES = 20;

describe('Emails whose time has not come, scheduled or held back, are not walked over', () => {
  let rig: SellingRig;
  let rae: Rep;
  let lane: Lane;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/people?recordId=${DANA}`);
    const [connection] = await sql<{ id: string }>('select id from email_connections');
    lane = { orgId: ACME, connectionId: connection?.id ?? '', owner: 'test', fence: '1' };
    await queue({ priority: 'interactive', dueAt: new Date(rig.clock.now().getTime() + HOUR_MS) });
    await queue({ priority: 'interactive', written: { subject: 'Held back' } });
    await queue({ priority: 'bulk', written: { subject: 'Held back' } });
    await sql(`update sales_emails set due_at = due_at + interval '1 day', waits_for = 'domain_limit' where state = 'queued'`);
    await copyAll(2_000);
  });
  after(() => rig.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const queue = (change: ChangeOfEmail): Promise<unknown> =>
    inOrg(rig.database.pool, ACME, (tx) => queueEmails(tx, ACME, [emailToQueue(rae.user.id, change)], rig.clock.now()));
  const queueDue = async (): Promise<void> => {
    await queue({ priority: 'campaign', written: { subject: 'Due' } });
    await sql(`update sales_emails set due_at = due_at - interval '6 hours' where subject = 'Due'`);
  };
  /** Copies of everything that waits, each a second later. */
  const copyAll = async (copies: number): Promise<void> => {
    await sql(
      `insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, to_address, state, priority,
         due_at, created_at, updated_at)
       select org_id, user_id, email_connection_id, record_id, record_object, person_id, to_address, state, priority,
         due_at + place * interval '1 second', created_at, updated_at from sales_emails, generate_series(1, $1::int) place`,
      [copies],
    );
    await sql('analyze sales_emails');
  };
  const inFewPages = async <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => {
    const { pages, found } = await inOrg(rig.database.pool, ACME, (tx) => explain(tx, ask));
    assert.ok(pages <= FEW_PAGES, `${String(pages)} pages were read`);
    return found;
  };
  const sweep = async (tx: Tx): Promise<number> =>
    (await tx.query({ text: 'select from undrained_mailboxes($1)', values: [rig.clock.now()] })).rows.length;

  test('when a lane looks for its next email, and neither are others that are due', async () => {
    await queueDue();
    await copyAll(1);
    const due = await inFewPages((tx) => findDueEmail(tx, lane, rig.clock.now()));
    assert.equal(due?.toAddress, 'dana@globex.example');
  });

  test('when the recipients of the next emails are looked for', async () => {
    await queueDue();
    const upcoming = await inFewPages((tx) => findUpcoming(tx, lane, rae.user.id, rig.clock.now(), 200));
    assert.deepEqual(
      upcoming.map(({ to }) => to),
      ['dana@globex.example'],
    );
  });

  test('when the sweep asks whether a mailbox has something due', async () => {
    assert.equal(await inFewPages(sweep), 0);
    await queueDue();
    assert.equal(await inFewPages(sweep), 1);
  });

  test("when the operator's metrics ask what the lanes do", async () => {
    const waiting = async (tx: Tx): Promise<number> =>
      (await tx.query<{ waiting: string }>({ text: 'select waiting from count_lanes($1)', values: [rig.clock.now()] })).rows.map((row) =>
        Number(row.waiting),
      )[0] ?? -1;
    assert.equal(await inFewPages(waiting), 0);
    await queueDue();
    assert.equal(await inFewPages(waiting), 1);
  });
});
