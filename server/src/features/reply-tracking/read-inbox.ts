import type { Clock } from '../../platform/clock.ts';
import { inOrg } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { InboxMessage, InboxPage } from '../../providers/mailbox.ts';
import type { Facts } from '../facts/index.ts';
import { recordResponse } from '../responses/index.ts';
import type { LookReason } from './look-reason.ts';
import { decideMessages, type DecideDependencies } from './decide-messages.ts';
import type { OpenedInbox } from './open-inbox.ts';
import { keepPage } from './repository.ts';
import { holdWatch, type Watch } from './watch-lease.ts';

export interface ReadDependencies extends DecideDependencies {
  clock: Clock;
  facts: Facts;
  leaseMs: number;
}

export interface Look {
  watch: Watch;
  mailbox: OpenedInbox;
  reason: LookReason;
  /** What came before this should have been found by an earlier look. */
  startedAt: Date;
  signal: AbortSignal;
}

/** What came in while a reconcile was on its way is no finding of the reconcile. */
const JUST_NOW_MS = 2 * 60_000;

/**
 * Reads on from the mailbox's own cursor, page by page, and keeps what each page has in one transaction with the cursor behind it.
 * ProviderError `not_found` with `CURSOR_LOST` when the vendor has forgotten what happened since.
 */
export async function readChanges(use: ReadDependencies, look: Look): Promise<void> {
  const { watch, mailbox, signal, reason } = look;
  let hasMore = true;
  while (hasMore && !signal.aborted) {
    if (watch.cursor === null) throw new Error('A mailbox is read from a cursor on.');
    const page = await mailbox.provider.inbox.changesSince(mailbox.accessToken, watch.cursor, { signal });
    await keep(use, look, page, { cursor: page.cursor, resyncCursor: watch.resyncCursor }, () => reason);
    watch.cursor = page.cursor;
    hasMore = page.hasMore;
  }
}

/**
 * Reads everything that was received since the beginning of the resync once more; what is known stays as it is. A resync that is cut off
 * goes on where it was. False when it was cut off. Answers of a reconcile that no look had found are counted as such.
 */
export async function readAgain(use: ReadDependencies, look: Look): Promise<boolean> {
  const { watch, mailbox, signal } = look;
  if (watch.resyncSince === null) return true;
  const isReconcile = watch.resyncReason === 'reconcile';
  const noticedBy = ({ receivedAt }: Pick<InboxMessage, 'receivedAt'>): LookReason =>
    isReconcile && receivedAt.getTime() < look.startedAt.getTime() - JUST_NOW_MS ? 'reconcile' : look.reason;
  while (!signal.aborted) {
    const page = await readPage(watch, mailbox, watch.resyncSince, signal);
    const resyncCursor = page.hasMore ? page.cursor : null;
    await keep(use, look, page, { cursor: null, resyncCursor }, noticedBy);
    watch.resyncCursor = resyncCursor;
    if (!page.hasMore) return true;
  }
  return false;
}

/** Reads what came since a time, in whatever folder. Not resumed when it is cut off; false then. */
export async function readElsewhere(use: ReadDependencies, look: Look, since: Date): Promise<boolean> {
  const { watch, mailbox, signal, reason } = look;
  let at: string | null = null;
  while (!signal.aborted) {
    const page: InboxPage = await mailbox.provider.inbox.receivedSince(mailbox.accessToken, since, at, { signal });
    await keep(use, look, page, { cursor: null, resyncCursor: watch.resyncCursor }, () => reason);
    if (!page.hasMore) return true;
    at = page.cursor;
  }
  return false;
}

/** A page that the vendor no longer knows is where the resync begins anew. */
async function readPage(watch: Watch, { provider, accessToken }: OpenedInbox, since: Date, signal: AbortSignal): Promise<InboxPage> {
  try {
    return await provider.inbox.receivedSince(accessToken, since, watch.resyncCursor, { signal });
  } catch (error) {
    const isStale = error instanceof ProviderError && (error.kind === 'invalid' || error.kind === 'not_found');
    if (!isStale || watch.resyncCursor === null) throw error;
    return provider.inbox.receivedSince(accessToken, since, null, { signal });
  }
}

async function keep(
  use: ReadDependencies,
  { watch, mailbox }: Look,
  page: InboxPage,
  cursors: { cursor: string | null; resyncCursor: string | null },
  noticedBy: (message: Pick<InboxMessage, 'receivedAt'>) => LookReason,
): Promise<void> {
  const answers = await decideMessages(use, watch, mailbox, page.messages, use.clock.now());
  await inOrg(use.pool, watch.orgId, async (tx) => {
    await holdWatch(tx, watch, use.leaseMs);
    const now = use.clock.now();
    const found: Record<LookReason, number> = { push: 0, poll: 0, reconcile: 0 };
    for (const answer of answers) {
      const reason = noticedBy(answer);
      if (await recordResponse(use.facts, tx, watch.orgId, { ...answer, noticedAt: now, noticedBy: reason })) found[reason] += 1;
    }
    await keepPage(tx, watch, { ...cursors, found, now });
    watch.foundByReconcile += found.reconcile;
  });
}
