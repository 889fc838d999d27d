import type { MailboxProviders } from './mailbox-providers.ts';
import type { ListedMailbox } from './repository.ts';
import type { EmailConnection } from './schemas.ts';
import { allowedCapabilities, missingCapabilities } from './what-a-grant-gives.ts';

/** A mailbox in which nothing could be looked at for so long may have answers that nobody noticed. */
const SILENT_AFTER_MS = 15 * 60_000;

/** A mailbox as its owner may see it. */
export function toEmailConnection(providers: MailboxProviders, mailbox: ListedMailbox, now: Date): EmailConnection {
  const vendor = providers[mailbox.provider];
  const { settles, noticesReplies, readsBodies } = allowedCapabilities(vendor, mailbox.scopes, mailbox.tier);
  return {
    id: mailbox.id,
    provider: mailbox.provider,
    address: mailbox.address,
    state: mailbox.state,
    stateReason: mailbox.stateReason,
    capabilities: { settles, noticesReplies, readsBodies },
    ...missingCapabilities(vendor, mailbox.scopes, mailbox.tier),
    watch: { state: watchOf({ ...mailbox, noticesReplies }, now), lastAliveAt: mailbox.lastAliveAt?.toISOString() ?? null },
    waitingEmails: mailbox.waitingEmails,
  };
}

/** Whether answers to a mailbox's emails are being noticed. */
export function watchOf(
  mailbox: Pick<ListedMailbox, 'state' | 'isWatched' | 'lastAliveAt' | 'connectedAt'> & { noticesReplies: boolean },
  now: Date,
): EmailConnection['watch']['state'] {
  if (mailbox.state !== 'connected' || !mailbox.noticesReplies || !mailbox.isWatched) return 'off';
  const alive = Math.max(mailbox.lastAliveAt?.getTime() ?? 0, mailbox.connectedAt.getTime());
  return now.getTime() - alive > SILENT_AFTER_MS ? 'silent' : 'watching';
}
