import type { Tx } from '../../platform/postgres.ts';

/** The objects on whose records somebody of the org has opened the panel. */
export async function listOpenedObjects(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>('select distinct object_name as name from record_views where org_id = $1', [orgId]);
  return rows.map(({ name }) => name);
}

/** Users who are active, with Salesforce and a mailbox connected. */
export async function countReadyUsers(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.query<{ ready: number }>(
    `select count(*)::int as ready from users u
       join salesforce_connections s on s.org_id = u.org_id and s.user_id = u.id and s.state = 'connected'
      where u.org_id = $1 and u.state = 'activated' and exists (
        select from email_connections m where m.org_id = u.org_id and m.user_id = u.id and m.state = 'connected' and m.provider <> 'smtp')`,
    [orgId],
  );
  return rows[0]?.ready ?? 0;
}
