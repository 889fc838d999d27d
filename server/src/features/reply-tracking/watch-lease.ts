import type { Tx } from '../../platform/postgres.ts';
import type { LookReason } from './look-reason.ts';

/** What is known of a mailbox when somebody begins to look into it. */
export interface Watch {
  orgId: string;
  connectionId: string;
  userId: string;
  /** Grows with every new holder of the lease; what an earlier holder still writes is refused. */
  fence: string;
  cursor: string | null;
  cursorAt: Date | null;
  resyncSince: Date | null;
  resyncReason: ResyncReason | null;
  resyncCursor: string | null;
  elsewhereUntil: Date | null;
  subscriptionId: string | null;
  pushExpiresAt: Date | null;
  renewPushAt: Date | null;
  nextReconcileAt: Date;
  failures: number;
  /** Answers that this look's reconcile found and no other look had. */
  foundByReconcile: number;
}

/** `begun`: emails had left before anybody watched. `cursor_lost`: the vendor forgot. `reconcile`: nothing is wrong, as far as is known. */
export type ResyncReason = 'begun' | 'cursor_lost' | 'reconcile';

/** Somebody else has taken the mailbox over and now decides about it. */
export class WatchLost extends Error {
  override name = 'WatchLost';
}

export interface Claim {
  reason: LookReason;
  leaseMs: number;
  now: Date;
}

/**
 * Takes a connected mailbox. Null when somebody else holds it, or when it has failed and its time has not come. A push that finds it held
 * tells the holder in the same statement to look once more, so that nothing that happens during a look is missed. Leases run in the
 * server's time: putting the product's clock forward never ends one.
 */
export async function claimWatch(tx: Tx, orgId: string, connectionId: string, { reason, leaseMs, now }: Claim): Promise<Watch | null> {
  const { rows } = await tx.query<Watch & { isFree: boolean }>(
    `with seen as (
       select w.org_id, w.connection_id, c.user_id, coalesce(w.checker_lease_until, '-infinity') < clock_timestamp() as free
         from mailbox_watches w join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
        where w.org_id = $1 and w.connection_id = $2 and c.state = 'connected'
        and (w.failures = 0 or w.next_check_at <= $5) for update of w)
     update mailbox_watches w set
            checker_lease_until = case when free then clock_timestamp() + $4 * interval '1 millisecond' else checker_lease_until end,
            checker_fence = checker_fence + free::integer,
            check_again_because = case when free then null when $3 = 'push' then $3 else check_again_because end,
            next_check_at = case when $3 = 'push' and not free then least(next_check_at, $5) else next_check_at end,
            last_push_at = case when $3 = 'push' then $5 else last_push_at end
       from seen where w.org_id = seen.org_id and w.connection_id = seen.connection_id
     returning free as "isFree", w.org_id as "orgId", w.connection_id as "connectionId", seen.user_id as "userId",
                checker_fence as fence, ${COLUMNS}`,
    [orgId, connectionId, reason, leaseMs, now],
  );
  const [row] = rows;
  if (!row?.isFree) return null;
  const { isFree: _, ...watch } = row;
  return watch;
}

const COLUMNS = `cursor, cursor_at as "cursorAt", resync_since as "resyncSince", resync_reason as "resyncReason",
  resync_cursor as "resyncCursor", elsewhere_until as "elsewhereUntil", subscription_id as "subscriptionId",
  push_expires_at as "pushExpiresAt", renew_push_at as "renewPushAt", next_reconcile_at as "nextReconcileAt", failures,
  0 as "foundByReconcile"`;

/** Extends the lease and locks the watch until the transaction ends. Throws WatchLost when the mailbox was lost. */
export async function holdWatch(tx: Tx, { orgId, connectionId, fence }: Watch, leaseMs: number): Promise<void> {
  const { rowCount } = await tx.query(
    `update mailbox_watches set checker_lease_until = clock_timestamp() + $4 * interval '1 millisecond'
      where org_id = $1 and connection_id = $2 and checker_fence = $3 and checker_lease_until > clock_timestamp()`,
    [orgId, connectionId, fence, leaseMs],
  );
  if (rowCount !== 1) throw new WatchLost();
}

export interface Release {
  nextCheckAt: Date;
  /** Where something left after `since`, the mailbox is looked at by `nextCheckAt` already. Null: that makes no difference. */
  afterSending: { since: Date; nextCheckAt: Date } | null;
  failures: number;
  /** The vendor has answered. */
  isAlive: boolean;
  now: Date;
}

/**
 * Releases the mailbox, to be looked into again at `nextCheckAt`. When the vendor has answered, a push or a reconcile that is due brings
 * the next look forward; after a failure and during a rest it does not.
 */
export async function releaseWatch(tx: Tx, { orgId, connectionId, fence }: Watch, release: Release): Promise<void> {
  await tx.query(
    `update mailbox_watches set checker_lease_until = null, check_again_because = null, failures = $5,
            last_alive_at = case when $6 then $7 else last_alive_at end,
            next_check_at = case when $6
              then least($4, next_reconcile_at, renew_push_at, case when last_sent_at > $8 then $9::timestamptz end) else $4 end
      where org_id = $1 and connection_id = $2 and checker_fence = $3`,
    [
      orgId,
      connectionId,
      fence,
      release.nextCheckAt,
      release.failures,
      release.isAlive,
      release.now,
      release.afterSending?.since ?? null,
      release.afterSending?.nextCheckAt ?? null,
    ],
  );
}

/** Why somebody who found the mailbox taken wants another look; to be asked while holding the watch, and forgotten with that. */
export async function takeLookReason(tx: Tx, { orgId, connectionId }: Watch): Promise<LookReason | null> {
  const { rows } = await tx.query<{ reason: LookReason | null }>(
    `select check_again_because as reason from mailbox_watches where org_id = $1 and connection_id = $2`,
    [orgId, connectionId],
  );
  const reason = rows[0]?.reason ?? null;
  if (reason)
    await tx.query('update mailbox_watches set check_again_because = null where org_id = $1 and connection_id = $2', [orgId, connectionId]);
  return reason;
}
