import type { Clock } from '../../platform/clock.ts';
import { isLasting } from '../../platform/lasting-fault.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError, type MailboxTrouble, type ReconnectReason } from '../../platform/provider-error.ts';
import type { Facts } from '../facts/index.ts';
import type { OpenMailbox } from './open-mailbox.ts';
import { requireReconnect } from './require-reconnect.ts';
import { noteTrouble } from './trouble-repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  facts: Facts;
  openMailbox: OpenMailbox;
}

/**
 * Tells a connection what a vendor's refusal means for it. What the vendor says for good of a grant closes it at once. What it says of the
 * mailbox is noted, for the owner and the admin to see; a mailbox that seems to be gone is closed only when that was said several times in
 * a row, over minutes, and a second call confirms it. Anything else changes nothing. With `tokenVersion` only if that token is still the
 * mailbox's newest: the rep may have connected again meanwhile. A refused token is to be reported only after a new one was refused as well.
 */
export function createReportMailboxProblem(use: Dependencies) {
  return async function reportMailboxProblem(
    orgId: string,
    connectionId: string,
    error: ProviderError,
    tokenVersion?: number,
  ): Promise<void> {
    const close = (reason: ReconnectReason): Promise<void> =>
      inOrg(use.pool, orgId, (tx) => requireReconnect(use, tx, orgId, connectionId, { reason, claims: error.claims, tokenVersion }));
    if (error.kind === 'reconnect_required') return close(error.reason ?? 'unknown');
    const trouble = error.trouble ?? (error.kind === 'auth_expired' ? 'doubtful' : undefined);
    if (!trouble) return;
    const now = use.clock.now();
    const noted = await inOrg(use.pool, orgId, (tx) => noteTrouble(tx, orgId, connectionId, { trouble, now, tokenVersion }));
    if (!noted || !seemsGone(trouble) || error.provider === 'smtp') return;
    // Gmail answers `failedPrecondition` now and then, and works with the next call
    if (!isLasting(noted, now)) return;
    const confirmed = await confirm(use, orgId, connectionId, trouble);
    if (confirmed) await inOrg(use.pool, orgId, (tx) => requireReconnect(use, tx, orgId, connectionId, confirmed));
  };
}

function seemsGone(trouble: MailboxTrouble | undefined): boolean {
  return trouble === 'closed' || trouble === 'doubtful';
}

interface Confirmation {
  reason: ReconnectReason;
  tokenVersion: number;
}

/** Asks the mailbox itself, with a token of now. Why it is closed, or null when it answers, or when nothing can be learned. */
async function confirm(
  { openMailbox }: Dependencies,
  orgId: string,
  connectionId: string,
  said: MailboxTrouble,
): Promise<Confirmation | null> {
  let tokenVersion = 0;
  try {
    const opened = await openMailbox(orgId, connectionId, { renew: true });
    ({ tokenVersion } = opened);
    await opened.provider.probe(opened.accessToken);
    return null;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    // Nobody was asked; a grant that has ended is noted by then
    if (tokenVersion === 0) return null;
    if (seemsGone(error.trouble)) return { reason: 'admin_blocked', tokenVersion };
    if (error.kind === 'auth_expired') return { reason: 'unknown', tokenVersion };
    // A grant that may only send cannot look. Then the vendor's own word for a closed mailbox has to do, and a doubtful one never does
    return error.kind === 'permission' && said === 'closed' ? { reason: 'admin_blocked', tokenVersion } : null;
  }
}
