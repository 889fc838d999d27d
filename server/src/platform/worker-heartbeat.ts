import { randomUUID } from 'node:crypto';
import type { Pool } from './postgres.ts';
import type { Sweep } from './sweeps.ts';

const BEAT_EVERY_MS = 15_000;

/** Three beats missed, so that a worker that is busy or restarts is not late. */
const LATE_AFTER = `interval '45 seconds'`;

/**
 * SQL: whether workers have been seen, and none of them lately. Null where none was ever seen, as right after an upgrade. In the database's
 * time, so that putting the product's clock forward makes nobody late. It names no table of the statement around it, so it is read once.
 */
export const WORKERS_ARE_LATE = `(select max(seen_at) < clock_timestamp() - ${LATE_AFTER} from worker_heartbeats)`;

/** Says every 15 seconds that this worker lives; to be run more often than that. Rows of processes that ended a day ago go with it. */
export function createWorkerHeartbeat({ pool, everyMs = BEAT_EVERY_MS }: { pool: Pool; everyMs?: number }): Sweep {
  const workerId = randomUUID();
  let beatsAgainAt = 0;
  return async function beat() {
    if (performance.now() < beatsAgainAt) return;
    await pool.query(
      `with gone as (delete from worker_heartbeats where seen_at < clock_timestamp() - interval '1 day' and worker_id <> $1)
       insert into worker_heartbeats (worker_id) values ($1) on conflict (worker_id) do update set seen_at = clock_timestamp()`,
      [workerId],
    );
    beatsAgainAt = performance.now() + everyMs;
  };
}

/** For the health check: a line when no worker has been seen lately. */
export async function listLateWorkers(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ seenAt: Date }>(`select max(seen_at) as "seenAt" from worker_heartbeats having ${WORKERS_ARE_LATE}`);
  return rows.map(({ seenAt }) => `No worker has been seen since ${seenAt.toISOString()}: nothing is sent`);
}
