import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JobHandler } from '../../platform/jobs.ts';
import { inOrg, inOrgAtOnce } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findAbandonedEmail } from './attempts.ts';
import { closeMailbox } from './close-mailbox.ts';
import { deliverSalesEmail, type Delivery } from './deliver-sales-email.ts';
import type { HeldFiles, HoldFiles } from './files-to-send.ts';
import type { AskedRecords, FreshenUpcoming } from './freshen-upcoming.ts';
import { claimLane, LaneLost, renewLane, type Lane } from './lane.ts';
import { recordAndGoOn, type StepDependencies } from './next-step.ts';
import type { OpenedMailbox, OpenMailbox, ReportMailboxProblem } from './open-mailbox.ts';
import { SENDS } from './send-metrics.ts';
import type { SendingSlots } from './sending-slots.ts';
import type { SettleUncertainEmail } from './settle-uncertain-email.ts';

export interface DrainDependencies extends StepDependencies {
  slots: SendingSlots;
  openMailbox: OpenMailbox;
  reportMailboxProblem: ReportMailboxProblem;
  settleUncertainEmail: SettleUncertainEmail;
  freshenUpcoming: FreshenUpcoming;
  holdFiles: HoldFiles;
  /**
   * After so long in a slot without a wait a mailbox with more to send goes to the end of the queue, so that one with a single email does
   * not wait for a long list.
   */
  turnMs: number;
}

/** An access token is good for minutes more than this when it is given out. */
const OPEN_FOR_MS = 60_000;
/** A lane that waits again and again goes back to the queue after so long, so that a worker that was started later gets its share. */
const KEEP_FOR_MS = 60_000;
/** A lane asks about so often whether files of another email have left. One of 20 MB takes seconds. */
const ASK_FOR_PLACE_MS = 500;

/** What the holder of a lane remembers from one email to the next, also while the lane waits. */
interface Holding {
  lane: Lane;
  heldSince: number;
  mailbox: OpenedMailbox | null;
  openedAt: number;
  mustRenew: boolean;
  hasNewToken: boolean;
  asked: AskedRecords;
  sentAt: Date | null;
  files: HeldFiles | null;
}

const Payload = z.object({ orgId: z.string(), emailConnectionId: z.uuid() });

/**
 * Job: sends what is due from one mailbox, one email after another. Safe to run twice: only the worker that holds the lease of the lane
 * sends. The job ends when nothing is due. It also ends when the lane has to wait a moment: the lane stays leased, and a timer of this
 * process goes on with it.
 */
export function createDrainMailbox(use: DrainDependencies): JobHandler {
  return async function drainMailbox(payload, { signal }) {
    const { orgId, emailConnectionId } = Payload.parse(payload);
    await use.slots.run(async () => {
      const [lane, abandoned] = await inOrgAtOnce(use.pool, orgId, (tx) =>
        Promise.all([claimLane(tx, orgId, emailConnectionId, randomUUID(), use.leaseMs), findAbandonedEmail(tx, orgId, emailConnectionId)]),
      );
      if (!lane) return;
      await work(use, newHolding(lane), abandoned, AbortSignal.any([signal, use.slots.stopping]));
    });
  };
}

function newHolding(lane: Lane): Holding {
  const heldSince = performance.now();
  return { lane, heldSince, mailbox: null, openedAt: 0, mustRenew: false, hasNewToken: false, asked: new Map(), sentAt: null, files: null };
}

/** Sends until nothing is due or the lane has to wait, and renews the lease meanwhile. */
async function work(use: DrainDependencies, holding: Holding, abandoned: string | null, signal: AbortSignal): Promise<void> {
  const { lane } = holding;
  const renewal = setInterval(() => {
    inOrg(use.pool, lane.orgId, (tx) => renewLane(tx, lane, use.leaseMs)).catch(() => undefined);
  }, use.leaseMs / 3);
  try {
    if (abandoned) await use.settleUncertainEmail(lane.orgId, abandoned, 'sending');
    const waitMs = await drain(use, holding, signal);
    if (waitMs !== null) use.slots.runLater(waitMs, () => work(use, holding, null, use.slots.stopping));
  } catch (error) {
    // The lease is left to run out: it is the time in which a call that is still under way ends.
    if (!(error instanceof LaneLost)) throw error;
  } finally {
    clearInterval(renewal);
    letGoOfFiles(holding);
  }
}

