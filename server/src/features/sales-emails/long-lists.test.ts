import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, DANA, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const PANEL = `/v1/panel?recordId=${DANA}`;
const LIST = `/v1/sales-emails?recordId=${DANA}`;
const PAGE = 25;

describe('A record with many sales emails', () => {
  let rig: SellingRig;
  let rae: Rep;
  let statements = 0;
  before(async () => {
    rig = await startSellingRig();
    const counted = new WeakSet();
    rig.service.database.pool.on('acquire', (client) => {
      if (counted.has(client)) return;
      counted.add(client);
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      Object.assign(client, {
        query(...given: unknown[]): unknown {
          statements += 1;
          return query(...given);
        },
      });
    });
  });
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  /** Each has left in its own second. */
  const addSent = async (count: number): Promise<void> => {
    const { ownerPool } = rig.service.database;
    await ownerPool.query(
      `insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name,
         to_address, subject, state, created_at, updated_at, sent_at)
       select c.org_id, c.user_id, c.id, $3, 'Lead', $3, 'Lead', 'Dana Whitfield', 'dana@globex.example', 'Email ' || n, 'sent', at, at, at
         from email_connections c, generate_series(1, $4::int) n, lateral (select $5::timestamptz + n * interval '1 second' as at) moment
        where c.org_id = $1 and c.user_id = $2`,
      [ACME, rae.user.id, DANA, count, '2026-01-05T09:00:00Z'],
    );
  };

  const costOf = async (path: string): Promise<{ rows: number; cost: number }> => {
    let cost = Infinity;
    let rows = 0;
    // What the service remembers for some seconds is looked at again now and then, and first of all
    for (let look = 0; look < 4; look += 1) {
      statements = 0;
      const { body } = await rae.panel.request('GET', path);
      rows = (body.tabs?.[0].content ?? body).salesEmails.length as number;
      cost = Math.min(cost, statements);
    }
    return { rows, cost };
  };

  for (const path of [PANEL, LIST]) {
    test(`${path.split('?')[0] ?? ''} costs as many statements for a full page as for a few rows`, async () => {
      for (let n = 0; n < 5; n += 1) await rae.send({ subject: `Email ${String(n)}` });
      const few = await costOf(path);
      for (let n = 5; n < PAGE; n += 1) await rae.send({ subject: `Email ${String(n)}` });
      const full = await costOf(path);
      assert.deepEqual([few.rows, full.rows, full.cost], [5, PAGE, few.cost]);
      await addSent(200);
      const first = await costOf(path);
      // the one more counts what stands behind the page
      assert.deepEqual([first.rows, first.cost], [PAGE, few.cost + 1]);
    });
  }

  test('is given page by page, each email once, with a word on the Salesforce log in each row', async () => {
    await addSent(200);
    const seen: Answered[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const { body }: { body: Answered } = await rae.panel.request('GET', `${LIST}${cursor && `&cursor=${cursor}`}`);
      assert.equal(body.total, 200);
      seen.push(...body.salesEmails);
      cursor = body.cursor;
      pages += 1;
    }
    assert.equal(pages, 200 / PAGE);
    assert.deepEqual(
      seen.map(({ subject }) => subject as string),
      Array.from({ length: 200 }, (_, index) => `Email ${String(200 - index)}`),
    );
    assert.equal(new Set(seen.map(({ id }) => id as string)).size, 200);
    assert.ok(seen.every((row) => 'salesforce' in row));
  });
});
