import type { ClientTroubles } from '../../platform/client-troubles.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError, type ReconnectReason } from '../../platform/provider-error.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import { TOKEN_REFRESHES } from '../../platform/token-refreshes.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';
import type { Facts } from '../facts/index.ts';
import type { ProviderOf } from './provider-of.ts';
import * as repository from './repository.ts';
import { requireReconnect } from './require-reconnect.ts';
import { allowedCapabilities, usableScopes } from './what-a-grant-gives.ts';

interface Dependencies {
  pool: Pool;
  /** Refreshes wait for each other and for the vendor; connections of their own keep them from starving everything else. */
  refreshPool: Pool;
  vault: Vault;
  clock: Clock;
  facts: Facts;
  providerOf: ProviderOf;
  clientTroubles: ClientTroubles;
  metrics: Metrics;
}

export interface OpenedMailbox {
  provider: MailboxProvider;
  accessToken: string;
  /** Those that may be used, which may be fewer than were granted. */
  scopes: string[];
  /** False: no body of any message is ever asked for (P9), by the choice of the admin or because the grant does not allow it. */
  readsBodies: boolean;
  /** Which of the mailbox's tokens this is. */
  tokenVersion: number;
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
  return async function openMailbox(
    orgId: string,
    connectionId: string,
    { renew = false }: { renew?: boolean } = {},
  ): Promise<OpenedMailbox> {
    const seen = await inOrg(use.pool, orgId, async (tx) => {
      const mailbox = await repository.findById(tx, orgId, connectionId);
      if (mailbox?.state !== 'connected') throw closed(mailbox);
      const opened = !renew && isFresh(mailbox, use.clock.now()) ? await openNow(use, tx, orgId, mailbox, 'send and look up') : null;
      return { mailbox, opened };
    });
    if (seen.opened) return seen.opened;

    const key = `${connectionId}.${String(seen.mailbox.tokenVersion)}`;
    const shared =
      underWay.get(key) ?? refreshOnce(use, orgId, connectionId, seen.mailbox.tokenVersion).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    return shared;
  };
}
export type OpenMailbox = ReturnType<typeof createOpenMailbox>;

function isFresh(mailbox: repository.Mailbox, now: Date): boolean {
  return (mailbox.accessTokenExpiresAt?.getTime() ?? 0) > now.getTime() + STILL_GOOD_MS;
}

function secretOf(orgId: string, mailbox: repository.Mailbox, field: 'grant' | 'access_token') {
  return {
    orgId,
    connectionId: mailbox.id,
    provider: mailbox.provider,
    field,
  };
}

async function openNow(use: Dependencies, tx: Tx, orgId: string, mailbox: repository.Mailbox, purpose: string): Promise<OpenedMailbox> {
  const provider = await providerOfGrant(use, tx, orgId, mailbox);
  const accessToken = await use.vault.open(tx, secretOf(orgId, mailbox, 'access_token'), purpose);
  return opened(mailbox, provider, accessToken, mailbox.tokenVersion);
}

function opened(mailbox: repository.Mailbox, provider: MailboxProvider, accessToken: string, tokenVersion: number): OpenedMailbox {
  return {
    provider,
    accessToken,
    scopes: usableScopes(provider, mailbox.scopes, mailbox.tier),
    readsBodies: allowedCapabilities(provider, mailbox.scopes, mailbox.tier).readsBodies,
    tokenVersion,
  };
}

function providerOfGrant(
  use: Dependencies,
  tx: Tx,
  orgId: string,
  { provider, oauthClientId }: repository.Mailbox,
): Promise<MailboxProvider> {
  return use.providerOf.ofGrant(tx, orgId, provider, oauthClientId);
}

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
  if (mailbox.tokenVersion !== seenVersion && isFresh(mailbox, use.clock.now()))
    return { opened: await openNow(use, tx, orgId, mailbox, 'use the token that another caller refreshed') };

  const trouble = { provider: mailbox.provider, oauthClientId: mailbox.oauthClientId };
  try {
    const provider = await providerOfGrant(use, tx, orgId, mailbox);
    const fresh = await provider.refresh(await use.vault.open(tx, secretOf(orgId, mailbox, 'grant'), 'refresh'));
    use.metrics.count(TOKEN_REFRESHES, { provider: mailbox.provider, outcome: 'refreshed' });
    // Kept even when the mailbox was closed meanwhile: whoever revokes it needs the newest
    await use.vault.seal(tx, secretOf(orgId, mailbox, 'grant'), fresh.secret);
    await use.vault.seal(tx, secretOf(orgId, mailbox, 'access_token'), fresh.accessToken);
    await use.clientTroubles.over(tx, trouble);
    if (!(await repository.markRefreshed(tx, orgId, mailbox, fresh.accessTokenExpiresAt, use.clock.now())))
      return { failure: closed(await repository.findById(tx, orgId, connectionId)) };
    return { opened: opened(mailbox, provider, fresh.accessToken, mailbox.tokenVersion + 1) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    use.metrics.count(TOKEN_REFRESHES, { provider: mailbox.provider, outcome: error.kind });
    const { reason = 'unknown', claims } = error;
    if (error.kind === 'reconnect_required')
      await requireReconnect(use, tx, orgId, mailbox.id, { reason, claims, tokenVersion: mailbox.tokenVersion });
    await use.clientTroubles.notice(tx, trouble, error);
    return { failure: error };
  }
}

function closed(mailbox: repository.Mailbox | null): ProviderError {
  const reason = mailbox?.stateReason;
  return new ProviderError('reconnect_required', 'This mailbox is not connected.', {
    provider: mailbox?.provider ?? 'google',
    vendorCode: mailbox?.state === 'reconnect_required' ? 'RECONNECT_REQUIRED' : 'NOT_CONNECTED',
    reason: REASONS.find((known) => known === reason) ?? 'unknown',
  });
}

const REASONS: readonly ReconnectReason[] = ['revoked', 'expired', 'password_changed', 'admin_blocked', 'scope_missing'];
