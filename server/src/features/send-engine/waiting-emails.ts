import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/postgres.ts';
import type { HeldEmail, WaitingEmail } from '../sending-limits/index.ts';
import { recipientsOf } from './attempts.ts';

/** So many of the emails that wait are looked at, however long the queue is: lists and compose ask every few seconds. */
const MOST = 2_000;

export interface Connection {
  id: string;
  userId: string;
  provider: 'google' | 'microsoft' | 'smtp';
  nextSlotAt: Date | null;
  slotReason: string | null;
}

/** The connected mailboxes that something waits in, and those of `ownerId`; with `onlyUserId` no others. */
export async function findConnections(tx: Tx, orgId: string, onlyUserId: string | null, ownerId: string): Promise<Connection[]> {
  const { rows } = await tx.query<Connection>(
    `select c.id, c.user_id as "userId", c.provider, c.next_slot_at as "nextSlotAt", c.slot_reason as "slotReason"
       from email_connections c
      where c.org_id = $1 and c.state = 'connected' and ($2::uuid is null or c.user_id = $2)
        and (c.user_id = $3 or exists (
          select from sales_emails e where e.email_connection_id = c.id and e.org_id = $1 and e.state = 'queued'))`,
    [orgId, onlyUserId, ownerId],
  );
  return rows;
}

/**
 * What an email leaves by that is sent as the default identity, by the rule of the database's `choose_identity`: the team's server where
 * that identity uses it, else the mailbox. The rep's part of the server begins with the first email, and is made up until then. Null when
 * nothing would leave.
 */
export async function findUsualConnection(
  tx: Tx,
  orgId: string,
  userId: string,
  connections: readonly Connection[],
): Promise<Connection | null> {
  const { rows } = await tx.query<{ isWorking: boolean }>(
    `select t.state = 'working' as "isWorking" from identities i join team_smtp_servers t on t.org_id = i.org_id
      where i.org_id = $1 and i.user_id = $2 and i.is_default and i.verified_at is not null and i.channel = 'team_smtp'`,
    [orgId, userId],
  );
  const mine = connections.filter((connection) => connection.userId === userId);
  const part = mine.find(({ provider }) => provider === 'smtp') ?? null;
  const [server] = rows;
  if (!server) return mine.find(({ provider }) => provider !== 'smtp') ?? part;
  return part ?? (server.isWorking ? { id: randomUUID(), userId, provider: 'smtp', nextSlotAt: null, slotReason: null } : null);
}

type Waiting = WaitingEmail & { userId: string; connectionId: string };

/** What leaves first of all that waits in these mailboxes, and how much of the rep's waits there in all. */
export async function findWaiting(
  tx: Tx,
  orgId: string,
  connectionIds: string[],
  userId: string,
): Promise<{ emails: Waiting[]; waiting: number }> {
  const [{ rows }, { rows: counted }] = await Promise.all([
    tx.query<Omit<Waiting, 'dueAt' | 'recipients'> & { dueAt: Date; toAddress: string; cc: string[]; bcc: string[] }>(
      // Each mailbox by its index: a sort of everything would read everything
      `select e.id, e.user_id as "userId", e.email_connection_id as "connectionId", e.due_at as "dueAt", e.priority,
       e.to_address as "toAddress", e.cc, e.bcc
         from unnest($2::uuid[]) connection (id)
        cross join lateral (
              select * from sales_emails where org_id = $1 and email_connection_id = connection.id and state = 'queued'
               order by priority, due_at, created_at limit $3) e
        order by e.priority, e.due_at, e.created_at, e.id limit $3`,
      [orgId, connectionIds, MOST],
    ),
    tx.query<{ waiting: number }>(
      `select count(*)::int as waiting from sales_emails
        where org_id = $1 and email_connection_id = any($2) and state = 'queued' and user_id = $3`,
      [orgId, connectionIds, userId],
    ),
  ]);
  const emails = rows.map(({ id, userId: owner, connectionId, dueAt, priority, ...addresses }) => ({
    id,
    userId: owner,
    connectionId,
    dueAt: dueAt.getTime(),
    priority,
    recipients: recipientsOf(addresses),
  }));
  return { emails, waiting: counted[0]?.waiting ?? 0 };
}

type Leaving = Omit<HeldEmail, 'orgId' | 'reason'>;

/** Through which mailbox emails leave, and to whom. */
export async function findLeaving(tx: Tx, orgId: string, ids: string[]): Promise<Leaving[]> {
  const { rows } = await tx.query<Omit<Leaving, 'recipients'> & { toAddress: string; cc: string[]; bcc: string[] }>(
    `select e.id, c.id as "connectionId", c.user_id as "userId", c.provider, e.to_address as "toAddress", e.cc, e.bcc
       from sales_emails e join email_connections c on c.org_id = e.org_id and c.id = e.email_connection_id
      where e.org_id = $1 and e.id = any($2)`,
    [orgId, ids],
  );
  return rows.map(({ toAddress, cc, bcc, ...email }) => ({ ...email, recipients: recipientsOf({ toAddress, cc, bcc }) }));
}
