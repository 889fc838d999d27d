import type { Tx } from '../../platform/postgres.ts';
import type { EndReason, KillSwitchReport } from './schemas.ts';

type Provider = KillSwitchReport['grants'][number]['provider'];
type Note = KillSwitchReport['grants'][number]['note'];

/** The org's row, locked: whoever connects something waits, and is refused afterwards. Locked before anything else of the org. */
export async function lockOrg(tx: Tx, orgId: string): Promise<{ name: string; stoppedAt: Date | null } | null> {
  const { rows } = await tx.query<{ name: string; stoppedAt: Date | null }>(
    'select name, stopped_at as "stoppedAt" from orgs where org_id = $1 for no key update',
    [orgId],
  );
  return rows[0] ?? null;
}

export async function setStopped(tx: Tx, orgId: string, stoppedAt: Date | null): Promise<void> {
  await tx.query('update orgs set stopped_at = $2 where org_id = $1', [orgId, stoppedAt]);
}

export interface NewRun {
  /** Null when Salesforce said so, and nobody pressed. */
  pressedBy: string | null;
  /** Whose access ends; null: everybody's. */
  userId: string | null;
  reason: EndReason | null;
  pressedAt: Date;
}

export async function insertRun(tx: Tx, orgId: string, { pressedBy, userId, reason, pressedAt }: NewRun): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into kill_switch_runs (org_id, pressed_by, user_id, reason, pressed_at) values ($1, $2, $3, $4, $5) returning id',
    [orgId, pressedBy, userId, reason, pressedAt],
  );
  const [row] = rows;
  if (!row) throw new Error('The database kept no row.');
  return row.id;
}

/**
 * From this commit on no process takes a token of the org, or of the one user, and no lane sends. Each connection gets its line in the
 * report. A user's part of the team's mail server has no secret of its own and stays for the day of reactivation.
 */
export async function endConnections(tx: Tx, orgId: string, runId: string, onlyUserId: string | null): Promise<void> {
  await tx.query(
    `with ended as (
       update email_connections set state = 'disconnected', state_reason = 'stopped_by_admin', access_token_expires_at = null
        where org_id = $1 and state <> 'disconnected' and ($3::uuid is null or user_id = $3 and provider <> 'smtp')
       returning id, user_id, provider, address)
     insert into kill_switch_grants (org_id, run_id, connection_id, provider, owner_name, address)
     select $1, $2, e.id, e.provider, coalesce(u.name, u.email), e.address
       from ended e join users u on u.org_id = $1 and u.id = e.user_id where e.provider <> 'smtp'`,
    [orgId, runId, onlyUserId],
  );
  await tx.query(
    `with ended as (
       update salesforce_connections set state = 'disconnected', state_reason = 'stopped_by_admin'
        where org_id = $1 and state <> 'disconnected' and ($3::uuid is null or user_id = $3) returning id, user_id)
     insert into kill_switch_grants (org_id, run_id, connection_id, provider, owner_name, address)
     select $1, $2, e.id, 'salesforce', coalesce(u.name, u.email), u.email from ended e join users u on u.org_id = $1 and u.id = e.user_id`,
    [orgId, runId, onlyUserId],
  );
}

/**
 * Everything else that has a secret: OAuth clients, the team's mail server, and whatever a fault has left; of one user the last of these.
 */
export async function listOtherSecrets(tx: Tx, orgId: string, runId: string, onlyUserId: string | null): Promise<void> {
  await tx.query(
    `insert into kill_switch_grants (org_id, run_id, connection_id, provider, address)
     select distinct on (s.connection_id) $1::bpchar, $2::uuid, s.connection_id, s.provider, coalesce(o.client_id, t.host, c.address)
       from connection_secrets s
       left join oauth_clients o on o.org_id = s.org_id and o.id = s.connection_id
       left join team_smtp_servers t on t.org_id = s.org_id and t.id = s.connection_id
       left join email_connections c on c.org_id = s.org_id and c.id = s.connection_id
       left join salesforce_connections f on f.org_id = s.org_id and f.id = s.connection_id
      where s.org_id = $1 and ($3::uuid is null or coalesce(c.user_id, f.user_id) = $3) and not exists (
        select from kill_switch_grants g where g.org_id = $1 and g.run_id = $2 and g.connection_id = s.connection_id)`,
    [orgId, runId, onlyUserId],
  );
}

/** A grant that was no connection yet: a consent was waiting for its person's answer. */
export async function listPendingGrant(
  tx: Tx,
  orgId: string,
  grant: { runId: string; id: string; provider: Provider; userId: string; address: string },
): Promise<void> {
  await tx.query(
    `insert into kill_switch_grants (org_id, run_id, connection_id, provider, owner_name, address)
     select $1, $2, $3, $4, coalesce(name, email), $6 from users where org_id = $1 and id = $5`,
    [orgId, grant.runId, grant.id, grant.provider, grant.userId, grant.address],
  );
}

export interface OpenGrant {
  id: string;
  provider: Provider;
  /** Salesforce: where to revoke. */
  instanceUrl: string | null;
}

/** What the run has still to end. */
export async function listOpenGrants(tx: Tx, orgId: string, runId: string): Promise<OpenGrant[]> {
  const { rows } = await tx.query<OpenGrant>(
    `select g.connection_id as id, g.provider, s.instance_url as "instanceUrl"
       from kill_switch_grants g left join salesforce_connections s on s.org_id = g.org_id and s.id = g.connection_id
      where g.org_id = $1 and g.run_id = $2 and g.shredded_at is null order by g.provider, g.connection_id`,
    [orgId, runId],
  );
  return rows;
}

export async function countTry(tx: Tx, orgId: string, runId: string, id: string): Promise<void> {
  await tx.query('update kill_switch_grants set attempts = attempts + 1 where org_id = $1 and run_id = $2 and connection_id = $3', [
    orgId,
    runId,
    id,
  ]);
}

export async function closeGrant(
  tx: Tx,
  orgId: string,
  runId: string,
  id: string,
  outcome: { revokedAt: Date | null; shreddedAt: Date; note: Note },
): Promise<void> {
  await tx.query(
    `update kill_switch_grants set revoked_at = $4, shredded_at = $5, note = $6 where org_id = $1 and run_id = $2 and connection_id = $3`,
    [orgId, runId, id, outcome.revokedAt, outcome.shreddedAt, outcome.note],
  );
}

/** What is worth nothing without its secret. */
export async function deleteClientsAndServers(tx: Tx, orgId: string): Promise<void> {
  await tx.query('delete from oauth_clients where org_id = $1', [orgId]);
  await tx.query('delete from team_smtp_servers where org_id = $1', [orgId]);
}

export async function setCancelledEmails(tx: Tx, orgId: string, runId: string, cancelled: number): Promise<void> {
  await tx.query('update kill_switch_runs set cancelled_emails = $3 where org_id = $1 and id = $2', [orgId, runId, cancelled]);
}

export async function finishRun(tx: Tx, orgId: string, runId: string, now: Date): Promise<void> {
  await tx.query('update kill_switch_runs set finished_at = coalesce(finished_at, $3) where org_id = $1 and id = $2', [orgId, runId, now]);
}
