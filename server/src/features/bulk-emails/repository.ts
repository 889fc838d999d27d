import type { Tx } from '../../platform/postgres.ts';
import { EMAIL_FONT_SQL, type EmailFont } from '../email-font/index.ts';
import type { BulkEmail, BulkEmailState, BulkReason } from './schemas.ts';

/** A bulk email as its row has it. */
export interface StoredBulkEmail extends Pick<
  BulkEmail,
  'subject' | 'bodyHtml' | 'identityId' | 'templateId' | 'schedule' | 'attachmentIds'
> {
  id: string;
  recordId: string | null;
  recordObject: string | null;
  recordName: string | null;
  state: BulkEmailState;
  version: number;
  /** One more with every change, of people and of their own words too. */
  revision: number;
  updatedAt: Date;
  acceptedAt: Date | null;
}

const BULK_EMAIL = `b.id, b.record_id as "recordId", b.record_object as "recordObject", b.record_name as "recordName", b.subject,
  b.body_html as "bodyHtml", b.identity_id as "identityId", b.template_id as "templateId",
  case when b.schedule_local is not null then json_build_object('date', split_part(b.schedule_local, 'T', 1),
    'time', split_part(b.schedule_local, 'T', 2), 'zone', b.schedule_zone) end as schedule,
  b.attachment_ids as "attachmentIds", b.state, b.version, b.revision, b.updated_at as "updatedAt", b.accepted_at as "acceptedAt"`;

/** Null when the rep has no such bulk email. */
export async function findBulkEmail(tx: Tx, orgId: string, userId: string, id: string): Promise<StoredBulkEmail | null> {
  const { rows } = await tx.query<StoredBulkEmail>(
    `select ${BULK_EMAIL} from bulk_emails b where b.org_id = $1 and b.user_id = $2 and b.id = $3`,
    [orgId, userId, id],
  );
  return rows[0] ?? null;
}

/** As `findBulkEmail`; nobody changes it until the transaction ends. */
export async function holdBulkEmail(tx: Tx, orgId: string, userId: string, id: string): Promise<StoredBulkEmail | null> {
  const { rows } = await tx.query<StoredBulkEmail>(
    `select ${BULK_EMAIL} from bulk_emails b where b.org_id = $1 and b.user_id = $2 and b.id = $3 for update`,
    [orgId, userId, id],
  );
  return rows[0] ?? null;
}

/** One of the people, as Salesforce showed the person last. */
export interface StoredRecipient {
  personId: string;
  personName: string | null;
  email: string | null;
  sendsDespiteBounce: boolean;
  /** Null: the words for all. */
  subject: string | null;
  bodyHtml: string | null;
  salesEmailId: string | null;
  notSentBecause: BulkReason | null;
}

const RECIPIENT = `person_id as "personId", person_name as "personName", email, sends_despite_bounce as "sendsDespiteBounce", subject,
  body_html as "bodyHtml", sales_email_id as "salesEmailId", not_sent_because as "notSentBecause"`;

/** In the order in which they were chosen. */
export async function findRecipients(tx: Tx, orgId: string, id: string): Promise<StoredRecipient[]> {
  const { rows } = await tx.query<StoredRecipient>(
    `select ${RECIPIENT} from bulk_email_recipients where org_id = $1 and bulk_email_id = $2 order by place`,
    [orgId, id],
  );
  return rows;
}

export type RecipientInList = Pick<StoredRecipient, 'personId' | 'personName' | 'email' | 'sendsDespiteBounce'> & { hasOwnWords: boolean };

/** The same people without their words. */
export async function listRecipients(tx: Tx, orgId: string, id: string): Promise<RecipientInList[]> {
  const { rows } = await tx.query<RecipientInList>(
    `select person_id as "personId", person_name as "personName", email, subject is not null as "hasOwnWords",
            sends_despite_bounce as "sendsDespiteBounce"
       from bulk_email_recipients where org_id = $1 and bulk_email_id = $2 order by place`,
    [orgId, id],
  );
  return rows;
}

/** The words that one person gets, with what their values and their look depend on. */
export interface WordsOfPerson {
  recordId: string | null;
  identityId: string | null;
  subject: string;
  bodyHtml: string;
  font: EmailFont | null;
}

/** Null when the rep keeps no such draft with this person, or the access to the product has ended. */
export async function findWordsOfPerson(
  tx: Tx,
  orgId: string,
  userId: string,
  id: string,
  personId: string,
): Promise<WordsOfPerson | null> {
  const { rows } = await tx.query<WordsOfPerson>(
    `select b.record_id as "recordId", b.identity_id as "identityId", coalesce(r.subject, b.subject) as subject,
            coalesce(r.body_html, b.body_html) as "bodyHtml", ${EMAIL_FONT_SQL} as font
       from bulk_emails b join bulk_email_recipients r on r.org_id = b.org_id and r.bulk_email_id = b.id
      where b.org_id = $1 and b.user_id = $2 and b.id = $3 and r.person_id = $4 and b.state = 'draft'
        and exists (select from users u where u.org_id = b.org_id and u.id = b.user_id and u.state = 'activated')`,
    [orgId, userId, id, personId],
  );
  return rows[0] ?? null;
}

export type ListedBulkEmail = Pick<BulkEmail, 'id' | 'subject' | 'recordName' | 'state'> & {
  people: number;
  waiting: number;
  updatedAt: Date;
};

/** A rep's own drafts, and what was accepted since a time or has emails that wait; last touched first. */
export async function listBulkEmails(
  tx: Tx,
  orgId: string,
  userId: string,
  { acceptedSince, most }: { acceptedSince: Date; most: number },
): Promise<ListedBulkEmail[]> {
  const waitingIn = (state: string): string =>
    `select e.id from email_connections c join sales_emails e on e.org_id = c.org_id and e.email_connection_id = c.id
      where c.org_id = $1 and c.user_id = $2 and e.state = '${state}'`;
  const { rows } = await tx.query<ListedBulkEmail>(
    `with waiting as (
       select r.bulk_email_id as id, count(*)::int as emails
         from (${waitingIn('queued')} union all ${waitingIn('scheduled')}) e
         join bulk_email_recipients r on r.org_id = $1 and r.sales_email_id = e.id
        group by r.bulk_email_id)
     select b.id, b.subject, b.record_name as "recordName", b.state, b.updated_at as "updatedAt", coalesce(w.emails, 0) as waiting,
            (select count(*)::int from bulk_email_recipients r where r.org_id = b.org_id and r.bulk_email_id = b.id) as people
       from bulk_emails b left join waiting w on w.id = b.id
      where b.org_id = $1 and b.user_id = $2 and (b.state = 'draft' or b.accepted_at > $3 or w.id is not null)
      order by b.updated_at desc, b.id desc limit $4`,
    [orgId, userId, acceptedSince, most],
  );
  return rows;
}
