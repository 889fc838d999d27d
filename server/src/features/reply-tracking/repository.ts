import { domainToUnicode } from 'node:url';
import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { LookReason } from './look-reason.ts';
import type { ResyncReason, Watch } from './watch-lease.ts';

/**
 * To be called in the transaction that connects a mailbox: it is looked at from now on, and what earlier failures put off is over. A look
 * that is under way loses the mailbox, because it may have read what the grant of before did not allow.
 */
export async function watchMailbox(tx: Tx, orgId: string, connectionId: string, now: Date): Promise<void> {
  await tx.query(
    `insert into mailbox_watches (org_id, connection_id, watched_since, next_check_at, next_reconcile_at, renew_push_at)
     values ($1, $2, $3, $3, $3::timestamptz + (1 + random()) * interval '12 hours', $3)
     on conflict (org_id, connection_id) do update set watched_since = $3, next_check_at = $3, renew_push_at = $3, failures = 0,
       checker_fence = mailbox_watches.checker_fence + 1, checker_lease_until = null, check_again_because = null`,
    [orgId, connectionId, now],
  );
}

/**
 * An email has left the mailbox, or may have: the next look is due within a minute, also where nothing had left for long. To be called in
 * the transaction that records it, before the email itself is written: who looks into a mailbox locks in that order. A mailbox that is
 * looked at often anyway is not written.
 */
export async function expectAnswers(tx: Tx, orgId: string, connectionId: string, sentAt: Date): Promise<void> {
  await tx.query({
    name: 'expect-answers',
    text: `update mailbox_watches set last_sent_at = greatest(last_sent_at, $3),
                  next_check_at = case when ${MAY_LOOK} then least(next_check_at, $3::timestamptz + interval '1 minute')
                  else next_check_at end
            where org_id = $1 and connection_id = $2
              and (coalesce(last_sent_at, '-infinity') < $3::timestamptz - interval '1 hour'
                   or (${MAY_LOOK} and next_check_at > $3::timestamptz + interval '1 minute'))`,
    values: [orgId, connectionId, sentAt],
  });
}

/** After a failure nobody looks before its time, and a grant that does not let us look is left in peace. */
const MAY_LOOK = 'failures = 0 and watched_since <= $3';

export interface KeptPage {
  /** Null: the page was one of a resync, and the cursor of the mailbox stays. */
  cursor: string | null;
  /** What the resync goes on with; null when it is through, or when there is none. */
  resyncCursor: string | null;
  found: Record<LookReason, number>;
  now: Date;
}

/** Moves the cursors past a page; to be called in the transaction that keeps what was on it, while holding the watch. */
export async function keepPage(tx: Tx, { orgId, connectionId }: Watch, { cursor, resyncCursor, found, now }: KeptPage): Promise<void> {
  await tx.query(
    `update mailbox_watches set cursor = coalesce($3, cursor), cursor_at = case when $3::text is null then cursor_at else $5 end,
     resync_cursor = $4, last_alive_at = $5, found_by_push = found_by_push + $6, found_by_poll = found_by_poll + $7,
     found_by_reconcile = found_by_reconcile + $8
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, cursor, resyncCursor, now, found.push, found.poll, found.reconcile],
  );
}

/** A new cursor; what may have come before it is read again since `resync.since`, where that is not null. */
export async function beginCursor(
  tx: Tx,
  { orgId, connectionId }: Watch,
  cursor: string,
  resync: { since: Date | null; reason: ResyncReason },
  now: Date,
): Promise<void> {
  await tx.query(
    `update mailbox_watches set cursor = $3, cursor_at = $4, resync_since = $5, resync_reason = $6, resync_cursor = null
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, cursor, now, resync.since, resync.since && resync.reason],
  );
}

export async function beginResync(tx: Tx, { orgId, connectionId }: Watch, since: Date, reason: ResyncReason): Promise<void> {
  await tx.query(
    `update mailbox_watches set resync_since = $3, resync_reason = $4, resync_cursor = null where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, since, reason],
  );
}

/** Everything since the beginning of the resync has been seen, whatever made it necessary. */
export async function endResync(tx: Tx, { orgId, connectionId }: Watch, nextReconcileAt: Date): Promise<void> {
  await tx.query(
    `update mailbox_watches set resync_since = null, resync_reason = null, resync_cursor = null, next_reconcile_at = $3
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, nextReconcileAt],
  );
}

/** The folders besides the inbox were looked through up to then. */
export async function keepElsewhere(tx: Tx, { orgId, connectionId }: Watch, until: Date): Promise<void> {
  await tx.query('update mailbox_watches set elsewhere_until = $3 where org_id = $1 and connection_id = $2', [orgId, connectionId, until]);
}

export interface Push {
  subscriptionId: string | null;
  /** Only with a new subscription. */
  clientStateHash: Buffer | null;
  expiresAt: Date;
  renewAt: Date;
}

