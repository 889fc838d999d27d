import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { SalesEmailState } from '../send-engine/schemas.ts';

/** An email that left, or may have, with everything that an answer can be recognised by. */
export interface AnswerableEmail {
  id: string;
  state: SalesEmailState;
  connectionId: string;
  /** With their angle brackets: the Message-ID we wrote, and the one that the vendor put in its place. */
  messageId: string | null;
  sentMessageId: string | null;
  threadId: string | null;
  /** As addresses are compared; the person first, then Cc and Bcc. */
  recipients: string[];
  sentAt: Date | null;
}

export interface AnswerQuestion {
  /** Whose emails: the owner of the mailbox that got the answer. */
  userId: string;
  connectionId: string;
  /** Message-IDs that messages of the inbox refer to. */
  messageIds: string[];
  /** Thread ids mean something in their own mailbox only. */
  threadIds: string[];
}

/** The emails that messages of an inbox may answer: by a Message-ID of any of the user's emails, by thread only of this mailbox's. */
export async function findAnswerable(
  tx: Tx,
  orgId: string,
  { userId, connectionId, messageIds, threadIds }: AnswerQuestion,
): Promise<AnswerableEmail[]> {
  const { rows } = await tx.query<AnswerableEmail>(
    `select e.id, e.state, e.email_connection_id as "connectionId", e.message_id as "messageId", e.sent_message_id as "sentMessageId",
            e.provider_thread_id as "threadId", e.sent_at as "sentAt",
            array(select address from unnest(array[e.to_address] || array(select jsonb_array_elements_text(e.cc || e.bcc))) as address
                   where address is not null) as recipients
       from sales_emails e
      where e.org_id = $1 and e.id in (
        select id from sales_emails where org_id = $1 and user_id = $2 and message_id = any($4)
        union select id from sales_emails where org_id = $1 and user_id = $2 and sent_message_id = any($4)
        union select id from sales_emails where org_id = $1 and email_connection_id = $3 and provider_thread_id = any($5))`,
    [orgId, userId, connectionId, messageIds, threadIds],
  );
  return rows.map((email) => ({ ...email, recipients: email.recipients.map(canonicalAddress) }));
}

/** Between when a mailbox sent what can still be answered, `since` the oldest that matters; null when it sent nothing since then. */
export async function findSendingTimes(
  tx: Tx,
  orgId: string,
  connectionId: string,
  since: Date,
): Promise<{ oldest: Date; newest: Date } | null> {
  const { rows } = await tx.query<{ oldest: Date | null; newest: Date | null }>(
    `select min(sent_at) as oldest, max(sent_at) as newest from sales_emails
     where org_id = $1 and email_connection_id = $2 and sent_at >= $3`,
    [orgId, connectionId, since],
  );
  const [times] = rows;
  return times?.oldest && times.newest ? { oldest: times.oldest, newest: times.newest } : null;
}
