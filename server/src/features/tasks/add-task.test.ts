import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import {
  ACME,
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

const STRANGER = { orgId: '00D000000000009EAA', salesforceUserId: '005000000000009AAA', email: 'sam@initech.example', name: 'Sam' };

describe('Add Task', () => {
  let rig: SellingRig;
  let rae: Rep;
  let noor: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    rae = await rig.addRep(RAE);
    noor = await rig.addRep(NOOR);
  });
  after(() => rig.close());

  const add = (task: object, key: string = randomUUID(), rep = rae) =>
    rep.panel.request('POST', '/v1/tasks', { recordId: DANA, subject: 'Call back', ...task }, { 'idempotency-key': key });
  const show = async (id: string, rep = rae) => rep.panel.request('GET', `/v1/tasks/${id}`);
  /** The only Task, after the rep has added it and it was written. */
  const added = async (task: object): Promise<Record<string, unknown>> => {
    const { status, body } = await add(task);
    assert.equal(status, 202, JSON.stringify(body));
    await rig.writeToSalesforce(rae);
    const [only, ...others] = await rig.tasks();
    assert.deepEqual(others, []);
    const { state, taskId, reason } = (await show(body.id)).body;
    assert.deepEqual([state, taskId, reason], ['logged', only?.['Id'], null]);
    return only ?? {};
  };

  test('offers the priorities of the org, the rep first, and the colleagues who are active', async () => {
    const { body } = await rae.panel.request('GET', '/v1/tasks/new');
    assert.deepEqual(body.priorities[0], { value: 'Normal', label: 'Normal', isDefault: true });
    assert.deepEqual(body.assignees, [
      { id: rae.user.id, name: 'Rae Ortiz' },
      { id: noor.user.id, name: 'Noor Haddad' },
    ]);
  });

  test('makes an open Task of the Lead, with everything that was typed, for the colleague who was chosen', async () => {
    const task = await added({
      subject: 'Send the offer',
      dueOn: '2026-12-24',
      priority: 'High',
      assigneeId: noor.user.id,
      details: 'Two pages.\nNo discount.',
    });
    const { Subject, ActivityDate, Priority, OwnerId, Status, IsClosed, WhoId, WhatId, CreatedById } = task;
    assert.deepEqual([Subject, ActivityDate, Priority, OwnerId], ['Send the offer', '2026-12-24', 'High', NOOR.salesforceUserId]);
    assert.deepEqual([Status, IsClosed, WhoId, WhatId], ['Not Started', false, DANA, null]);
    assert.equal(task['Description'], 'Two pages.\nNo discount.');
    assert.equal(CreatedById, RAE.salesforceUserId);
  });

  test('makes a Task of the contact and the opportunity, for the rep, without a day when none was chosen', async () => {
    const { OwnerId, ActivityDate, WhoId, WhatId, Priority } = await added({ recordId: GLOBEX_DEAL, personId: OMAR });
    assert.deepEqual([OwnerId, ActivityDate, WhoId, WhatId, Priority], [RAE.salesforceUserId, null, OMAR, GLOBEX_DEAL, 'Normal']);
  });

  test('makes a Task of the account alone', async () => {
    const { WhoId, WhatId } = await added({ recordId: GLOBEX });
    assert.deepEqual([WhoId, WhatId], [null, GLOBEX]);
  });

  test('makes one Task of a press that arrives again, also at the same moment, and another of other words', async () => {
    const key = randomUUID();
    const answers = await Promise.all([add({}, key), add({}, key), add({}, key)]);
    await rig.writeToSalesforce(rae);
    answers.push(await add({}, key));
    await rig.writeToSalesforce(rae);
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal((await rig.tasks()).length, 1);
    await add({ subject: 'Something else' }, key);
    await rig.writeToSalesforce(rae);
    assert.equal((await rig.tasks()).length, 2);
  });

  test('finds an earlier try that Salesforce answered too late, also for a colleague and without our field in the org', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { taskExternalId: false });
    const { body } = await add({ assigneeId: noor.user.id, dueOn: null });
    await rig.fault('salesforce', {
      match: { method: 'POST', path: '/services/data/v66.0/composite/sobjects' },
      times: 1,
      effect: 'after',
      action: { kind: 'cut' },
    });
    await rig.writeToSalesforce(rae);
    assert.equal((await show(body.id)).body.state, 'pending');
    await rig.database.ownerPool.query(`update salesforce_writes set next_try_at = '-infinity'`);
    await rig.writeToSalesforce(rae);
    assert.equal((await show(body.id)).body.state, 'logged');
    assert.equal((await rig.tasks()).length, 1);
  });

  test('is refused for a record that the rep cannot see, and for a person who is not on it', async () => {
    const elsewhere = await add({ recordId: GLOBEX_DEAL, personId: DANA });
    assert.deepEqual([elsewhere.status, elsewhere.body.code], [404, 'not_found']);
    await rig.hide(RAE, { hiddenRecords: [DANA] });
    const { status, body } = await add({});
    assert.deepEqual([status, body.code], [404, 'not_found']);
    await rig.writeToSalesforce(rae);
    assert.deepEqual(await rig.tasks(), []);
  });

  test('takes nobody of another org and nobody whose access has ended as assignee', async () => {
    const { orgId, ...person } = STRANGER;
    const stranger = await (await rig.service.addOrg({ orgId })).addUser(person);
    await rig.database.ownerPool.query(`update users set state = 'deactivated' where id = $1`, [noor.user.id]);
    for (const assigneeId of [stranger.id, noor.user.id]) {
      const { status, body } = await add({ assigneeId });
      assert.deepEqual([status, body.code], [404, 'not_found']);
    }
    assert.deepEqual((await rae.panel.request('GET', '/v1/tasks/new')).body.assignees, [{ id: rae.user.id, name: 'Rae Ortiz' }]);
  });

  test('shows a task to nobody but the rep who added it', async () => {
    const { body } = await add({});
    assert.equal((await show(body.id)).status, 200);
    assert.equal((await show(body.id, noor)).status, 404);
  });
});
