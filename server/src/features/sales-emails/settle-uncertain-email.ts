import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { LookUpAnswer } from '../../providers/mailbox.ts';
import { closeAttempt, findOpenEmail, type OpenEmail } from './attempts.ts';
import type { OpenMailbox } from './open-mailbox.ts';
import { recordSent } from './record-sent.ts';
import { moveSalesEmail } from './transitions.ts';

export interface SettleDependencies {
  pool: Pool;
  clock: Clock;
  openMailbox: OpenMailbox;
}

/** When a vendor cannot be asked now: an email of unknown outcome is worth asking for again for a long time. */
const ASK_AGAIN_MS = 5 * 60_000;

/**
 * Finds out what became of an email whose call got no answer, by asking the vendor and never by sending. Safe to run at any time:
 * an email that somebody else has settled is left alone. An answer that stays unknown is left to the rep.
 */
export const createSettleUncertainEmail =
  ({ pool, clock, openMailbox }: SettleDependencies) =>
  async (orgId: string, salesEmailId: string): Promise<void> => {
    const email = await inOrg(pool, orgId, (tx) => findOpenEmail(tx, orgId, salesEmailId));
    if (!email) return;
    let answer: LookUpAnswer;
    try {
      const { provider, accessToken, scopes } = await openMailbox(orgId, email.connectionId);
      const { messageId, providerDraftId: draftId, startedAt } = email;
      answer = await provider.lookUp(accessToken, scopes, { messageId, reference: email.id, draftId, startedAt, now: clock.now() });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      answer = { answer: 'unknown', reason: 'not_settled', lookAgainAt: error.retryAt ?? new Date(clock.now().getTime() + ASK_AGAIN_MS) };
    }
    await inOrg(pool, orgId, (tx) => apply(tx, orgId, email, answer, clock.now()));
  };

async function apply(tx: Tx, orgId: string, email: OpenEmail, answer: LookUpAnswer, now: Date): Promise<void> {
  const { id, attempt, connectionId } = email;
  const from = ['sending', 'uncertain'] as const;
  switch (answer.answer) {
    case 'sent':
      await recordSent(tx, orgId, id, { from, attempt, sent: answer.message, reason: 'found_in_sent_mail', at: now });
      return;
    case 'not_sent': {
      const moved = await moveSalesEmail(tx, orgId, id, {
        from,
        to: 'queued',
        reason: 'not_in_sent_mail',
        at: now,
        attempt,
        set: { due_at: now, waits_for: null, look_again_at: null },
      });
      if (!moved) return;
      await closeAttempt(tx, orgId, id, attempt, { outcome: 'not_sent', at: now });
      await enqueue(tx, 'drain-mailbox', { orgId, emailConnectionId: connectionId });
      return;
    }
    case 'unknown': {
      await moveSalesEmail(tx, orgId, id, {
        from: ['sending'],
        to: 'uncertain',
        reason: 'no_answer_from_provider',
        at: now,
        attempt,
      });
      await tx.query(`update sales_emails set look_again_at = $3 where org_id = $1 and id = $2 and state = 'uncertain' and attempts = $4`, [
        orgId,
        id,
        answer.lookAgainAt,
        attempt,
      ]);
      if (answer.lookAgainAt)
        await enqueue(
          tx,
          'settle-uncertain-email',
          { orgId, salesEmailId: id },
          { delayMs: Math.max(0, answer.lookAgainAt.getTime() - now.getTime()) },
        );
    }
  }
}

const Payload = z.object({ orgId: z.string(), salesEmailId: z.uuid() });

export const createSettleJob = (settle: ReturnType<typeof createSettleUncertainEmail>): JobHandler => {
  return async (payload) => {
    const { orgId, salesEmailId } = Payload.parse(payload);
    await settle(orgId, salesEmailId);
  };
};
