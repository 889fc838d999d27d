import { enqueue } from '../src/platform/jobs.ts';
import { inOrg, type Pool } from '../src/platform/postgres.ts';
import type { Clock } from '../src/platform/clock.ts';

/**
 * What a sender without our settling does: an email whose call got no answer goes back to the queue. With it the chaos run must
 * find duplicates; a check that cannot fail proves nothing.
 */
export function createBlindSettling({ pool, clock }: { pool: Pool; clock: Clock }) {
  return function blindSettling(orgId: string, salesEmailId: string): Promise<void> {
    return inOrg(pool, orgId, async (tx) => {
      const { rows } = await tx.query<{ emailConnectionId: string }>(
        `update sales_emails set state = 'queued', due_at = $3, look_again_at = null, provider_draft_id = null
          where org_id = $1 and id = $2 and state in ('sending', 'uncertain')
         returning email_connection_id as "emailConnectionId"`,
        [orgId, salesEmailId, clock.now()],
      );
      if (!rows[0]) return;
      await tx.query(
        `update send_attempts set outcome = 'not_sent', finished_at = $3 where org_id = $1 and sales_email_id = $2 and outcome is null`,
        [orgId, salesEmailId, clock.now()],
      );
      await enqueue(tx, 'drain-mailbox', { orgId, emailConnectionId: rows[0].emailConnectionId });
    });
  };
}
