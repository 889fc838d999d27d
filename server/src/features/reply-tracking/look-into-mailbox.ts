import { inOrg } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findSendingTimes } from '../responses/index.ts';
import type { LookReason } from './look-reason.ts';
import { keepPushAlive } from './keep-push.ts';
import type { OpenedInbox, OpenInbox } from './open-inbox.ts';
import { readAgain, readChanges, readElsewhere, type Look, type ReadDependencies } from './read-inbox.ts';
import { beginCursor, beginResync, endResync, keepElsewhere, restWatch } from './repository.ts';
import { holdWatch, type ResyncReason, type Watch } from './watch-lease.ts';

export interface LookDependencies extends ReadDependencies {
  openInbox: OpenInbox;
}

export interface Seen {
  /** The mailbox may be read, and everything in it has been. */
  isComplete: boolean;
  /** The grant does not let us look; not before this time again. */
  restsUntil: Date | null;
}

const HOUR_MS = 60 * 60_000;
const RECONCILE_EVERY_MS = 24 * HOUR_MS;
/** What is read again overlaps with what was read: a vendor may show a message late. */
const OVERLAP_MS = HOUR_MS;
/** After a lost cursor, answers to older emails are not looked for among old mail. New ones are noticed however old the email is. */
const LONGEST_RESYNC_MS = 30 * 24 * HOUR_MS;
/** A vendor that names changes of the inbox only is asked for the rest by time. What is older is the reconcile's. */
const LONGEST_ELSEWHERE_MS = 25 * HOUR_MS;
const SHOWN_LATE_MS = 2 * 60_000;
/** The admin may let us look meanwhile, and connecting again ends the rest at once. */
const REST_MS = HOUR_MS;

/**
 * One whole look into a mailbox that the caller holds: its push is kept alive, its changes are read, and what a lost cursor or the time for
 * a reconcile asks for is read again. Throws ProviderError when the vendor refuses, and WatchLost when another process has taken over.
 */
export async function lookIntoMailbox(use: LookDependencies, watch: Watch, reason: LookReason, signal: AbortSignal): Promise<Seen> {
  const { orgId, connectionId } = watch;
  const look = async (mailbox: OpenedInbox): Promise<Seen> => {
    if (!mailbox.provider.capabilities(mailbox.scopes).noticesReplies) return rest(use, watch);
    return read(use, { watch, mailbox, reason, signal, startedAt: use.clock.now() });
  };
  try {
    return await look(await use.openInbox(orgId, connectionId));
  } catch (error) {
    if (!(error instanceof ProviderError && error.kind === 'auth_expired')) throw error;
    return look(await use.openInbox(orgId, connectionId, { renew: true }));
  }
}

async function rest(use: LookDependencies, watch: Watch): Promise<Seen> {
  const restsUntil = new Date(use.clock.now().getTime() + REST_MS);
  await hold(use, watch, (tx) => restWatch(tx, watch, restsUntil));
  return { isComplete: true, restsUntil };
}

async function read(use: LookDependencies, look: Look): Promise<Seen> {
  const { watch, mailbox } = look;
  if (watch.cursor === null) await begin(use, look, 'begun');
  // Before the changes are read: what comes while a push is being started is among them
  await keepPushAlive(use, watch, mailbox);
  try {
    await readChanges(use, look);
  } catch (error) {
    if (!(error instanceof ProviderError && error.vendorCode === 'CURSOR_LOST')) throw error;
    await begin(use, look, 'cursor_lost');
    await readChanges(use, look);
  }
  if (look.reason === 'poll' && mailbox.provider.inbox.seesInboxOnly) await lookElsewhere(use, look);
  if (watch.resyncSince === null && watch.nextReconcileAt <= look.startedAt) await beginReconcile(use, look);
  const isComplete = await readAgain(use, look);
  if (isComplete && watch.resyncSince !== null) await end(use, watch);
  return { isComplete: isComplete && !look.signal.aborted, restsUntil: null };
}

/**
 * A rule of the rep's may move answers out of the inbox, of which alone the vendor tells: every poll looks through what came since the last
 * one.
 */
async function lookElsewhere(use: LookDependencies, look: Look): Promise<void> {
  const { watch, startedAt } = look;
  const lastTime = watch.elsewhereUntil ? watch.elsewhereUntil.getTime() - SHOWN_LATE_MS : startedAt.getTime() - OVERLAP_MS;
  const isThrough = await readElsewhere(use, look, new Date(Math.max(lastTime, startedAt.getTime() - LONGEST_ELSEWHERE_MS)));
  if (isThrough) await hold(use, watch, (tx) => keepElsewhere(tx, watch, startedAt));
}

/** The new cursor comes first: what arrives from now on is behind it, and what arrived before is read again. */
async function begin(use: LookDependencies, { watch, mailbox, startedAt }: Look, reason: ResyncReason): Promise<void> {
  const cursor = await mailbox.provider.inbox.startCursor(mailbox.accessToken);
  const earliest = new Date(startedAt.getTime() - LONGEST_RESYNC_MS);
  await hold(use, watch, async (tx) => {
    const sending = await findSendingTimes(tx, watch.orgId, watch.connectionId, earliest);
    const lastGood = Math.min(watch.cursorAt?.getTime() ?? 0, watch.resyncSince?.getTime() ?? Infinity) - OVERLAP_MS;
    const since = sending && new Date(Math.max(sending.oldest.getTime() - OVERLAP_MS, lastGood));
    await beginCursor(tx, watch, cursor, { since, reason }, startedAt);
    Object.assign(watch, { cursor, cursorAt: startedAt, resyncSince: since, resyncReason: reason, resyncCursor: null });
  });
}

async function beginReconcile(use: LookDependencies, { watch, startedAt }: Look): Promise<void> {
  const lastReconcile = watch.nextReconcileAt.getTime() - RECONCILE_EVERY_MS;
  const since = new Date(Math.max(lastReconcile - OVERLAP_MS, startedAt.getTime() - LONGEST_RESYNC_MS));
  await hold(use, watch, (tx) => beginResync(tx, watch, since, 'reconcile'));
  Object.assign(watch, { resyncSince: since, resyncReason: 'reconcile', resyncCursor: null });
}

async function end(use: LookDependencies, watch: Watch): Promise<void> {
  const nextReconcileAt =
    watch.resyncReason === 'reconcile' ? new Date(use.clock.now().getTime() + RECONCILE_EVERY_MS) : watch.nextReconcileAt;
  await hold(use, watch, (tx) => endResync(tx, watch, nextReconcileAt));
  Object.assign(watch, { resyncSince: null, resyncReason: null, resyncCursor: null, nextReconcileAt });
}

function hold(use: LookDependencies, watch: Watch, work: Parameters<typeof inOrg<void>>[2]): Promise<void> {
  return inOrg(use.pool, watch.orgId, async (tx) => {
    await holdWatch(tx, watch, use.leaseMs);
    await work(tx);
  });
}
