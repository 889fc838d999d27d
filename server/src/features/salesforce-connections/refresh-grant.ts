import type { ClientTroubles } from '../../platform/client-troubles.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import { TOKEN_REFRESHES } from '../../platform/token-refreshes.ts';
import { INACTIVE_USER, type Salesforce, type Session } from '../../providers/salesforce/index.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { endedConnection } from './ended-connection.ts';
import { WORDS } from './error-words/index.ts';
import * as repository from './repository.ts';

interface Dependencies {
  pool: Pool;
  /** Refreshes wait for each other and for Salesforce; connections of their own keep them from starving everything else. */
  refreshPool: Pool;
  vault: Vault;
  clock: Clock;
  salesforce: Pick<Salesforce, 'refresh'>;
  clientTroubles: ClientTroubles;
  metrics: Metrics;
  facts: Facts;
}

export interface VersionedSession extends Session {
  tokenVersion: number;
}

/** Gives a session newer than `seenVersion`, refreshing only if nobody else has. */
export type RefreshGrant = (orgId: string, userId: string, seenVersion: number) => Promise<VersionedSession>;

const OUR_CLIENT = { provider: 'salesforce', oauthClientId: null } as const;

type Outcome = { session: VersionedSession } | { failure: ProviderError };

/**
 * One refresher per grant: in this process by sharing the promise, across processes by the lock on the stored token.
 * That a refresh begins is committed first, by another connection: whoever later gets the lock and still finds that
 * mark knows that a refresh was cut off, and that its token may be used up (C.1). The new token is committed before
 * anybody is given the access token.
 */
export function createRefreshGrant(use: Dependencies): RefreshGrant {
  const underWay = new Map<string, Promise<VersionedSession>>();
  return async function refreshGrant(orgId, userId, seenVersion) {
    const key = `${orgId}.${userId}.${String(seenVersion)}`;
    const shared = underWay.get(key) ?? refreshOnce(use, orgId, userId, seenVersion).finally(() => underWay.delete(key));
    underWay.set(key, shared);
    return shared;
  };
}

async function refreshOnce(use: Dependencies, orgId: string, userId: string, seenVersion: number): Promise<VersionedSession> {
  const outcome = await inOrg(use.refreshPool, orgId, (tx) => underLock(use, tx, orgId, userId, seenVersion));
  if ('failure' in outcome) throw outcome.failure;
  return outcome.session;
}

async function underLock(use: Dependencies, tx: Tx, orgId: string, userId: string, seenVersion: number): Promise<Outcome> {
  const before = await repository.findByUser(tx, orgId, userId);
  if (!before) return { failure: endedConnection('disconnected', null) };
  const secret = { orgId, connectionId: before.id, provider: 'salesforce' as const };
  const locked = await lockSecret(tx, { ...secret, field: 'refresh_token' });
  const connection = await repository.findByUser(tx, orgId, userId);
  if (!locked || !connection || connection.state === 'disconnected' || connection.state === 'reconnect_required')
    return { failure: endedConnection(connection?.state ?? 'disconnected', connection?.stateReason ?? null) };

  if (connection.tokenVersion !== seenVersion) {
    const accessToken = await use.vault.open(tx, { ...secret, field: 'access_token' }, 'use the token that another caller refreshed');
    return { session: { accessToken, instanceUrl: connection.instanceUrl, tokenVersion: connection.tokenVersion } };
  }
  if (connection.refreshStartedAt) return giveUp(use, tx, orgId, connection, unknownOutcome());

  const refreshToken = await use.vault.open(tx, { ...secret, field: 'refresh_token' }, 'refresh');
  await inOrg(use.pool, orgId, (other) => repository.markRefreshStarted(other, orgId, connection.id, use.clock.now()));
  try {
    const fresh = await use.salesforce.refresh({ refreshToken, instanceUrl: connection.instanceUrl });
    use.metrics.count(TOKEN_REFRESHES, { provider: 'salesforce', outcome: 'refreshed' });
    await use.vault.seal(tx, { ...secret, field: 'refresh_token' }, fresh.refreshToken);
    await use.vault.seal(tx, { ...secret, field: 'access_token' }, fresh.accessToken);
    await use.clientTroubles.over(tx, OUR_CLIENT);
    // The newest token was kept all the same: whoever revokes the connection needs it
    const tokenVersion = await repository.markRefreshed(tx, orgId, connection, fresh.instanceUrl, use.clock.now());
    if (tokenVersion === null) return { failure: endedConnection('disconnected', null) };
    return { session: { accessToken: fresh.accessToken, instanceUrl: fresh.instanceUrl, tokenVersion } };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    use.metrics.count(TOKEN_REFRESHES, { provider: 'salesforce', outcome: error.kind });
    if (error.vendorCode === INACTIVE_USER)
      await use.facts.record(tx, orgId, factOfUser('salesforce_user_inactive', { userId, sourceId: connection.id, at: use.clock.now() }));
    if (error.kind === 'reconnect_required') return giveUp(use, tx, orgId, connection, error);
    if (error.kind === 'uncertain') return giveUp(use, tx, orgId, connection, unknownOutcome(error));
    await repository.markRefreshEnded(tx, orgId, connection.id);
    await use.clientTroubles.notice(tx, OUR_CLIENT, error);
    return { failure: error };
  }
}

async function giveUp(
  { facts, clock }: Dependencies,
  tx: Tx,
  orgId: string,
  connection: repository.SalesforceConnection,
  failure: ProviderError,
): Promise<Outcome> {
  const userId = await repository.markReconnectRequired(tx, orgId, connection, failure.reason ?? 'unknown');
  if (userId)
    await facts.record(tx, orgId, factOfUser('salesforce_reconnect_required', { userId, sourceId: connection.id, at: clock.now() }));
  return { failure };
}

function unknownOutcome(cause?: ProviderError): ProviderError {
  return new ProviderError('reconnect_required', WORDS.refreshCutOff, {
    provider: 'salesforce',
    vendorCode: 'REFRESH_OUTCOME_UNKNOWN',
    reason: 'unknown',
    cause,
  });
}
