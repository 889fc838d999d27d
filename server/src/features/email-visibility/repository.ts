import type { Tx } from '../../platform/postgres.ts';
import type { EmailVisibility } from './schemas.ts';

/** What colleagues see in the org `$1` of a statement. Asked once in it, however many emails it finds. */
export const COLLEAGUES_SEE_SQL = `coalesce((select colleagues_see from email_visibility_policies where org_id = $1), 'everything')`;

/** What an admin has chosen, or null while nobody has. */
export async function findEmailVisibility(
  tx: Tx,
  orgId: string,
): Promise<(EmailVisibility & { updatedAt: Date; updatedBy: string | null }) | null> {
  const { rows } = await tx.query<EmailVisibility & { updatedAt: Date; updatedBy: string | null }>(
    `select p.colleagues_see as "colleaguesSee", p.updated_at as "updatedAt", coalesce(u.name, u.email) as "updatedBy"
       from email_visibility_policies p left join users u on u.org_id = p.org_id and u.id = p.updated_by where p.org_id = $1`,
    [orgId],
  );
  return rows[0] ?? null;
}

export async function saveEmailVisibility(
  tx: Tx,
  orgId: string,
  { colleaguesSee }: EmailVisibility,
  userId: string | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into email_visibility_policies (org_id, colleagues_see, updated_at, updated_by) values ($1, $2, $3, $4)
     on conflict (org_id) do update set colleagues_see = excluded.colleagues_see, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [orgId, colleaguesSee, now, userId],
  );
}
