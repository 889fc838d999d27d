import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DANA, GLOBEX_DEAL, NOOR, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const REASON = 'Tasks need a campaign.';

describe('A task that Salesforce refuses', () => {
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

  const add = async (task: object, key: string = randomUUID()): Promise<string> => {
    const { status, body } = await rae.panel.request('POST', '/v1/tasks', { recordId: DANA, ...task }, { 'idempotency-key': key });
    assert.equal(status, 202, JSON.stringify(body));
    await rig.writeToSalesforce(rae);
    return body.id as string;
  };
  const addRefused = async (task: object): Promise<string> => {
    await rig.refuseRecords({ object: 'Task', times: 1, errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: REASON });
    return add(task);
  };
  const show = async (id: string) => (await rae.panel.request('GET', `/v1/tasks/${id}`)).body;
  const dismiss = async (id: string, rep = rae) => (await rep.panel.request('DELETE', `/v1/tasks/${id}`)).status;
  const refusedOn = async (recordId: string, rep = rae) => (await rep.panel.request('GET', `/v1/panel?recordId=${recordId}`)).body.refused;

  test('is told to its rep in the words of Salesforce, on its record alone, whether a window is open or not', async () => {
    const id = await addRefused({ subject: 'Send the offer' });
    const { state, taskId, reason } = await show(id);
    assert.deepEqual([state, taskId, reason], ['failed', null, REASON]);
    assert.deepEqual(await refusedOn(DANA), [{ action: 'add_task', id, title: 'Send the offer', reason: REASON }]);
    assert.deepEqual(await refusedOn(DANA, noor), []);
    assert.deepEqual(await refusedOn(GLOBEX_DEAL), []);
  });

  test('is told in the language of whoever reads it where the words are ours, and as it was kept where they are not', async () => {
    await rig.refuseRecords({ object: 'Task', times: 1, errorCode: 'INACTIVE_OWNER_OR_USER', message: 'inactive user' });
    const id = await add({ subject: 'Send the offer' });
    const reasonIn = async (language: string) =>
      (await rae.panel.request('GET', `/v1/tasks/${id}`, undefined, { 'accept-language': language })).body.reason;
    assert.equal(await reasonIn('en-US'), 'Your Salesforce user is not active. Ask your Salesforce administrator.');
    assert.equal(await reasonIn('de'), 'Ihr Salesforce-Benutzer ist nicht aktiv. Fragen Sie Ihren Salesforce-Administrator.');
    await rig.database.ownerPool.query(`update salesforce_writes set reason = 'Words of an earlier release.'`);
    assert.equal(await reasonIn('de'), 'Words of an earlier release.');
  });

  test('keeps everything that was written, so that the window can open with it', async () => {
    const task = { subject: 'Send it', dueOn: '2026-12-24', priority: 'High', assigneeId: noor.user.id, details: 'Two pages.' };
    const id = await addRefused({ recordId: GLOBEX_DEAL, personId: OMAR, ...task });
    assert.deepEqual((await show(id)).written, { ...task, personId: OMAR });
    const plain = await addRefused({ subject: 'Call back' });
    const nothing = { personId: null, dueOn: null, priority: null, details: '' };
    assert.deepEqual((await show(plain)).written, { subject: 'Call back', assigneeId: rae.user.id, ...nothing });
  });

  test('is told no more when another takes its place, however often that press arrives', async () => {
    const id = await addRefused({ subject: 'Send the offer' });
    const key = randomUUID();
    const next = await add({ subject: 'Send the offer again', replaces: id }, key);
    assert.equal(await add({ subject: 'Send the offer again', replaces: id }, key), next);
    assert.deepEqual(await refusedOn(DANA), []);
    assert.equal((await show(next)).state, 'logged');
    assert.deepEqual(
      (await rig.tasks()).map(({ Subject }) => Subject),
      ['Send the offer again'],
    );
  });

  test('is told no more when its rep dismisses it, and its words are not kept', async () => {
    const id = await addRefused({ subject: 'Send the offer', details: 'Two pages.' });
    assert.equal(await dismiss(id, noor), 404);
    assert.equal((await refusedOn(DANA)).length, 1);
    assert.equal(await dismiss(id), 204);
    assert.equal(await dismiss(id), 204);
    assert.deepEqual(await refusedOn(DANA), []);
    assert.equal((await show(id)).written.details, '');
  });

  test('is the only one that can be dismissed or replaced: what is in Salesforce stays', async () => {
    const id = await add({ subject: 'Call back' });
    assert.equal(await dismiss(id), 404);
    await add({ subject: 'Another', replaces: id });
    assert.equal((await show(id)).state, 'logged');
  });
});
