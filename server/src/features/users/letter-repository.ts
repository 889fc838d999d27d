import type { Tx } from '../../platform/postgres.ts';
import type { WelcomeWords } from './welcome-words.ts';

export interface ChosenWords extends WelcomeWords {
  updatedAt: Date;
  updatedBy: string | null;
}

/** What an admin of the org has written; null: ours hold. */
export async function findWelcomeWords(tx: Tx, orgId: string): Promise<ChosenWords | null> {
  const { rows } = await tx.query<ChosenWords>(
    `select l.subject, l.body_html as "bodyHtml", l.updated_at as "updatedAt", coalesce(u.name, u.email) as "updatedBy"
       from welcome_letters l left join users u on u.org_id = l.org_id and u.id = l.updated_by where l.org_id = $1`,
    [orgId],
  );
  return rows[0] ?? null;
}

export async function saveWelcomeWords(
  tx: Tx,
  orgId: string,
  { subject, bodyHtml }: WelcomeWords,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  await tx.query(
    `insert into welcome_letters (org_id, subject, body_html, updated_at, updated_by) values ($1, $2, $3, $4, $5)
     on conflict (org_id) do update set subject = excluded.subject, body_html = excluded.body_html, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [orgId, subject, bodyHtml, now, by],
  );
}

export async function deleteWelcomeWords(tx: Tx, orgId: string): Promise<boolean> {
  const { rowCount } = await tx.query('delete from welcome_letters where org_id = $1', [orgId]);
  return rowCount === 1;
}

/** Who looks at a preview, as the letter would greet and name them. */
export async function findReader(
  tx: Tx,
  orgId: string,
  userId: string,
): Promise<{ firstName: string; name: string; company: string } | null> {
  const { rows } = await tx.query<{ firstName: string; name: string; company: string }>(
    `select coalesce(u.first_name, split_part(u.name, ' ', 1), u.email) as "firstName", coalesce(u.name, u.email) as name, o.name as company
       from users u join orgs o on o.org_id = u.org_id where u.org_id = $1 and u.id = $2`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}
