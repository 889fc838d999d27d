import type { Tx } from '../../platform/postgres.ts';
import type { KeptWords } from './kept-words.ts';
import { IS_FAVOURITE, IS_SHARED, SEEN } from './parts.ts';
import type { Person } from './person.ts';
import type { Criteria, TemplateEmail, TemplateRow } from './schemas.ts';

/** Without what is said of who looks. */
export interface StoredRow extends Omit<TemplateRow, 'isMine' | 'canEdit' | 'lastUsedAt' | 'updatedAt' | 'owner' | 'sharedWith'> {
  ownerId: string;
  ownerName: string;
  isForEveryone: boolean;
  teams: { id: string; name: string }[];
  lastUsedAt: Date | null;
  updatedAt: Date;
}

export const ROW = `t.id, t.name, t.subject, t.category_id as "categoryId", c.name as "categoryName", t.owner_id as "ownerId",
  coalesce(o.name, o.email) as "ownerName", t.is_for_everyone as "isForEveryone",
  (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name_key, g.id), '[]')
     from template_shares s join teams g on g.org_id = s.org_id and g.id = s.team_id
    where s.org_id = t.org_id and s.template_id = t.id) as teams,
  ${IS_FAVOURITE} as "isFavourite", t.archived_at is not null as "isArchived", t.is_non_commercial as "isNonCommercial",
  used."lastUsedAt", used.sent, used.replied, t.updated_at as "updatedAt"`;

export const ROW_SOURCE = `templates t
  join users o on o.org_id = t.org_id and o.id = t.owner_id
  left join template_categories c on c.org_id = t.org_id and c.id = t.category_id
  cross join lateral (
    select max(u.created_at) as "lastUsedAt", count(*) filter (where e.sent_at is not null)::int as sent,
           count(*) filter (where e.replied_at is not null)::int as replied, count(*) filter (where e.state = 'bounced')::int as bounced,
           count(distinct e.person_id) filter (where e.sent_at is not null)::int as people
      from template_emails u join sales_emails e on e.org_id = u.org_id and e.id = u.sales_email_id
     where u.org_id = t.org_id and u.template_id = t.id) used`;

export interface StoredTemplate extends StoredRow {
  bodyHtml: string;
  notes: string;
  criteria: Criteria;
  version: number;
  bounced: number;
  people: number;
}

/** Null for one that is not there or that the person does not see. */
export async function findTemplate(tx: Tx, orgId: string, { userId, isAdmin }: Person, id: string): Promise<StoredTemplate | null> {
  const { rows } = await tx.query<StoredTemplate>(
    `select ${ROW}, t.body_html as "bodyHtml", t.notes, t.criteria, t.version, used.bounced, used.people
       from ${ROW_SOURCE} where t.org_id = $1 and t.id = $4 and ${SEEN}`,
    [orgId, userId, isAdmin, id],
  );
  return rows[0] ?? null;
}

/** A template as a change finds it. */
export interface HeldTemplate {
  id: string;
  ownerId: string;
  categoryId: string | null;
  isForEveryone: boolean;
  isShared: boolean;
  isArchived: boolean;
  version: number;
  /** Whose pictures its body has. */
  savedBy: string;
  savedByName: string | null;
}

/** From now on nobody else changes it, until the transaction ends. Null for one that the person does not see. */
export async function holdTemplate(tx: Tx, orgId: string, { userId, isAdmin }: Person, id: string): Promise<HeldTemplate | null> {
  // First the lock, so that what is read of other tables is not older than it
  await tx.query('select from templates where org_id = $1 and id = $2 for update', [orgId, id]);
  const { rows } = await tx.query<HeldTemplate>(
    `select t.id, t.owner_id as "ownerId", t.category_id as "categoryId", t.is_for_everyone as "isForEveryone", ${IS_SHARED} as "isShared",
            t.archived_at is not null as "isArchived", t.version, t.saved_by as "savedBy",
            (select coalesce(u.name, u.email) from users u where u.org_id = t.org_id and u.id = t.saved_by) as "savedByName"
       from templates t where t.org_id = $1 and t.id = $4 and ${SEEN}`,
    [orgId, userId, isAdmin, id],
  );
  return rows[0] ?? null;
}

export interface WordsToUse extends Pick<HeldTemplate, 'isArchived' | 'savedBy'> {
  categoryId: string | null;
  name: string;
  subject: string;
  bodyHtml: string;
  notes: string;
  isNonCommercial: boolean;
  criteria: Criteria;
}

/** What is used or cloned; null for one that the person does not see. */
export async function findWords(tx: Tx, orgId: string, { userId, isAdmin }: Person, id: string): Promise<WordsToUse | null> {
  const { rows } = await tx.query<WordsToUse>(
    `select t.category_id as "categoryId", t.name, t.subject, t.body_html as "bodyHtml", t.notes, t.criteria,
            t.is_non_commercial as "isNonCommercial", t.archived_at is not null as "isArchived", t.saved_by as "savedBy"
       from templates t where t.org_id = $1 and t.id = $4 and ${SEEN}`,
    [orgId, userId, isAdmin, id],
  );
  return rows[0] ?? null;
}

