import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { JobHandler } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findAbandonedEmail, findDueEmail, type DueEmail } from './attempts.ts';
import { beginSending, type BeginDependencies, type Begun } from './begin-sending.ts';
import { closeMailbox } from './close-mailbox.ts';
import { deliverSalesEmail, type DeliveryDependencies, type Delivery } from './deliver-sales-email.ts';
import type { FreshenRecipients } from './freshen-recipients.ts';
import { claimLane, LaneLost, lockLane, releaseLane, renewLane, type Lane } from './lane.ts';
import type { OpenedMailbox, OpenMailbox, ReportMailboxProblem } from './open-mailbox.ts';
import { pauseLane, releaseLaneFor } from './pause-lane.ts';
import type { LaneAdvice } from './record-failed-attempt.ts';
import { SENDS } from './send-metrics.ts';
import type { SettleUncertainEmail } from './settle-uncertain-email.ts';

export interface DrainDependencies extends DeliveryDependencies, BeginDependencies {
  metrics: Metrics;
  openMailbox: OpenMailbox;
  reportMailboxProblem: ReportMailboxProblem;
  settleUncertainEmail: SettleUncertainEmail;
  freshenRecipients: FreshenRecipients;
  /** After so long a mailbox with more to send goes to the end of the queue, so that one with a single email does not wait for a long list. */
  turnMs: number;
}

/** A slot that is nearer than this is waited for; for a later one the lane is given back. */
const WORTH_WAITING_MS = 3_000;
/** An access token is good for minutes more than this when it is given out. */
const OPEN_FOR_MS = 60_000;

const Payload = z.object({ orgId: z.string(), emailConnectionId: z.uuid() });

/**
 * Job: sends what is due from one mailbox, one email after another. Whoever holds the lease of the lane does it; every other
 * run of the job ends at once. Safe to run at any time and anywhere.
 */
export function createDrainMailbox(use: DrainDependencies): JobHandler {
  return async function drainMailbox(payload, { signal }) {
    const { orgId, emailConnectionId } = Payload.parse(payload);
    const claimed = await inOrg(use.pool, orgId, async (tx) => {
      const lane = await claimLane(tx, orgId, emailConnectionId, randomUUID(), use.leaseMs);
      return lane && { lane, abandoned: await findAbandonedEmail(tx, lane) };
    });
    if (!claimed) return;
    const { lane, abandoned } = claimed;
    const renewal = setInterval(() => {
      inOrg(use.pool, orgId, (tx) => renewLane(tx, lane, use.leaseMs)).catch(() => undefined);
    }, use.leaseMs / 3);
    try {
      if (abandoned) await use.settleUncertainEmail(orgId, abandoned, 'sending');
      await drain(use, lane, signal);
    } catch (error) {
      // The lease is left to run out: it is the time in which a call that is still under way ends.
      if (!(error instanceof LaneLost)) throw error;
    } finally {
      clearInterval(renewal);
    }
  };
}

/** What the holder of a lane does next. */
type Step =
  | { then: 'send'; begun: Begun; isRefused: boolean }
  | { then: 'freshen'; email: DueEmail }
  | { then: 'look_again'; hasEnded: boolean }
  | { then: 'open_mailbox' | 'renew_token' | 'end' }
  | { then: 'wait'; waitMs: number }
  | { then: 'close_mailbox'; error: ProviderError };

