import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError, type ReconnectReason } from '../../platform/provider-error.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import * as repository from './repository.ts';

interface Dependencies {
  pool: Pool;
  /** Refreshes wait for each other and for the vendor; connections of their own keep them from starving everything else. */
  refreshPool: Pool;
  vault: Vault;
  clock: Clock;
  providers: MailboxProviders;
}

export interface OpenedMailbox {
  provider: MailboxProvider;
  accessToken: string;
  scopes: string[];
}

/** A token that ends within a minute may end on the way to the vendor. */
const STILL_GOOD_MS = 60_000;

/**
 * Gives a working access token of a connected mailbox, refreshed when it is about to end, or at once with `renew` (the
 * vendor refused it before its time). Throws ProviderError: `reconnect_required` when only the rep can help, and then
 * the connection says so with the reason; after anything else its state is what it was.
 */
export function createOpenMailbox(use: Dependencies) {
  const underWay = new Map<string, Promise<OpenedMailbox>>();
  return async (orgId: string, connectionId: string, { renew = false }: { renew?: boolean } = {}): Promise<OpenedMailbox> => {
    const { mailbox, accessToken } = await inOrg(use.pool, orgId, async (tx) => {
      const found = await repository.findById(tx, orgId, connectionId);
      if (found?.state !== 'connected') throw closed(found);
      const usable = !renew && isFresh(found, use.clock.now());
      return { mailbox: found, accessToken: usable ? await openToken(use, tx, orgId, found, 'send and look up') : null };
    });
    if (accessToken) return { provider: use.providers[mailbox.provider], accessToken, scopes: mailbox.scopes };

    const key = `${connectionId}.${String(mailbox.tokenVersion)}`;
    const shared = underWay.get(key) ?? refreshOnce(use, orgId, connectionId, mailbox.tokenVersion).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    return shared;
  };
}

const isFresh = (mailbox: repository.Mailbox, now: Date): boolean =>
  (mailbox.accessTokenExpiresAt?.getTime() ?? 0) > now.getTime() + STILL_GOOD_MS;

const secretOf = (orgId: string, mailbox: repository.Mailbox, field: 'grant' | 'access_token') => ({
  orgId,
  connectionId: mailbox.id,
  provider: mailbox.provider,
  field,
});

const openToken = (use: Dependencies, tx: Tx, orgId: string, mailbox: repository.Mailbox, purpose: string): Promise<string> =>
  use.vault.open(tx, secretOf(orgId, mailbox, 'access_token'), purpose);

type Outcome = { opened: OpenedMailbox } | { failure: ProviderError };

async function refreshOnce(use: Dependencies, orgId: string, connectionId: string, seenVersion: number): Promise<OpenedMailbox> {
  const outcome = await inOrg(use.refreshPool, orgId, (tx) => underLock(use, tx, orgId, connectionId, seenVersion));
  if ('failure' in outcome) throw outcome.failure;
  return outcome.opened;
}

/** One refresher per grant; whoever waited for it reads what it left. Unlike at Salesforce a cut-off refresh may be repeated. */
async function underLock(use: Dependencies, tx: Tx, orgId: string, connectionId: string, seenVersion: number): Promise<Outcome> {
  const before = await repository.findById(tx, orgId, connectionId);
  const locked = before !== null && (await lockSecret(tx, secretOf(orgId, before, 'grant')));
  const mailbox = await repository.findById(tx, orgId, connectionId);
  if (!locked || mailbox?.state !== 'connected') return { failure: closed(mailbox) };
  const provider = use.providers[mailbox.provider];
  if (mailbox.tokenVersion !== seenVersion) {
    const accessToken = await openToken(use, tx, orgId, mailbox, 'use the token that another caller refreshed');
    return { opened: { provider, accessToken, scopes: mailbox.scopes } };
  }
  const secret = await use.vault.open(tx, secretOf(orgId, mailbox, 'grant'), 'refresh');
  try {
    const fresh = await provider.refresh(secret);
    await use.vault.seal(tx, secretOf(orgId, mailbox, 'grant'), fresh.secret);
    await use.vault.seal(tx, secretOf(orgId, mailbox, 'access_token'), fresh.accessToken);
    await repository.markRefreshed(tx, orgId, mailbox.id, fresh.accessTokenExpiresAt, use.clock.now());
    return { opened: { provider, accessToken: fresh.accessToken, scopes: mailbox.scopes } };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.kind === 'reconnect_required') await repository.markReconnectRequired(tx, orgId, mailbox.id, error.reason ?? 'unknown');
    return { failure: error };
  }
}

function closed(mailbox: repository.Mailbox | null): ProviderError {
  const reason = mailbox?.stateReason;
  return new ProviderError('reconnect_required', 'This mailbox is not connected.', {
    provider: mailbox?.provider ?? 'google',
    vendorCode: mailbox?.state === 'reconnect_required' ? 'RECONNECT_REQUIRED' : 'NOT_CONNECTED',
    reason: reason && reason !== 'disconnected_by_user' ? (reason satisfies ReconnectReason) : 'unknown',
  });
}

/** Refusals of the mailbox itself: its owner's administrator has closed it. Faults of our own registration are not among them. */
const CLOSED_BY_ADMIN = new Set([
  'domainPolicy',
  'failedPrecondition',
  'MailboxNotEnabledForRESTAPI',
  'ErrorAccountSuspend',
  'ErrorSendAsDenied',
]);

/** Tells a connection what a vendor's permanent refusal of a send means for it; anything else changes nothing. */
export const createReportMailboxProblem =
  ({ pool }: { pool: Pool }) =>
  async (orgId: string, connectionId: string, error: ProviderError): Promise<void> => {
    const blocked = error.kind === 'admin_action' && CLOSED_BY_ADMIN.has(error.vendorCode ?? '');
    if (error.kind !== 'reconnect_required' && !blocked) return;
    const reason = blocked ? 'admin_blocked' : (error.reason ?? 'unknown');
    await inOrg(pool, orgId, (tx) => repository.markReconnectRequired(tx, orgId, connectionId, reason));
  };
