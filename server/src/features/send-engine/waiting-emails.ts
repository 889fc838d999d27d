import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/postgres.ts';
import type { HeldEmail, WaitingEmail } from '../sending-limits/index.ts';
import { recipientsOf } from './attempts.ts';

/** So many of the emails that wait are looked at, of one's own and of others each: lists and compose ask every few seconds. */
const MOST = 2_000;
/** Emails of one rep are counted up to this number; compose and Settings need no more. */
export const MOST_COUNTED = 10_000;
/** For each one the attempts of a day are read. */
const MOST_OTHER_MAILBOXES = 200;

export interface Connection {
  id: string;
  userId: string;
  provider: 'google' | 'microsoft' | 'smtp';
  nextSlotAt: Date | null;
  slotReason: string | null;
}

const CONNECTION = `c.id, c.user_id as "userId", c.provider, c.next_slot_at as "nextSlotAt", c.slot_reason as "slotReason"`;

/** The connected mailboxes of a rep. */
export async function findOwnConnections(tx: Tx, orgId: string, userId: string): Promise<Connection[]> {
  const { rows } = await tx.query<Connection>(
    `select ${CONNECTION} from email_connections c where c.org_id = $1 and c.user_id = $2 and c.state = 'connected'`,
    [orgId, userId],
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
  const part = connections.find(({ provider }) => provider === 'smtp') ?? null;
  const [server] = rows;
  if (!server) return connections.find(({ provider }) => provider !== 'smtp') ?? part;
  return part ?? (server.isWorking ? { id: randomUUID(), userId, provider: 'smtp', nextSlotAt: null, slotReason: null } : null);
}

export type Waiting = WaitingEmail & { connectionId: string };

/** What leaves first of what waits in the mailboxes of a rep. */
export async function findOwnWaiting(tx: Tx, orgId: string, connectionIds: string[], userId: string): Promise<Waiting[]> {
  // Each mailbox by its index: a sort of everything would read everything
  const { rows } = await tx.query<Row>(
    `select e.* from unnest($2::uuid[]) connection (id)
      cross join lateral (${WAITING_IN_CONNECTION} and user_id = $4 order by priority, due_at, created_at limit $3) e
      order by ${IN_ORDER} limit $3`,
    [orgId, connectionIds, MOST, userId],
  );
  return rows.map(toWaiting);
}

/**
 * The connected mailboxes of others that something waits in, and all of it in its order; null when that is more than can be looked at. No
 * more is read of a hundred mailboxes than of one.
 */
export async function findOthersWaiting(
  tx: Tx,
  orgId: string,
  userId: string,
): Promise<{ connections: Connection[]; emails: Waiting[] } | null> {
  const { rows: connections } = await tx.query<Connection>(
    `select ${CONNECTION} from email_connections c
      cross join lateral (select from sales_emails where org_id = $1 and email_connection_id = c.id and state = 'queued' limit 1) waiting
      where c.org_id = $1 and c.user_id <> $2 and c.state = 'connected' limit $3`,
    [orgId, userId, MOST_OTHER_MAILBOXES + 1],
  );
  if (connections.length > MOST_OTHER_MAILBOXES) return null;
  const { rows } = await tx.query<Row>(
    `select e.* from (
         select e.* from unnest($2::uuid[]) connection (id) cross join lateral (${WAITING_IN_CONNECTION} limit $3) e limit $3) e
      order by ${IN_ORDER}`,
    [orgId, connections.map(({ id }) => id), MOST + 1],
  );
  return rows.length > MOST ? null : { connections, emails: rows.map(toWaiting) };
}

/** How much of a rep's waits in these mailboxes; null when it is more than is counted. */
export async function countWaiting(tx: Tx, orgId: string, connectionIds: string[], userId: string): Promise<number | null> {
  const { rows } = await tx.query<{ waiting: number }>(
    `select count(*)::int as waiting from (
       select from sales_emails where org_id = $1 and email_connection_id = any($2) and state = 'queued' and user_id = $3
        limit $4) counted`,
    [orgId, connectionIds, userId, MOST_COUNTED + 1],
  );
  const { waiting } = rows[0] ?? { waiting: 0 };
  return waiting > MOST_COUNTED ? null : waiting;
}

const WAITING_IN_CONNECTION = `select id, email_connection_id as "connectionId", due_at as "dueAt", priority,
    to_address as "toAddress", cc, bcc, created_at as "createdAt" from sales_emails
  where org_id = $1 and email_connection_id = connection.id and state = 'queued'`;
const IN_ORDER = `e.priority, e."dueAt", e."createdAt", e.id`;

type Row = Omit<Waiting, 'dueAt' | 'recipients'> & { dueAt: Date; createdAt: Date; toAddress: string; cc: string[]; bcc: string[] };

function toWaiting({ id, connectionId, dueAt, priority, ...addresses }: Row): Waiting {
  return { id, connectionId, dueAt: dueAt.getTime(), priority, recipients: recipientsOf(addresses) };
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
