import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { inOrg } from '../../platform/postgres.ts';
import { COLLECTING } from './turn.ts';
import { queueWrite, type NewWrite } from './queue-write.ts';

interface StoredWrite {
  id: string;
  state: string;
  attempts: number;
  code: string | null;
  reason: string | null;
}

describe('The writes of a rep', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    rae = await rig.addRep(RAE);
    // Its description of Tasks is known from now on, and the calls for it are made
    await queue([{}]);
    await drain();
    await rig.database.ownerPool.query('truncate salesforce_writes');
  });
  after(() => rig.close());

  const queue = (changes: Partial<NewWrite>[]): Promise<string[]> =>
    inOrg(rig.database.pool, ACME, async (tx) => {
      const ids: string[] = [];
      for (const change of changes) {
        const write: NewWrite = {
          userId: rae.user.id,
          factId: null,
          object: 'Task',
          mode: { kind: 'create' },
          personId: DANA,
          recordId: DANA,
          recordObject: 'Lead',
          happenedAt: rig.clock.now(),
          fields: { Subject: 'Call', Description: 'Words' },
          ...change,
        };
        ids.push((await queueWrite(tx, ACME, write)) ?? '');
      }
      return ids;
    });
  const runJob = async (work = rig.work, more: object = {}): Promise<void> => {
    await work.jobs['write-to-salesforce']?.(
      { orgId: ACME, userId: rae.user.id, ...more },
      { signal: new AbortController().signal, attempt: 1 },
    );
  };
  const drain = () => runJob();
  const stored = async (): Promise<StoredWrite[]> =>
    (await rig.database.ownerPool.query<StoredWrite>('select id, state, attempts, code, reason from salesforce_writes order by fields, id'))
      .rows;
  const states = async () => (await stored()).map(({ state }) => state);
  const waitingTurns = async (): Promise<{ seconds: number }[]> =>
    (
      await rig.database.ownerPool.query<{ seconds: number }>(
        `select round(extract(epoch from run_at - now()))::int as seconds from graphile_worker.jobs
         where task_identifier = 'write-to-salesforce'`,
      )
    ).rows;
  const apiCalls = async (): Promise<number> =>
    (await rig.simulator('salesforce', 'GET', '/sim/orgs')).orgs.find(({ id }: { id: string }) => id === ACME).apiCalls;
  const makeDue = () => rig.database.ownerPool.query(`update salesforce_writes set next_try_at = '-infinity'`);

  test('travel together: 200 in a call', async () => {
    await queue(Array.from({ length: 250 }, (_, index) => ({ fields: { Subject: `Call ${String(index)}` } })));
    const before = await apiCalls();
    await drain();
    assert.equal((await apiCalls()) - before, 2);
    assert.deepEqual(new Set(await states()), new Set(['logged']));
  });

  test('succeed or fail each for itself: a lock on one row is tried again for that row', async () => {
    await queue([{ fields: { Subject: 'A' } }, { fields: { Subject: 'B' } }, { fields: { Subject: 'C' } }]);
    const message = 'unable to obtain exclusive access to this record';
    await rig.refuseRecords({ object: 'Task', contains: '"B"', times: 1, errorCode: 'UNABLE_TO_LOCK_ROW', message });
    await drain();
    assert.deepEqual(
      (await stored()).map(({ state, code, attempts }) => [state, code, attempts]),
      [
        ['logged', null, 1],
        ['pending', 'UNABLE_TO_LOCK_ROW', 1],
        ['logged', null, 1],
      ],
    );
    await makeDue();
    await drain();
    assert.deepEqual(
      (await stored()).map(({ state, attempts }) => [state, attempts]),
      [
        ['logged', 1],
        ['logged', 2],
        ['logged', 1],
      ],
    );
  });

  test('are tried in halves when Salesforce refuses a call as a whole: the one that it means is found', async () => {
    await queue(['A', 'B', 'C', 'D', 'E'].map((Subject) => ({ fields: { Subject } })));
    await rig.fault('salesforce', {
      match: { method: 'PATCH', path: '/services/data/v66.0/composite/sobjects/Task', body: '"Subject":"C"' },
      times: -1,
      action: { kind: 'status', status: 400, body: [{ errorCode: 'INVALID_FIELD', message: 'No such column.' }] },
    });
    await drain();
    assert.deepEqual(
      (await stored()).map(({ state, reason }) => [state, reason]),
      [
        ['logged', null],
        ['logged', null],
        ['failed', 'No such column.'],
        ['logged', null],
        ['logged', null],
      ],
    );
  });

  test('are written by what the org is like now when a former look at it no longer holds', async () => {
    await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/settings`, { completedStatus: 'Erledigt' });
    const message = 'bad value for restricted picklist field: Completed';
    const refusal = { errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message };
    await rig.refuseRecords({ object: 'Task', contains: '"Completed"', times: -1, ...refusal });
    await queue([{}, {}]);
    await drain();
    assert.deepEqual(await states(), ['logged', 'logged']);
  });

  test('wait all together when Salesforce does not answer, and become one Task each whatever it had done', async () => {
    const before = (await rig.tasks()).length;
    await queue([{ fields: { Subject: 'A' } }, { fields: { Subject: 'B' } }]);
    await rig.fault('salesforce', {
      match: { method: 'PATCH', path: '/services/data/v66.0/composite/sobjects/Task' },
      times: 1,
      effect: 'after',
      action: { kind: 'cut' },
    });
    await drain();
    assert.deepEqual(await states(), ['pending', 'pending']);
    await makeDue();
    await drain();
    assert.deepEqual(await states(), ['logged', 'logged']);
    assert.equal((await rig.tasks()).length - before, 2);
  });

  test('keep no words of an email when Salesforce has them', async () => {
    await queue([{}]);
    await drain();
    const { rows } = await rig.database.ownerPool.query('select fields, payload_sha256 is not null as "hasHash" from salesforce_writes');
    assert.deepEqual(rows, [{ fields: { Subject: 'Call' }, hasHash: true }]);
  });

  test('are one at a time: what a dead process has claimed is not taken before its lease ends', async () => {
    await queue([{}]);
    await rig.database.ownerPool.query(`update salesforce_writes set lease_until = now() + interval '1 minute'`);
    await drain();
    assert.deepEqual(await states(), ['pending']);
    await rig.database.ownerPool.query(`update salesforce_writes set lease_until = now() - interval '1 second'`);
    await drain();
    assert.deepEqual(await states(), ['logged']);
  });

  test('that nobody may take yet are not asked for again at once: a turn that found nothing waits a second', async () => {
    await queue([{}]);
    await rig.database.ownerPool.query('truncate graphile_worker._private_jobs');
    await rig.database.ownerPool.query(`update salesforce_writes set lease_until = now() + interval '1 minute'`);
    await drain();
    const [turn] = await waitingTurns();
    assert.ok((turn?.seconds ?? 0) >= 1, String(turn?.seconds));
  });

  test('of somebody whose Salesforce user is gone are not asked for again', async () => {
    await queue([{}]);
    await rig.database.ownerPool.query('truncate graphile_worker._private_jobs');
    await rig.database.ownerPool.query('update users set salesforce_user_id = null where id = $1', [rae.user.id]);
    await drain();
    assert.deepEqual([await states(), await waitingTurns()], [['pending'], []]);
  });

  test('are left to the process that has the turn, and looked at again', async () => {
    await queue([{}]);
    await rig.database.ownerPool.query('truncate graphile_worker._private_jobs');
    await rig.database.ownerPool.query(`update salesforce_write_turns set lease_until = now() + interval '1 minute'`);
    await drain();
    assert.deepEqual(await states(), ['pending']);
    assert.equal((await waitingTurns()).length, 1);
  });

  test('that come alone leave at once; after many the next are collected, for 78 seconds at most', async () => {
    const work = rig.createWorkOf({ collecting: COLLECTING });
    const turnAfter = async (writes: number): Promise<number | undefined> => {
      await rig.database.ownerPool.query(`update salesforce_write_turns set collects_until = '-infinity'`);
      await queue(Array.from({ length: writes }, () => ({})));
      await runJob(work);
      assert.deepEqual(new Set(await states()), new Set(['logged']));
      await queue([{}]);
      await rig.database.ownerPool.query('truncate graphile_worker._private_jobs');
      await runJob(work);
      const [turn] = await waitingTurns();
      await runJob(work, { atOnce: true });
      assert.deepEqual(new Set(await states()), new Set(['logged']), 'what somebody waits for is not collected');
      return turn?.seconds;
    };
    const close = (seconds: number | undefined, expected: number) => assert.ok(Math.abs((seconds ?? 0) - expected) <= 2, String(seconds));
    close(await turnAfter(1), 4);
    close(await turnAfter(3), 12);
    close(await turnAfter(100), 78);
  });

  test('have one job, however many there are', async () => {
    await queue(Array.from({ length: 5 }, () => ({})));
    await queue([{}]);
    assert.equal((await waitingTurns()).length, 1);
  });

  test('that a lost job left behind are found by the sweep', async () => {
    await queue([{}]);
    await rig.database.ownerPool.query('truncate graphile_worker._private_jobs');
    await rig.work.sweep();
    assert.equal((await waitingTurns()).length, 0, 'their time has not passed yet');
    rig.clock.advance(2 * 60_000);
    await rig.work.sweep();
    assert.equal((await waitingTurns()).length, 1);
  });

  test('of one fact are one for each record, and a change of it waits for the record', async () => {
    const factId = await rig.addFact(rae, 'email_sent', 'email_sent:1');
    const [first, again] = await queue([{ factId }, { factId }]);
    assert.deepEqual([first !== '', again], [true, '']);
    await queue([{ mode: { kind: 'update', ofFact: 'email_sent:1' }, fields: { MSE_Replied__c: true } }]);
    await rig.database.ownerPool.query(`update salesforce_writes set next_try_at = now() + interval '1 day' where mode = 'create'`);
    await drain();
    assert.deepEqual(await states(), ['pending', 'pending']);
    await makeDue();
    await drain();
    await drain();
    assert.deepEqual(await states(), ['logged', 'logged']);
    assert.equal((await rig.tasks()).filter(({ MSE_Replied__c }) => MSE_Replied__c === true).length, 1);
  });

  test('change nothing where there is no record, and say so', async () => {
    await queue([{ mode: { kind: 'update', ofFact: 'email_sent:none' }, fields: { MSE_Replied__c: true } }]);
    await drain();
    const [write] = await stored();
    assert.deepEqual([write?.state, write?.code, Boolean(write?.reason)], ['skipped', 'PARENT_NOT_LOGGED', true]);
  });
});
