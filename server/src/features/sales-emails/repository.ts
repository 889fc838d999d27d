import type { Tx } from '../../platform/postgres.ts';
import { ROW, ROW_SOURCE, type StoredRow } from './rows.ts';
import type { EmailToQueue, FollowedEmail, KeptBody, WallTime } from '../send-engine/index.ts';
import { EMAIL_FONT_SQL, type EmailFont } from '../email-font/index.ts';
import { COLLEAGUES_SEE_SQL } from '../email-visibility/index.ts';
import type { SalesEmail, SavedDraft, Schedule } from './schemas.ts';
import type { EmailInSight } from './seen-by.ts';

export interface StoredEmail extends StoredRow, KeptBody {
  schedule: Schedule | null;
  origin: EmailToQueue['origin'];
  recordId: string;
  fromAddress: string | null;
  to: string | null;
  cc: string[];
  bcc: string[];
  sentHtml: string | null;
  connectionId: string | null;
  attempts: number;
  provider: 'google' | 'microsoft' | 'smtp' | null;
  mailboxAddress: string | null;
  threadId: string | null;
  webLink: string | null;
  attachmentIds: string[];
}

/** A draft is written over where it stands, also by a release that keeps words as they were typed and leaves the column as it finds it. */
const BODY_IS_CLEAN = `(e.body_is_clean and e.state <> 'draft')`;
/** What left, or may have. What came of a try that failed stays in the row while the email waits for the next, which makes it anew. */
const SENT_HTML = `case when e.state not in ('draft', 'scheduled', 'queued') then e.sent_html end`;

/** Null where nobody chose a time of the clock. */
const SCHEDULE = `case when schedule_local is not null then json_build_object(
    'date', split_part(schedule_local, 'T', 1), 'time', split_part(schedule_local, 'T', 2), 'zone', schedule_zone) end as schedule`;

/** One email with everything that its detail shows; null when the org has no such email. */
export async function findSalesEmail(tx: Tx, orgId: string, id: string): Promise<StoredEmail | null> {
  const { rows } = await tx.query<StoredEmail>(
    `select ${ROW}, e.origin, e.record_id as "recordId", e.from_address as "fromAddress", e.to_address as "to", e.cc, e.bcc,
     e.body_html as "bodyHtml", ${BODY_IS_CLEAN} as "bodyIsClean", ${EMAIL_FONT_SQL} as font,
     ${SENT_HTML} as "sentHtml", e.email_connection_id as "connectionId", e.attempts, c.provider, c.address as "mailboxAddress",
     e.provider_thread_id as "threadId", e.web_link as "webLink", e.attachment_ids as "attachmentIds", ${SCHEDULE}
       from ${ROW_SOURCE} where e.org_id = $1 and e.id = $2`,
    [orgId, id],
  );
  return rows[0] ?? null;
}

/** The words of an email, with what decides who may see them. */
export interface EmailPreview extends KeptBody, EmailInSight {
  id: string;
  recordId: string;
  personId: string | null;
  sentHtml: string | null;
}

/** Null when the email is gone or the user's access to the product has ended. */
export async function findPreview(tx: Tx, orgId: string, id: string, viewerId: string): Promise<EmailPreview | null> {
  const { rows } = await tx.query<EmailPreview>(
    `select e.id, e.user_id as "userId", e.record_id as "recordId", e.person_id as "personId", e.body_html as "bodyHtml",
            ${BODY_IS_CLEAN} as "bodyIsClean", ${EMAIL_FONT_SQL} as font, ${SENT_HTML} as "sentHtml",
            ${COLLEAGUES_SEE_SQL} as "colleaguesSee"
       from sales_emails e
      where e.org_id = $1 and e.id = $2
        and exists (select 1 from users u where u.org_id = e.org_id and u.id = $3 and u.state = 'activated')`,
    [orgId, id, viewerId],
  );
  return rows[0] ?? null;
}

/** The words of a draft, with what its values and its look depend on. */
export interface WordsToPreview {
  recordId: string | null;
  identityId: string | null;
  subject: string;
  bodyHtml: string;
  font: EmailFont | null;
}

/** A draft to one person. */
export interface DraftToPreview extends WordsToPreview {
  recordId: string;
  personId: string;
}

/** Null when the user keeps no such draft, or the access to the product has ended. */
export async function findDraftToPreview(tx: Tx, orgId: string, userId: string, id: string): Promise<DraftToPreview | null> {
  const { rows } = await tx.query<DraftToPreview>(
    `select e.record_id as "recordId", e.person_id as "personId", e.identity_id as "identityId", e.subject, e.body_html as "bodyHtml",
            ${EMAIL_FONT_SQL} as font
       from sales_emails e
      where e.org_id = $1 and e.user_id = $2 and e.id = $3 and e.state = 'draft' and e.person_id is not null
        and exists (select 1 from users u where u.org_id = e.org_id and u.id = e.user_id and u.state = 'activated')`,
    [orgId, userId, id],
  );
  return rows[0] ?? null;
}

