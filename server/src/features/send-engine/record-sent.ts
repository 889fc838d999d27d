import type { Tx } from '../../platform/postgres.ts';
import type { SentMessage } from '../../providers/mailbox.ts';
import { factKey, type Facts } from '../facts/index.ts';
import type { SalesEmailReason, SalesEmailState } from './schemas.ts';

interface Sent {
  from: readonly SalesEmailState[];
  attempt: number;
  /** Null when a person says so and no vendor does. */
  sent: SentMessage | null;
  reason: SalesEmailReason | null;
  at: Date;
}

interface Moved {
  userId: string;
  personId: string | null;
  recordId: string | null;
  connectionId: string | null;
  /** Null when there is such a fact already: then what follows from it has been done. */
  factId: string | null;
}

/**
 * The email has left: its state and history, the end of its attempt and the fact, in one statement, and what follows from the fact. False
 * when it was settled otherwise before.
 */
export async function recordSent(
  facts: Facts,
  tx: Tx,
  orgId: string,
  salesEmailId: string,
  { from, attempt, sent, reason, at }: Sent,
): Promise<boolean> {
  const key = factKey('email_sent', salesEmailId);
  const { rows } = await tx.query<Moved>({
    name: 'record-sent',
    text: `with moved as (
             update sales_emails set state = 'sent', state_reason = $5, updated_at = $6, sent_at = $6, look_again_at = null,
                    provider_message_id = coalesce($7, provider_message_id), provider_thread_id = coalesce($8, provider_thread_id),
                    sent_message_id = coalesce($9, sent_message_id), web_link = coalesce($11, web_link)
              where org_id = $1 and id = $2 and attempts = $3 and state = any($4)
             returning id, user_id, person_id, record_id, email_connection_id),
           history as (
             insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at) select $1, id, 'sent', $5, $6 from moved),
           closed as (
             update send_attempts set outcome = 'accepted', finished_at = $6, counts_from = least(counts_from, $6)
              where org_id = $1 and sales_email_id = $2 and attempt = $3 and exists (select from moved)),
           counted as (
             update send_attempt_domains set counts_from = least(counts_from, $6)
              where org_id = $1 and sales_email_id = $2 and attempt = $3 and exists (select from moved))
           select user_id as "userId", person_id as "personId", record_id as "recordId", email_connection_id as "connectionId",
                  record_fact($1, 'email_sent', $10, user_id, person_id, record_id, id, $6,
                    jsonb_build_object('connectionId', email_connection_id)) as "factId"
             from moved`,
    values: [
      orgId,
      salesEmailId,
      attempt,
      from,
      reason,
      at,
      sent?.providerMessageId ?? null,
      sent?.providerThreadId ?? null,
      sent?.sentMessageId ?? null,
      key,
      sent?.webLink ?? null,
    ],
  });
  const [moved] = rows;
  if (!moved) {
    await fillInSent(tx, orgId, salesEmailId, attempt, sent);
    return false;
  }
  const { factId, connectionId, ...who } = moved;
  if (factId) {
    const fact = {
      id: factId,
      kind: 'email_sent',
      key,
      ...who,
      sourceId: salesEmailId,
      happenedAt: at,
      details: { connectionId },
    } as const;
    await facts.follow(tx, orgId, fact);
  }
  return true;
}

/** An answer may be quicker than the vendor's own word that the email left: what only the vendor knows is added then. */
export async function fillInSent(tx: Tx, orgId: string, salesEmailId: string, attempt: number, sent: SentMessage | null): Promise<void> {
  if (!sent) return;
  await tx.query(
    `update sales_emails set provider_message_id = coalesce(provider_message_id, $4), provider_thread_id = coalesce(provider_thread_id, $5),
            sent_message_id = coalesce(sent_message_id, $6), web_link = coalesce(web_link, $7)
      where org_id = $1 and id = $2 and attempts = $3 and state in ('sent', 'bounced')`,
    [orgId, salesEmailId, attempt, sent.providerMessageId, sent.providerThreadId, sent.sentMessageId, sent.webLink ?? null],
  );
}
