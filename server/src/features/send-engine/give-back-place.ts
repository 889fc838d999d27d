import type { Tx } from '../../platform/postgres.ts';
import { lockWindows } from '../sending-limits/index.ts';
import { closeAttempt, type AttemptOutcome } from './attempts.ts';

const SHARED_LIMITS = ['user_daily_limit', 'org_limit'];
const ALL_LIMITS = ['mailbox_busy', 'minute_limit', 'daily_limit', ...SHARED_LIMITS];

/**
 * Closes an attempt that has not left and gives its place back, also to other mailboxes that wait for it. Whoever has just been refused
 * because of this place has written that down before the locks are ours.
 */
export async function giveBackPlace(tx: Tx, orgId: string, salesEmailId: string, attempt: number, outcome: AttemptOutcome): Promise<void> {
  const { rows } = await tx.query<{ userId: string | null; domains: string[] }>(
    `select a.user_id as "userId", array(
              select domain from send_attempt_domains d where d.org_id = $1 and d.sales_email_id = $2 and d.attempt = $3) as domains
       from send_attempts a where a.org_id = $1 and a.sales_email_id = $2 and a.attempt = $3`,
    [orgId, salesEmailId, attempt],
  );
  for (const { userId, domains } of rows)
    await lockWindows(tx, orgId, [
      { scope: 'org', key: orgId },
      { scope: 'user', key: userId ?? '' },
      ...domains.map((key) => ({ scope: 'domain' as const, key })),
    ]);
  await closeAttempt(tx, orgId, salesEmailId, attempt, outcome);
  await resumeLimited(tx, orgId, outcome.at, 'shared');
}

/**
 * What waits for a limit is decided anew: for `all` when the limits have changed, for those that mailboxes share when a place was given
 * back. The sweep finds it. Rows that somebody holds at this moment are about to be decided anyway.
 */
export async function resumeLimited(tx: Tx, orgId: string, now: Date, limits: 'all' | 'shared'): Promise<void> {
  await tx.query(
    `update email_connections set next_slot_at = null, slot_reason = null
      where (org_id, id) in (
        select org_id, id from email_connections
         where org_id = $1 and next_slot_at > $2 and slot_reason = any($3)
           for no key update skip locked)`,
    [orgId, now, limits === 'all' ? ALL_LIMITS : SHARED_LIMITS],
  );
  await tx.query(
    `update sales_emails set due_at = $2
      where (org_id, id) in (
        select e.org_id, e.id from sales_emails e
         where e.email_connection_id in (select id from email_connections where org_id = $1)
           and e.org_id = $1 and e.state = 'queued' and e.waits_for = 'domain_limit' and e.due_at > $2
           for no key update skip locked)`,
    [orgId, now],
  );
}
