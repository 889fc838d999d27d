import type { Tx } from '../../platform/postgres.ts';
import { COLLEAGUES_SEE_SQL } from '../email-visibility/index.ts';
import type { Compose } from './schemas.ts';

/** Of the emails that an address got, so many of the newest are looked at. */
const NEWEST = 100;
/** So long a look at a record shows the emails that stand there, as in the list. */
const LATELY_MS = 24 * 3_600_000;

/** Of people whose ids are a parameter, or of a record with the people that it leads to. */
const OF_PEOPLE = 'p.record_id = any($3::bpchar[])';
const OF_RECORD = `p.record_id in (
          select $3::bpchar
          union select unnest(v.person_ids) from record_views v where v.org_id = $1 and v.user_id = $2 and v.record_id = $3)`;

/**
 * The people of a record whose address has no mailbox any more: an email of anybody in the org to it came back for good, and nobody has
 * answered from it since. People and addresses are what the rep's own Salesforce rights showed last, so an address that was corrected is
 * not meant, and nobody can ask about an address that Salesforce does not show. Why it came back is told where the rep may see that email.
 * Nobody but the sender learns of a blind copy.
 */
export function findBouncedPeople(tx: Tx, orgId: string, userId: string, recordId: string, now: Date): Promise<Compose['bounced']> {
  return findBounced(tx, orgId, userId, { whose: OF_RECORD, value: recordId }, now);
}

/** As `findBouncedPeople`, of people by their ids. */
export function findBouncedAmong(tx: Tx, orgId: string, userId: string, personIds: string[], now: Date): Promise<Compose['bounced']> {
  return findBounced(tx, orgId, userId, { whose: OF_PEOPLE, value: personIds }, now);
}

async function findBounced(
  tx: Tx,
  orgId: string,
  userId: string,
  { whose, value }: { whose: string; value: string | string[] },
  now: Date,
): Promise<Compose['bounced']> {
  const { rows } = await tx.query<Omit<Compose['bounced'][number], 'bouncedAt'> & { bouncedAt: Date }>(
    `select distinct on (p.record_id) p.record_id as "personId", p.email as address, b.received_at as "bouncedAt",
            case when e.user_id = $2 or (${COLLEAGUES_SEE_SQL} <> 'nothing' and exists (
              select from record_views v
               where v.org_id = $1 and v.user_id = $2 and v.read_at > $4
                 and (v.record_id = e.record_id or e.person_id = any(v.person_ids)))) then b.bounce_reason end as reason
       from people p
       cross join lateral (
         select r.sales_email_id, r.field from email_recipients r
          where r.org_id = $1 and r.address = p.address order by r.created_at desc limit ${String(NEWEST)}) r
       join sales_emails e on e.org_id = $1 and e.id = r.sales_email_id and (e.user_id = $2 or r.field <> 'bcc')
       join responses b on b.org_id = $1 and b.sales_email_id = e.id and b.kind = 'bounce' and b.bounce_kind = 'hard'
        and (b.bounced_address = p.address or (b.bounced_address is null and r.field = 'to'))
      where p.org_id = $1 and p.user_id = $2
        and ${whose}
        and not exists (
          select from email_recipients later
            join responses a on a.org_id = $1 and a.sales_email_id = later.sales_email_id
           where later.org_id = $1 and later.address = p.address
             and a.kind in ('reply', 'auto_reply', 'out_of_office') and a.from_address = p.address and a.received_at > b.received_at)
      order by p.record_id, b.received_at desc`,
    [orgId, userId, value, new Date(now.getTime() - LATELY_MS)],
  );
  return rows.map((row) => ({ ...row, bouncedAt: row.bouncedAt.toISOString() }));
}
