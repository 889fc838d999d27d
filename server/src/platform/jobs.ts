import { EventEmitter } from 'node:events';
import type { LogFunctionFactory, Runner, WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { keepPoolAlive } from './dead-worker-reaper.ts';
import { inOrg, type Pool, type Tx } from './postgres.ts';

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced instead of doubled. One that already runs is not touched: a second one is added. */
  key?: string;
  /** The job does not run earlier than this many milliseconds from now. */
  delayMs?: number;
  /** How often the job is tried before it rests as failed. */
  maxAttempts?: number;
  /** True for what nobody waits for: it runs when no other job is due, however long it has been there. */
  comesLast?: boolean;
}

/** graphile-worker takes lower numbers first; its own default is 0. The same number stands in `record_activity`. */
const LAST = 10;
function priorityOf({ comesLast }: Pick<EnqueueOptions, 'comesLast'>): number {
  return comesLast ? LAST : 0;
}

/** Adds a job inside the caller's transaction: it exists if, and only if, that transaction commits. */
export async function enqueue(tx: Pick<Tx, 'query'>, name: string, payload: object, options: EnqueueOptions = {}): Promise<void> {
  // The delay counts in the server's time: putting the product's clock forward moves no job, the sweeps find what became due.
  await tx.query(
    `select jobs.enqueue(identifier => $1, payload => $2, run_at => clock_timestamp() + $3::float8 * interval '1 millisecond',
       job_key => $4, max_attempts => $5, priority => $6)`,
    [name, JSON.stringify(payload), options.delayMs ?? 0, options.key ?? null, options.maxAttempts ?? null, priorityOf(options)],
  );
}

export interface QuietJob {
  payload: object;
  /** While a job of this key waits, no other is added. */
  key: string;
  comesLast?: boolean;
}

/**
 * For sweeps: adds one job for each row, in one transaction per org. No worker is woken, they find the jobs with their next look. An org
 * whose transaction fails takes no other with it; the first such error rises at the end.
 */
export async function enqueueQuietly<Row extends { orgId: string }>(
  pool: Pool,
  name: string,
  rows: readonly Row[],
  toJob: (row: Row) => QuietJob,
): Promise<void> {
  const errors: unknown[] = [];
  for (const [orgId, ofOrg] of Map.groupBy(rows, (row) => row.orgId)) {
    const jobs = ofOrg.map(toJob);
    await inOrg(pool, orgId, (tx) =>
      tx.query(
        `select jobs.enqueue_quietly($1, payload::json, clock_timestamp(), key, priority)
           from unnest($2::text[], $3::text[], $4::integer[]) job (payload, key, priority)`,
        [name, jobs.map(({ payload }) => JSON.stringify(payload)), jobs.map(({ key }) => key), jobs.map(priorityOf)],
      ),
    ).catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
}

export interface JobContext {
  /** Aborted when the process is asked to stop: finish the step in hand and return. */
  signal: AbortSignal;
  /** 1 on the first try. */
  attempt: number;
}

/** Must be safe to run twice. `payload` comes from the database: parse it. A rejection means: try again later. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;

export interface JobLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WorkerOptions {
  /** Of the role that owns the schema graphile_worker. */
  connectionString: string;
  jobs: Readonly<Record<string, JobHandler>>;
  log: JobLog;
  /** Jobs under way at once in this process. */
  concurrency?: number;
  /** How many connections take and end jobs; a job under way needs none. */
  connections?: number;
  /** How often to look for jobs whose time has come; new ones are announced at once. */
  pollIntervalMs?: number;
}

export interface JobWorker {
  /** Takes no new job, lets those under way finish for as long as one call to a vendor may take, and resolves. */
  stop(): Promise<void>;
  /** Resolves when the worker has stopped, for whatever reason. */
  stopped: Promise<void>;
}

/** Jobs with slots of their own: however many of them there are, the others never wait for them. */
export type JobGroup = Pick<WorkerOptions, 'concurrency' | 'connections' | 'pollIntervalMs'> & { isOfGroup: (name: string) => boolean };

/** As `createWorker`, for the jobs of each group and for the rest. A job is of the first group that takes it. */
export async function createWorkers({ jobs, ...options }: WorkerOptions, ...groups: JobGroup[]): Promise<JobWorker> {
  const groupOf = (name: string) => groups.find(({ isOfGroup }) => isOfGroup(name));
  const workers: JobWorker[] = [];
  for (const group of [...groups, undefined]) {
    const own = Object.fromEntries(Object.entries(jobs).filter(([name]) => groupOf(name) === group));
    if (Object.keys(own).length > 0) workers.push(await createWorker({ ...options, ...group, jobs: own }));
  }
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
    stopped: Promise.race(workers.map(({ stopped }) => stopped)),
  };
}

/** Runs jobs until `stop`. A job of a process that died is run again within seconds. */
export async function createWorker({
  connectionString,
  jobs,
  log,
  concurrency = 10,
  connections = concurrency,
  pollIntervalMs = 1_000,
}: WorkerOptions): Promise<JobWorker> {
  // The service only adds jobs: it starts quicker and smaller without the queue's engine
  const { Logger, run } = await import('graphile-worker');
  const pool = new pg.Pool({ connectionString, max: connections + 3, application_name: 'msi-actions-jobs' });
  const warn = (error: Error): void => log.warn({ err: error }, 'A database connection of the job worker broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  const stopping = new AbortController();
  const events = new EventEmitter() as WorkerEvents;
  const poolId = Promise.withResolvers<string>();
  events.on('pool:create', ({ workerPool }) => poolId.resolve(workerPool.id));
  events.on('job:failed', ({ job, error }) =>
    log.error({ job: job.task_identifier, jobId: job.id, err: error }, 'A job has used up its tries'),
  );

  let runner: Runner;
  try {
    runner = await run({
      pgPool: pool,
      concurrency,
      pollInterval: pollIntervalMs,
      noHandleSignals: true,
      events,
      gracefulShutdownAbortTimeout: 35_000,
      logger: new Logger(onlyTrouble(log)),
      taskList: Object.fromEntries(
        Object.entries(jobs).map(([name, handler]) => [
          name,
          (payload, { job, abortSignal }) =>
            handler(payload, { signal: AbortSignal.any([stopping.signal, abortSignal]), attempt: job.attempts }),
        ]),
      ),
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  const alive = await keepPoolAlive({ connectionString, pool, poolId: await poolId.promise, log });
  return {
    stopped: runner.promise,
    async stop() {
      stopping.abort();
      await runner.stop();
      await alive.stop();
      await pool.end();
    },
  };
}

/** graphile-worker tells of each job at level info; only what needs a look is kept. */
function onlyTrouble(log: JobLog): LogFunctionFactory {
  return function createLogFunction() {
    return function writeTrouble(level, message, meta) {
      if (level === 'error') log.error({ ...meta }, message);
      else if (level === 'warning') log.warn({ ...meta }, message);
    };
  };
}
