import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

describe('An org that is stopped while it sends', () => {
  let rig: SellingRig;
  let rep: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    await rig.database.ownerPool.query('update orgs set stopped_at = null');
    rep = await rig.addRep({ ...RAE }, 'google');
  });
  after(() => rig.close());

  const admin = async () => {
    const avery = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
    await rig.org.addUser({ ...avery, role: 'admin' });
    return rig.service.openPanel(rig.org, avery);
  };
  const states = async (): Promise<string[]> =>
    (await rig.database.ownerPool.query<{ state: string }>('select state from sales_emails order by created_at')).rows.map(
      ({ state }) => state,
    );

  test('sends nothing more, although its worker holds the token: what was under way is known in the end, the rest cancelled', async () => {
    const panel = await admin();
    await rig.setUndo(0);
    await rig.fault('google', { match: { path: 'messages/send' }, times: -1, action: { kind: 'delay', ms: 700 } });
    for (let index = 0; index < 4; index += 1) await rep.send({ subject: `Number ${String(index)}` });
    await rig.startWorker();
    await until('the first email is on its way', async () => (await states()).includes('sending'));
    assert.equal((await panel.request('POST', '/v1/kill-switch', { orgName: 'Acme' })).status, 200);
    const report = await until('the run has ended', async () => {
      const { lastRun } = (await panel.request('GET', '/v1/kill-switch')).body;
      return lastRun?.finishedAt ? lastRun : null;
    });
    const ended = await states();
    assert.ok(
      ended.every((state) => state === 'cancelled' || state === 'sent' || state === 'uncertain'),
      ended.join(),
    );
    assert.equal(report.cancelledEmails, ended.filter((state) => state === 'cancelled').length);
    assert.ok(report.cancelledEmails >= 3, 'one call to the vendor at most was under way');
    assert.equal((await rig.received('dana@globex.example')).length, ended.filter((state) => state === 'sent').length);
    const refused = await rep.send({ personId: DANA });
    assert.equal(refused.status, 401, 'the rep’s session has ended');
    const again = await rig.service.openPanel(rig.org, RAE);
    const draft = { recordId: DANA, personId: DANA, subject: 'x', bodyHtml: '<p>x</p>' };
    const answer = await again.request('POST', '/v1/sales-emails', draft, { 'idempotency-key': crypto.randomUUID() });
    assert.deepEqual([answer.status, answer.body.code], [409, 'org_stopped']);
  });
});
