import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../test-support/database.ts';
import { until } from '../../test-support/until.ts';
import { createWorker, createWorkers, enqueue, enqueueQuietly, type JobHandler, type JobWorker } from './jobs.ts';
import { inOrg } from './postgres.ts';

const ORG = '00D000000000001EAA';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('Jobs', () => {
  let database: TestDatabase;
  const workers: JobWorker[] = [];
  before(async () => void (database = await createTestDatabase()));
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await database.ownerPool.query('truncate graphile_worker._private_jobs');
  });
  after(() => database.drop());

  const start = async (jobs: Record<string, JobHandler>): Promise<JobWorker> => {
    const worker = await createWorker({ connectionString: database.urls.jobs, jobs, log: quiet, pollIntervalMs: 100 });
    workers.push(worker);
    return worker;
  };
  const add = (name: string, payload: object, options = {}): Promise<void> =>
    inOrg(database.pool, ORG, (tx) => enqueue(tx, name, payload, options));
  const count = async (): Promise<number> => (await database.ownerPool.query('select 1 from graphile_worker.jobs')).rows.length;

  test('a job exists if, and only if, its transaction commits', async () => {
    await assert.rejects(
      inOrg(database.pool, ORG, async (tx) => {
        await enqueue(tx, 'work', { n: 1 });
        throw new Error('changed my mind');
      }),
    );
    assert.equal(await count(), 0);
    await add('work', { n: 2 });
    const done: unknown[] = [];
    await start({ work: async (payload) => void done.push(payload) });
    await until('the job has run', () => done.length > 0);
    assert.deepEqual(done, [{ n: 2 }]);
  });

  test('a waiting job with the same key is replaced, not doubled', async () => {
    await add('work', { n: 1 }, { key: 'one', delayMs: 60_000 });
    await add('work', { n: 2 }, { key: 'one' });
    assert.equal(await count(), 1);
    const done: unknown[] = [];
    await start({ work: async (payload) => void done.push(payload) });
    await until('the job has run', () => done.length > 0);
    assert.deepEqual(done, [{ n: 2 }]);
  });

  test('a job that comes last runs behind all that are due, also behind those that came later', async () => {
    await add('work', { n: 'last' }, { comesLast: true });
    const sweep = (n: string, comesLast: boolean): Promise<void> =>
      enqueueQuietly(database.pool, 'work', [{ orgId: ORG }], () => ({ payload: { n }, key: n, comesLast }));
    await sweep('last, by a sweep', true);
    await add('work', { n: 'usual' });
    await sweep('usual, by a sweep', false);
    const done: unknown[] = [];
    const worker = await createWorker({
      connectionString: database.urls.jobs,
      jobs: { work: async (payload) => void done.push((payload as { n: string }).n) },
      log: quiet,
      concurrency: 1,
    });
    workers.push(worker);
    await until('all have run', () => done.length === 4);
    assert.deepEqual(done, ['usual', 'usual, by a sweep', 'last', 'last, by a sweep']);
  });

  test('a job that fails is tried again', async () => {
    await add('work', {});
    const attempts: number[] = [];
    await start({
      work: async (_payload, { attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new Error('not yet');
      },
    });
    await until('the job was tried', () => attempts.length > 0);
    await until(
      'the failure was noted',
      async () => (await database.ownerPool.query('select 1 from graphile_worker.jobs where last_error is not null')).rows.length,
    );
    await database.ownerPool.query('update graphile_worker._private_jobs set run_at = now()');
    await until('the job was tried again', () => attempts.length > 1);
    assert.deepEqual(attempts, [1, 2]);
  });

  test('a job of a process that died is run again within seconds, one of a living process is not', async () => {
    let release: () => void = () => undefined;
    const runs: string[] = [];
    const job =
      (name: string): JobHandler =>
      async () => {
        runs.push(name);
        await new Promise<void>((resolve) => (release = resolve));
      };
    await add('slow', {});
    await start({ slow: job('first') });
    await until('the job runs', () => runs.length > 0);
    await database.ownerPool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
    await add('quick', {});
    await database.ownerPool.query(
      `update graphile_worker._private_jobs j set locked_by = 'pool-of-a-dead-process', locked_at = now() - interval '1 minute'
         from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'quick'`,
    );
    await start({ slow: job('second'), quick: async () => void runs.push('quick') });
    await until('the dead process’s job has run', () => runs.includes('quick'));
    assert.deepEqual(runs, ['first', 'quick']);
    release();
  });

  describe('added by a sweep', () => {
    const sweep = (n: number): Promise<void> =>
      enqueueQuietly(database.pool, 'work', [{ orgId: ORG, n }], (row) => ({ payload: { n: row.n }, key: 'one' }));

    test('stay one while one of their key waits', async () => {
      await sweep(1);
      await sweep(2);
      assert.equal(await count(), 1);
    });

    test('come in the place of one that was to run later', async () => {
      await add('work', { n: 1 }, { key: 'one', delayMs: 60_000 });
      await sweep(2);
      const done: unknown[] = [];
      await start({ work: async (payload) => void done.push(payload) });
      await until('the job has run', () => done.length > 0);
      assert.deepEqual(done, [{ n: 2 }]);
    });

    test('come again where one has used up its tries', async () => {
      await add('work', { n: 1 }, { key: 'one', maxAttempts: 1 });
      await database.ownerPool.query('update graphile_worker._private_jobs set attempts = max_attempts');
      await sweep(2);
      const done: unknown[] = [];
      await start({ work: async (payload) => void done.push(payload) });
      await until('the job has run', () => done.length > 0);
      assert.deepEqual(done, [{ n: 2 }]);
    });

    test('come again while one of their key runs, because it may have looked already', async () => {
      let release: () => void = () => undefined;
      const runs: unknown[] = [];
      await add('work', { n: 1 }, { key: 'one' });
      await start({
        work: async (payload) => {
          runs.push(payload);
          if (runs.length === 1) await new Promise<void>((resolve) => (release = resolve));
        },
      });
      await until('the first runs', () => runs.length > 0);
      await sweep(2);
      await until('the second runs', () => runs.length > 1);
      release();
      assert.deepEqual(runs, [{ n: 1 }, { n: 2 }]);
    });
  });

  test('short jobs do not wait for long ones, however many there are', async () => {
    for (let n = 0; n < 5; n += 1) await add('long', {});
    for (let n = 0; n < 3; n += 1) await add('longer', {});
    await add('short', {});
    let isShortDone = false;
    const releases: (() => void)[] = [];
    const longer: (() => void)[] = [];
    const jobs = {
      long: () => new Promise<void>((resolve) => void releases.push(resolve)),
      longer: () => new Promise<void>((resolve) => void longer.push(resolve)),
      short: async () => void (isShortDone = true),
    };
    const options = { connectionString: database.urls.jobs, jobs, log: quiet, pollIntervalMs: 100, concurrency: 2 };
    const groups = [{ isOfGroup: (name: string) => name === 'long' }, { isOfGroup: (name: string) => name === 'longer', concurrency: 1 }];
    workers.push(await createWorkers(options, ...groups));
    await until('the short one has run', () => isShortDone);
    await until('the long ones take their slots', () => releases.length === 2 && longer.length === 1);
    await database.ownerPool.query(`delete from graphile_worker._private_jobs where locked_at is null`);
    for (const release of [...releases, ...longer]) release();
  });

  test('a job that stands for what a transaction writes does not start before that has committed', async () => {
    await add('work', {}, { key: 'one' });
    const events: string[] = [];
    await inOrg(database.pool, ORG, async (tx) => {
      const { rows } = await tx.query<{ waits: boolean }>(`select jobs.is_waiting('one', clock_timestamp()) as waits`);
      assert.deepEqual(rows, [{ waits: true }]);
      await start({ other: async () => void events.push('the worker takes jobs'), work: async () => void events.push('the job has run') });
      await add('other', {});
      await until('the worker takes jobs', () => events.length > 0);
      events.push('the transaction ends');
    });
    await until('the job has run', () => events.includes('the job has run'));
    assert.deepEqual(events, ['the worker takes jobs', 'the transaction ends', 'the job has run']);
  });

  test('the service can add jobs and neither read nor change them', async () => {
    for (const statement of [
      'select * from graphile_worker.jobs',
      'delete from graphile_worker._private_jobs',
      `select graphile_worker.add_job('x')`,
    ])
      await assert.rejects(
        inOrg(database.pool, ORG, (tx) => tx.query(statement)),
        /permission denied/,
      );
  });

  test('stopping lets the job under way finish and takes no other', async () => {
    const events: string[] = [];
    await add('work', {});
    const worker = await start({
      work: async (_payload, { signal }) => {
        events.push('began');
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        events.push('ended');
      },
    });
    await until('the job runs', () => events.length > 0);
    await worker.stop();
    workers.splice(workers.indexOf(worker), 1);
    assert.deepEqual(events, ['began', 'ended']);
    assert.equal(await count(), 0);
  });
});
