import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../platform/clock.ts';
import { inOrgAtOnce, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SentMessage } from '../../providers/mailbox.ts';
import type { Facts } from '../facts/index.ts';
import { saveProviderDraft } from './attempts.ts';
import type { Begun } from './begin-sending.ts';
import { endRefusals, LaneLost, type Lane } from './lane.ts';
import type { OpenedMailbox } from './open-mailbox.ts';
import { enqueueReading } from './read-sent-message.ts';
import { recordFailedAttempt, type LaneAdvice } from './record-failed-attempt.ts';
import { recordSent } from './record-sent.ts';

export interface DeliveryDependencies {
  pool: Pool;
  clock: Clock;
  leaseMs: number;
  facts: Facts;
  /** An email has left a mailbox, or may have: its answer is to be looked for soon. Asked before anything of the email is written. */
  expectAnswers: (tx: Tx, orgId: string, connectionId: string, sentAt: Date) => Promise<void>;
}

/** What is known of the mailbox when an email is handed to its vendor. */
export interface Handover {
  mailbox: OpenedMailbox;
  /** Its token was renewed because the vendor had refused the one before. */
  hasNewToken: boolean;
  /** Its vendor has refused something lately. */
  isRefused: boolean;
  /** The vendor is not called before; of `performance.now()`. */
  notBefore: number;
}

/** The vendor's word counts also when somebody has given the email up meanwhile; guarded by the number of the attempt. */
const STILL_THIS_ATTEMPT = ['sending', 'uncertain', 'queued'] as const;

/** Writes down how a call ended; to be called once, in a transaction that commits. */
type RecordOutcome = (tx: Tx) => Promise<LaneAdvice>;

export interface Delivery {
  record: RecordOutcome;
  provider: OpenedMailbox['provider']['name'];
  /** Null when it has not left, or nobody knows. */
  sentAt: Date | null;
}

/**
 * Hands one email to the vendor after its intent is committed, and answers with how to write down what came of it. Whatever ends this
 * process in between leaves the email in `sending`, for `settle-uncertain-email` to find out. Throws LaneLost when the lease may have ended
 * meanwhile.
 */
export async function deliverSalesEmail(
  use: DeliveryDependencies,
  lane: Lane,
  { mailbox, hasNewToken, isRefused, notBefore }: Handover,
  { email, attempt, message }: Begun,
  begunAt: number,
): Promise<Delivery> {
  const earlyMs = notBefore - performance.now();
  if (earlyMs > 0) await delay(earlyMs);
  // A process that stood still for so long is no longer the only one who sends from this mailbox
  if (performance.now() - begunAt > use.leaseMs) throw new LaneLost();
  const provider = mailbox.provider.name;
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
    const record: RecordOutcome = async (tx) => {
      if (error.kind === 'uncertain') await use.expectAnswers(tx, lane.orgId, lane.connectionId, now);
      return recordFailedAttempt(use.facts, tx, lane, { email, attempt, error, hasNewToken, isRefused, now });
    };
    return { record, provider, sentAt: null };
  }
  const at = use.clock.now();
  const record: RecordOutcome = async (tx) => {
    await Promise.all([
      use.expectAnswers(tx, lane.orgId, lane.connectionId, at),
      recordSent(use.facts, tx, lane.orgId, email.id, { from: STILL_THIS_ATTEMPT, attempt, sent, reason: null, at }),
      sent.isOnItsWay ? enqueueReading(tx, lane.orgId, email.id, attempt) : null,
      isRefused ? endRefusals(tx, lane) : null,
    ]);
    return { then: 'go_on', ended: 'sent' };
  };
  return { record, provider, sentAt: at };
}

async function keepDraft(
  { pool }: DeliveryDependencies,
  lane: Lane,
  salesEmailId: string,
  attempt: number,
  draftId: string,
): Promise<void> {
  const isSaved = await inOrgAtOnce(pool, lane.orgId, (tx) => saveProviderDraft(tx, lane, salesEmailId, attempt, draftId));
  if (!isSaved) throw new LaneLost();
}
