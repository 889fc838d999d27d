import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { ProviderError } from '../../platform/provider-error.ts';
import { lockLane, refuseLane, releaseLane, type Lane } from './lane.ts';
import type { ReportMailboxProblem } from './open-mailbox.ts';
import { pauseLane } from './pause-lane.ts';
import { reasonOfTrouble } from './record-failed-attempt.ts';
import { markWaiting } from './transitions.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  reportMailboxProblem: ReportMailboxProblem;
}

/** A mailbox that takes nothing is tried again ever more seldom; what blocks it may take hours, and the rep sees when it is tried next. */
const MAILBOX_WAITS = { firstMs: 30_000, longestMs: 10 * 60_000 };
/** As long as an email waits at most for a vendor that does not answer. */
const LONGEST_OUTAGE_WAIT_MS = 5 * 60_000;

/** What is queued stays queued: it leaves after the rep has connected again, or when the vendor answers again. */
export async function closeMailbox(use: Dependencies, lane: Lane, error: ProviderError, tokenVersion?: number): Promise<void> {
  await use.reportMailboxProblem(lane.orgId, lane.connectionId, error, tokenVersion);
  await inOrg(use.pool, lane.orgId, async (tx) => {
    const held = await lockLane(tx, lane);
    const now = use.clock.now();
    if (held.state === 'connected') {
      const waitsFor = reasonOfTrouble(error);
      const waits = error.kind === 'admin_action' ? MAILBOX_WAITS : { ...MAILBOX_WAITS, longestMs: LONGEST_OUTAGE_WAIT_MS };
      const until = await refuseLane(tx, lane, { reason: waitsFor, now, wanted: error.retryAt, ...waits });
      return pauseLane(tx, lane, until, waitsFor, now);
    }
    const reason = error.provider === 'smtp' ? 'channel_unavailable' : 'mailbox_reconnect_required';
    await markWaiting(tx, lane.orgId, lane.connectionId, reason, now);
    await releaseLane(tx, lane);
  });
}