/** The lane gives its slot to emails that need no files, stays leased, and asks again: lanes that wait together do not come together. */
async function waitForPlace({ pool, leaseMs }: DrainDependencies, lane: Lane): Promise<number> {
  const waitMs = ASK_FOR_PLACE_MS * (0.5 + Math.random());
  // Nobody renews the lease of a lane that waits
  if (!(await inOrg(pool, lane.orgId, (tx) => renewLane(tx, lane, waitMs + leaseMs)))) throw new LaneLost();
  return waitMs;
}

function letGoOfFiles(holding: Holding): void {
  holding.files?.release();
  holding.files = null;
}

/** Null when the lane was released, else how long it waits. */
async function drain(use: DrainDependencies, holding: Holding, signal: AbortSignal): Promise<number | null> {
  const { lane } = holding;
  let delivery: Delivery | null = null;
  let hasSent = false;
  const turnEndsAt = performance.now() + use.turnMs;
  const isHandedOn = performance.now() - holding.heldSince >= KEEP_FOR_MS;
  for (;;) {
    const { mailbox, asked, sentAt } = holding;
    const step = await recordAndGoOn(use, lane, delivery, {
      isOpen: mailbox !== null && performance.now() - holding.openedAt < OPEN_FOR_MS,
      read: holding.files?.read ?? null,
      wasAsked: (id) => (asked.get(id) ?? 0) > performance.now(),
      isLeaving: signal.aborted || isHandedOn || (hasSent && performance.now() >= turnEndsAt),
      sentAt,
    });
    const begunAt = performance.now();
    delivery = null;
    // The email that they were read for is sent or comes next; for anything else they are not needed
    if (step.then !== 'send' && step.then !== 'freshen') letGoOfFiles(holding);
    switch (step.then) {
      case 'end':
        return null;
      case 'wait':
        return step.waitMs;
      case 'look_again':
        if (step.hasEnded && mailbox) use.metrics.count(SENDS, { provider: mailbox.provider.name, outcome: 'not_tried' });
        break;
      case 'freshen':
        await use.freshenUpcoming(lane, step.email, asked);
        break;
      case 'read_files': {
        const files = await use.holdFiles(lane, step.email);
        if (files === 'no_place') return waitForPlace(use, lane);
        holding.files = files;
        break;
      }
      case 'renew_token':
        Object.assign(holding, { mailbox: null, mustRenew: true });
        break;
      case 'close_mailbox':
        await closeMailbox(use, lane, step.error, mailbox?.tokenVersion);
        return null;
      case 'open_mailbox': {
        const { mustRenew } = holding;
        try {
          const opened = await use.openMailbox(lane.orgId, lane.connectionId, { renew: mustRenew });
          Object.assign(holding, { mailbox: opened, openedAt: performance.now(), hasNewToken: mustRenew, mustRenew: false });
        } catch (error) {
          if (!(error instanceof ProviderError)) throw error;
          await closeMailbox(use, lane, error);
          return null;
        }
        break;
      }
      case 'send':
        if (!mailbox) throw new Error('An email is begun only when its mailbox is open.');
        delivery = await deliverSalesEmail(
          use,
          lane,
          { mailbox, hasNewToken: holding.hasNewToken, isRefused: step.isRefused, notBefore: step.notBefore },
          step.begun,
          begunAt,
        );
        Object.assign(holding, { hasNewToken: false, sentAt: delivery.sentAt });
        letGoOfFiles(holding);
        hasSent = true;
    }
  }
}
