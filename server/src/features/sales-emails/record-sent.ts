import type { Tx } from '../../platform/postgres.ts';
import type { SentMessage } from '../../providers/mailbox.ts';
import { recordActivity } from '../activities/index.ts';
import { closeAttempt } from './attempts.ts';
import type { SalesEmailReason, SalesEmailState } from './schemas.ts';
import { moveSalesEmail } from './transitions.ts';

interface Sent {
  from: readonly SalesEmailState[];
  attempt: number;
  /** Null when a person says so and no vendor does. */
  sent: SentMessage | null;
  reason: SalesEmailReason | null;
  at: Date;
}

/** The email has left: its state, the fact and the job that logs it commit together. False when it was settled otherwise before. */
export async function recordSent(tx: Tx, orgId: string, salesEmailId: string, { from, attempt, sent, reason, at }: Sent): Promise<boolean> {
  const moved = await moveSalesEmail(tx, orgId, salesEmailId, {
    from,
    to: 'sent',
    reason,
    at,
    attempt,
    set: {
      sent_at: at,
      look_again_at: null,
      ...(sent
        ? { provider_message_id: sent.providerMessageId, provider_thread_id: sent.providerThreadId, sent_message_id: sent.sentMessageId }
        : {}),
    },
  });
  if (!moved) {
    await fillIn(tx, orgId, salesEmailId, attempt, sent);
    return false;
  }
  await closeAttempt(tx, orgId, salesEmailId, attempt, { outcome: 'accepted', at });
  const { rows } = await tx.query<{ userId: string; personId: string }>(
    `select user_id as "userId", person_id as "personId" from sales_emails where org_id = $1 and id = $2`,
    [orgId, salesEmailId],
  );
  if (rows[0]) await recordActivity(tx, orgId, { type: 'send_sales_email', salesEmailId, ...rows[0], happenedAt: at });
  return true;
}

/** An answer may be quicker than the vendor's own word that the email left: what only the vendor knows is added then. */
async function fillIn(tx: Tx, orgId: string, salesEmailId: string, attempt: number, sent: SentMessage | null): Promise<void> {
  if (!sent) return;
  await tx.query(
    `update sales_emails set provider_message_id = coalesce(provider_message_id, $4), provider_thread_id = coalesce(provider_thread_id, $5),
            sent_message_id = coalesce(sent_message_id, $6)
      where org_id = $1 and id = $2 and attempts = $3 and state in ('sent', 'bounced')`,
    [orgId, salesEmailId, attempt, sent.providerMessageId, sent.providerThreadId, sent.sentMessageId],
  );
}
