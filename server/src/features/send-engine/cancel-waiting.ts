import type { Tx } from '../../platform/postgres.ts';

/**
 * In the transaction that ends a user's access, or that stops the org (`onlyUserId` null): nothing that waits leaves. What a vendor has at
 * this moment waits again where the vendor refuses it. Locks the connections before the emails, as sending does.
 */
export async function cancelWaiting(tx: Tx, orgId: string, onlyUserId: string | null, now: Date): Promise<void> {
  await holdConnections(tx, orgId, onlyUserId);
  await tx.query(
    `with cancelled as (
       update sales_emails set state = 'cancelled', state_reason = $4, waits_for = null, updated_at = $3
        where org_id = $1 and ($2::uuid is null or user_id = $2) and state in ('queued', 'scheduled')
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
     select $1, id, 'cancelled', $4, $3 from cancelled`,
    [orgId, onlyUserId, now, reasonOf(onlyUserId)],
  );
}

/**
 * Of these emails of a user, those that wait are cancelled by that user. What a vendor has at this moment stays as it is. Locks in the
 * same order as sending does.
 */
export async function cancelAmong(tx: Tx, orgId: string, userId: string, ids: readonly string[], now: Date): Promise<void> {
  await holdConnections(tx, orgId, userId);
  await tx.query(
    `with cancelled as (
       update sales_emails set state = 'cancelled', state_reason = 'cancelled_by_user', waits_for = null, updated_at = $4
        where org_id = $1 and user_id = $2 and id = any($3) and state in ('queued', 'scheduled')
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
     select $1, id, 'cancelled', 'cancelled_by_user', $4 from cancelled`,
    [orgId, userId, ids, now],
  );
}

async function holdConnections(tx: Tx, orgId: string, onlyUserId: string | null): Promise<void> {
  await tx.query(`select from email_connections where org_id = $1 and ($2::uuid is null or user_id = $2) order by id for no key update`, [
    orgId,
    onlyUserId,
  ]);
}

/** How many emails `cancelWaiting` has taken back from a time on. It reads all emails of the org. */
export async function countCancelled(tx: Tx, orgId: string, onlyUserId: string | null, since: Date): Promise<number> {
  const { rows } = await tx.query<{ cancelled: number }>(
    `select count(*)::int as cancelled from sales_emails
      where org_id = $1 and ($2::uuid is null or user_id = $2) and state = 'cancelled' and state_reason = $3 and updated_at >= $4`,
    [orgId, onlyUserId, reasonOf(onlyUserId), since],
  );
  return rows[0]?.cancelled ?? 0;
}

/** How many emails a vendor has at this moment. */
export async function countUnderWay(tx: Tx, orgId: string, onlyUserId: string | null): Promise<number> {
  const { rows } = await tx.query<{ underWay: number }>(
    `select count(*)::int as "underWay" from sales_emails where org_id = $1 and ($2::uuid is null or user_id = $2) and state = 'sending'`,
    [orgId, onlyUserId],
  );
  return rows[0]?.underWay ?? 0;
}

function reasonOf(onlyUserId: string | null): 'user_deactivated' | 'stopped_by_admin' {
  return onlyUserId ? 'user_deactivated' : 'stopped_by_admin';
}
