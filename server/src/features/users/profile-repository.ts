import type { Language } from '../../platform/region.ts';
import type { Tx } from '../../platform/postgres.ts';

/** What somebody chose for what the service writes for them; null: as Salesforce says. */
export interface Choices {
  language: Language | null;
  locale: string | null;
  timeZone: string | null;
}

export interface Person {
  email: string;
  name: string | null;
  /** As Salesforce writes it. */
  salesforce: { language: string | null; locale: string | null; timeZone: string | null };
  chosen: Choices;
  /** An admin has stopped everything in the org. */
  isStopped: boolean;
}

export async function findPerson(tx: Tx, orgId: string, userId: string): Promise<Person | null> {
  const { rows } = await tx.query<Person>(
    `select u.email, u.name, o.stopped_at is not null as "isStopped",
            json_build_object('language', u.language, 'locale', u.locale, 'timeZone', u.time_zone) as salesforce,
            json_build_object('language', u.chosen_language, 'locale', u.chosen_locale, 'timeZone', u.chosen_time_zone) as chosen
       from users u join orgs o on o.org_id = u.org_id where u.org_id = $1 and u.id = $2`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}

export async function setChoices(tx: Tx, orgId: string, userId: string, { language, locale, timeZone }: Choices): Promise<void> {
  await tx.query('update users set chosen_language = $3, chosen_locale = $4, chosen_time_zone = $5 where org_id = $1 and id = $2', [
    orgId,
    userId,
    language,
    locale,
    timeZone,
  ]);
}
