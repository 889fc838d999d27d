import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { readWallTime } from '../../platform/zoned-time.ts';
import { enqueueSchedule } from './queue-scheduled-emails.ts';
import { listOrgsWithDueSchedules } from './repository.ts';

/** Further ahead nothing is scheduled, and a day of clocks beyond. */
const ALL_MS = 370 * 24 * 3_600_000;

/**
 * Keeps 9:00 at 9:00 where a country changes when its clocks change: what is scheduled leaves when the clocks of its zone show its time by
 * the rules that this runtime has. They come with a release of the runtime, so each process looks once, and again after a failure.
 */
export function createKeepWallTimes({ pool, clock }: { pool: Pool; clock: Clock }) {
  let isKept = false;
  return async function keepWallTimes(): Promise<void> {
    if (isKept) return;
    const now = clock.now();
    for (const { orgId } of await listOrgsWithDueSchedules(pool, new Date(now.getTime() + ALL_MS)))
      await inOrg(pool, orgId, (tx) => keepThoseOf(tx, orgId, now));
    isKept = true;
  };
}

async function keepThoseOf(tx: Tx, orgId: string, now: Date): Promise<void> {
  const { rows } = await tx.query<{ local: string; zone: string; dueAt: Date }>(
    `select distinct schedule_local as local, schedule_zone as zone, due_at as "dueAt" from sales_emails
      where org_id = $1 and state = 'scheduled' and schedule_local is not null`,
    [orgId],
  );
  for (const { local, zone, dueAt } of rows) {
    const { at } = readWallTime(zone, local);
    if (at.getTime() === dueAt.getTime()) continue;
    await tx.query(
      `update sales_emails set due_at = $5, updated_at = $6
        where org_id = $1 and state = 'scheduled' and schedule_local = $2 and schedule_zone = $3 and due_at = $4`,
      [orgId, local, zone, dueAt, at, now],
    );
    await enqueueSchedule(tx, orgId, at, now);
  }
}
