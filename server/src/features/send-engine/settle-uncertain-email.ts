import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { LookUpAnswer } from '../../providers/mailbox.ts';
import type { Facts } from '../facts/index.ts';
import { closeAttempt, findOpenEmail, type OpenEmail } from './attempts.ts';
import { enqueueDrain } from './drain-job.ts';
import { giveBackPlace } from './give-back-place.ts';
import { lookUpEmail } from './look-up-email.ts';
import type { OpenMailbox } from './open-mailbox.ts';
import { recordSent } from './record-sent.ts';
import { setNextLook } from './repository.ts';
import type { SalesEmailReason } from './schemas.ts';
import { SETTLED_SENDS } from './send-metrics.ts';
import { moveSalesEmail } from './transitions.ts';

export interface SettleDependencies {
  pool: Pool;
  clock: Clock;
  metrics: Metrics;
  facts: Facts;
  openMailbox: OpenMailbox;
  /** As in `DeliveryDependencies`. */
  expectAnswers: (tx: Tx, orgId: string, connectionId: string, sentAt: Date) => Promise<void>;
}

/** Why nobody can tell, in the words of the row. */
const REASONS: Record<Extract<LookUpAnswer, { answer: 'unknown' }>['reason'], SalesEmailReason> = {
  no_read_scope: 'cannot_look_in_sent_mail',
  no_copy_kept: 'server_keeps_no_copy',
  not_settled: 'no_answer_from_provider',
};
/** When a vendor cannot be asked now: an email of unknown outcome is worth asking for again for a long time. */
const ASK_AGAIN_MS = 5 * 60_000;
/** A vendor that names the next moment again and again is not asked more often than this. */
const SOONEST_MS = 30_000;

export type SettleUncertainEmail = (orgId: string, salesEmailId: string, state?: OpenEmail['state']) => Promise<void>;

/**
 * Finds out what became of an email whose call got no answer, by asking the vendor and never by sending. Safe to run twice: an email that
 * somebody else has settled is left alone. One in `sending` may have its sender at work: only the holder of its lane may ask for that
 * state. An answer that stays unknown is left to the rep.
 */
export function createSettleUncertainEmail(use: SettleDependencies): SettleUncertainEmail {
  const { pool, clock, metrics, expectAnswers } = use;
  return async function settleUncertainEmail(orgId, salesEmailId, state = 'uncertain') {
    const email = await inOrg(pool, orgId, (tx) => findOpenEmail(tx, orgId, salesEmailId, state));
    if (!email) return;
    const answer = await lookUpEmail(use, orgId, email).catch((error: unknown) => whenNobodyAnswers(error, clock.now()));
    await inOrg(pool, orgId, async (tx) => {
      if (answer.answer === 'sent') await expectAnswers(tx, orgId, email.connectionId, clock.now());
      await apply(use, tx, orgId, email, answer);
    });
    metrics.count(SETTLED_SENDS, { answer: answer.answer });
  };
}

/** What waits for the rep to connect the mailbox again is asked for then; see `resumeMailbox`. */
function whenNobodyAnswers(error: unknown, now: Date): LookUpAnswer {
  if (!(error instanceof ProviderError)) throw error;
  switch (error.kind) {
    case 'permission':
      return { answer: 'unknown', reason: 'no_read_scope', lookAgainAt: null };
    case 'reconnect_required':
      return { answer: 'unknown', reason: 'not_settled', lookAgainAt: null };
    default: {
      const named = error.retryAt && Math.max(error.retryAt.getTime(), now.getTime() + SOONEST_MS);
      return { answer: 'unknown', reason: 'not_settled', lookAgainAt: new Date(named ?? now.getTime() + ASK_AGAIN_MS) };
    }
  }
}

async function apply({ facts, clock }: SettleDependencies, tx: Tx, orgId: string, email: OpenEmail, answer: LookUpAnswer): Promise<void> {
  const now = clock.now();
  const { id, attempt, connectionId } = email;
  const from = ['sending', 'uncertain'] as const;
  switch (answer.answer) {
    case 'sent':
      await recordSent(facts, tx, orgId, id, { from, attempt, sent: answer.message, reason: 'found_in_sent_mail', at: now });
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
      await giveBackPlace(tx, orgId, id, attempt, { outcome: 'not_sent', at: now });
      await enqueueDrain(tx, orgId, connectionId);
      return;
    }
    case 'unknown': {
      const reason = REASONS[answer.reason];
      const isNews = email.state === 'sending' || email.reason !== reason;
      if (isNews) await moveSalesEmail(tx, orgId, id, { from, to: 'uncertain', reason, at: now, attempt });
      if (email.state === 'sending') await closeAttempt(tx, orgId, id, attempt, { outcome: 'uncertain', at: now });
      await setNextLook(tx, orgId, id, attempt, answer.lookAgainAt);
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

export function createSettleJob(settle: SettleUncertainEmail): JobHandler {
  return async function settleJob(payload) {
    const { orgId, salesEmailId } = Payload.parse(payload);
    await settle(orgId, salesEmailId);
  };
}
