import type { Tx } from '../../platform/postgres.ts';

/** Where an email stands that may be somebody else's. */
interface Placed {
  id: string;
  recordId: string;
  personId: string | null;
}

/** More records of people who got it are not asked for. */
const MOST_COPIES = 3;

/**
 * When the rep last saw, with own Salesforce rights, the record of an email, its person, or somebody whose address it openly went to; null
 * when never. `copiedTo` are records of the latter, the last seen first.
 */
export async function findLastLook(
  tx: Tx,
  orgId: string,
  userId: string,
  { id, recordId, personId }: Placed,
): Promise<{ lastLook: Date | null; copiedTo: string[] }> {
  const { rows } = await tx.query<{ lastLook: Date | null; copiedTo: string[] | null }>(
    `with reached as (
       select p.record_id, p.read_at
         from email_recipients r join people p on p.org_id = r.org_id and p.user_id = $2 and p.address = r.address
        where r.org_id = $1 and r.sales_email_id = $4 and r.field <> 'bcc'),
     place as (select unnest($3::bpchar[]) as record_id union select record_id from reached)
     select (select max(v.read_at) from record_views v
              where v.org_id = $1 and v.user_id = $2
                and (v.record_id in (select record_id from place)
                     or v.person_ids && array(select record_id from place)::bpchar[])) as "lastLook",
            (select array_agg(record_id::text order by read_at desc) from reached) as "copiedTo"`,
    [orgId, userId, [recordId, personId].filter((place) => place !== null), id],
  );
  const { lastLook = null, copiedTo } = rows[0] ?? {};
  return { lastLook, copiedTo: (copiedTo ?? []).slice(0, MOST_COPIES) };
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
