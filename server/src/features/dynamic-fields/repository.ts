import type { Tx } from '../../platform/postgres.ts';
import type { Reader } from './value-words.ts';

/** Who writes an email, as the service knows it. */
export interface Writer extends Reader {
  salesforceUserId: string | null;
  name: string | null;
  email: string;
}

export async function findWriter(tx: Tx, orgId: string, userId: string): Promise<Writer | null> {
  const { rows } = await tx.query<Writer>(
    `select salesforce_user_id as "salesforceUserId", name, email, coalesce(chosen_language, language) as language,
            coalesce(chosen_locale, locale) as locale, coalesce(chosen_time_zone, time_zone) as "timeZone"
       from users where org_id = $1 and id = $2`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}
