import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly } from '../../platform/jobs.ts';
import type { Pool } from '../../platform/postgres.ts';
import { DRAIN_MAILBOX, drainKey } from './drain-job.ts';

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
    const { rows } = await pool.query<{ orgId: string; id: string }>(
      `select org_id as "orgId", email_connection_id as id from undrained_mailboxes($1)`,
      [clock.now()],
    );
    await enqueueQuietly(pool, DRAIN_MAILBOX, rows, ({ orgId, id }) => ({
      payload: { orgId, emailConnectionId: id },
      key: drainKey(id),
    }));
  };
}

/** Adds the job of every email of unknown outcome whose time to look has come. */
export function createSweepUncertainEmails({ pool, clock }: Dependencies) {
  return async function sweepUncertainEmails(): Promise<void> {
    const { rows } = await pool.query<{ orgId: string; id: string }>(
      `select org_id as "orgId", sales_email_id as id from overdue_uncertain_emails($1)`,
      [clock.now()],
    );
    await enqueueQuietly(pool, 'settle-uncertain-email', rows, ({ orgId, id }) => ({
      payload: { orgId, salesEmailId: id },
      key: `settle-uncertain-email:${id}`,
    }));
  };
}
