import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DANA, NOOR, RAE, startSellingRig, type SellingRig } from '../../../test-support/selling-rig.ts';
import { until } from '../../../test-support/until.ts';
import { messageLinkOf } from './message-link.ts';

describe('The link to the message of an email', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  for (const [vendor, link] of [
    ['google', /^https:\/\/mail\.google\.com\/mail\/\?authuser=rae%40acme\.example#all\/[0-9a-f]+$/],
    ['microsoft', /^https:\/\/outlook\.office365\.com\/owa\/\?ItemID=.+/],
  ] as const) {
    test(`leads the sender, and nobody else, to it at ${vendor}, once it has left`, async () => {
      const [sender, colleague] = vendor === 'google' ? [RAE, NOOR] : [NOOR, RAE];
      const rep = await rig.addRep(sender, vendor);
      const other = await rig.addRep(colleague);
      const { body: row } = await rep.send();
      assert.equal((await rep.panel.request('GET', `/v1/sales-emails/${row.id}`)).body.messageUrl, null);
      await rig.startWorker();
      assert.match((await rig.inState(rep, row.id, 'sent')).messageUrl, link);
      await other.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`);
      const seen = await other.panel.request('GET', `/v1/sales-emails/${row.id}`);
      assert.deepEqual([seen.status, seen.body.messageUrl], [200, null]);
    });
  }

  test('is asked for again where Outlook moves the message to Sent later', async () => {
    const rep = await rig.addRep(NOOR, 'microsoft');
    const waiting = async (): Promise<number[]> => {
      const { rows } = await rig.database.ownerPool.query<{ look: number }>(
        `select (payload ->> 'look')::int as look from graphile_worker._private_jobs
          where payload ->> 'salesEmailId' = $1 and payload ->> 'look' is not null`,
        [id],
      );
      return rows.map(({ look }) => look);
    };
    const lookNow = (): Promise<unknown> =>
      rig.database.ownerPool.query(`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs`);
    await rig.simulator('microsoft', 'POST', '/sim/settings', { sentCopyLagMs: 10_000 });
    const { id } = (await rep.send()).body;
    await rig.startWorker();
    assert.equal((await rig.inState(rep, id, 'sent')).messageUrl, null);
    assert.deepEqual(await waiting(), [0]);
    await lookNow();
    await until('it is looked at later', async () => (await waiting()).includes(1));
    await rig.simulator('microsoft', 'POST', '/sim/settings', { sentCopyLagMs: 0 });
    await lookNow();
    await until('the link is there', async () => (await rep.panel.request('GET', `/v1/sales-emails/${id}`)).body.messageUrl);
    await until('nothing waits', async () => (await waiting()).length === 0);
  });

  test('is none where it leaves the vendor or is not safe', () => {
    const outlook = (webLink: string | null) =>
      messageLinkOf({ provider: 'microsoft', mailboxAddress: 'noor@acme.example', threadId: 'AAQ', webLink });
    const good = 'https://outlook.office365.com/owa/?ItemID=AAMk%3D';
    assert.equal(outlook(good), good);
    const bad = [
      'http://outlook.office365.com/owa/',
      'https://outlook.office365.com.evil.example/',
      'https://evil.example/outlook.office365.com',
    ];
    for (const link of [...bad, 'https://outlook.office365.com:8443/', 'javascript:alert(1)', 'no link', null])
      assert.equal(outlook(link), null, String(link));
    assert.equal(messageLinkOf({ provider: 'smtp', mailboxAddress: 'a@b.example', threadId: 'x', webLink: good }), null);
    const gmail = messageLinkOf({ provider: 'google', mailboxAddress: 'rae+a&b@acme.example', threadId: '1/2', webLink: null });
    assert.equal(gmail, 'https://mail.google.com/mail/?authuser=rae%2Ba%26b%40acme.example#all/1%2F2');
  });
});