/** One at a time makes templates or categories of an org, so that their limits are exact. */
export async function waitForTurn(tx: Tx, orgId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('templates ' || $1, 0))`, [orgId]);
}

export async function countTemplates(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.query<{ templates: number }>('select count(*)::int as templates from templates where org_id = $1', [orgId]);
  return rows[0]?.templates ?? 0;
}

/** Null when the access of its owner ends at this moment. */
export async function insertTemplate(
  tx: Tx,
  orgId: string,
  { ownerId, categoryId, words, now }: { ownerId: string; categoryId: string; words: KeptWords; now: Date },
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into templates (org_id, owner_id, category_id, name, subject, body_html, notes, is_non_commercial, criteria, name_key,
       search_text, snippet, saved_by, created_at, updated_at)
     select u.org_id, u.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, u.id, $13, $13
       from users u where u.org_id = $1 and u.id = $2 and u.state = 'activated' for share of u
     returning id`,
    [orgId, ownerId, categoryId, ...columnsOf(words), now],
  );
  return rows[0]?.id ?? null;
}

export async function updateTemplate(
  tx: Tx,
  orgId: string,
  id: string,
  { savedBy, categoryId, words, now }: { savedBy: string; categoryId: string; words: KeptWords; now: Date },
): Promise<void> {
  await tx.query(
    `update templates set category_id = $3, name = $4, subject = $5, body_html = $6, notes = $7, is_non_commercial = $8, criteria = $9,
            name_key = $10, search_text = $11, snippet = $12, updated_at = $13, saved_by = $14, version = version + 1
      where org_id = $1 and id = $2`,
    [orgId, id, categoryId, ...columnsOf(words), now, savedBy],
  );
}

function columnsOf({ name, subject, bodyHtml, notes, isNonCommercial, criteria, nameKey, searchText, snippet }: KeptWords): unknown[] {
  return [name, subject, bodyHtml, notes, isNonCommercial, JSON.stringify(criteria), nameKey, searchText, snippet];
}

/** Into a category, or into the archive. */
export async function setCategory(tx: Tx, orgId: string, id: string, categoryId: string | null, now: Date): Promise<void> {
  await tx.query(
    `update templates set category_id = $3, archived_at = case when $3::uuid is null then $4::timestamptz end
      where org_id = $1 and id = $2`,
    [orgId, id, categoryId, now],
  );
}

/** Its shares, favourites and statistics go with it. */
export async function deleteTemplate(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('delete from templates where org_id = $1 and id = $2', [orgId, id]);
}

/** False when there is none that the user sees. */
export async function insertFavourite(tx: Tx, orgId: string, { userId, isAdmin }: Person, id: string): Promise<boolean> {
  const { rows } = await tx.query(
    `with seen as (select t.id from templates t where t.org_id = $1 and t.id = $4 and ${SEEN} for key share of t),
          added as (insert into template_favourites (org_id, user_id, template_id) select $1, $2, id from seen on conflict do nothing)
     select from seen`,
    [orgId, userId, isAdmin, id],
  );
  return rows.length === 1;
}

/** False when there is none that the user sees. */
export async function deleteFavourite(tx: Tx, orgId: string, { userId, isAdmin }: Person, id: string): Promise<boolean> {
  const { rows } = await tx.query(
    `with gone as (delete from template_favourites where org_id = $1 and user_id = $2 and template_id = $4)
     select from templates t where t.org_id = $1 and t.id = $4 and ${SEEN}`,
    [orgId, userId, isAdmin, id],
  );
  return rows.length === 1;
}

export interface StoredEmail extends Omit<TemplateEmail, 'createdAt' | 'sentAt' | 'repliedAt'> {
  createdAt: Date;
  sentAt: Date | null;
  repliedAt: Date | null;
}

/** A user's own emails from a template, newest first, after a place. */
export async function findEmails(
  tx: Tx,
  orgId: string,
  { userId, templateId, after, most }: { userId: string; templateId: string; after: { at: Date; id: string } | null; most: number },
): Promise<StoredEmail[]> {
  const { rows } = await tx.query<StoredEmail>(
    `select e.id, e.subject, e.state, e.record_id as "recordId", e.person_id as "personId", e.person_name as "personName",
            u.created_at as "createdAt", e.sent_at as "sentAt", e.replied_at as "repliedAt"
       from template_emails u join sales_emails e on e.org_id = u.org_id and e.id = u.sales_email_id
      where u.org_id = $1 and u.user_id = $2 and u.template_id = $3 and e.state <> 'draft'
        and ($4::timestamptz is null or (u.created_at, e.id) < ($4, $5::uuid))
      order by u.created_at desc, e.id desc limit $6`,
    [orgId, userId, templateId, after?.at ?? null, after?.id ?? null, most],
  );
  return rows;
}

/** Null when the org has no such user. */
export async function findPerson(tx: Tx, orgId: string, userId: string): Promise<Person | null> {
  const { rows } = await tx.query<Person>(`select id as "userId", role = 'admin' as "isAdmin" from users where org_id = $1 and id = $2`, [
    orgId,
    userId,
  ]);
  return rows[0] ?? null;
}
