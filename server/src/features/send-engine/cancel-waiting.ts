import type { Tx } from '../../platform/postgres.ts';

/**
 * To be called in the transaction that deactivates a user, or that stops the org (`onlyUserId` null): nothing that waits leaves. `underWay`
 * are the emails that a vendor has at this moment; what it refuses of them waits again. Lock the connections before.
 */
export async function cancelWaiting(
  tx: Tx,
  orgId: string,
  onlyUserId: string | null,
  now: Date,
): Promise<{ cancelled: number; underWay: number }> {
  const { rowCount } = await tx.query(
    `with cancelled as (
       update sales_emails set state = 'cancelled', state_reason = $4, waits_for = null, updated_at = $3
        where org_id = $1 and ($2::uuid is null or user_id = $2) and state in ('queued', 'scheduled')
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
     select $1, id, 'cancelled', $4, $3 from cancelled`,
    [orgId, onlyUserId, now, onlyUserId ? 'user_deactivated' : 'stopped_by_admin'],
  );
  return { cancelled: rowCount ?? 0, underWay: await countUnderWay(tx, orgId, onlyUserId) };
}

async function countUnderWay(tx: Tx, orgId: string, onlyUserId: string | null): Promise<number> {
  const { rows } = await tx.query<{ underWay: number }>(
    `select count(*)::int as "underWay" from sales_emails where org_id = $1 and ($2::uuid is null or user_id = $2) and state = 'sending'`,
    [orgId, onlyUserId],
  );
  return rows[0]?.underWay ?? 0;
}