async function drain(use: DrainDependencies, lane: Lane, signal: AbortSignal): Promise<void> {
  let mailbox: OpenedMailbox | null = null;
  let openedAt = 0;
  let mustRenew = false;
  let hasNewToken = false;
  let freshened: string | null = null;
  let delivery: Delivery | null = null;
  let hasSent = false;
  const turnEndsAt = performance.now() + use.turnMs;
  for (;;) {
    const isOpen = mailbox !== null && performance.now() - openedAt < OPEN_FOR_MS;
    const isLeaving = signal.aborted || (hasSent && performance.now() >= turnEndsAt);
    const state = { isOpen, freshened, isLeaving };
    const step: Step = await recordAndGoOn(use, lane, delivery, (tx) => nextStep(use, tx, lane, state));
    const begunAt = performance.now();
    delivery = null;
    switch (step.then) {
      case 'end':
        return;
      case 'look_again':
        if (step.hasEnded && mailbox) use.metrics.count(SENDS, { provider: mailbox.provider.name, outcome: 'not_tried' });
        break;
      case 'wait':
        await delay(step.waitMs, undefined, { signal }).catch(() => undefined);
        break;
      case 'freshen':
        await use.freshenRecipients(lane.orgId, { ...step.email, to: step.email.toAddress });
        freshened = step.email.id;
        break;
      case 'renew_token':
        mailbox = null;
        mustRenew = true;
        break;
      case 'close_mailbox':
        await closeMailbox(use, lane, step.error, mailbox?.tokenVersion);
        return;
      case 'open_mailbox':
        try {
          mailbox = await use.openMailbox(lane.orgId, lane.connectionId, { renew: mustRenew });
          openedAt = performance.now();
          hasNewToken = mustRenew;
          mustRenew = false;
        } catch (error) {
          if (!(error instanceof ProviderError)) throw error;
          await closeMailbox(use, lane, error);
          return;
        }
        break;
      case 'send':
        if (!mailbox) throw new Error('An email is begun only when its mailbox is open.');
        delivery = await deliverSalesEmail(use, lane, { mailbox, hasNewToken, isRefused: step.isRefused }, step.begun, begunAt);
        hasNewToken = false;
        hasSent = true;
    }
  }
}

/**
 * What became of the last email and the beginning of the next commit together. When the next cannot even be begun, what is known of the last is
 * kept all the same.
 */
async function recordAndGoOn(
  { pool, metrics }: DrainDependencies,
  { orgId }: Lane,
  delivery: Delivery | null,
  goOn: (tx: Tx) => Promise<Step>,
): Promise<Step> {
  if (!delivery) return inOrg(pool, orgId, goOn);
  const { record, provider } = delivery;
  try {
    const { advice, step } = await inOrg(pool, orgId, async (tx) => {
      const advice = await record(tx);
      return { advice, step: stepAfter(advice) ?? (await goOn(tx)) };
    });
    metrics.count(SENDS, { provider, outcome: advice.ended });
    return step;
  } catch (error) {
    const { ended } = await inOrg(pool, orgId, record);
    metrics.count(SENDS, { provider, outcome: ended });
    throw error;
  }
}

function stepAfter(advice: LaneAdvice): Step | null {
  if (advice.then === 'go_on') return null;
  return advice.then === 'stop' ? { then: 'close_mailbox', error: advice.error } : { then: advice.then };
}

/**
 * Looks under the lock of the lane, so that an email whose own job found the lane taken is seen here, or finds it free. The step `end` has given
 * the lane back.
 */
async function nextStep(
  use: DrainDependencies,
  tx: Tx,
  lane: Lane,
  { isOpen, freshened, isLeaving }: { isOpen: boolean; freshened: string | null; isLeaving: boolean },
): Promise<Step> {
  const [held, due] = await Promise.all([lockLane(tx, lane), findDueEmail(tx, lane, use.clock.now())]);
  // The lock may have been waited for: what is due by now is looked for once more before the lane is given back
  const now = use.clock.now();
  const email = held.state === 'connected' ? (due ?? (await findDueEmail(tx, lane, now))) : null;
  if (!email) {
    await releaseLane(tx, lane);
    return { then: 'end' };
  }
  const waitFor = async (until: Date, giveBack: () => Promise<void>): Promise<Step> => {
    const waitMs = until.getTime() - now.getTime();
    if (waitMs <= WORTH_WAITING_MS && !isLeaving) return { then: 'wait', waitMs };
    await giveBack();
    return { then: 'end' };
  };
  const slot = held.nextSlotAt;
  if (slot && slot > now) return waitFor(slot, () => releaseLaneFor(tx, lane, slot.getTime() - now.getTime()));
  if (isLeaving) {
    await releaseLaneFor(tx, lane, 0);
    return { then: 'end' };
  }
  if (!isOpen) return { then: 'open_mailbox' };
  const beginning = await beginSending(use, tx, lane, held, email, freshened);
  if (beginning.then === 'send') return { ...beginning, isRefused: held.isRefused };
  if (beginning.then !== 'wait') return beginning;
  const { until, reason } = beginning;
  return waitFor(until, () => pauseLane(tx, lane, until, reason, now));
}