/** The email that was accepted under a key, and whether it was this one; null when there is none. */
export async function findAccepted(
  tx: Tx,
  orgId: string,
  userId: string,
  idempotencyKey: string,
  hash: Buffer,
): Promise<{ id: string; isSame: boolean } | null> {
  const { rows } = await tx.query<{ id: string; isSame: boolean }>(
    `select id, idempotency_hash = $4 as "isSame" from sales_emails where org_id = $1 and user_id = $2 and idempotency_key = $3`,
    [orgId, userId, idempotencyKey, hash],
  );
  return rows[0] ?? null;
}

/** Where the org's Lightning pages are; null until that is registered. */
export async function findLightningOrigin(tx: Tx, orgId: string): Promise<string | null> {
  const { rows } = await tx.query<{ origin: string | null }>('select lightning_origin as origin from orgs where org_id = $1', [orgId]);
  return rows[0]?.origin ?? null;
}

export async function findHistory(tx: Tx, orgId: string, salesEmailId: string): Promise<SalesEmail['history']> {
  const { rows } = await tx.query<{ state: SalesEmail['state']; reason: SalesEmail['reason']; happenedAt: Date }>(
    `select state, reason, happened_at as "happenedAt" from sales_email_history where org_id = $1 and sales_email_id = $2 order by id`,
    [orgId, salesEmailId],
  );
  return rows.map(({ happenedAt, ...line }) => ({ ...line, happenedAt: happenedAt.toISOString() }));
}

const DRAFT = `id, record_id as "recordId", person_id as "personId", person_name as "personName", cc, bcc, subject, body_html as "bodyHtml",
  identity_id as "identityId", template_id as "templateId", follows_email_id as "followsEmailId",
  answers_response_id as "answersResponseId", attachment_ids as "attachmentIds", updated_at as "updatedAt", ${SCHEDULE},
  (select p.email from people p where p.org_id = sales_emails.org_id and p.user_id = sales_emails.user_id
    and p.record_id = sales_emails.person_id) as "personEmail"`;
/** A draft as its row has it. */
export type StoredDraft = Omit<SavedDraft, 'updatedAt' | 'refused' | 'lostPictures' | 'attachments'> & { updatedAt: Date };

/** The one draft that a rep has on a record, or null. */
export async function findDraft(tx: Tx, orgId: string, userId: string, recordId: string): Promise<StoredDraft | null> {
  const { rows } = await tx.query<StoredDraft>(
    `select ${DRAFT} from sales_emails where org_id = $1 and user_id = $2 and record_id = $3 and state = 'draft'`,
    [orgId, userId, recordId],
  );
  return rows[0] ?? null;
}

export interface DraftToSave {
  recordId: string;
  recordObject: string;
  personId: string;
  personObject: string;
  cc: string[];
  bcc: string[];
  subject: string;
  bodyHtml: string;
  /** As whom; null: the default. */
  identityId: string | null;
  /** Left out: it begins a thread. */
  follows?: FollowedEmail;
  /** Left out: it is written from no template. */
  templateId?: string;
  /** Left out: it leaves as soon as it may. */
  wallTime?: WallTime;
  /** Left out: none. */
  attachmentIds?: string[];
}

/** Writes the rep's draft on a record, over the one that is there. The person's name is the one last seen in Salesforce. */
export async function upsertDraft(tx: Tx, orgId: string, userId: string, draft: DraftToSave, now: Date): Promise<StoredDraft> {
  const { rows } = await tx.query<StoredDraft>(
    `insert into sales_emails (org_id, user_id, record_id, record_object, person_id, person_object, person_name, cc, bcc, subject,
       body_html, identity_id, follows_email_id, answers_response_id, template_id, schedule_local, schedule_zone, attachment_ids, state,
       created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, (select name from people where org_id = $1 and user_id = $2 and record_id = $5), $7, $8, $9, $10, $12,
       $13, $14, $15, $16, $17, $18, 'draft', $11, $11)
     on conflict (user_id, record_id) where state = 'draft' do update set person_id = excluded.person_id,
       person_object = excluded.person_object, person_name = excluded.person_name, cc = excluded.cc, bcc = excluded.bcc,
       subject = excluded.subject,
       body_html = excluded.body_html, identity_id = excluded.identity_id, follows_email_id = excluded.follows_email_id,
       answers_response_id = excluded.answers_response_id, template_id = excluded.template_id,
       schedule_local = excluded.schedule_local, schedule_zone = excluded.schedule_zone, attachment_ids = excluded.attachment_ids,
       updated_at = excluded.updated_at
     returning ${DRAFT}`,
    [
      orgId,
      userId,
      draft.recordId,
      draft.recordObject,
      draft.personId,
      draft.personObject,
      JSON.stringify(draft.cc),
      JSON.stringify(draft.bcc),
      draft.subject,
      draft.bodyHtml,
      now,
      draft.identityId,
      draft.follows?.emailId ?? null,
      draft.follows?.responseId ?? null,
      draft.templateId ?? null,
      draft.wallTime?.local ?? null,
      draft.wallTime?.zone ?? null,
      draft.attachmentIds ?? [],
    ],
  );
  return rows[0] as StoredDraft;
}

