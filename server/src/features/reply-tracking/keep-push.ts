import { createHash, randomBytes } from 'node:crypto';
import { inOrg } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Inbox, PushGrant } from '../../providers/mailbox.ts';
import type { OpenedInbox } from './open-inbox.ts';
import type { ReadDependencies } from './read-inbox.ts';
import { keepPush, keepPushFailure } from './repository.ts';
import { holdWatch, type Watch } from './watch-lease.ts';

/** Google asks for once a day; a subscription of Graph is renewed at half its life. */
const LONGEST_WITHOUT_RENEWAL_MS = 24 * 60 * 60_000;
const TRY_AGAIN_MS = 10 * 60_000;
/** RFC 9700: nobody guesses 32 bytes. */
const CLIENT_STATE_BYTES = 32;

export function hashOfClientState(clientState: string): Buffer {
  return createHash('sha256').update(clientState).digest();
}

/**
 * Starts or renews what the vendor pushes, when it is time. Without push the mailbox is polled all the same, so a refusal is only noted.
 * Throws the ProviderError of a mailbox that must be connected again, or of a token that must be renewed: the caller deals with it.
 */
export async function keepPushAlive(use: ReadDependencies, watch: Watch, { provider, accessToken }: OpenedInbox): Promise<void> {
  const { startPush } = provider.inbox;
  const now = use.clock.now();
  const isDue = watch.renewPushAt ? watch.renewPushAt <= now : watch.pushExpiresAt === null;
  if (!isDue || (!startPush && !watch.renewPushAt)) return;
  if (!startPush) {
    await write(use, watch, (tx) => keepPushFailure(tx, watch, { error: null, renewAt: null, isGone: true }));
    return;
  }
  try {
    const { grant, clientState } = await start(startPush, accessToken, watch.subscriptionId);
    const renewInMs = Math.min(LONGEST_WITHOUT_RENEWAL_MS, (grant.expiresAt.getTime() - now.getTime()) / 2);
    const renewAt = new Date(now.getTime() + Math.max(60_000, renewInMs));
    const { subscriptionId, expiresAt } = grant;
    const clientStateHash = clientState === null ? null : hashOfClientState(clientState);
    await write(use, watch, (tx) => keepPush(tx, watch, { subscriptionId, clientStateHash, expiresAt, renewAt }));
    Object.assign(watch, { subscriptionId, pushExpiresAt: expiresAt, renewPushAt: renewAt });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'auth_expired' || error.kind === 'reconnect_required') throw error;
    // Polling goes on meanwhile, so trying sooner is not worth a call
    const renewAt = new Date(Math.max(error.retryAt?.getTime() ?? 0, now.getTime() + TRY_AGAIN_MS));
    const isGone = (watch.pushExpiresAt ?? now) <= now;
    await write(use, watch, (tx) => keepPushFailure(tx, watch, { error: error.vendorCode ?? error.kind, renewAt, isGone }));
    watch.renewPushAt = renewAt;
  }
}

/** A subscription that the vendor no longer has is made anew. Its secret is only ours to choose with a new one. */
async function start(
  startPush: NonNullable<Inbox['startPush']>,
  accessToken: string,
  subscriptionId: string | null,
): Promise<{ grant: PushGrant; clientState: string | null }> {
  const clientState = randomBytes(CLIENT_STATE_BYTES).toString('base64url');
  if (subscriptionId !== null) {
    try {
      const grant = await startPush(accessToken, { subscriptionId, clientState });
      return { grant, clientState: grant.subscriptionId === subscriptionId ? null : clientState };
    } catch (error) {
      if (!(error instanceof ProviderError && error.kind === 'not_found')) throw error;
    }
  }
  const grant = await startPush(accessToken, { subscriptionId: null, clientState });
  return { grant, clientState: grant.subscriptionId === null ? null : clientState };
}

function write(use: ReadDependencies, watch: Watch, work: Parameters<typeof inOrg<void>>[2]): Promise<void> {
  return inOrg(use.pool, watch.orgId, async (tx) => {
    await holdWatch(tx, watch, use.leaseMs);
    await work(tx);
  });
}
