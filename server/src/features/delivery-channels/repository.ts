import type { RepeatedFault } from '../../platform/lasting-fault.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { SmtpServerSettings } from '../../providers/smtp/index.ts';
import type { TeamSmtp } from './schemas.ts';

/** The server as it is kept; its password is in the vault under `id`. */
export interface StoredServer {
  id: string;
  host: string;
  port: number;
  security: SmtpServerSettings['security'];
  username: string | null;
  hasPassword: boolean;
  state: TeamSmtp['state'];
  stateCode: string | null;
  /** Grows with each save. */
  version: number;
  /** How often in a row the connection could not be made. */
  faultCount: number;
  updatedAt: Date;
  updatedBy: string | null;
}

const SERVER = `t.id, t.host, t.port, t.security, t.username, t.state, t.state_code as "stateCode", t.version,
  t.fault_count as "faultCount", t.updated_at as "updatedAt",
  (select coalesce(u.name, u.email) from users u where u.org_id = t.org_id and u.id = t.updated_by) as "updatedBy",
  exists (select from connection_secrets s where s.org_id = t.org_id and s.connection_id = t.id and s.field = 'password') as "hasPassword"`;

export async function findServer(tx: Tx, orgId: string): Promise<StoredServer | null> {
  const { rows } = await tx.query<StoredServer>(`select ${SERVER} from team_smtp_servers t where t.org_id = $1`, [orgId]);
  return rows[0] ?? null;
}

/** Until the transaction ends nobody else can change the server of this org, not even make the first one. */
export async function lockServer(tx: Tx, orgId: string): Promise<StoredServer | null> {
  await tx.query('select 1 from orgs where org_id = $1 for no key update', [orgId]);
  return findServer(tx, orgId);
}

/** The id of the server. */
export async function upsertServer(
  tx: Tx,
  orgId: string,
  server: Pick<StoredServer, 'host' | 'port' | 'security' | 'username'> & { updatedBy: string; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into team_smtp_servers (org_id, host, port, security, username, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (org_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
     username = excluded.username, state = 'working', state_code = null, fault_count = 0, fault_since = null, fault_last = null,
       version = team_smtp_servers.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
     returning id`,
    [orgId, server.host, server.port, server.security, server.username, server.now, server.updatedBy],
  );
  const [row] = rows;
  if (!row) throw new Error('The database kept no row.');
  return row.id;
}

export async function deleteServer(tx: Tx, orgId: string): Promise<void> {
  await tx.query('delete from team_smtp_servers where org_id = $1', [orgId]);
}

/** A user's part of the server, with the server where there is one. */
export interface Part {
  state: 'connected' | 'reconnect_required' | 'disconnected';
  server: StoredServer | null;
}

/** Null when the connection is a mailbox, or none of this org. */
export async function findPart(tx: Tx, orgId: string, connectionId: string): Promise<Part | null> {
  const { rows } = await tx.query<Pick<Part, 'state'>>(
    `select state from email_connections where org_id = $1 and id = $2 and provider = 'smtp'`,
    [orgId, connectionId],
  );
  return rows[0] ? { ...rows[0], server: await findServer(tx, orgId) } : null;
}

/** Lets every part work again, each user's newest one, and answers their ids. */
export async function reviveParts(tx: Tx, orgId: string, serverId: string): Promise<{ id: string; userId: string }[]> {
  const { rows } = await tx.query<{ id: string; userId: string }>(
    `update email_connections set state = 'connected', state_reason = null, account_key = $2
      where org_id = $1 and id in (
        select distinct on (user_id) id from email_connections where org_id = $1 and provider = 'smtp'
         order by user_id, state = 'disconnected', connected_at desc)
     returning id, user_id as "userId"`,
    [orgId, serverId],
  );
  return rows;
}

/** Nothing leaves by the server until it is looked after. */
export async function closeParts(tx: Tx, orgId: string, state: 'reconnect_required' | 'disconnected', reason: string): Promise<void> {
  await tx.query(
    `update email_connections set state = $2, state_reason = $3 where org_id = $1 and provider = 'smtp' and state <> 'disconnected'`,
    [orgId, state, reason],
  );
}

/** Lanes try again every few minutes. After a longer silence nothing says that the fault was there all the time. */
const FAULTS_BELONG_TOGETHER_MS = 30 * 60_000;

/**
 * Counts a connection that could not be made, from 1 again when the last one was more than half an hour ago. Null when the settings were
 * saved again meanwhile, or the server is closed already.
 */
export async function noteFault(tx: Tx, orgId: string, version: number, now: Date): Promise<RepeatedFault | null> {
  const { rows } = await tx.query<RepeatedFault>(
    `update team_smtp_servers set fault_last = $3,
        fault_count = case when fault_last >= $4 then fault_count + 1 else 1 end,
        fault_since = case when fault_last >= $4 then fault_since else $3 end
      where org_id = $1 and version = $2 and state = 'working'
     returning fault_count as count, fault_since as since`,
    [orgId, version, now, new Date(now.getTime() - FAULTS_BELONG_TOGETHER_MS)],
  );
  return rows[0] ?? null;
}

/** The connection works: what was counted is over. */
export async function endFaults(tx: Tx, orgId: string, version: number): Promise<void> {
  await tx.query(
    `update team_smtp_servers set fault_count = 0, fault_since = null, fault_last = null
      where org_id = $1 and version = $2 and fault_count > 0`,
    [orgId, version],
  );
}

/** False when the settings were saved again meanwhile. */
export async function markRefused(tx: Tx, orgId: string, version: number, code: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update team_smtp_servers set state = 'refused', state_code = $3 where org_id = $1 and version = $2`,
    [orgId, version, code],
  );
  return rowCount === 1;
}

/** False when it worked before, or was saved again meanwhile. */
export async function markWorking(tx: Tx, orgId: string, version: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update team_smtp_servers set state = 'working', state_code = null where org_id = $1 and version = $2 and state = 'refused'`,
    [orgId, version],
  );
  return rowCount === 1;
}