/** The words of an own email as a new draft on its record; null when the rep has a draft there. */
export async function copyToDraft(tx: Tx, orgId: string, userId: string, id: string, now: Date): Promise<StoredDraft | null> {
  const { rows } = await tx.query<StoredDraft>(
    `insert into sales_emails (org_id, user_id, record_id, record_object, person_id, person_object, person_name, cc, bcc, subject,
       body_html, identity_id, follows_email_id, answers_response_id, template_id, attachment_ids, state, created_at, updated_at)
     select org_id, user_id, record_id, record_object, person_id, person_object,
            coalesce((select name from people p where p.org_id = $1 and p.user_id = $2 and p.record_id = e.person_id), person_name),
            cc, bcc, subject, body_html, identity_id, follows_email_id, answers_response_id, template_id, attachment_ids, 'draft', $4, $4
       from sales_emails e where org_id = $1 and user_id = $2 and id = $3
     on conflict (user_id, record_id) where state = 'draft' do nothing
     returning ${DRAFT}`,
    [orgId, userId, id, now],
  );
  return rows[0] ?? null;
}

/** False when the rep has no such draft. */
export async function deleteDraft(tx: Tx, orgId: string, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from sales_emails where org_id = $1 and user_id = $2 and id = $3 and state = 'draft'`, [
    orgId,
    userId,
    id,
  ]);
  return rowCount === 1;
}

export interface Sender {
  /** Null without a mailbox. */
  from: { name: string | null; address: string } | null;
  signatureHtml: string;
  undoSeconds: number;
  timeZone: string | null;
  font: EmailFont | null;
}

/** The sender as an open mailbox gives it, with what an email of the rep begins with. */
export async function findSender(tx: Tx, orgId: string, userId: string): Promise<Sender | null> {
  const { rows } = await tx.query<Omit<Sender, 'from'> & { address: string | null; name: string | null }>(
    `select c.address, coalesce(c.display_name, u.name) as name, u.signature_html as "signatureHtml", o.undo_seconds as "undoSeconds",
            coalesce(u.chosen_time_zone, u.time_zone) as "timeZone",
            ${EMAIL_FONT_SQL} as font
       from users u join orgs o on o.org_id = u.org_id
       left join email_connections c on c.org_id = u.org_id and c.user_id = u.id and c.state <> 'disconnected' and c.provider <> 'smtp'
      where u.org_id = $1 and u.id = $2`,
    [orgId, userId],
  );
  const row = rows[0];
  if (!row) return null;
  const { address, name, ...others } = row;
  return { ...others, from: address === null ? null : { name, address } };
}

/** Whether an email as this identity, or as the default one for null, leaves from the user's own mailbox and not from the team's server. */
export async function leavesFromMailbox(tx: Tx, orgId: string, userId: string, identityId: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from identities i where i.org_id = $1 and i.user_id = $2 and i.channel = 'team_smtp'
        and case when $3::uuid is null then i.is_default else i.id = $3 end`,
    [orgId, userId, identityId],
  );
  return rowCount === 0;
}

/** The rep's newest email from a record that is no draft, whatever became of it; null when there is none. */
export async function findLastSent(
  tx: Tx,
  orgId: string,
  userId: string,
  recordId: string,
): Promise<{ subject: string; createdAt: Date } | null> {
  const { rows } = await tx.query<{ subject: string; createdAt: Date }>(
    `select subject, created_at as "createdAt" from sales_emails
      where org_id = $1 and user_id = $2 and record_id = $3 and state <> 'draft' order by created_at desc, id desc limit 1`,
    [orgId, userId, recordId],
  );
  return rows[0] ?? null;
}

/** Where an email stands that may be somebody else's. */
interface Placed {
  recordId: string;
  personId: string | null;
}

/**
 * When the rep last saw, with own Salesforce rights, the record of an email or its person; null when never. Another record with the address
 * of a recipient proves nothing: anybody can make one.
 */
export async function findLastLook(tx: Tx, orgId: string, userId: string, { recordId, personId }: Placed): Promise<Date | null> {
  const { rows } = await tx.query<{ lastLook: Date | null }>(
    `select max(read_at) as "lastLook" from record_views
      where org_id = $1 and user_id = $2 and (record_id = any($3::bpchar[]) or person_ids && $3::bpchar[])`,
    [orgId, userId, [recordId, personId].filter((place) => place !== null)],
  );
  return rows[0]?.lastLook ?? null;
}
