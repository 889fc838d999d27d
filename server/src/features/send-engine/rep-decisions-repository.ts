import { canonicalAddress } from '../../platform/canonical-address.ts';
import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';

/** The vendor is asked at once about an email of unknown outcome. False when its outcome is known by now. */
export async function lookAtOnce(tx: Tx, orgId: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(`update sales_emails set look_again_at = $3 where org_id = $1 and id = $2 and state = 'uncertain'`, [
    orgId,
    id,
    now,
  ]);
  await enqueue(tx, 'settle-uncertain-email', { orgId, salesEmailId: id });
  return rowCount === 1;
}

/**
 * Before an email of unknown outcome is sent again: a draft that the vendor still has is sent itself, which cannot double it. One that the
 * vendor has lost, and so will not be looked for again, would end in the same doubt, and is forgotten.
 */
export async function forgetLostDraft(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query(
    `update sales_emails set provider_draft_id = null where org_id = $1 and id = $2 and state = 'uncertain' and look_again_at is null`,
    [orgId, id],
  );
}

/** As whom and to whom an email leaves. */
export interface Envelope {
  connectionId: string;
  /** The id of the mailbox where the email leaves as the mailbox itself. */
  identityId: string;
  from: { address: string; name: string | null };
  to: { address: string; name: string };
  cc: readonly string[];
  bcc: readonly string[];
}

/**
 * Gives a failed email that is queued again another sender and other recipients. It has certainly not left, so a draft that was prepared
 * with the old address is not used again.
 */
export async function changeEnvelope(
  tx: Tx,
  orgId: string,
  id: string,
  { connectionId, identityId, from, to, cc, bcc }: Envelope,
): Promise<void> {
  await tx.query(
    `update sales_emails set email_connection_id = $3, from_address = $4, from_name = $5, to_address = $6, person_name = $7,
            identity_id = $8, provider_draft_id = null, refused_recipients = '{}'
      where org_id = $1 and id = $2`,
    [orgId, id, connectionId, from.address, from.name, to.address, to.name, identityId],
  );
  await tx.query('delete from email_recipients where org_id = $1 and sales_email_id = $2', [orgId, id]);
  const fields = new Map<string, 'to' | 'cc' | 'bcc'>();
  // An address that was given twice stands where it shows most
  for (const [field, addresses] of [['bcc', bcc] as const, ['cc', cc] as const, ['to', [to.address]] as const])
    for (const address of addresses) fields.set(canonicalAddress(address), field);
  await tx.query(
    `insert into email_recipients (org_id, sales_email_id, address, field, created_at)
     select e.org_id, e.id, r.address, r.field, e.created_at
       from sales_emails e cross join unnest($3::text[], $4::text[]) r (address, field) where e.org_id = $1 and e.id = $2`,
    [orgId, id, [...fields.keys()], [...fields.values()]],
  );
}
