import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly, type JobLog } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { listDue, listSilent, listUnwatched } from './all-orgs-repository.ts';
import { CHECK_MAILBOX, checkKey } from './check-mailbox.ts';
import { markSilenceReported, watchMailbox } from './repository.ts';

/** A connected mailbox in which nothing could be looked at for so long may hold answers that nobody noticed. */
const SILENT_AFTER_MS = 15 * 60_000;
const REPORT_SILENCE_EVERY_MS = 60 * 60_000;

/**
 * Adds the job of every mailbox whose time to be looked at has come, begins to watch those that were connected before anybody watched, and
 * raises the alarm about mailboxes that have been silent for too long.
 */
export function createSweepInboxes({ pool, clock, log }: { pool: Pool; clock: Clock; log: JobLog }) {
  return async function sweepInboxes(): Promise<void> {
    const now = clock.now();
    for (const { orgId, connectionId } of await listUnwatched(pool))
      await inOrg(pool, orgId, (tx) => watchMailbox(tx, orgId, connectionId, now));

    await enqueueQuietly(pool, CHECK_MAILBOX, await listDue(pool, now), ({ orgId, connectionId }) => ({
      payload: { orgId, connectionId, because: 'poll' },
      key: checkKey(connectionId, 'poll'),
    }));

    const reportedBefore = new Date(now.getTime() - REPORT_SILENCE_EVERY_MS);
    const silent = await listSilent(pool, new Date(now.getTime() - SILENT_AFTER_MS), reportedBefore);
    for (const { orgId, connectionId } of silent)
      if (await inOrg(pool, orgId, (tx) => markSilenceReported(tx, orgId, connectionId, reportedBefore, now)))
        log.error({ orgId, connectionId }, 'A mailbox has been silent for too long');
  };
}
