import type { Tx } from '../../platform/postgres.ts';

/** Until when the user has seen the feed, as a time of `facts.recorded_at`; null when never. */
export async function findSeenUntil(tx: Tx, orgId: string, userId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ seenUntil: Date }>(
    `select seen_until as "seenUntil" from live_feed_marks where org_id = $1 and user_id = $2`,
    [orgId, userId],
  );
  return rows[0]?.seenUntil ?? null;
}

/** Moves the mark to a time, never back and never past now, and answers where it stands. */
export async function moveSeenUntil(tx: Tx, orgId: string, userId: string, until: Date): Promise<Date> {
  const { rows } = await tx.query<{ seenUntil: Date }>(
    `insert into live_feed_marks as m (org_id, user_id, seen_until) values ($1, $2, least($3, clock_timestamp()))
     on conflict (org_id, user_id) do update set seen_until = greatest(m.seen_until, excluded.seen_until)
     returning seen_until as "seenUntil"`,
    [orgId, userId, until],
  );
  return rows[0]?.seenUntil ?? until;
}
