import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { troubleOf, watchOf } from './email-connection.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { TROUBLE, WAITING_EMAILS, type ListedMailbox } from './repository.ts';
import type { MailboxHealth } from './schemas.ts';
import { allowedCapabilities } from './what-a-grant-gives.ts';

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

async function readHealth(tx: Tx, orgId: string): Promise<Health[]> {
  const { rows } = await tx.query<Health>(
    `select c.id, c.user_id as "userId", coalesce(u.name, u.email) as "userName", c.address, c.provider, c.scopes, c.state,
     c.state_reason as "stateReason", ${TROUBLE},
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

/**
 * Every mailbox of the org for its admin: is it connected, are answers being noticed, and how were they found. What needs care comes
 * first.
 */
export function createListMailboxHealth({ pool, clock, providers }: { pool: Pool; clock: Clock; providers: MailboxProviders }) {
  return async function listMailboxHealth(orgId: string): Promise<MailboxHealth[]> {
    const found = await inOrg(pool, orgId, (tx) => readHealth(tx, orgId));
    return found.map((mailbox) => {
      const { provider } = mailbox;
      const noticesReplies = provider !== 'smtp' && allowedCapabilities(providers[provider], mailbox.scopes, mailbox.tier).noticesReplies;
      return {
        id: mailbox.id,
        userId: mailbox.userId,
        userName: mailbox.userName,
        address: mailbox.address,
        provider,
        state: mailbox.state,
        stateReason: mailbox.stateReason,
        trouble: troubleOf(mailbox),
        watch: watchOf({ ...mailbox, noticesReplies }, clock.now()),
        lastAliveAt: mailbox.lastAliveAt?.toISOString() ?? null,
        pushExpiresAt: mailbox.pushExpiresAt?.toISOString() ?? null,
        found: { byPush: mailbox.byPush, byPoll: mailbox.byPoll, byReconcile: mailbox.byReconcile },
        waitingEmails: mailbox.waitingEmails,
      };
    });
  };
}
