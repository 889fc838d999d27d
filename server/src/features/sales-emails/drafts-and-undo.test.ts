import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DANA, GLOBEX_DEAL, NOOR, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

describe('Drafts, undo and the list', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const draft = (change: object = {}) => ({
    recordId: DANA,
    personId: DANA,
    subject: 'Hello',
    bodyHtml: '<p>Hi</p>',
    cc: [],
    bcc: [],
    ...change,
  });
  const save = (rep: Rep, change: object = {}) => rep.panel.request('PUT', '/v1/drafts', draft(change));

  test('a draft is kept per rep and record, and the window opens with it', async () => {
    const empty = await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`);
    assert.deepEqual([empty.body.draft, empty.body.from], [null, { name: 'Rae Ortiz', address: 'rae@acme.example' }]);
    const first = await save(rae);
    const second = await save(rae, { subject: 'Hello again', cc: ['a@b.example', 'A@B.example'] });
    assert.equal(second.body.id, first.body.id);
    const { body } = await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`);
    assert.deepEqual([body.draft.subject, body.draft.cc], ['Hello again', ['a@b.example']]);
    const noor = await rig.addRep(NOOR);
    assert.equal((await noor.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft, null);
    assert.equal((await noor.panel.request('DELETE', `/v1/drafts/${first.body.id}`)).status, 404);
    assert.equal((await rae.panel.request('DELETE', `/v1/drafts/${first.body.id}`)).status, 204);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft, null);
  });

  test('the window is told the font that the words will leave in', async () => {
    const { body } = await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`);
    assert.equal(body.bodyStyle, 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5');
  });

  test('sending ends the draft', async () => {
    await save(rae);
    assert.equal((await rae.send()).status, 202);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft, null);
  });

  test('within the undo time an email goes back to a draft and never leaves', async () => {
    await rig.setUndo(10);
    const { body: row } = await rae.send();
    assert.deepEqual([row.state, row.reason, row.canUndo], ['queued', 'undo_window', true]);
    await rig.startWorker();
    const undone = await rae.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`);
    assert.deepEqual([undone.status, undone.body.state], [200, 'draft']);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft.id, row.id);
    rig.clock.advance(60_000);
    const { body: next } = await rae.send({ subject: 'The better one' });
    rig.clock.advance(60_000);
    await rig.inState(rae, next.id, 'sent');
    assert.equal((await rig.received('dana@globex.example')).length, 1);
  });

  test('a draft waits in the compose window, not among the emails', async () => {
    await save(rae);
    const { body } = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`);
    assert.deepEqual([body.salesEmails, body.total], [[], 0]);
  });

  test('an undone email does not replace a draft that was begun meanwhile', async () => {
    await rig.setUndo(10);
    const { body: row } = await rae.send();
    await save(rae, { subject: 'The next one' });
    const undone = await rae.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`);
    assert.deepEqual([undone.body.state, undone.body.reason], ['cancelled', 'cancelled_by_user']);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft.subject, 'The next one');
  });

  test('what has left cannot be undone, and nobody undoes a colleague', async () => {
    const { body: row } = await rae.send();
    const noor = await rig.addRep(NOOR);
    assert.equal((await noor.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`)).status, 404);
    await rig.startWorker();
    await rig.inState(rae, row.id, 'sent');
    const late = await rae.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`);
    assert.deepEqual([late.status, late.body.code], [409, 'already_left']);
  });

  test('the list is newest first, goes on by cursor and answers 304 while nothing has changed', async () => {
    for (let i = 0; i < 30; i++) {
      assert.equal((await rae.send({ subject: `Email ${String(i)}` })).status, 202);
      rig.clock.advance(1_000);
    }
    const first = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`);
    assert.deepEqual([first.body.total, first.body.salesEmails.length, first.body.salesEmails[0].subject], [30, 25, 'Email 29']);
    const second = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}&cursor=${first.body.cursor}`);
    assert.deepEqual([second.body.salesEmails.length, second.body.cursor, second.body.salesEmails.at(-1).subject], [5, null, 'Email 0']);
    const again = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`, undefined, {
      'if-none-match': String(first.headers['etag']),
    });
    assert.deepEqual([again.status, again.body], [304, '']);
    assert.deepEqual([again.headers['cache-control'], again.headers['etag']], ['private, no-cache', first.headers['etag']]);
    const newer = await rae.send({ subject: 'Email 30' });
    assert.equal(newer.status, 202);
    const changed = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`, undefined, {
      'if-none-match': String(first.headers['etag']),
    });
    assert.deepEqual([changed.status, changed.body.total], [200, 31]);
    for (const made of ['nonsense', Buffer.from('["2026-01-01T00:00:00.000Z","7"]').toString('base64url')]) {
      const bad = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}&cursor=${made}`);
      assert.deepEqual([bad.status, bad.body.code, bad.headers['cache-control']], [400, 'validation_failed', 'no-store'], made);
      assert.match(bad.body.title, /^This cursor is not one of ours/);
    }
  });

  test('a colleague who sees the record sees the email but neither the draft nor the blind copies', async () => {
    const { body: row } = await rae.send({ recordId: GLOBEX_DEAL, personId: OMAR, bcc: ['boss@acme.example'] });
    await save(rae, { recordId: GLOBEX_DEAL, personId: OMAR });
    const noor = await rig.addRep(NOOR);
    assert.equal((await noor.panel.request('GET', `/v1/sales-emails/${row.id}`)).status, 404, 'not before the record was opened');
    const { body: list } = await noor.panel.request('GET', `/v1/sales-emails?recordId=${GLOBEX_DEAL}`);
    assert.deepEqual(
      list.salesEmails.map(({ id, sentByMe, canUndo }: { id: string; sentByMe: boolean; canUndo: boolean }) => [id, sentByMe, canUndo]),
      [[row.id, false, false]],
    );
    const { body: detail } = await noor.panel.request('GET', `/v1/sales-emails/${row.id}`);
    assert.deepEqual(detail.bcc, []);
  });

  test('nothing of another org can be seen', async () => {
    const { body: row } = await rae.send();
    const initech = await rig.service.addOrg({ orgId: '00D000000000002EAA', name: 'Initech' });
    const raj = { salesforceUserId: '005000000000022AAA', email: 'raj@initech.example' };
    await initech.addUser(raj);
    const panel = await rig.service.openPanel(initech, raj);
    assert.equal((await panel.request('GET', `/v1/sales-emails/${row.id}`)).status, 404);
    assert.equal((await panel.request('POST', `/v1/sales-emails/${row.id}/cancel`)).status, 404);
    const { body: list } = await panel.request('GET', `/v1/sales-emails?recordId=${DANA}`);
    assert.deepEqual(list.salesEmails, []);
    await rig.database.ownerPool.query(`delete from orgs where org_id = '00D000000000002EAA'`);
  });
});
