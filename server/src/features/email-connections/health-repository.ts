import type { Pool, Tx } from '../../platform/postgres.ts';
import { TROUBLE, WAITING_EMAILS, type ListedMailbox } from './repository.ts';
import type { MailboxHealth } from './schemas.ts';

type Health = Pick<
  ListedMailbox,
  | 'id'
  | 'address'
  | 'scopes'
  | 'tier'
  | 'state'
  | 'stateReason'
  | 'connectedAt'
  | 'trouble'
  | 'troubleSince'
  | 'troubleCount'
  | 'sendRefusals'
> & {
  provider: MailboxHealth['provider'];
  userId: string;
  userName: string | null;
  isWatched: boolean;
  lastAliveAt: Date | null;
  pushExpiresAt: Date | null;
  byPush: number;
  byPoll: number;
  byReconcile: number;
  waitingEmails: number;
};

/** Every mailbox of the org that is connected or that emails still wait for; what needs care comes first. */
export async function listHealth(tx: Tx, orgId: string): Promise<Health[]> {
  const { rows } = await tx.query<Health>(
    `select c.id, c.user_id as "userId", coalesce(u.name, u.email) as "userName", c.address, c.provider, c.scopes, c.state,
            c.state_reason as "stateReason",
            ${TROUBLE},
            coalesce(case c.provider when 'google' then p.google_tier when 'microsoft' then p.microsoft_tier end, 'headers') as tier,
            c.connected_at as "connectedAt", w.connection_id is not null as "isWatched", w.last_alive_at as "lastAliveAt",
            w.push_expires_at as "pushExpiresAt", coalesce(w.found_by_push, 0)::int as "byPush",
            coalesce(w.found_by_poll, 0)::int as "byPoll",
            coalesce(w.found_by_reconcile, 0)::int as "byReconcile", e.waiting as "waitingEmails"
       from email_connections c
       join users u on u.org_id = c.org_id and u.id = c.user_id
       left join mailbox_policies p on p.org_id = c.org_id
       left join mailbox_watches w on w.org_id = c.org_id and w.connection_id = c.id
       cross join lateral (select ${WAITING_EMAILS} as waiting) e
      where c.org_id = $1 and (c.state <> 'disconnected' or e.waiting > 0)
      order by c.state = 'connected', lower(coalesce(u.name, u.email)), c.id`,
    [orgId],
  );
  return rows;
}

/** Connected mailboxes of all orgs that were not refreshed since then. */
export async function listIdle(pool: Pool, since: Date): Promise<{ orgId: string; connectionId: string }[]> {
  const { rows } = await pool.query<{ orgId: string; connectionId: string }>(
    'select org_id as "orgId", connection_id as "connectionId" from idle_mailboxes($1)',
    [since],
  );
  return rows;
}
