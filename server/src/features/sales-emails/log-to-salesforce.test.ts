import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import {
  ACME,
  DANA,
  GLOBEX,
  GLOBEX_DEAL,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

describe('A sent email in Salesforce', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const sendAndWait = async (draft: object = {}): Promise<string> => {
    const { body } = await rae.send(draft);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    return body.id;
  };
  const logIs = (
    id: string,
    what: string,
    check: (log: { state: string; code: string | null; reason: string | null; taskId: string | null }) => boolean,
  ): Promise<Answered> =>
    until(
      what,
      async () => {
        await rig.work.sweep();
        const { body } = await rae.panel.request('GET', `/v1/sales-emails/${id}`);
        return body.salesforce && check(body.salesforce) ? body.salesforce : null;
      },
      { everyMs: 50, deadlineMs: 15_000 },
    );
  const isLogged = (id: string): Promise<Answered> => logIs(id, 'the email is logged', ({ state }) => state === 'logged');
  /** Salesforce does what this request asks, and its answer is lost. Resolves when the email is logged all the same. */
  const sendAndLoseTheAnswer = async (match: { method: string; path: string }): Promise<string> => {
    await rig.fault('salesforce', { match, times: 1, effect: 'after', action: { kind: 'cut' } });
    const id = await sendAndWait();
    await until('the first try has failed', async () => {
      const { rows } = await rig.database.ownerPool.query(`select 1 from salesforce_writes where code is not null`);
      return rows.length > 0;
    });
    rig.clock.advance(2 * 60_000);
    await isLogged(id);
    return id;
  };
  const ourTasks = async (): Promise<Record<string, Answered>[]> =>
    (await rig.tasks()).filter(({ Subject }) => String(Subject).startsWith('Email: '));

  test('is one completed Task of the rep, on the person, with the words of the email', async () => {
    const bodyHtml = '<p>Hi Dana</p><ul><li>one</li></ul><p>Two</p><p><br></p><p>Three</p>';
    const id = await sendAndWait({ bodyHtml });
    const log = await isLogged(id);
    const [task, ...others] = await ourTasks();
    assert.equal(others.length, 0);
    assert.deepEqual(
      [task?.Id, task?.OwnerId, task?.WhoId, task?.WhatId ?? null, task?.Subject, task?.Status, task?.Description],
      [log.taskId, RAE.salesforceUserId, DANA, null, 'Email: Pricing for 40 seats', 'Completed', 'Hi Dana\n- one\nTwo\n\nThree'],
    );
  });

  test('comes behind the work that somebody waits for: a long list to log holds nothing up', async () => {
    const { 'write-to-salesforce': _writing, ...jobs } = rig.work.jobs;
    const { body } = await rae.send();
    await rig.startWorker(jobs);
    await rig.inState(rae, body.id, 'sent');
    const { rows } = await rig.database.ownerPool.query<{ priority: number }>(
      `select priority from graphile_worker.jobs where task_identifier = 'write-to-salesforce'`,
    );
    assert.deepEqual(
      rows.map(({ priority }) => priority > 0),
      [true],
    );
  });

  for (const [zone, chosen, moment, day] of [
    ['Asia/Tokyo', null, '2026-03-05T23:30:00Z', '2026-03-06'],
    ['America/Argentina/Buenos_Aires', null, '2026-03-06T02:00:00Z', '2026-03-05'],
    ['Asia/Tokyo', 'America/New_York', '2026-03-05T23:30:00Z', '2026-03-05'],
  ] as const)
    test(`stands on the day that the rep had in ${chosen ?? zone}, not on the day of the server`, async () => {
      const { 'write-to-salesforce': _writing, ...jobs } = rig.work.jobs;
      await rig.database.ownerPool.query('update users set time_zone = $2, chosen_time_zone = $3 where id = $1', [
        rae.user.id,
        zone,
        chosen,
      ]);
      const { body } = await rae.send();
      await rig.startWorker(jobs);
      await rig.inState(rae, body.id, 'sent');
      await rig.database.ownerPool.query('update salesforce_writes set happened_at = $1', [moment]);
      await rig.startWorker();
      await isLogged(body.id);
      assert.deepEqual(
        (await ourTasks()).map(({ ActivityDate }) => ActivityDate),
        [day],
      );
    });

  test('from an opportunity it stands on the contact and on the opportunity', async () => {
    await isLogged(await sendAndWait({ recordId: GLOBEX_DEAL, personId: OMAR }));
    const [task] = await ourTasks();
    assert.deepEqual([task?.WhoId, task?.WhatId], [OMAR, GLOBEX_DEAL]);
  });

  test('stays one Task when the job runs twice and when the answer of Salesforce was lost', async () => {
    const id = await sendAndLoseTheAnswer({ method: 'PATCH', path: '/services/data/v66.0/composite/sobjects/Task' });
    await rig.database.ownerPool.query(`update salesforce_writes set state = 'pending', next_try_at = '-infinity'`);
    await rig.database.ownerPool.query(
      `select graphile_worker.add_job('write-to-salesforce', json_build_object('orgId', org_id, 'userId', user_id))
         from salesforce_writes, generate_series(1, 3)`,
    );
    await isLogged(id);
    assert.equal((await ourTasks()).length, 1);
  });

  test('uses what the org calls closed, and leaves out what the org does not have', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, {
      completedStatus: 'Erledigt',
      taskTypes: null,
      taskCustomFields: false,
    });
    await isLogged(await sendAndWait());
    const [task] = await ourTasks();
    assert.equal(task?.Status, 'Erledigt');
  });

  test('is found again by its reference in an org without our field', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { taskExternalId: false });
    await sendAndLoseTheAnswer({ method: 'POST', path: '/services/data/v66.0/composite/sobjects' });
    const tasks = await ourTasks();
    assert.equal(tasks.length, 1);
    assert.match(String(tasks[0]?.Description), /\[ref:evt_[0-9a-f]{32}\]$/);
  });

  test('goes to the contact when the lead was converted meanwhile', async () => {
    const { body } = await rae.send();
    const converted = await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/leads/${DANA}/convert`);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    await isLogged(body.id);
    const [task] = await ourTasks();
    assert.equal(task?.WhoId, converted.contactId ?? converted.ConvertedContactId);
  });

  const merge = (master: string, ...others: string[]) =>
    rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/record/${master}/merge`, { others });
  const remove = (id: string) => rig.simulator('salesforce', 'DELETE', `/sim/orgs/${ACME}/record/${id}`);
  const add = async (object: string, values: object): Promise<string> =>
    (await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/${object}`, values)).Id;

  test('goes to the contact that the person was merged into, however often, and to the account that the record became', async () => {
    const [first, second] = [await add('Contact', { LastName: 'First' }), await add('Contact', { LastName: 'Second' })];
    const account = await add('Account', { Name: 'Globex Holding' });
    const { body } = await rae.send({ recordId: GLOBEX, personId: OMAR });
    await merge(first, OMAR);
    await merge(second, first);
    await merge(account, GLOBEX);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    await isLogged(body.id);
    const [task] = await ourTasks();
    assert.deepEqual([task?.WhoId, task?.WhatId], [second, account]);
  });

  test('goes to the contact of the lead that the lead was merged into', async () => {
    const master = await add('Lead', { LastName: 'Master', Company: 'Globex' });
    const { body } = await rae.send();
    await merge(master, DANA);
    const { contactId } = await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/leads/${master}/convert`);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    await isLogged(body.id);
    assert.equal((await ourTasks())[0]?.WhoId, contactId);
  });

  test('stands on the opportunity alone when the person was deleted', async () => {
    const { body: onDeal } = await rae.send({ recordId: GLOBEX_DEAL, personId: OMAR });
    await remove(OMAR);
    await rig.startWorker();
    await rig.inState(rae, onDeal.id, 'sent');
    await isLogged(onDeal.id);
    const [task] = await ourTasks();
    assert.deepEqual([task?.WhoId ?? null, task?.WhatId], [null, GLOBEX_DEAL]);
  });

  test('stands on the person alone when the opportunity was deleted', async () => {
    const { body } = await rae.send({ recordId: GLOBEX_DEAL, personId: OMAR });
    await remove(GLOBEX_DEAL);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    await isLogged(body.id);
    const [task] = await ourTasks();
    assert.deepEqual([task?.WhoId, task?.WhatId ?? null], [OMAR, null]);
  });

  test('is skipped with words when the person was deleted and nothing is left that it could stand on', async () => {
    const { body } = await rae.send();
    await remove(DANA);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    const log = await logIs(body.id, 'the log is skipped', ({ state }) => state === 'skipped');
    assert.deepEqual([log.code, /person was deleted/.test(log.reason)], ['PERSON_DELETED', true]);
    assert.equal((await ourTasks()).length, 0);
  });

  test('waits for a new password with words that say so, for longer than a holiday, and goes on by itself', async () => {
    const { body } = await rae.send();
    await rig.fault('salesforce', {
      match: { path: '/services/data/v66.0/composite/sobjects' },
      times: -1,
      action: { kind: 'status', status: 403, body: [{ errorCode: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD', message: 'SetPassword' }] },
    });
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    const waits = () => logIs(body.id, 'the log waits', ({ code }) => code === 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD');
    assert.match((await waits()).reason, /set a new password/);
    await rig.database.ownerPool.query('update salesforce_writes set attempts = 200');
    rig.clock.advance(2 * 3_600_000);
    const isTried = (what: string, where: string) =>
      until(what, async () => {
        await rig.work.sweep();
        return (await rig.database.ownerPool.query(`select from salesforce_writes where ${where}`)).rowCount;
      });
    await isTried('it waits on', `attempts = 201 and state = 'pending'`);
    await rig.simulator('salesforce', 'DELETE', '/sim/faults');
    rig.clock.advance(2 * 3_600_000);
    await isTried('it goes on', `state = 'logged'`);
  });

  for (const [what, errorCode, message] of [
    [
      'trigger',
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'caused by: System.DmlException: first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access',
    ],
    [
      'flow',
      'CANNOT_EXECUTE_FLOW_TRIGGER',
      'Record Currently Unavailable: The record you are attempting to edit is currently being modified by another user.',
    ],
  ] as const)
    test(`is tried again when a ${what} of the org could not lock a row`, async () => {
      await rig.refuseRecords({ object: 'Task', times: 1, errorCode, message });
      const id = await sendAndWait();
      await logIs(id, 'the lock is noted', ({ code }) => code === 'UNABLE_TO_LOCK_ROW');
      rig.clock.advance(2 * 60_000);
      await isLogged(id);
    });

  test('is not tried for ever when the org’s own code exceeds a limit', async () => {
    const message = 'System.LimitException: Apex CPU time limit exceeded';
    await rig.refuseRecords({ object: 'Task', times: -1, errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message });
    const id = await sendAndWait();
    for (let attempts = 1; attempts < 5; attempts += 1) {
      await logIs(id, 'it waits for its next try', ({ state, code }) => state === 'pending' && code !== null);
      await rig.database.ownerPool.query(`update salesforce_writes set next_try_at = '-infinity', code = null`);
      await rig.database.ownerPool.query(
        `select graphile_worker.add_job('write-to-salesforce', json_build_object('orgId', org_id, 'userId', user_id))
         from salesforce_writes`,
      );
    }
    const log = await logIs(id, 'the log has failed', ({ state }) => state === 'failed');
    assert.deepEqual([log.code, log.reason], ['System.LimitException', message]);
    const { rows } = await rig.database.ownerPool.query<{ attempts: number }>('select attempts from salesforce_writes');
    assert.deepEqual(rows, [{ attempts: 5 }]);
  });

  test('waits with words while the rep may not use the API, and never holds up the email', async () => {
    const { body } = await rae.send();
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}`, { apiEnabled: false });
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    const log = await logIs(body.id, 'the log says why it waits', ({ code }) => code === 'API_CURRENTLY_DISABLED');
    assert.equal(log.state, 'pending');
    assert.ok(log.reason);
  });

  test('fails with the words of Salesforce when a rule of the org refuses it', async () => {
    await rig.refuseRecords({
      object: 'Task',
      times: -1,
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Tasks need a campaign.',
    });
    const id = await sendAndWait();
    const log = await logIs(id, 'the log has failed', ({ state }) => state === 'failed');
    assert.deepEqual([log.code, log.reason], ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Tasks need a campaign.']);
    const { body } = await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`);
    assert.deepEqual(body.salesEmails[0].salesforce, log, 'the row of the list tells it too');
  });
});
