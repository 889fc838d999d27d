import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly } from '../../platform/jobs.ts';
import type { Pool } from '../../platform/postgres.ts';
import { turnKey, WRITE_TO_SALESFORCE } from './turn.ts';
import { listRepsWithDueWrites } from './write-repository.ts';

/** So long after its time a job must have been lost, or the clock was put forward: no write is collected for longer. */
const LATE_MS = 120_000;

/** Adds the job of every rep again whose writes should have been in Salesforce by now. */
export function createSweepWrites({ pool, clock }: { pool: Pool; clock: Clock }) {
  return async function sweepWrites(): Promise<void> {
    const reps = await listRepsWithDueWrites(pool, new Date(clock.now().getTime() - LATE_MS));
    await enqueueQuietly(pool, WRITE_TO_SALESFORCE, reps, ({ orgId, userId }) => ({
      payload: { orgId, userId },
      key: turnKey(userId),
      comesLast: true,
    }));
  };
}
