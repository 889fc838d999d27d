import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestPanel } from '../../../test-support/app.ts';
import {
  DANA,
  GLOBEX,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const LIST = `/v1/sales-emails?recordId=${DANA}`;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('What colleagues see of each other’s emails', () => {
  let rig: SellingRig;
  let rae: Rep;
  let noor: Rep;
  let avery: TestPanel;
  let id: string;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    noor = await rig.addRep(NOOR, 'microsoft');
    await rig.addRep(AVERY);
    await rig.database.ownerPool.query(`update users set role = 'admin' where email = $1`, [AVERY.email]);
    avery = await rig.service.openPanel(rig.org, AVERY);
    const words = { subject: 'Pricing', bodyHtml: '<p>Our secret price</p>', cc: ['omar@globex.example', 'stranger@else.example'] };
    id = (await rae.send(words)).body.id;
    await rig.startWorker();
    await rig.inState(rae, id, 'sent');
    await rig.database.ownerPool.query(
      `update sales_emails set replied_at = sent_at, replied_by = 'omar@globex.example', out_of_office_until = '2027-01-11'`,
    );
  });
  after(() => rig.close());

  const allow = (colleaguesSee: string) => avery.request('PUT', '/v1/email-visibility', { colleaguesSee });
  const tab = async ({ panel }: Pick<Rep, 'panel'>, recordId = DANA): Promise<Answered> =>
    (await panel.request('GET', `/v1/panel?recordId=${recordId}`)).body.tabs.find(({ name }: Answered) => name === 'sales_emails');
  const detail = ({ panel }: Pick<Rep, 'panel'>, email = id) => panel.request('GET', `/v1/sales-emails/${email}`);
  const preview = async (url: string) => (await rig.service.app.inject({ method: 'GET', url: new URL(url).pathname })).statusCode;

  test('is everything that the record shows until an admin decides, and leaves a security event when one does', async () => {
    assert.deepEqual((await avery.request('GET', '/v1/email-visibility')).body, {
      colleaguesSee: 'everything',
      updatedAt: null,
      updatedBy: null,
    });
    for (const method of ['GET', 'PUT'] as const) {
      const body = method === 'PUT' ? { colleaguesSee: 'nothing' } : undefined;
      const { status, body: problem } = await noor.panel.request(method, '/v1/email-visibility', body);
      assert.deepEqual([status, problem.code], [403, 'admins_only']);
    }
    assert.equal((await tab(noor)).content.salesEmails[0].responses.repliedBy, 'omar@globex.example');
    assert.match(JSON.stringify((await detail(noor)).body), /secret price/);
    const { body: page } = await allow('subject_and_state');
    assert.deepEqual([page.colleaguesSee, page.updatedBy], ['subject_and_state', 'Avery Stone']);
    const { rows } = await rig.database.ownerPool.query(
      `select actor_name, outcome, details from security_events where kind = 'email_visibility_changed'`,
    );
    assert.deepEqual(rows, [
      { actor_name: 'avery@acme.example', outcome: 'done', details: { before: 'everything', after: 'subject_and_state' } },
    ]);
  });

  test('can be subject and state: no words, no address, no answer, no link, in every answer and also for an admin', async () => {
    const kept = (await tab(noor), (await detail(noor)).body.previewUrl as string);
    assert.equal(await preview(kept), 200);
    await allow('subject_and_state');
    assert.equal(await preview(kept), 404);
    for (const viewer of [noor, { panel: avery }]) {
      for (const recordId of [DANA, OMAR, GLOBEX]) {
        const seen = await tab(viewer, recordId);
        assert.equal(seen.count, 1);
        const [row] = seen.content.salesEmails;
        assert.deepEqual([row.subject, row.state, row.senderName, row.sentByMe], ['Pricing', 'sent', 'Rae Ortiz', false]);
        assert.ok(row.responses.repliedAt);
        assert.deepEqual([row.responses.repliedBy, row.responses.outOfOfficeUntil, row.salesforce], [null, null, null]);
        assert.equal(row.personName, recordId === DANA ? 'Dana Whitfield' : null);
        assert.doesNotMatch(JSON.stringify(seen), /secret|@/);
      }
      const { status, body } = await detail(viewer);
      assert.deepEqual(
        [status, body.isLimited, body.subject, body.state, body.history.at(-1).state],
        [200, true, 'Pricing', 'sent', 'sent'],
      );
      assert.deepEqual(
        [body.html, body.previewUrl, body.messageUrl, body.fromAddress, body.to, body.cc, body.bcc, body.responseList, body.unloggedWrites],
        [null, null, null, null, null, [], [], [], []],
      );
      assert.doesNotMatch(JSON.stringify(body), /secret|@/);
    }
    assert.match(JSON.stringify((await detail(rae)).body), /secret price/);
  });

  test('can be nothing: an email of a colleague is unknown in every answer and count, one’s own stay', async () => {
    const own = (await noor.send({ subject: 'From Noor' })).body.id as string;
    const kept = (await tab(noor), (await detail(noor)).body.previewUrl as string);
    await allow('nothing');
    assert.equal(await preview(kept), 404);
    const seen = await tab(noor);
    assert.equal(seen.count, 1);
    assert.deepEqual(
      seen.content.salesEmails.map(({ subject }: Answered) => subject as string),
      ['From Noor'],
    );
    assert.equal((await noor.panel.request('GET', LIST)).body.total, 1);
    const answers = [await detail(noor), await detail({ panel: avery }), await detail(noor, UNKNOWN)].map(({ status, body }) => [
      status,
      { ...body, requestId: '' },
    ]);
    assert.equal(answers[0]?.[0], 404);
    assert.deepEqual([answers[0], answers[1]], [answers[2], answers[2]]);
    assert.equal((await detail(noor, own)).status, 200);
    assert.equal((await detail(rae)).status, 200);
    for (const recordId of [OMAR, GLOBEX]) assert.equal((await tab(noor, recordId)).count, 0);
  });

  test('changes the answer of a panel that asks whether anything is new', async () => {
    await tab(noor);
    let { headers } = await noor.panel.request('GET', LIST);
    const ask = () => noor.panel.request('GET', LIST, undefined, { 'if-none-match': String(headers['etag']) });
    assert.equal((await ask()).status, 304);
    for (const colleaguesSee of ['subject_and_state', 'nothing', 'everything']) {
      await allow(colleaguesSee);
      const answer = await ask();
      assert.equal(answer.status, 200, colleaguesSee);
      headers = answer.headers;
      assert.equal((await ask()).status, 304);
    }
  });
});
