import type { Tx } from '../../platform/postgres.ts';
import type { OptOutPolicy, RefusedRecipient } from './schemas.ts';

/** What a look at a Lead or Contact showed of the person's wish. */
export interface SeenWish {
  id: string;
  /** In the form in which addresses are compared; null where there is none, or where the rep's rights do not show it. */
  address: string | null;
  /** Null where the rep's rights do not show it. */
  optedOut: boolean | null;
  /** What a converted Lead has become. */
  contactId: string | null;
}

/** When a look at Salesforce began and ended. What it says is true of some moment between. */
export interface LookTime {
  beganAt: Date;
  endedAt: Date;
}

const SEEN = `jsonb_to_recordset($2) as s (id char(18), address text, "optedOut" boolean, "contactId" char(18))`;

/**
 * The first look at a converted lead hands all that is known on to its contact, and a later one a yes that is new. A yes that came so
 * stands until the contact's own field was seen ticked, and then not ticked: that it never was is nobody's change of mind.
 */
export async function handOnWishes(tx: Tx, orgId: string, seen: SeenWish[]): Promise<void> {
  await tx.query(
    `insert into email_wishes (org_id, record_id, address, opted_out, handed_on)
     select distinct on (s."contactId") $1::bpchar, s."contactId", coalesce(s.address, w.address), coalesce(s."optedOut", w.opted_out),
            coalesce(s."optedOut", w.opted_out, false)
       from ${SEEN} left join email_wishes w on w.org_id = $1 and w.record_id = s.id
      where s."contactId" is not null and (w.contact_id is null or s."optedOut" and w.opted_out is not true)
      order by s."contactId"
     on conflict (org_id, record_id) do update set opted_out = true, handed_on = true, seen_at = null where excluded.opted_out`,
    [orgId, JSON.stringify(seen)],
  );
}

/**
 * Remembers wishes for the whole org. What a look could not see stays as it was; a yes stays until a look says no that began after the yes
 * was seen. Rows are taken in one order, so that two looks at the same people wait for each other and never in a circle.
 */
export async function saveWishes(tx: Tx, orgId: string, seen: SeenWish[], { beganAt, endedAt }: LookTime): Promise<void> {
  await tx.query(
    `insert into email_wishes (org_id, record_id, address, opted_out, seen_at, contact_id)
     select distinct on (s.id) $1::bpchar, s.id, s.address, s."optedOut",
            case when s."optedOut" is not null then $4::timestamptz end, s."contactId"
       from ${SEEN} order by s.id
     on conflict (org_id, record_id) do update set
       address = coalesce(excluded.address, email_wishes.address),
       opted_out = case when excluded.opted_out is null or email_wishes.handed_on then email_wishes.opted_out
                        when excluded.opted_out or email_wishes.opted_out is not true or email_wishes.seen_at is null
                          then excluded.opted_out
                        else email_wishes.seen_at >= $3 end,
       handed_on = email_wishes.handed_on and excluded.opted_out is not true,
       seen_at = greatest(email_wishes.seen_at, excluded.seen_at),
       contact_id = coalesce(excluded.contact_id, email_wishes.contact_id)`,
    [orgId, JSON.stringify(seen), beganAt, endedAt],
  );
}

/** One record that an email would reach. */
export interface KnownRecipient {
  /** The id that was asked for; null for a record that was found by its address. */
  personId: string | null;
  /** The record whose wish counts: the contact of a converted lead. */
  recordId: string;
  address: string | null;
  optedOut: boolean | null;
  lookedAt: Date | null;
  refusal: RefusedRecipient['reason'] | null;
}

/** The people asked for, known or not, and all known records that have one of the addresses. Who is in no row may get email. */
export async function findKnownRecipients(
  tx: Tx,
  orgId: string,
  userId: string,
  personIds: string[],
  addresses: string[],
): Promise<KnownRecipient[]> {
  const { rows } = await tx.query<KnownRecipient>({
    name: 'known-recipients',
    text: `select person_id as "personId", record_id as "recordId", address, opted_out as "optedOut", looked_at as "lookedAt", refusal
             from known_recipients($1, $2, $3, $4)`,
    values: [orgId, userId, personIds, addresses],
  });
  return rows;
}

/** The admin's decision, or null while there is none. */
export async function findOptOutPolicy(
  tx: Tx,
  orgId: string,
): Promise<(OptOutPolicy & { updatedAt: Date; updatedBy: string | null }) | null> {
  const { rows } = await tx.query<OptOutPolicy & { updatedAt: Date; updatedBy: string | null }>(
    `select p.when_unknown as "whenUnknown", p.updated_at as "updatedAt", coalesce(u.name, u.email) as "updatedBy"
       from opt_out_policies p left join users u on u.org_id = p.org_id and u.id = p.updated_by where p.org_id = $1`,
    [orgId],
  );
  return rows[0] ?? null;
}

export async function saveOptOutPolicy(
  tx: Tx,
  orgId: string,
  { whenUnknown }: OptOutPolicy,
  userId: string | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into opt_out_policies (org_id, when_unknown, updated_at, updated_by) values ($1, $2, $3, $4)
     on conflict (org_id) do update set when_unknown = excluded.when_unknown, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [orgId, whenUnknown, now, userId],
  );
}
