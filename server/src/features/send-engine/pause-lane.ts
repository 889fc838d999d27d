import type { Tx } from '../../platform/postgres.ts';
import { enqueueDrain } from './drain-job.ts';
import { releaseLane, setNextSlot, type Lane } from './lane.ts';
import type { SalesEmailReason } from './schemas.ts';
import { markWaiting } from './transitions.ts';

/** Nothing leaves this mailbox before `until`: what waits says why, the lane is released, and a job comes back in time. */
export async function pauseLane(tx: Tx, lane: Lane, until: Date, reason: SalesEmailReason, now: Date): Promise<void> {
  await setNextSlot(tx, lane, until, reason);
  await markWaiting(tx, lane.orgId, lane.connectionId, reason, now);
  await releaseLaneFor(tx, lane, until.getTime() - now.getTime());
}

/** Releases the lane and adds the job that takes it up again. */
export async function releaseLaneFor(tx: Tx, lane: Lane, delayMs: number): Promise<void> {
  await enqueueDrain(tx, lane.orgId, lane.connectionId, delayMs);
  await releaseLane(tx, lane);
}
