import type { Place } from '../../platform/cursors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { COLLEAGUES_SEE_SQL } from '../email-visibility/index.ts';
import type { StoredResponses } from '../responses/index.ts';
import { ROW, ROW_SOURCE, type StoredRow } from './rows.ts';
import type { SalesEmailRow } from './schemas.ts';

export interface ListQuestion {
  viewerId: string;
  recordId: string;
  /** The people the record leads to; null when the viewer may only see own emails. */
  personIds: string[] | null;
  now: Date;
  after: Place | null;
  limit: number;
}

/** A row in the panel of a record. */
export interface ListedRow extends StoredRow {
  copiedTo: SalesEmailRow['copiedTo'];
  /** The bounce of the address of `copiedTo`, lasting before passing. */
  copyBounce: (Pick<StoredResponses, 'bounceKind' | 'bounceReason' | 'bounceReportRead'> & { receivedAt: string }) | null;
}

/** Of an email `e`: no draft, and of colleagues nothing that was cancelled or that the org does not let them see. */
const VISIBLE = `e.org_id = $1 and e.state <> 'draft'
  and (e.user_id = $4 or ($3::bpchar[] is not null and e.state <> 'cancelled' and ${COLLEAGUES_SEE_SQL} <> 'nothing'))`;

/** So long a look at a record lets its emails stand in the panels of others whom they went to. */
const LATELY_MS = 24 * 3_600_000;

/** The viewer has seen, with own Salesforce rights, where an email `e` of a colleague stands. To open it, Salesforce is asked again. */
const SEEN_LATELY = `exists (
  select from record_views v
   where v.org_id = $1 and v.user_id = $4 and v.record_id in (e.record_id, e.person_id) and v.read_at > $5)`;

/** An email stands in a panel in the first of these ways that is true. */
const WAYS = { to: 1, cc: 2, bcc: 3, begunThere: 4 } as const;

/**
 * The emails of a record and of its people: those that were begun on it, those to its people, and those that went to the address of one of
 * them as the viewer last saw it. Anybody can make a record with an address, so an address leads to an email of a colleague only where the
 * viewer has lately seen the record or the person of that email. Only the sender knows of a blind copy. `page` ends the search for each, so
 * that it reads no more entries of its index than a page has.
 */
function hits(page: (createdAt: string, id: string) => string): string {
  const ofEmail = page('e.created_at', 'e.id');
  return `
    (select e.id, e.created_at, ${String(WAYS.begunThere)} as way, null as person_name, null as address
       from sales_emails e where e.record_id = $2 and ${VISIBLE} ${ofEmail})
    union all
    select e.id, e.created_at, ${String(WAYS.to)}, null, null
      from unnest($3::bpchar[]) person (id)
      cross join lateral (select e.id, e.created_at from sales_emails e where e.person_id = person.id and ${VISIBLE} ${ofEmail}) e
    union all
    select e.id, e.created_at,
           case e.field when 'to' then ${String(WAYS.to)} when 'cc' then ${String(WAYS.cc)} else ${String(WAYS.bcc)} end, p.name, p.address
      from people p
      cross join lateral (
        select e.id, e.created_at, r.field
          from email_recipients r join sales_emails e on e.org_id = r.org_id and e.id = r.sales_email_id
         where r.org_id = $1 and r.address = p.address and (e.user_id = $4 or (r.field <> 'bcc' and ${SEEN_LATELY})) and ${VISIBLE}
         ${page('r.created_at', 'r.sales_email_id')}) e
     where p.org_id = $1 and p.user_id = $4 and p.record_id = any($3::bpchar[])`;
}

const PAGE_OF_HITS = hits(
  (createdAt, id) => `and ($6::timestamptz is null or (${createdAt}, ${id}) < ($6, $7)) order by ${createdAt} desc, ${id} desc limit $8`,
);
const COPIES = `${String(WAYS.cc)}, ${String(WAYS.bcc)}`;

/** Emails of a record and of its people, newest first, without drafts. */
export async function findRows(tx: Tx, orgId: string, question: ListQuestion): Promise<ListedRow[]> {
  const { after, limit } = question;
  const { rows } = await tx.query<ListedRow>({
    name: 'emails-of-record',
    text: `with hit as (
       select distinct on (h.created_at, h.id) h.* from (${PAGE_OF_HITS}) h order by h.created_at desc, h.id desc, h.way limit $8)
     select ${ROW},
            case when hit.way in (${COPIES}) then json_build_object(
              'field', case hit.way when ${String(WAYS.cc)} then 'cc' else 'bcc' end, 'personName', hit.person_name) end as "copiedTo",
            bounce.of_copy as "copyBounce"
       from ${ROW_SOURCE}
       join hit on hit.id = e.id
       left join lateral (
         select json_build_object('bounceKind', b.bounce_kind, 'bounceReason', b.bounce_reason, 'bounceReportRead', b.bounce_report_read,
                  'receivedAt', b.received_at) as of_copy
           from responses b
          where b.org_id = $1 and b.sales_email_id = e.id and b.kind = 'bounce' and b.bounced_address = hit.address
          order by b.bounce_kind = 'soft', b.received_at desc limit 1) bounce on hit.way in (${COPIES})
      where e.org_id = $1
      order by hit.created_at desc, hit.id desc`,
    values: [...valuesOf(orgId, question), after?.at ?? null, after?.id ?? null, limit],
  });
  return rows;
}

export async function countRows(tx: Tx, orgId: string, question: Omit<ListQuestion, 'after' | 'limit'>): Promise<number> {
  const { rows } = await tx.query<{ total: number }>({
    name: 'count-emails-of-record',
    text: `select count(distinct h.id)::int as total from (${hits(() => '')}) h`,
    values: valuesOf(orgId, question),
  });
  return rows[0]?.total ?? 0;
}

function valuesOf(orgId: string, { recordId, personIds, viewerId, now }: Omit<ListQuestion, 'after' | 'limit'>): unknown[] {
  return [orgId, recordId, personIds, viewerId, new Date(now.getTime() - LATELY_MS)];
}
