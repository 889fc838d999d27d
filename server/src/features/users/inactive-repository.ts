import type { Pool, Tx } from '../../platform/postgres.ts';

export interface KnownInSalesforce {
  userId: string;
  salesforceUserId: string;
}

/** Who may use the product and is known by a Salesforce user. */
export async function listKnownInSalesforce(tx: Tx, orgId: string): Promise<KnownInSalesforce[]> {
  const { rows } = await tx.query<KnownInSalesforce>(
    `select id as "userId", salesforce_user_id as "salesforceUserId" from users
      where org_id = $1 and state = 'activated' and salesforce_user_id is not null`,
    [orgId],
  );
  return rows;
}

/** Whose access has ended while a grant is alive, as an earlier release left it. */
export async function listEndedWithGrants(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.query<{ userId: string }>(
    `select u.id as "userId" from users u where u.org_id = $1 and u.state = 'deactivated' and (
       exists (select from salesforce_connections s where s.org_id = $1 and s.user_id = u.id and s.state <> 'disconnected')
       or exists (
         select from email_connections e where e.org_id = $1 and e.user_id = u.id and e.state <> 'disconnected' and e.provider <> 'smtp'))`,
    [orgId],
  );
  return rows.map(({ userId }) => userId);
}

/** Whose connection can be asked about the others: admins first. */
export async function listConnectedToSalesforce(tx: Tx, orgId: string, most: number): Promise<string[]> {
  const { rows } = await tx.query<{ userId: string }>(
    `select c.user_id as "userId" from salesforce_connections c join users u on u.org_id = c.org_id and u.id = c.user_id
      where c.org_id = $1 and c.state = 'connected' and u.state = 'activated'
      order by u.role = 'admin' desc, c.refreshed_at desc nulls last limit $2`,
    [orgId, most],
  );
  return rows.map(({ userId }) => userId);
}

/** Who has a connection to Salesforce that can be asked whether it may use the API. */
export async function listReachable(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.query<{ userId: string }>(
    `select c.user_id as "userId" from salesforce_connections c join users u on u.org_id = c.org_id and u.id = c.user_id
      where c.org_id = $1 and c.state in ('connected', 'api_disabled') and u.state = 'activated'`,
    [orgId],
  );
  return rows.map(({ userId }) => userId);
}

export async function setApiAccessCheckedAt(tx: Tx, orgId: string, at: Date): Promise<void> {
  await tx.query('update orgs set api_access_checked_at = $2 where org_id = $1', [orgId, at]);
}

export async function findApiAccessCheckedAt(tx: Tx, orgId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date | null }>('select api_access_checked_at as at from orgs where org_id = $1', [orgId]);
  return rows[0]?.at ?? null;
}

/** The orgs whose users were last looked for before then. */
export async function listUncheckedOrgs(pool: Pool, checkedBefore: Date): Promise<{ orgId: string }[]> {
  const { rows } = await pool.query<{ orgId: string }>('select org_id as "orgId" from orgs_with_unchecked_users($1)', [checkedBefore]);
  return rows;
}

/** One process asks for an org. False when another has, or when it is not time yet. */
export async function claimLook(tx: Tx, orgId: string, now: Date, checkedBefore: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update orgs set users_checked_at = $2 where org_id = $1 and coalesce(users_checked_at, created_at) < $3`,
    [orgId, now, checkedBefore],
  );
  return rowCount === 1;
}

/** Nobody could be asked: as if the last look had been then. */
export async function setLookedAt(tx: Tx, orgId: string, at: Date): Promise<void> {
  await tx.query('update orgs set users_checked_at = $2 where org_id = $1', [orgId, at]);
}

export async function hasLiveConnection(tx: Tx, orgId: string, userId: string): Promise<boolean> {
  const { rows } = await tx.query<{ isLive: boolean }>(
    `select exists (select from salesforce_connections where org_id = $1 and user_id = $2 and state <> 'disconnected')
         or exists (
           select from email_connections where org_id = $1 and user_id = $2
              and state <> 'disconnected' and provider <> 'smtp') as "isLive"`,
    [orgId, userId],
  );
  return rows[0]?.isLive ?? false;
}

/** The user's panel must ask Salesforce for a new session. */
export async function endSessions(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.query('update users set session_version = session_version + 1 where org_id = $1 and id = $2', [orgId, userId]);
}
