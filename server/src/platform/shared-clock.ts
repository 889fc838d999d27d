import type { Clock } from './clock.ts';
import type { Pool } from './postgres.ts';

const REFRESH_MS = 500;

export interface SharedClock extends Clock {
  stop(): void;
}

/** The machine's time plus the offset that all processes of the local world share; a change is seen within half a second. */
export async function createSharedClock(pool: Pool): Promise<SharedClock> {
  let offsetMs = await readOffset(pool);
  const timer = setInterval(() => {
    readOffset(pool).then(
      (fresh) => (offsetMs = fresh),
      // The database is away for a moment: keep the last known offset
      () => undefined,
    );
  }, REFRESH_MS).unref();
  return { now: () => new Date(Date.now() + offsetMs), stop: () => clearInterval(timer) };
}

/** Moves the clock of every process that runs with CLOCK=shared. */
export async function setSharedClockOffset(pool: Pick<Pool, 'query'>, offsetMs: number): Promise<void> {
  await pool.query('update clock_offset set offset_ms = $1', [Math.round(offsetMs)]);
}

async function readOffset(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ offset_ms: string }>('select offset_ms from clock_offset');
  return Number(rows[0]?.offset_ms ?? 0);
}
