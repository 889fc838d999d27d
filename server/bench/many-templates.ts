import type pg from 'pg';
import { keptWords } from '../src/features/templates/kept-words.ts';

const WORDS = (
  'pricing seats onboarding thursday call summary invoice security questionnaire ' +
  'intro renewal quarter budget decision demo offer größe délai'
).split(' ');

/**
 * So many templates of these users, as a team of reps has them: each of some 1,500 characters, two of five for Everyone, two shared with a
 * team of the first user, one private; and `emailsEach` emails from each.
 */
export async function addTemplates(
  pool: pg.Pool,
  { orgId, userIds, count, emailsEach }: { orgId: string; userIds: readonly string[]; count: number; emailsEach: number },
): Promise<void> {
  const one = async (text: string, values: unknown[]): Promise<string> =>
    (await pool.query<{ id: string }>(text, values)).rows[0]?.id ?? '';
  const team = await one(
    `with g as (insert into teams (org_id, name, name_key, created_by, created_at) values ($1, 'West', 'west', $2, now()) returning id)
     insert into team_members (org_id, team_id, user_id, added_at) select $1, id, $2, now() from g returning team_id as id`,
    [orgId, userIds[0]],
  );
  const categories = [];
  for (let n = 0; n < 20; n++)
    categories.push(
      await one(
        `insert into template_categories (org_id, name, name_key, created_by, created_at) values ($1, $2, $2, $3, now()) returning id`,
        [orgId, `category ${String(n)}`, userIds[0]],
      ),
    );
  for (let n = 0; n < count; n++) {
    const words = Array.from({ length: 200 }, (_, k) => WORDS[(n * 7 + k * (1 + (n % 5))) % WORDS.length] ?? '').join(' ');
    const kept = keptWords({
      name: `Template ${String(n)} ${WORDS[n % WORDS.length] ?? ''}`,
      subject: `About ${WORDS[(n + 3) % WORDS.length] ?? ''}`,
      bodyHtml: `<p>Hi {{first_name}}</p><p>${words}</p>`,
      notes: '',
      isNonCommercial: false,
      criteria: { join: 'all', list: [] },
    });
    const id = await one(
      `insert into templates (org_id, owner_id, category_id, name, subject, body_html, notes, criteria, name_key, search_text, snippet,
         is_for_everyone, saved_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, '', '{"join":"all","list":[]}', $7, $8, $9, $10, $2, now() - interval '200 days', now())
       returning id`,
      [
        orgId,
        userIds[n % userIds.length],
        categories[n % categories.length],
        kept.name,
        kept.subject,
        kept.bodyHtml,
        kept.nameKey,
        kept.searchText,
        kept.snippet,
        n % 5 < 2,
      ],
    );
    if (n % 5 === 2 || n % 5 === 3)
      await pool.query('insert into template_shares (org_id, template_id, team_id) values ($1, $2, $3)', [orgId, id, team]);
  }
  await pool.query(
    `with sent as (
       insert into sales_emails (org_id, user_id, record_id, record_object, person_id, person_object, subject, body_html, state, created_at,
         updated_at, sent_at, template_id)
       select t.org_id, ($2::uuid[])[1 + n % cardinality($2::uuid[])], '00Q000000000001EAA', 'Lead', '00Q000000000001EAA', 'Lead',
              t.subject, '<p>Hi</p>', 'sent', at, at, at, t.id
         from templates t, generate_series(1, $3::int) n, lateral (select now() - n * interval '11 days' as at) moment
        where t.org_id = $1
       returning org_id, id, template_id, user_id, created_at)
     insert into template_emails (org_id, sales_email_id, template_id, user_id, created_at)
     select org_id, id, template_id, user_id, created_at from sent`,
    [orgId, userIds, emailsEach],
  );
  await pool.query('analyze');
}
