import type { MailboxProviders } from './mailbox-providers.ts';
import type { ListedMailbox } from './repository.ts';
import type { EmailConnection, MailboxTrouble } from './schemas.ts';
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
    trouble: troubleOf(mailbox),
    capabilities: { settles, noticesReplies, readsBodies },
    ...missingCapabilities(vendor, mailbox.scopes, mailbox.tier),
    watch: { state: watchOf({ ...mailbox, noticesReplies }, now), lastAliveAt: mailbox.lastAliveAt?.toISOString() ?? null },
    waitingEmails: mailbox.waitingEmails,
  };
}

/** A word that is also said of faults that pass at once is no news before it was said so often in a row. */
const LASTING_AFTER_TIMES = 4;

/** What its owner and the admin are told: what lasts, and somebody can do something about. */
export function troubleOf({
  state,
  trouble,
  troubleSince,
  troubleCount,
  sendRefusals,
}: Pick<ListedMailbox, 'state' | 'trouble' | 'troubleSince' | 'troubleCount' | 'sendRefusals'>): MailboxTrouble | null {
  if (state !== 'connected' || !troubleSince) return null;
  const since = troubleSince.toISOString();
  if (trouble === 'full') return { kind: 'full', since };
  const lasts = Math.max(troubleCount, sendRefusals) >= LASTING_AFTER_TIMES;
  const isBlocked = trouble === 'suspended' || trouble === 'closed' || (trouble === 'doubtful' && lasts);
  return isBlocked ? { kind: 'blocked', since } : null;
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
