import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';

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

/** Writes whom a failed email goes to when it is sent again: the address in To may be another by now. */
export async function changeRecipients(
  tx: Tx,
  orgId: string,
  id: string,
  { to, cc, bcc }: { to: string; cc: readonly string[]; bcc: readonly string[] },
): Promise<void> {
  await tx.query(`delete from email_recipients where org_id = $1 and sales_email_id = $2`, [orgId, id]);
  const fields = new Map<string, 'to' | 'cc' | 'bcc'>();
  // An address that was given twice stands where it shows most
  for (const [field, addresses] of [['bcc', bcc] as const, ['cc', cc] as const, ['to', [to]] as const])
    for (const address of addresses) fields.set(canonicalAddress(address), field);
  await tx.query(
    `insert into email_recipients (org_id, sales_email_id, address, field, created_at)
     select e.org_id, e.id, r.address, r.field, e.created_at
       from sales_emails e cross join unnest($3::text[], $4::text[]) r (address, field) where e.org_id = $1 and e.id = $2`,
    [orgId, id, [...fields.keys()], [...fields.values()]],
  );
}
