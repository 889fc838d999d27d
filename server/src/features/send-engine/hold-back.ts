import type { Tx } from '../../platform/postgres.ts';
import { countDomains } from '../sending-limits/index.ts';
import { recipientsOf, type DueEmail } from './attempts.ts';
import type { Lane } from './lane.ts';

const PUT_OFF_MS = 60_000;

/** An email that cannot leave now for a reason of ours waits for a minute, and others go on. */
export async function putOff(tx: Tx, lane: Lane, email: DueEmail, now: Date): Promise<void> {
  await tx.query(
    `update sales_emails set due_at = $4, waits_for = 'sending_delayed', updated_at = $5
      where org_id = $1 and email_connection_id = $2 and id = $3 and state = 'queued'`,
    [lane.orgId, lane.connectionId, email.id, new Date(now.getTime() + PUT_OFF_MS), now],
  );
}

/**
 * An email to a domain that has had enough for today waits, and others go on. Where it wants one place only, everything else that is due
 * for that domain cannot leave before either, and is not tried one by one.
 */
export async function holdBackForDomain(tx: Tx, lane: Lane, email: DueEmail, until: Date, now: Date): Promise<void> {
  const recipients = recipientsOf(email);
  const [domain = ''] = countDomains(recipients).keys();
  await tx.query(
    `with held as (
       update sales_emails set due_at = $4, waits_for = 'domain_limit', updated_at = $5
        where org_id = $1 and email_connection_id = $2 and state = 'queued' and due_at <= $5
          and (id = $3 or ($7 and lower(substring(to_address from '[^@]*$')) = $6))
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
     select $1, id, 'queued', 'domain_limit', $5 from held`,
    [lane.orgId, lane.connectionId, email.id, until, now, domain, recipients.length === 1],
  );
}
