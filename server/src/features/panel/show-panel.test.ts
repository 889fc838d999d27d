import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  ACME,
  DANA,
  GLOBEX_DEAL,
  JO_OPTED_OUT,
  NOOR,
  PAT_WITHOUT_ADDRESS,
  RAE,
  startSellingRig,
  type Answered,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

const GLOBEX = '001000000000001AAA';
const HOOLI = '001000000000002AAA';

describe('The panel', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  const salesforceCalls = async (): Promise<number> =>
    (await rig.simulator('salesforce', 'GET', '/sim/requests?path=/services/data')).requests.length;

  test('on a lead shows the person, the mailbox and what can be done', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { status, body } = await rae.panel.request('GET', `/v1/panel?recordId=${DANA.slice(0, 15)}`);
    assert.deepEqual(
      [status, body.readiness, body.record.id, body.person.email, body.people],
      [200, 'ready', DANA, 'dana@globex.example', []],
    );
    assert.deepEqual([body.emailConnection.address, body.user.name], ['rae@acme.example', 'Rae Ortiz']);
    assert.deepEqual(body.actions, [
      { name: 'send_sales_email', group: 'email', reach: 'single', enabled: true, reason: null },
      { name: 'add_task', group: 'follow_up', reach: 'single', enabled: true, reason: null },
    ]);
    assert.deepEqual(body.refused, []);
    assert.deepEqual(body.tabs, [{ name: 'sales_emails', count: 0, content: { salesEmails: [], drafts: [], total: 0, cursor: null } }]);
  });

  test('on an opportunity offers its contact roles, the primary one first', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { body } = await rae.panel.request('GET', `/v1/panel?recordId=${GLOBEX_DEAL}`);
    assert.deepEqual(
      body.people.map(({ name, role, isPrimary }: Answered) => [name, role, isPrimary]),
      [
        ['Omar Reyes', 'Decision Maker', true],
        ['Lin Zhou', 'Evaluator', false],
      ],
    );
    assert.deepEqual([body.person, body.actions[0].reach], [null, 'group']);
  });

  test('says of each action that cannot be used why not', async () => {
    const rae = await rig.addRep(RAE);
    const reasonOn = async (recordId: string): Promise<string> =>
      (await rae.panel.request('GET', `/v1/panel?recordId=${recordId}`)).body.actions[0].reason;
    assert.equal(await reasonOn(JO_OPTED_OUT), 'opted_out');
    assert.equal(await reasonOn(PAT_WITHOUT_ADDRESS), 'no_email_address');
    assert.equal(await reasonOn(HOOLI), 'no_people');
    assert.equal(await reasonOn(GLOBEX), 'mailbox_missing');
  });

  test('has no tab for emails that a rep without a mailbox cannot send, until there are some', async () => {
    const [rae, noor] = [await rig.addRep(RAE), await rig.addRep(NOOR, 'google')];
    const tabs = async (): Promise<Answered[]> => (await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`)).body.tabs;
    assert.deepEqual(await tabs(), []);
    await noor.send({ subject: 'From a colleague' });
    const [tab] = await tabs();
    assert.deepEqual([tab.count, tab.content.salesEmails[0].subject], [1, 'From a colleague']);
  });

  test('reads nothing of the record for who is not invited or not activated', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const org = rig.org;
    const before = await salesforceCalls();
    const stranger = await rig.service.openPanel(org, { salesforceUserId: '005000000000005AAA', email: 'kim.larsen@acme.example' });
    const notInvited = await stranger.request('GET', `/v1/panel?recordId=${DANA}`);
    assert.deepEqual([notInvited.body.readiness, notInvited.body.record, notInvited.body.user], ['not_invited', null, null]);
    assert.deepEqual([notInvited.body.actions, notInvited.body.tabs], [[], []]);
    await org.addUser({ ...NOOR, state: 'invited' });
    const invited = await rig.service.openPanel(org, NOOR);
    const notActivated = await invited.request('GET', `/v1/panel?recordId=${DANA}`);
    assert.deepEqual([notActivated.body.readiness, notActivated.body.record], ['not_activated', null]);
    assert.equal(await salesforceCalls(), before);
    assert.equal((await invited.request('GET', `/v1/people?recordId=${DANA}`)).body.code, 'not_activated');
    assert.ok(rae);
  });

  test('says what stands between the rep and the first send, the most basic first', async () => {
    const rae = await rig.addRep(RAE);
    const readiness = async (): Promise<string> => (await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`)).body.readiness;
    assert.equal(await readiness(), 'mailbox_missing');
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { apiEnabled: false });
    assert.equal(await readiness(), 'api_disabled');
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { apiEnabled: true });
    assert.equal(await readiness(), 'mailbox_missing');
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}/revoke-grants`);
    assert.equal(await readiness(), 'salesforce_disconnected');
    await rig.database.ownerPool.query('update orgs set stopped_at = now()');
    const stopped = await readiness();
    await rig.database.ownerPool.query('update orgs set stopped_at = null');
    assert.equal(stopped, 'stopped', 'what the admin has stopped is nothing that the rep can connect again');
  });

  test('shows what the rep saw last while Salesforce is down, and says so where there is nothing', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    await rig.fault('salesforce', {
      match: { path: '/services/data' },
      times: -1,
      action: { kind: 'status', status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'down' }] },
    });
    const remembered = await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    assert.deepEqual([remembered.status, remembered.body.person.name], [200, 'Dana Whitfield']);
    const unknown = await rae.panel.request('GET', `/v1/panel?recordId=${GLOBEX}`);
    assert.deepEqual([unknown.status, unknown.body.code], [502, 'salesforce_unavailable']);
  });

  test('answers 404 for a record that the rep may not see, and for a kind it does not know', async () => {
    const rae = await rig.addRep(RAE, 'google');
    for (const recordId of ['00Q000000000021EAA', '500000000000001AAA'])
      assert.deepEqual((await rae.panel.request('GET', `/v1/panel?recordId=${recordId}`)).body.code, 'not_found', recordId);
    assert.equal((await rae.panel.request('GET', '/v1/panel?recordId=nonsense')).status, 400);
  });

  test('finds people by what is typed, those of the record first', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const names = async (query: string): Promise<string[]> =>
      (await rae.panel.request('GET', `/v1/people?${query}`)).body.people.map(({ name }: Answered) => name);
    assert.deepEqual(await names(`recordId=${GLOBEX}`), ['Gail Weber', 'Ivo Petrov', 'Lin Zhou', 'Omar Reyes']);
    assert.deepEqual((await names(`recordId=${GLOBEX}&q=omar`))[0], 'Omar Reyes');
    assert.ok((await names('q=whitf')).includes('Dana Whitfield'));
    assert.deepEqual(await names(`q=${encodeURIComponent("%' OR Name LIKE '")}`), []);
    assert.deepEqual(await names('q=%25%25'), []);
  });

  test('keeps the other org out of sight', async () => {
    assert.equal(rig.org.orgId, ACME);
    const rae = await rig.addRep(RAE, 'google');
    assert.equal((await rae.panel.request('GET', '/v1/people?q=Uma')).body.people.length, 0);
  });
});
