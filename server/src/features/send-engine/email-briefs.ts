import type { Tx } from '../../platform/postgres.ts';
import type { SalesEmailState } from './schemas.ts';

/** What names an email where its list is not. */
export interface EmailBrief {
  id: string;
  subject: string;
  personName: string | null;
  recordObject: string;
  state: SalesEmailState;
}

/** Those of the emails that the org has, in no order. */
export async function findEmailBriefs(tx: Tx, orgId: string, ids: readonly string[]): Promise<EmailBrief[]> {
  const { rows } = await tx.query<EmailBrief>(
    `select id, subject, person_name as "personName", record_object as "recordObject", state
       from sales_emails where org_id = $1 and id = any($2::uuid[])`,
    [orgId, ids],
  );
  return rows;
}
