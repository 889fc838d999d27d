import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly } from '../../platform/jobs.ts';
import type { Pool } from '../../platform/postgres.ts';
import { DRAIN_MAILBOX, drainKey } from './drain-job.ts';
import { listOverdueUncertain, listUndrained } from './repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
}

/**
 * Adds the job of every mailbox that has due mail and nobody who drains it: what a killed worker left, and what became due because the
 * clock was put forward.
 */
export function createSweepMailboxes({ pool, clock }: Dependencies) {
  return async function sweepMailboxes(): Promise<void> {
    await enqueueQuietly(pool, DRAIN_MAILBOX, await listUndrained(pool, clock.now()), ({ orgId, id }) => ({
      payload: { orgId, emailConnectionId: id },
      key: drainKey(id),
    }));
  };
}

/** Adds the job of every email of unknown outcome whose time to look has come. */
export function createSweepUncertainEmails({ pool, clock }: Dependencies) {
  return async function sweepUncertainEmails(): Promise<void> {
    await enqueueQuietly(pool, 'settle-uncertain-email', await listOverdueUncertain(pool, clock.now()), ({ orgId, id }) => ({
      payload: { orgId, salesEmailId: id },
      key: `settle-uncertain-email:${id}`,
    }));
  };
}
