import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';
import { drainKey } from './drain-mailbox.ts';

/**
 * To be called in the transaction that connects a mailbox again: what waited for it leaves now. Emails of an earlier connection to the same
 * address move over to this one; those of another address stay, because they were written as somebody else.
 */
export async function releaseWaiting(tx: Tx, orgId: string, connectionId: string, now: Date): Promise<void> {
  const { rowCount } = await tx.query(
    `with connection as (
       update email_connections set next_slot_at = null where org_id = $1 and id = $2 returning org_id, id, user_id, address),
     released as (
       update sales_emails e set email_connection_id = c.id, waits_for = null,
              provider_draft_id = case when e.email_connection_id = c.id then e.provider_draft_id end, due_at = greatest(e.due_at, $3), updated_at = $3
         from connection c
        where e.org_id = $1 and e.user_id = c.user_id and e.state = 'queued' and lower(e.from_address) = lower(c.address)
          and (e.email_connection_id <> c.id or e.waits_for is not null)
       returning e.id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at) select $1, id, 'queued', null, $3 from released`,
    [orgId, connectionId, now],
  );
  if (rowCount) await enqueue(tx, 'drain-mailbox', { orgId, emailConnectionId: connectionId }, { key: drainKey(connectionId) });
}

/** To be called in the transaction that deactivates a user: nothing of what still waits leaves in that person's name. */
export async function cancelWaiting(tx: Tx, orgId: string, userId: string, now: Date): Promise<void> {
  await tx.query(
    `with cancelled as (
       update sales_emails set state = 'cancelled', state_reason = 'user_deactivated', waits_for = null, updated_at = $3
        where org_id = $1 and user_id = $2 and state in ('queued', 'scheduled')
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at) select $1, id, 'cancelled', 'user_deactivated', $3 from cancelled`,
    [orgId, userId, now],
  );
}