export async function keepPush(tx: Tx, { orgId, connectionId }: Watch, push: Push): Promise<void> {
  await tx.query(
    `update mailbox_watches set subscription_id = $3, client_state_hash = coalesce($4, client_state_hash), push_expires_at = $5,
     renew_push_at = $6, push_error = null
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, push.subscriptionId, push.clientStateHash, push.expiresAt, push.renewAt],
  );
}

/** Polling goes on; the push is tried again at `renewAt`, or never when that is null. */
export async function keepPushFailure(
  tx: Tx,
  { orgId, connectionId }: Watch,
  { error, renewAt, isGone }: { error: string | null; renewAt: Date | null; isGone: boolean },
): Promise<void> {
  await tx.query(
    `update mailbox_watches set push_error = $3, renew_push_at = $4, subscription_id = case when $5 then null else subscription_id end,
            push_expires_at = case when $5 then null else push_expires_at end
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, error, renewAt, isGone],
  );
}

/** The push is renewed with the next look; `isGone` when the vendor has ended it and a new one is needed. */
export async function wantPush(tx: Tx, orgId: string, connectionId: string, isGone: boolean, now: Date): Promise<void> {
  await tx.query(
    `update mailbox_watches set renew_push_at = $3, subscription_id = case when $4 then null else subscription_id end
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, now, isGone],
  );
}

/** Not to be missed before `until`: the grant does not let us look, and nothing is pushed. */
export async function restWatch(tx: Tx, { orgId, connectionId }: Watch, until: Date): Promise<void> {
  await tx.query(
    `update mailbox_watches set watched_since = $3, renew_push_at = null, push_expires_at = null, subscription_id = null
      where org_id = $1 and connection_id = $2`,
    [orgId, connectionId, until],
  );
}

export interface OwnAddresses {
  /** The rep's. */
  rep: string[];
  /** Those of the asked that belong to anybody who sends from this org. */
  org: Set<string>;
  timeZone: string | null;
}

/** Whose mail is no answer in the mailbox of a rep. `senders` and what comes back are in their canonical form. */
export async function findOwnAddresses(tx: Tx, orgId: string, userId: string, senders: readonly string[]): Promise<OwnAddresses> {
  const { rows } = await tx.query<{ address: string; isRep: boolean; timeZone: string | null }>(
    `select address, user_id = $2 as "isRep",
     (select coalesce(chosen_time_zone, time_zone) from users where org_id = $1 and id = $2) as "timeZone" from (
       select lower(address) as address, user_id from email_connections where org_id = $1
       union select email, id from users where org_id = $1
       union select address, user_id from identities where org_id = $1 and verified_at is not null) as known
      where user_id = $2 or address = any($3)`,
    [orgId, userId, senders.flatMap(spellingsOf)],
  );
  return {
    rep: rows.filter(({ isRep }) => isRep).map(({ address }) => address),
    org: new Set(rows.map(({ address }) => canonicalAddress(address))),
    timeZone: rows[0]?.timeZone ?? null,
  };
}

/** How an address may have been stored: with its domain in ASCII or in the letters of its language. */
function spellingsOf(address: string): string[] {
  const at = address.lastIndexOf('@') + 1;
  return [address, address.slice(0, at) + domainToUnicode(address.slice(at))];
}

/** The secret that notifications of a subscription carry, hashed; null when it is not this mailbox's subscription any more. */
export async function findClientStateHash(tx: Tx, orgId: string, connectionId: string, subscriptionId: string): Promise<Buffer | null> {
  const { rows } = await tx.query<{ hash: Buffer | null }>(
    `select client_state_hash as hash from mailbox_watches where org_id = $1 and connection_id = $2 and subscription_id = $3`,
    [orgId, connectionId, subscriptionId],
  );
  return rows[0]?.hash ?? null;
}

/** What is needed to stop the push of a user's own mailbox; null when it is not the user's, or nothing is pushed. */
export async function findPushToStop(
  tx: Tx,
  orgId: string,
  userId: string,
  connectionId: string,
): Promise<{ subscriptionId: string | null } | null> {
  const { rows } = await tx.query<{ subscriptionId: string | null }>(
    `select w.subscription_id as "subscriptionId" from mailbox_watches w
       join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
      where w.org_id = $1 and w.connection_id = $2 and c.user_id = $3 and c.state = 'connected' and w.push_expires_at is not null`,
    [orgId, connectionId, userId],
  );
  return rows[0] ?? null;
}

export async function markSilenceReported(tx: Tx, orgId: string, connectionId: string, reportedBefore: Date, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update mailbox_watches set silence_reported_at = $4
      where org_id = $1 and connection_id = $2 and coalesce(silence_reported_at, '-infinity') < $3`,
    [orgId, connectionId, reportedBefore, now],
  );
  return rowCount === 1;
}

/**
 * Forgets the push of a mailbox whose grant is being ended, and says what the vendor is to stop; null when nothing is pushed. A look that
 * is under way loses the mailbox, so that it cannot begin a push anew.
 */
export async function takePush(tx: Tx, orgId: string, connectionId: string): Promise<{ subscriptionId: string | null } | null> {
  const { rows } = await tx.query<{ subscriptionId: string | null }>(
    `with pushed as (
       select subscription_id from mailbox_watches where org_id = $1 and connection_id = $2 and push_expires_at is not null for update),
     taken as (
       update mailbox_watches set subscription_id = null, push_expires_at = null, renew_push_at = null, checker_fence = checker_fence + 1,
              checker_lease_until = null
        where org_id = $1 and connection_id = $2)
     select subscription_id as "subscriptionId" from pushed`,
    [orgId, connectionId],
  );
  return rows[0] ?? null;
}
