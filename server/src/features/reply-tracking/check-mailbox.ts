import { z } from 'zod';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { LookReason } from './look-reason.ts';
import type { LookDependencies, Seen } from './look-into-mailbox.ts';
import type { ReportMailboxProblem } from './open-inbox.ts';
import { wantPush } from './repository.ts';
import { claimWatch, holdWatch, releaseWatch, takeLookReason, WatchLost, type Watch } from './watch-lease.ts';

export interface CheckDependencies extends LookDependencies {
  reportMailboxProblem: ReportMailboxProblem;
  /** The mailbox has let itself be read. */
  noteMailboxAnswers: (tx: Tx, orgId: string, connectionId: string) => Promise<void>;
}

export const CHECK_MAILBOX = 'check-mailbox';

const Payload = z.object({
  orgId: z.string(),
  connectionId: z.uuid(),
  because: LookReason,
  /** What the vendor said of its push: it wants to be renewed, or it is no more. */
  push: z.enum(['renew', 'gone']).optional(),
  /** The second look after a push. */
  again: z.boolean().optional(),
});
type Payload = z.infer<typeof Payload>;

/** A mailbox from which something left lately may be answered any moment: with all pushes lost, so late is an answer noticed at worst. */
const HOT_EVERY_MS = 60_000;
const COLD_EVERY_MS = 10 * 60_000;
const HOT_FOR_MS = 7 * 24 * 60 * 60_000;
/** A vendor may push before its own list of changes shows the message, and Gmail drops what comes faster than one push a second. */
const LOOK_AGAIN_MS = 3_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const REFUSED_PAUSE_MS = 10 * 60_000;
/** The first wait where nobody knows yet whether a refusal lasts. */
const DOUBT_PAUSE_MS = 30_000;
/** The least wait where a vendor names one: Google and Microsoft advise to double it each time, up to about a minute. */
const RATE_LIMIT_FIRST_MS = 1_000;
const RATE_LIMIT_LONGEST_MS = 64_000;

/** What is waiting for the same reason is one job; a push that comes while one runs makes another. */
export function checkKey(connectionId: string, reason: LookReason): string {
  return `${CHECK_MAILBOX}:${connectionId}:${reason}`;
}

/**
 * Job: looks into one mailbox for answers to our emails. Safe to run twice: only the worker that holds the lease of the watch looks, and a
 * push that finds the mailbox taken makes the holder look once more. A vendor's refusal puts the next look off.
 */
export function createCheckMailbox(use: CheckDependencies): JobHandler {
  return async function checkMailbox(payload, { signal }) {
    const asked = Payload.parse(payload);
    const { orgId, connectionId, because: reason } = asked;
    const now = use.clock.now();
    const watch = await inOrg(use.pool, orgId, async (tx) => {
      if (asked.push) await wantPush(tx, orgId, connectionId, asked.push === 'gone', now);
      return claimWatch(tx, orgId, connectionId, { reason, leaseMs: use.leaseMs, now });
    });
    if (!watch) return;
    const renewal = setInterval(() => {
      inOrg(use.pool, orgId, (tx) => holdWatch(tx, watch, use.leaseMs)).catch(() => undefined);
    }, use.leaseMs / 3);
    try {
      await lookUntilDone(use, watch, asked, signal);
    } catch (error) {
      // Another process has the mailbox now, and decides
      if (!(error instanceof WatchLost)) throw error;
    } finally {
      clearInterval(renewal);
      if (watch.foundByReconcile > 0)
        use.log.warn(
          { orgId, connectionId, found: watch.foundByReconcile },
          'A reconcile found answers that no push and no poll had found',
        );
    }
  };
}

async function lookUntilDone(use: CheckDependencies, watch: Watch, asked: Payload, signal: AbortSignal): Promise<void> {
  let reason = asked.because;
  // Loaded with the first look: the service, which takes pushes and reads no message, starts quicker and smaller
  const { lookIntoMailbox } = await import('./look-into-mailbox.ts');
  for (;;) {
    let seen: Seen;
    try {
      seen = await lookIntoMailbox(use, watch, reason, signal);
    } catch (error) {
      if (error instanceof WatchLost) throw error;
      await putOff(use, watch, error);
      if (error instanceof ProviderError) return;
      throw error;
    }
    const nextReason = await inOrg(use.pool, watch.orgId, async (tx) => {
      await holdWatch(tx, watch, use.leaseMs);
      const asksAgain = signal.aborted ? null : await takeLookReason(tx, watch);
      if (asksAgain) return asksAgain;
      await release(use, tx, watch, seen);
      if (asked.because === 'push' && !asked.again) await lookAgainShortly(tx, asked);
      return null;
    });
    if (!nextReason) return;
    reason = nextReason;
  }
}

async function release(use: CheckDependencies, tx: Tx, watch: Watch, seen: Seen): Promise<void> {
  const now = use.clock.now();
  // Mailboxes that were connected at once are not looked at in step for ever
  const after = (ms: number): Date => new Date(now.getTime() + ms * (0.9 + Math.random() / 10));
  const isAlive = seen.restsUntil === null;
  if (isAlive) await use.noteMailboxAnswers(tx, watch.orgId, watch.connectionId);
  await releaseWatch(tx, watch, {
    nextCheckAt: seen.restsUntil ?? (seen.isComplete ? after(COLD_EVERY_MS) : now),
    afterSending: isAlive ? { since: new Date(now.getTime() - HOT_FOR_MS), nextCheckAt: after(HOT_EVERY_MS) } : null,
    failures: 0,
    isAlive,
    now,
  });
}

function lookAgainShortly(tx: Tx, { orgId, connectionId }: Payload): Promise<void> {
  return enqueue(
    tx,
    CHECK_MAILBOX,
    { orgId, connectionId, because: 'push', again: true },
    { key: `${checkKey(connectionId, 'push')}:again`, delayMs: LOOK_AGAIN_MS },
  );
}

/** Nothing is lost: the cursor stands where it stood. A fault of our own is put off as well, so that it does not turn in circles. */
async function putOff(use: CheckDependencies, watch: Watch, error: unknown): Promise<void> {
  const { orgId, connectionId } = watch;
  if (error instanceof ProviderError) await use.reportMailboxProblem(orgId, connectionId, error);
  const now = use.clock.now();
  const failures = watch.failures + 1;
  const nextCheckAt = new Date(Math.max(now.getTime(), whenToLookAgain(error, failures, now).getTime()));
  await inOrg(use.pool, orgId, (tx) => releaseWatch(tx, watch, { nextCheckAt, afterSending: null, failures, isAlive: false, now }));
}

function whenToLookAgain(error: unknown, failures: number, now: Date): Date {
  const doubling = (firstMs: number, longestMs: number): number => Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  if (error instanceof ProviderError) {
    const { kind, retryAt, trouble } = error;
    if (retryAt) return new Date(Math.max(retryAt.getTime(), after(doubling(RATE_LIMIT_FIRST_MS, RATE_LIMIT_LONGEST_MS)).getTime()));
    if (trouble === 'doubtful') return after(doubling(DOUBT_PAUSE_MS, REFUSED_PAUSE_MS));
    if (['reconnect_required', 'admin_action', 'permission', 'invalid'].includes(kind)) return after(REFUSED_PAUSE_MS);
  }
  return after(doubling(FIRST_PAUSE_MS, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2));
}
