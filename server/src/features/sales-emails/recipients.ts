import type { Tx } from '../../platform/postgres.ts';

/** Where an email stands that may be somebody else's. */
interface Placed {
  recordId: string;
  personId: string | null;
}

/**
 * When the rep last saw, with own Salesforce rights, the record of an email or its person; null when never. Another record with the address of
 * a recipient proves nothing: anybody can make one.
 */
export async function findLastLook(tx: Tx, orgId: string, userId: string, { recordId, personId }: Placed): Promise<Date | null> {
  const { rows } = await tx.query<{ lastLook: Date | null }>(
    `select max(read_at) as "lastLook" from record_views
      where org_id = $1 and user_id = $2 and (record_id = any($3::bpchar[]) or person_ids && $3::bpchar[])`,
    [orgId, userId, [recordId, personId].filter((place) => place !== null)],
  );
  return rows[0]?.lastLook ?? null;
}

/** The email leaves for another address of the person in To; `address` in the form in which addresses are compared. */
export async function changeToAddress(tx: Tx, orgId: string, id: string, address: string): Promise<void> {
  await tx.query(`delete from email_recipients where org_id = $1 and sales_email_id = $2 and field = 'to' and address <> $3`, [
    orgId,
    id,
    address,
  ]);
  await tx.query(
    `insert into email_recipients (org_id, sales_email_id, address, field, created_at)
     select org_id, id, $3, 'to', created_at from sales_emails where org_id = $1 and id = $2
     on conflict (org_id, sales_email_id, address) do update set field = 'to'`,
    [orgId, id, address],
  );
}
