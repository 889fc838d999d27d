import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { inOrg } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { createDeliverSalesEmail, LaneLost, type DeliveryDependencies } from './deliver-sales-email.ts';
import { claimLane, findCandidate, holdLane, releaseLane, setNextSlot, type Candidate, type Lane } from './lane.ts';
import type { OpenedMailbox, OpenMailbox, ReportMailboxProblem } from './open-mailbox.ts';
import type { LaneAdvice } from './record-failed-attempt.ts';
import { markWaiting } from './transitions.ts';

export interface DrainDependencies extends DeliveryDependencies {
  openMailbox: OpenMailbox;
  reportMailboxProblem: ReportMailboxProblem;
  settleUncertainEmail: (orgId: string, salesEmailId: string) => Promise<void>;
  /** Reads the recipient again when the last look is old; never rejects for what Salesforce answers. */
  freshenRecipient: (orgId: string, salesEmailId: string) => Promise<void>;
  /** The least time between two emails of one mailbox. */
  spacingMs: Record<'google' | 'microsoft', number>;
}

export const drainKey = (connectionId: string): string => `drain-mailbox:${connectionId}`;

/** A slot that is nearer than this is waited for; for a later one the lane is given back. */
const WORTH_WAITING_MS = 3_000;
const MAILBOX_UNREACHABLE_PAUSE_MS = 30_000;

const Payload = z.object({ orgId: z.string(), emailConnectionId: z.uuid() });

/**
 * Job: sends what is due from one mailbox, one email after another. Whoever holds the lease of the lane does it; every other
 * run of the job ends at once. Safe to run at any time and anywhere.
 */
export const createDrainMailbox = (use: DrainDependencies): JobHandler => {
  const deliver = createDeliverSalesEmail(use);

  return async (payload, { signal }) => {
    const { orgId, emailConnectionId } = Payload.parse(payload);
    const lane = await inOrg(use.pool, orgId, (tx) => claimLane(tx, orgId, emailConnectionId, randomUUID(), use.leaseMs));
    if (!lane) return;
    const renewal = setInterval(() => {
      inOrg(use.pool, orgId, (tx) => holdLane(tx, lane, use.leaseMs)).catch(() => undefined);
    }, use.leaseMs / 3);
    try {
      for (;;) {
        await work(use, deliver, lane, signal);
        if (await giveBack(use, lane, signal)) return;
      }
    } catch (error) {
      // The lease is left to run out: it is the time in which a call that is still under way ends.
      if (!(error instanceof LaneLost)) throw error;
    } finally {
      clearInterval(renewal);
    }
  };
};

async function work(
  use: DrainDependencies,
  deliver: ReturnType<typeof createDeliverSalesEmail>,
  lane: Lane,
  signal: AbortSignal,
): Promise<void> {
  let mailbox: OpenedMailbox | null = null;
  let renewed = false;
  while (!signal.aborted) {
    const step = await nextStep(use, lane);
    if (!step) return;
    if (step.waitMs > WORTH_WAITING_MS) return;
    if (step.waitMs > 0) {
      await delay(step.waitMs, undefined, { signal }).catch(() => undefined);
      continue;
    }
    if (step.candidate.state === 'sending') {
      await use.settleUncertainEmail(lane.orgId, step.candidate.id);
      continue;
    }
    try {
      mailbox ??= await use.openMailbox(lane.orgId, lane.connectionId, { renew: renewed });
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      await mailboxIsClosed(use, lane, error);
      return;
    }
    await use.freshenRecipient(lane.orgId, step.candidate.id);
    const advice: LaneAdvice = await deliver(lane, mailbox, step.candidate.id);
    if (advice.then === 'pause') return;
    if (advice.then === 'stop') {
      await mailboxIsClosed(use, lane, advice.error);
      return;
    }
    if (advice.then === 'renew_token') {
      mailbox = null;
      renewed = true;
    }
    if (advice.then === 'go_on' && advice.sent) await space(use, lane, mailbox);
  }
}

async function nextStep(use: DrainDependencies, lane: Lane): Promise<{ candidate: Candidate; waitMs: number } | null> {
  return inOrg(use.pool, lane.orgId, async (tx) => {
    const held = await holdLane(tx, lane, use.leaseMs);
    if (!held) throw new LaneLost();
    if (held.state !== 'connected') return null;
    const now = use.clock.now();
    const candidate = await findCandidate(tx, lane, now);
    if (!candidate) return null;
    const waitMs = candidate.state === 'sending' ? 0 : Math.max(0, (held.nextSlotAt?.getTime() ?? 0) - now.getTime());
    return { candidate, waitMs };
  });
}

async function space(use: DrainDependencies, lane: Lane, mailbox: OpenedMailbox | null): Promise<void> {
  const spacing = mailbox ? use.spacingMs[mailbox.provider.name] : 0;
  if (spacing > 0) await inOrg(use.pool, lane.orgId, (tx) => setNextSlot(tx, lane, new Date(use.clock.now().getTime() + spacing)));
}

/** What is queued stays queued: it leaves after the rep has connected again, or when the vendor answers again. */
async function mailboxIsClosed(use: DrainDependencies, lane: Lane, error: ProviderError): Promise<void> {
  await use.reportMailboxProblem(lane.orgId, lane.connectionId, error);
  await inOrg(use.pool, lane.orgId, async (tx) => {
    const held = await holdLane(tx, lane, use.leaseMs);
    if (!held) throw new LaneLost();
    const now = use.clock.now();
    await markWaiting(
      tx,
      lane.orgId,
      lane.connectionId,
      held.state === 'connected' ? 'provider_unavailable' : 'mailbox_reconnect_required',
      now,
    );
    await setNextSlot(tx, lane, error.retryAt ?? new Date(now.getTime() + MAILBOX_UNREACHABLE_PAUSE_MS));
  });
}

/**
 * Gives the lane back unless something became due meanwhile: the look happens under the lock of the lane, so that an email whose
 * own job found the lane taken is seen here. False when there is more to do now.
 */
async function giveBack(use: DrainDependencies, lane: Lane, signal: AbortSignal): Promise<boolean> {
  return inOrg(use.pool, lane.orgId, async (tx) => {
    const held = await holdLane(tx, lane, use.leaseMs);
    if (!held) return true;
    const now = use.clock.now();
    const candidate = held.state === 'connected' ? await findCandidate(tx, lane, now) : null;
    const waitMs = Math.max(0, (held.nextSlotAt?.getTime() ?? 0) - now.getTime());
    if (candidate && waitMs <= WORTH_WAITING_MS && !signal.aborted) return false;
    if (candidate)
      await enqueue(
        tx,
        'drain-mailbox',
        { orgId: lane.orgId, emailConnectionId: lane.connectionId },
        { key: drainKey(lane.connectionId), delayMs: waitMs },
      );
    await releaseLane(tx, lane);
    return true;
  });
}
