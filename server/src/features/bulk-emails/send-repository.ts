import type { Tx } from '../../platform/postgres.ts';
import type { BulkReason } from './schemas.ts';

/** What became of one person when it was sent. */
export interface Decided {
  personId: string;
  personName: string | null;
  email: string | null;
  salesEmailId: string | null;
  notSentBecause: BulkReason | null;
}

/** The draft is sent: from now on it stays as it is, with what became of each of its people. */
export async function saveAcceptance(tx: Tx, orgId: string, id: string, decided: readonly Decided[], now: Date): Promise<void> {
  await tx.query(
    `update bulk_email_recipients r set person_name = d."personName", email = d.email, sales_email_id = d."salesEmailId",
            not_sent_because = d."notSentBecause"
       from jsonb_to_recordset($3) as d ("personId" char(18), "personName" text, email text, "salesEmailId" uuid, "notSentBecause" text)
      where r.org_id = $1 and r.bulk_email_id = $2 and r.person_id = d."personId"`,
    [orgId, id, JSON.stringify(decided)],
  );
  await tx.query(
    `update bulk_emails set state = 'accepted', accepted_at = $3, updated_at = $3, revision = revision + 1 where org_id = $1 and id = $2`,
    [orgId, id, now],
  );
}

/** It counts as touched. */
export async function touchAccepted(tx: Tx, orgId: string, id: string, now: Date): Promise<void> {
  await tx.query('update bulk_emails set updated_at = $3 where org_id = $1 and id = $2', [orgId, id, now]);
}

export type Outcome = Decided;

/** Its people with what became of them, in their order. */
export async function findOutcomes(tx: Tx, orgId: string, id: string): Promise<Outcome[]> {
  const { rows } = await tx.query<Outcome>(
    `select person_id as "personId", person_name as "personName", email, sales_email_id as "salesEmailId",
            not_sent_because as "notSentBecause"
       from bulk_email_recipients where org_id = $1 and bulk_email_id = $2 order by place`,
    [orgId, id],
  );
  return rows;
}
