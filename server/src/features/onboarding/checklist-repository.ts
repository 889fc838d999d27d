import type { Tx } from '../../platform/postgres.ts';

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
