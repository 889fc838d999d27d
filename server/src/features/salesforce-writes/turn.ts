import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';

export const WRITE_TO_SALESFORCE = 'write-to-salesforce';

/** How long the writes of a rep are collected after a turn, in milliseconds: for each that the turn took, and at most. */
export interface Collecting {
  perWriteMs: number;
  mostMs: number;
}

/**
 * A write that comes alone leaves at once. At Gmail's pace of 2.5 emails a second 78 seconds bring 195, which still fit into one call.
 */
export const COLLECTING: Collecting = { perWriteMs: 4_000, mostMs: 78_000 };

/** A turn prolongs it with each batch. */
const LEASE = `interval '2 minutes'`;
/** How soon a turn is tried again that found nothing it may take, in milliseconds. */
export const LOOK_AGAIN_MS = 1_000;

interface TurnRequest {
  orgId: string;
  userId: string;
  /** True for what somebody waits for: nothing more is collected first. */
  atOnce: boolean;
}

/**
 * Begins a turn for a rep's writes. False when another process has one, or more writes are to be collected first: then a job for later is
 * added, in the caller's transaction.
 */
export async function beginTurn(tx: Tx, { orgId, userId, atOnce }: TurnRequest): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into salesforce_write_turns as t (org_id, user_id, lease_until) values ($1, $2, clock_timestamp() + ${LEASE})
     on conflict (org_id, user_id) do update set lease_until = excluded.lease_until
      where t.lease_until < clock_timestamp() and ($3 or t.collects_until <= clock_timestamp())`,
    [orgId, userId, atOnce],
  );
  if (rowCount === 1) return true;
  const { rows } = await tx.query<{ ms: number }>(
    `select (extract(epoch from collects_until - clock_timestamp()) * 1000)::float8 as ms from salesforce_write_turns
      where org_id = $1 and user_id = $2`,
    [orgId, userId],
  );
  await enqueueTurn(tx, { orgId, userId, atOnce }, Math.max(LOOK_AGAIN_MS, atOnce ? 0 : (rows[0]?.ms ?? 0)));
  return false;
}

export async function keepTurn(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.query(`update salesforce_write_turns set lease_until = clock_timestamp() + ${LEASE} where org_id = $1 and user_id = $2`, [
    orgId,
    userId,
  ]);
}

/** `writes`: how many this turn has taken. Answers how long the next are collected, in milliseconds. */
export async function endTurn(tx: Tx, orgId: string, userId: string, writes: number, collecting: Collecting): Promise<number> {
  const collectMs = Math.min(collecting.mostMs, writes * collecting.perWriteMs);
  await tx.query(
    `update salesforce_write_turns set lease_until = '-infinity', collects_until = clock_timestamp() + $3::float8 * interval '1 millisecond'
      where org_id = $1 and user_id = $2`,
    [orgId, userId, collectMs],
  );
  return collectMs;
}

/** Adds the job that takes a rep's writes to Salesforce; one that waits is replaced. */
export async function enqueueTurn(tx: Tx, { orgId, userId, atOnce }: TurnRequest, delayMs = 0): Promise<void> {
  await enqueue(tx, WRITE_TO_SALESFORCE, { orgId, userId, atOnce }, { key: turnKey(userId), comesLast: !atOnce, delayMs });
}

/** The same key stands in `queue_salesforce_write`. */
export function turnKey(userId: string): string {
  return `${WRITE_TO_SALESFORCE}:${userId}`;
}
