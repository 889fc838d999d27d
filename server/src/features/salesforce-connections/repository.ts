import type { Pool, Tx } from '../../platform/postgres.ts';

export type SalesforceConnectionState = 'connected' | 'api_disabled' | 'reconnect_required' | 'disconnected';

export interface SalesforceConnection {
  id: string;
  userId: string;
  instanceUrl: string;
  state: SalesforceConnectionState;
  stateReason: string | null;
  /** Counts the token pairs: whoever holds an older one must read again instead of refreshing. */
  tokenVersion: number;
  /** Set while a refresh is under way. Still set when nobody refreshes: then the outcome of one is unknown. */
  refreshStartedAt: Date | null;
  refreshedAt: Date;
}

const COLUMNS = `id, user_id as "userId", instance_url as "instanceUrl", state, state_reason as "stateReason",
  token_version as "tokenVersion", refresh_started_at as "refreshStartedAt",
  coalesce(refreshed_at, connected_at) as "refreshedAt"`;

export async function findByUser(tx: Tx, orgId: string, userId: string): Promise<SalesforceConnection | null> {
  const { rows } = await tx.query<SalesforceConnection>(
    `select ${COLUMNS} from salesforce_connections where org_id = $1 and user_id = $2`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}

/** One row per user: a new consent takes the place of the old one and of whatever was wrong with it. */
export async function upsertConnection(
  tx: Tx,
  orgId: string,
  connection: { userId: string; instanceUrl: string; identityUrl: string; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into salesforce_connections as c (org_id, user_id, instance_url, identity_url, connected_at, refreshed_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (org_id, user_id) do update
        set instance_url = excluded.instance_url, identity_url = excluded.identity_url, connected_at = excluded.connected_at,
            refreshed_at = excluded.refreshed_at, state = 'connected', state_reason = null, refresh_started_at = null,
            token_version = c.token_version + 1
     returning id`,
    [orgId, connection.userId, connection.instanceUrl, connection.identityUrl, connection.now],
  );
  return oneOf(rows).id;
}

function oneOf<Row>([row]: Row[]): Row {
  if (!row) throw new Error('The database kept no row.');
  return row;
}

export async function markRefreshStarted(tx: Tx, orgId: string, id: string, now: Date): Promise<void> {
  await tx.query('update salesforce_connections set refresh_started_at = $3 where org_id = $1 and id = $2', [orgId, id, now]);
}

/** The token is untouched: the next one may try again. */
export async function markRefreshEnded(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('update salesforce_connections set refresh_started_at = null where org_id = $1 and id = $2', [orgId, id]);
}

/** The new version of the token; null when the connection has ended meanwhile, or its token is not the one that was refreshed. */
export async function markRefreshed(
  tx: Tx,
  orgId: string,
  { id, tokenVersion }: Pick<SalesforceConnection, 'id' | 'tokenVersion'>,
  instanceUrl: string,
  now: Date,
): Promise<number | null> {
  const { rows } = await tx.query<{ version: number }>(
    `update salesforce_connections
        set refresh_started_at = null, refreshed_at = $5, instance_url = $4, token_version = token_version + 1
      where org_id = $1 and id = $2 and token_version = $3 and state in ('connected', 'api_disabled') returning token_version as version`,
    [orgId, id, tokenVersion, instanceUrl, now],
  );
  return rows[0]?.version ?? null;
}

/**
 * Only while the token that was refused is the newest: what Salesforce says of an older one changes nothing. The user whose connection it
 * ends; null when it had ended before.
 */
export async function markReconnectRequired(
  tx: Tx,
  orgId: string,
  { id, tokenVersion }: Pick<SalesforceConnection, 'id' | 'tokenVersion'>,
  reason: string,
): Promise<string | null> {
  const { rows } = await tx.query<{ userId: string }>(
    `update salesforce_connections set state = 'reconnect_required', state_reason = $4, refresh_started_at = null
      where org_id = $1 and id = $2 and token_version = $3 and state in ('connected', 'api_disabled')
      returning user_id as "userId"`,
    [orgId, id, tokenVersion, reason],
  );
  return rows[0]?.userId ?? null;
}

/** Between "connected" and "API disabled" only; a connection that has ended stays so. */
export async function markApiAccess(tx: Tx, orgId: string, id: string, enabled: boolean): Promise<void> {
  await tx.query(
    `update salesforce_connections set state = $3, state_reason = $4
      where org_id = $1 and id = $2 and state in ('connected', 'api_disabled') and state <> $3`,
    [orgId, id, enabled ? 'connected' : 'api_disabled', enabled ? null : 'api_enabled_missing'],
  );
}

export async function markDisconnected(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query(
    `update salesforce_connections set state = 'disconnected', state_reason = 'disconnected_by_user', refresh_started_at = null
      where org_id = $1 and id = $2`,
    [orgId, id],
  );
}

/** Live connections of all orgs that were not refreshed since then. */
export async function listIdle(pool: Pool, since: Date): Promise<{ orgId: string; userId: string }[]> {
  const { rows } = await pool.query<{ orgId: string; userId: string }>(
    'select org_id as "orgId", user_id as "userId" from idle_salesforce_connections($1)',
    [since],
  );
  return rows;
}
