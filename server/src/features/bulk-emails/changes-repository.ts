import type { Tx } from '../../platform/postgres.ts';
import type { BulkWords, OwnWords } from './schemas.ts';

/** Somebody who gets it, as Salesforce shows the person now; nulls where it does not. */
export interface SeenRecipient {
  personId: string;
  personName: string | null;
  email: string | null;
}

/** Where it is written from. */
export interface BulkRecord {
  id: string;
  objectName: string;
  name: string;
}

export async function insertBulkEmail(tx: Tx, orgId: string, userId: string, record: BulkRecord | null, now: Date): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into bulk_emails (org_id, user_id, record_id, record_object, record_name, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6) returning id`,
    [orgId, userId, record?.id ?? null, record?.objectName ?? null, record?.name ?? null, now],
  );
  return (rows[0] as { id: string }).id;
}

/** Notes a change of a draft, which nobody else changes or sends until the transaction ends. False when the rep has no such draft. */
export async function touchDraft(tx: Tx, orgId: string, userId: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update bulk_emails set revision = revision + 1, updated_at = $4
      where org_id = $1 and user_id = $2 and id = $3 and state = 'draft'`,
    [orgId, userId, id, now],
  );
  return rowCount === 1;
}

/** The words for all of a draft; null when the rep has no such draft, or its version is another one than `before`. */
export async function updateWords(
  tx: Tx,
  orgId: string,
  userId: string,
  id: string,
  { subject, bodyHtml, identityId, templateId, schedule, attachmentIds }: BulkWords,
  before: number | null,
  now: Date,
): Promise<number | null> {
  const { rows } = await tx.query<{ version: number }>(
    `update bulk_emails set subject = $4, body_html = $5, identity_id = $6, template_id = $7, schedule_local = $8, schedule_zone = $9,
            attachment_ids = $10, version = version + 1, revision = revision + 1, updated_at = $11
      where org_id = $1 and user_id = $2 and id = $3 and state = 'draft' and ($12::int is null or version = $12)
      returning version`,
    [
      orgId,
      userId,
      id,
      subject,
      bodyHtml,
      identityId,
      templateId,
      schedule && `${schedule.date}T${schedule.time}`,
      schedule?.zone ?? null,
      attachmentIds,
      now,
      before,
    ],
  );
  return rows[0]?.version ?? null;
}

/** An identity that the rep cannot choose any more is none: what is shown is what is sent. */
export async function dropIdentity(tx: Tx, orgId: string, id: string, identityId: string): Promise<number | null> {
  const { rows } = await tx.query<{ version: number }>(
    `update bulk_emails set identity_id = null, version = version + 1, revision = revision + 1
      where org_id = $1 and id = $2 and identity_id = $3 and state = 'draft' returning version`,
    [orgId, id, identityId],
  );
  return rows[0]?.version ?? null;
}

/** Its people go with it. False when the rep has no such draft. */
export async function deleteDraft(tx: Tx, orgId: string, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from bulk_emails where org_id = $1 and user_id = $2 and id = $3 and state = 'draft'`, [
    orgId,
    userId,
    id,
  ]);
  return rowCount === 1;
}

/** Those who are not among its people yet come behind the others. Answers how many people it has now. */
export async function insertRecipients(tx: Tx, orgId: string, id: string, people: readonly SeenRecipient[]): Promise<number> {
  await tx.query(
    `insert into bulk_email_recipients (org_id, bulk_email_id, person_id, person_name, email, place)
     select $1, $2, p."personId", p."personName", p.email,
            p.number + coalesce((select max(place) from bulk_email_recipients where org_id = $1 and bulk_email_id = $2), 0)
       from rows from (jsonb_to_recordset($3) as ("personId" text, "personName" text, email text))
         with ordinality as p ("personId", "personName", email, number)
     on conflict do nothing`,
    [orgId, id, JSON.stringify(people)],
  );
  const { rows } = await tx.query<{ people: number }>(
    'select count(*)::int as people from bulk_email_recipients where org_id = $1 and bulk_email_id = $2',
    [orgId, id],
  );
  return rows[0]?.people ?? 0;
}

export async function deleteRecipient(tx: Tx, orgId: string, id: string, personId: string): Promise<void> {
  await tx.query('delete from bulk_email_recipients where org_id = $1 and bulk_email_id = $2 and person_id = $3', [orgId, id, personId]);
}

/** Null: the words for all again. False when the person is not among its people. */
export async function updateOwnWords(tx: Tx, orgId: string, id: string, personId: string, words: OwnWords | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update bulk_email_recipients set subject = $4, body_html = $5 where org_id = $1 and bulk_email_id = $2 and person_id = $3',
    [orgId, id, personId, words?.subject ?? null, words?.bodyHtml ?? null],
  );
  return rowCount === 1;
}

/** Everybody gets the words for all. */
export async function clearOwnWords(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query(
    `update bulk_email_recipients set subject = null, body_html = null
      where org_id = $1 and bulk_email_id = $2 and subject is not null`,
    [orgId, id],
  );
}

/** False when the person is not among its people. */
export async function updateDespiteBounce(tx: Tx, orgId: string, id: string, personId: string, value: boolean): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update bulk_email_recipients set sends_despite_bounce = $4 where org_id = $1 and bulk_email_id = $2 and person_id = $3',
    [orgId, id, personId, value],
  );
  return rowCount === 1;
}

/** How Salesforce shows the people of a draft now. It is no change of the rep's. What was sent keeps to whom it went. */
export async function updateSeen(tx: Tx, orgId: string, id: string, people: readonly SeenRecipient[]): Promise<void> {
  await tx.query(
    `update bulk_email_recipients r set person_name = p."personName", email = p.email
       from jsonb_to_recordset($3) as p ("personId" char(18), "personName" text, email text)
      where r.org_id = $1 and r.bulk_email_id = $2 and r.person_id = p."personId"
        and (r.person_name, r.email) is distinct from (p."personName", p.email)
        and exists (select from bulk_emails b where b.org_id = $1 and b.id = $2 and b.state = 'draft')`,
    [orgId, id, JSON.stringify(people)],
  );
}
