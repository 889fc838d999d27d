import { inOrg, type Tx } from '../../platform/postgres.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { ProviderError } from '../../platform/provider-error.ts';
import { findDueEmail, type DueEmail } from './attempts.ts';
import { beginSending, type BeginDependencies, type Begun } from './begin-sending.ts';
import type { Delivery, DeliveryDependencies } from './deliver-sales-email.ts';
import type { ReadFiles } from './files-to-send.ts';
import { lockLane, releaseLane, renewLane, type HeldLane, type Lane } from './lane.ts';
import { pauseLane, releaseLaneFor } from './pause-lane.ts';
import type { LaneAdvice } from './record-failed-attempt.ts';
import { SENDS } from './send-metrics.ts';

export interface StepDependencies extends DeliveryDependencies, BeginDependencies {
  metrics: Metrics;
}

/** What the holder of a lane does next. `notBefore` is of `performance.now()`. */
export type Step =
  | { then: 'send'; begun: Begun; isOurs: Promise<boolean>; isRefused: boolean; notBefore: number }
  | { then: 'freshen' | 'read_files'; email: DueEmail }
  | { then: 'look_again'; hasEnded: boolean }
  | { then: 'open_mailbox' | 'renew_token' | 'end' }
  | { then: 'wait'; waitMs: number }
  | { then: 'close_mailbox'; error: ProviderError };

/** What the holder knows that the database does not. */
export interface KnownOfLane {
  isOpen: boolean;
  /** Whether Salesforce was asked for a record a moment ago. */
  wasAsked: (recordId: string) => boolean;
  /** The files of the email that is next, where they were read. */
  read: ReadFiles | null;
  /** The lane is released as soon as possible. */
  isLeaving: boolean;
  /** When an email last left by this holder. */
  sentAt: Date | null;
}

/** A slot that is nearer than this is waited for; for a later one the lane is released. */
const WORTH_WAITING_MS = 3_000;
/** So long before its slot an email is begun: what that takes would come on top of every pause. */
const AHEAD_MS = 25;

/**
 * What became of the last email and the beginning of the next commit together. When the next cannot even be begun, what is known of the
 * last is kept all the same.
 */
export async function recordAndGoOn(use: StepDependencies, lane: Lane, delivery: Delivery | null, known: KnownOfLane): Promise<Step> {
  const { pool, metrics } = use;
  const { orgId } = lane;
  const goOn = (tx: Tx): Promise<Step> => nextStep(use, tx, lane, known);
  if (!delivery) return committed(await inOrg(pool, orgId, goOn));
  const { record, provider } = delivery;
  try {
    const { advice, step } = await inOrg(pool, orgId, (tx) => recordThen(tx, delivery, goOn));
    const next = await committed(step);
    metrics.count(SENDS, { provider, outcome: advice.ended });
    return next;
  } catch (error) {
    const { ended } = await inOrg(pool, orgId, record);
    metrics.count(SENDS, { provider, outcome: ended });
    throw error;
  }
}

async function recordThen(
  tx: Tx,
  { record, sentAt }: Delivery,
  goOn: (tx: Tx) => Promise<Step>,
): Promise<{ advice: LaneAdvice; step: Step }> {
  if (sentAt === null) {
    const advice = await record(tx);
    return { advice, step: stepAfter(advice) ?? (await goOn(tx)) };
  }
  // After an email that has left the lane always goes on: both are asked together
  const [advice, step] = await Promise.all([record(tx), goOn(tx)]);
  return { advice, step };
}

/** What was written with the commit is known now. Throws what made the commit a rollback. */
async function committed(step: Step): Promise<Step> {
  return step.then !== 'send' || (await step.isOurs) ? step : { then: 'look_again', hasEnded: false };
}

function stepAfter(advice: LaneAdvice): Step | null {
  if (advice.then === 'go_on') return null;
  return advice.then === 'stop' ? { then: 'close_mailbox', error: advice.error } : { then: advice.then };
}

/**
 * Looks under the lock of the lane, so that an email whose own job found the lane taken is seen here, or finds it free. The step `end` has
 * released the lane; with `wait` it stays leased until the slot and for a call beyond it.
 */
async function nextStep(use: StepDependencies, tx: Tx, lane: Lane, known: KnownOfLane): Promise<Step> {
  const { isOpen, wasAsked, read, isLeaving, sentAt } = known;
  const [held, due] = await Promise.all([lockLane(tx, lane), findDueEmail(tx, lane, use.clock.now())]);
  // The lock may have been waited for: what is due by now is looked for once more before the lane is released
  const now = use.clock.now();
  const email = held.state === 'connected' ? (due ?? (await findDueEmail(tx, lane, now))) : null;
  if (!email) {
    await releaseLane(tx, lane);
    return { then: 'end' };
  }
  const waitFor = async (until: Date, release: () => Promise<void>, lessMs = 0): Promise<Step> => {
    const waitMs = until.getTime() - now.getTime() - lessMs;
    if (waitMs <= WORTH_WAITING_MS && !isLeaving) {
      await keepLaneFor(use, tx, lane, held, waitMs);
      return { then: 'wait', waitMs };
    }
    await release();
    return { then: 'end' };
  };
  const slot = held.nextSlotAt;
  if (slot && slot > now) return waitFor(slot, () => releaseLaneFor(tx, lane, slot.getTime() - now.getTime()));
  if (isLeaving) {
    await releaseLaneFor(tx, lane, 0);
    return { then: 'end' };
  }
  const spacedUntil = (sentAt && endOfSpacing(use, held, sentAt)) ?? now;
  const aheadMs = spacedUntil.getTime() - now.getTime();
  if (aheadMs > AHEAD_MS) return waitFor(spacedUntil, () => pauseLane(tx, lane, spacedUntil, 'mailbox_busy', now), AHEAD_MS);
  if (!isOpen) return { then: 'open_mailbox' };
  const notBefore = performance.now() + aheadMs;
  const beginning = await beginSending(use, tx, lane, held, email, wasAsked, read, aheadMs > 0 ? spacedUntil : now);
  if (beginning.then === 'send') return { ...beginning, isRefused: held.isRefused, notBefore };
  if (beginning.then !== 'wait') return beginning;
  const { until, reason } = beginning;
  return waitFor(until, () => pauseLane(tx, lane, until, reason, now));
}

/** The pause after an email is sure to hold the next one back: nothing else of that need be looked at before. */
function endOfSpacing({ windows, checksLimits }: StepDependencies, { provider }: HeldLane, sentAt: Date): Date | null {
  return provider === 'smtp' || !checksLimits ? null : new Date(sentAt.getTime() + windows.spacingMs[provider]);
}

/** Nobody renews the lease of a lane that waits: at the end of its wait two thirds of a lease must be left. */
async function keepLaneFor({ leaseMs }: StepDependencies, tx: Tx, lane: Lane, { leaseLeftMs }: HeldLane, waitMs: number): Promise<void> {
  if (leaseLeftMs < waitMs + (leaseMs * 2) / 3) await renewLane(tx, lane, waitMs + leaseMs);
}
