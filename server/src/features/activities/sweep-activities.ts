import type { Clock } from '../../platform/clock.ts';
import { enqueue, enqueueQuietly } from '../../platform/jobs.ts';
import type { Pool, Tx } from '../../platform/postgres.ts';
import { logActivityJob } from './record-activity.ts';
import { makeWaitingDue } from './repository.ts';

/** So long after its time a job must have been lost, or the clock was put forward. */
const LATE_MS = 60_000;

/** Adds the job of every fact again that should have been in Salesforce by now. */
export function createSweepActivities({ pool, clock }: { pool: Pool; clock: Clock }) {
  return async function sweepActivities(): Promise<void> {
    const { rows } = await pool.query<{ orgId: string; activityId: string }>(
      `select org_id as "orgId", activity_id as "activityId" from unlogged_activities($1)`,
      [new Date(clock.now().getTime() - LATE_MS)],
    );
    await enqueueQuietly(pool, 'log-activity', rows, ({ orgId, activityId }) => ({
      payload: { orgId, activityId },
      ...logActivityJob(activityId),
    }));
  };
}

/** To be called in the transaction that connects a rep to Salesforce again: what waited for it is written now. */
export async function resumeLogging(tx: Tx, orgId: string, userId: string): Promise<void> {
  for (const activityId of await makeWaitingDue(tx, orgId, userId))
    await enqueue(tx, 'log-activity', { orgId, activityId }, logActivityJob(activityId));
}
