import type { Clock } from '../../platform/clock.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { drainKey } from './hold-back.ts';

/**
 * Adds the job of every mailbox that has due mail and nobody who drains it, and of every email of unknown outcome whose time to look has come:
 * what a killed worker left, and what became due because the clock was put forward.
 */
export const createSweepMailboxes =
  ({ pool, clock }: { pool: Pool; clock: Clock }) =>
  async (): Promise<void> => {
    const now = clock.now();
    const mailboxes = await pool.query<{ orgId: string; id: string }>(
      `select org_id as "orgId", email_connection_id as id from undrained_mailboxes($1)`,
      [now],
    );
    for (const { orgId, id } of mailboxes.rows)
      await inOrg(pool, orgId, (tx) => enqueue(tx, 'drain-mailbox', { orgId, emailConnectionId: id }, { key: drainKey(id) }));
    const uncertain = await pool.query<{ orgId: string; id: string }>(
      `select org_id as "orgId", sales_email_id as id from overdue_uncertain_emails($1)`,
      [now],
    );
    for (const { orgId, id } of uncertain.rows)
      await inOrg(pool, orgId, (tx) =>
        enqueue(tx, 'settle-uncertain-email', { orgId, salesEmailId: id }, { key: `settle-uncertain-email:${id}` }),
      );
  };
