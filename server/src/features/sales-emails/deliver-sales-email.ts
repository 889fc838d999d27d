import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SentMessage } from '../../providers/mailbox.ts';
import { saveProviderDraft } from './attempts.ts';
import type { Begun } from './begin-sending.ts';
import { LaneLost, lockLane, type Lane } from './lane.ts';
import type { OpenedMailbox } from './open-mailbox.ts';
import { recordFailedAttempt, type LaneAdvice } from './record-failed-attempt.ts';
import { recordSent } from './record-sent.ts';

export interface DeliveryDependencies {
  pool: Pool;
  clock: Clock;
  leaseMs: number;
}

/** The vendor's word counts also when somebody has given the email up meanwhile; guarded by the number of the attempt. */
const STILL_THIS_ATTEMPT = ['sending', 'uncertain', 'queued'] as const;

/** Writes down how a call ended; to be called once, in a transaction that commits. */
export type RecordOutcome = (tx: Tx) => Promise<LaneAdvice>;

/**
 * Hands one email to the vendor after its intent is committed, and answers with how to write down what came of it. Whatever ends this process in
 * between leaves the email in `sending`, for `settle-uncertain-email` to find out. Throws LaneLost when the lease may have ended meanwhile.
 */
export async function deliverSalesEmail(
  use: DeliveryDependencies,
  lane: Lane,
  mailbox: OpenedMailbox,
  { email, attempt, message }: Begun,
  begunAt: number,
): Promise<RecordOutcome> {
  // A process that stood still for so long is no longer the only one who sends from this mailbox
  if (performance.now() - begunAt > use.leaseMs) throw new LaneLost();
  let sent: SentMessage;
  try {
    sent = await mailbox.provider.send(mailbox.accessToken, message, {
      scopes: mailbox.scopes,
      ...(email.providerDraftId ? { draftId: email.providerDraftId } : {}),
      onPrepared: (draftId) => keepDraft(use, lane, email.id, attempt, draftId),
    });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const now = use.clock.now();
    return (tx) => recordFailedAttempt(tx, lane, { email, attempt, error, now });
  }
  const at = use.clock.now();
  return async (tx) => {
    await recordSent(tx, lane.orgId, email.id, { from: STILL_THIS_ATTEMPT, attempt, sent, reason: null, at });
    return { then: 'go_on' };
  };
}

async function keepDraft(
  { pool }: DeliveryDependencies,
  lane: Lane,
  salesEmailId: string,
  attempt: number,
  draftId: string,
): Promise<void> {
  await inOrg(pool, lane.orgId, async (tx) => {
    const [, isSaved] = await Promise.all([lockLane(tx, lane), saveProviderDraft(tx, lane.orgId, salesEmailId, attempt, draftId)]);
    if (!isSaved) throw new LaneLost();
  });
}
