import type { Pool } from '../../platform/postgres.ts';

/** A mailbox of any org: what asks for it here knows none yet. */
export interface FoundMailbox {
  orgId: string;
  connectionId: string;
}

const FOUND = `org_id as "orgId", connection_id as "connectionId"`;

/** Connected before anybody watched. */
export async function listUnwatched(pool: Pool): Promise<FoundMailbox[]> {
  return (await pool.query<FoundMailbox>(`select ${FOUND} from unwatched_mailboxes()`)).rows;
}

/** Whose time to be looked at has come. */
export async function listDue(pool: Pool, now: Date): Promise<FoundMailbox[]> {
  return (await pool.query<FoundMailbox>(`select ${FOUND} from mailboxes_to_check($1)`, [now])).rows;
}

/** In which nothing could be looked at since then, and of which nobody was told since `reportedBefore`. */
export async function listSilent(pool: Pool, since: Date, reportedBefore: Date): Promise<FoundMailbox[]> {
  return (await pool.query<FoundMailbox>(`select ${FOUND} from silent_mailboxes($1, $2)`, [since, reportedBefore])).rows;
}

/** The watched mailboxes with this address, at Google. */
export async function listOfAddress(pool: Pool, address: string): Promise<FoundMailbox[]> {
  return (await pool.query<FoundMailbox>(`select ${FOUND} from watched_mailboxes_of_address('google', $1)`, [address])).rows;
}

/** The watched mailboxes that these subscriptions of Graph belong to. */
export async function listOfSubscriptions(pool: Pool, ids: string[]): Promise<(FoundMailbox & { subscriptionId: string })[]> {
  const { rows } = await pool.query<FoundMailbox & { subscriptionId: string }>(
    `select ${FOUND}, subscription_id as "subscriptionId" from watched_mailboxes_of_subscriptions($1)`,
    [ids],
  );
  return rows;
}

/** By vendor, how many seconds the mailbox that waits longest is past its time. */
export async function readOldestWaits(pool: Pool, now: Date): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ provider: string; seconds: number }>(
    'select provider, oldest_seconds as seconds from overdue_checks($1)',
    [now],
  );
  return new Map(rows.map(({ provider, seconds }) => [provider, seconds]));
}
