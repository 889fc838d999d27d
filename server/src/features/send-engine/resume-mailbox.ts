import type { Tx } from '../../platform/postgres.ts';
import { enqueueDrain } from './drain-job.ts';

/** Of a connection `c`: `was` is one that the same user has now or had before. */
const IS_EARLIER = `was.org_id = $1 and was.user_id = c.user_id and (was.provider = 'smtp') = (c.provider = 'smtp')`;
/** Whether an email `e` that was accepted for `was` may leave by `c`. */
const IS_WRITTEN_AS = `case when e.identity_id <> e.email_connection_id
  then was.id = c.id or was.provider = c.provider and lower(was.address) = lower(c.address)
  else lower(e.from_address) = lower(c.address) end`;

/**
 * To be called in the transaction that connects a mailbox again: what waited for it leaves now. Emails of an earlier connection to the same
 * address move over to this one; those of another address stay, because they were written as somebody else. What was written as an identity
 * goes with the connection that it was accepted for. What is scheduled moves over as well, and keeps its time.
 */
export async function resumeMailbox(tx: Tx, orgId: string, connectionId: string, now: Date): Promise<void> {
  const { rowCount } = await tx.query(
    `with connection as (
       update email_connections set next_slot_at = null, slot_reason = null where org_id = $1 and id = $2
       returning org_id, id, user_id, provider, address),
     resumed as (
       update sales_emails e set email_connection_id = c.id, waits_for = null,
              provider_draft_id = case when e.email_connection_id = c.id then e.provider_draft_id end, due_at = greatest(e.due_at, $3),
              updated_at = $3
         from connection c join email_connections was on ${IS_EARLIER}
        where e.org_id = $1 and e.email_connection_id = was.id and e.state = 'queued' and (was.id <> c.id or e.waits_for is not null)
          and ${IS_WRITTEN_AS}
       returning e.id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at) select $1, id, 'queued', null, $3 from resumed`,
    [orgId, connectionId, now],
  );
  await moveScheduled(tx, orgId, connectionId, now);
  await lookAgain(tx, orgId, connectionId, now);
  if (rowCount) await enqueueDrain(tx, orgId, connectionId);
}

async function moveScheduled(tx: Tx, orgId: string, connectionId: string, now: Date): Promise<void> {
  await tx.query(
    `update sales_emails e set email_connection_id = c.id, updated_at = $3
       from email_connections c join email_connections was on ${IS_EARLIER}
      where c.org_id = $1 and c.id = $2 and was.id <> c.id and e.org_id = $1 and e.email_connection_id = was.id and e.state = 'scheduled'
        and ${IS_WRITTEN_AS}`,
    [orgId, connectionId, now],
  );
}

/** What nobody could be asked about while the mailbox was closed is looked for now, also by a new connection to the same account. */
async function lookAgain(tx: Tx, orgId: string, connectionId: string, now: Date): Promise<void> {
  await tx.query(
    `update sales_emails e set email_connection_id = c.id, look_again_at = $3
       from email_connections c, email_connections earlier
      where c.org_id = $1 and c.id = $2 and earlier.org_id = $1 and earlier.user_id = c.user_id and earlier.provider = c.provider
        and earlier.account_key = c.account_key and e.org_id = $1 and e.email_connection_id = earlier.id and e.state = 'uncertain'`,
    [orgId, connectionId, now],
  );
}
