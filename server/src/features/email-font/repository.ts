import type { Tx } from '../../platform/postgres.ts';
import type { EmailFont } from './schemas.ts';

/** The font of the org `$1` of a statement as JSON, an `EmailFont`; null while no admin has chosen. */
export const EMAIL_FONT_SQL = `(select json_build_object('family', f.family, 'sizePx', f.size_px) from email_fonts f where f.org_id = $1)`;

/** What an admin has chosen, or null while nobody has. */
export async function findEmailFont(tx: Tx, orgId: string): Promise<(EmailFont & { updatedAt: Date; updatedBy: string | null }) | null> {
  const { rows } = await tx.query<EmailFont & { updatedAt: Date; updatedBy: string | null }>(
    `select f.family, f.size_px as "sizePx", f.updated_at as "updatedAt", coalesce(u.name, u.email) as "updatedBy"
       from email_fonts f left join users u on u.org_id = f.org_id and u.id = f.updated_by where f.org_id = $1`,
    [orgId],
  );
  return rows[0] ?? null;
}

export async function saveEmailFont(tx: Tx, orgId: string, { family, sizePx }: EmailFont, userId: string | null, now: Date): Promise<void> {
  await tx.query(
    `insert into email_fonts (org_id, family, size_px, updated_at, updated_by) values ($1, $2, $3, $4, $5)
     on conflict (org_id) do update set family = excluded.family, size_px = excluded.size_px, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [orgId, family, sizePx, now, userId],
  );
}
