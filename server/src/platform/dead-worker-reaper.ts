import pg from 'pg';

interface Options {
  connectionString: string;
  pool: pg.Pool;
  /** What graphile-worker writes into `locked_by` of the jobs this process runs. */
  poolId: string;
  log: { warn(fields: object, message: string): void };
}

const LOOK_EVERY_MS = 2_000;
const LOCK = `hashtextextended('msi-actions-job-pool:' || $1::text, 0)`;

/**
 * Tells the other processes that this one lives, by a session lock that PostgreSQL drops when the process dies,
 * and releases the jobs of processes that do not live any more. Without it a job of a killed process
 * would rest for graphile-worker's four hours.
 */
export async function keepPoolAlive({ connectionString, pool, poolId, log }: Options): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let client: pg.Client | null = null;

  const holdLock = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, application_name: 'msi-actions-alive', keepAlive: true });
    next.on('error', (error) => log.warn({ err: error }, 'The connection that proves this worker alive broke'));
    next.on('end', () => {
      if (client === next) client = null;
    });
    await next.connect();
    await next.query(`select pg_advisory_lock(${LOCK})`, [poolId]);
    client = next;
  };

  const look = async (): Promise<void> => {
    if (!client) await holdLock();
    // Five seconds: a process that has just started may run its first job before it holds its lock.
    const { rows } = await pool.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker.jobs
        where locked_by is not null and locked_by <> $1 and locked_at < clock_timestamp() - interval '5 seconds'`,
      [poolId],
    );
    for (const { id } of rows) if (await unlockIfDead(pool, id)) log.warn({ poolId: id }, 'Released the jobs of a worker that died');
  };

  await holdLock();
  let timer: NodeJS.Timeout;
  let looking: Promise<void> = Promise.resolve();
  const schedule = (): void => {
    timer = setTimeout(() => {
      looking = look()
        .catch((error: unknown) => log.warn({ err: error }, 'Could not look for dead workers'))
        .finally(() => {
          if (!stopped) schedule();
        });
    }, LOOK_EVERY_MS);
  };
  schedule();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await client?.end();
    },
  };
}

/** Whoever obtains the lock of a process knows that it is dead. */
async function unlockIfDead(pool: pg.Pool, poolId: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ dead: boolean }>(`select pg_try_advisory_lock(${LOCK}) as dead`, [poolId]);
    if (!rows[0]?.dead) return false;
    await client.query('select graphile_worker.force_unlock_workers(array[$1::text])', [poolId]);
    await client.query(`select pg_advisory_unlock(${LOCK})`, [poolId]);
    return true;
  } finally {
    client.release();
  }
}
