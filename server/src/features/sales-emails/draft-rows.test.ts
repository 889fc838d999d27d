import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  DANA,
  GLOBEX,
  GLOBEX_DEAL,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

describe('Drafts on top of the emails of a record', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const save = (recordId: string, personId: string, subject: string) =>
    rae.panel.request('PUT', '/v1/drafts', { recordId, personId, subject, bodyHtml: '<p>Hi</p>' });
  const listOf = async (recordId: string, rep = rae) => (await rep.panel.request('GET', `/v1/sales-emails?recordId=${recordId}`)).body;
  const draftsOf = async (recordId: string, rep = rae): Promise<string[]> =>
    (await listOf(recordId, rep)).drafts.map(({ subject }: { subject: string }) => subject);

  test('are in the first answer of the panel and of the list, with the record where they are kept, and are no sent emails', async () => {
    const { body: saved } = await save(DANA, DANA, 'Half written');
    await rae.send({ recordId: DANA, subject: 'Sent' });
    await save(DANA, DANA, 'The next one');
    const { body: panel } = await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    const [tab] = panel.tabs;
    for (const content of [tab.content, await listOf(DANA)]) {
      assert.deepEqual([content.total, content.salesEmails.length, content.drafts.length], [1, 1, 1]);
      const [draft] = content.drafts;
      assert.notEqual(draft.id, saved.id, 'sending has ended the first');
      assert.deepEqual(
        [draft.subject, draft.state, draft.reason, draft.recordId, draft.sentByMe],
        ['The next one', 'draft', null, DANA, true],
      );
    }
    assert.equal(tab.count, 1);
  });

  test('of a person show on each record that leads to the person, the newest first', async () => {
    await save(OMAR, OMAR, 'From his own page');
    rig.clock.advance(1_000);
    await save(GLOBEX_DEAL, OMAR, 'From the deal');
    for (const record of [OMAR, GLOBEX]) assert.deepEqual(await draftsOf(record), ['From the deal', 'From his own page']);
    assert.deepEqual(await draftsOf(DANA), []);
  });

  test('are one’s own and nobody else’s', async () => {
    const { body: saved } = await save(DANA, DANA, 'Half written');
    const noor = await rig.addRep(NOOR);
    assert.deepEqual(await draftsOf(DANA, noor), []);
    assert.equal((await noor.panel.request('GET', `/v1/sales-emails/${saved.id}`)).status, 404);
    assert.equal((await noor.panel.request('DELETE', `/v1/drafts/${saved.id}`)).status, 404);
    assert.equal((await rae.panel.request('DELETE', `/v1/drafts/${saved.id}`)).status, 204);
    assert.deepEqual(await draftsOf(DANA), []);
  });

  test('stand on the first page only', async () => {
    for (let n = 0; n < 26; n += 1) await rae.send({ subject: `Email ${String(n)}` });
    await save(DANA, DANA, 'Half written');
    const first = await listOf(DANA);
    const { body: second } = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}&cursor=${first.cursor}`);
    assert.deepEqual([first.drafts.length, second.drafts.length, second.total], [1, 0, 26]);
  });
});
