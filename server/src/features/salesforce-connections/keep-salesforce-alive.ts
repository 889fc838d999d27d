import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { RefreshGrant } from './refresh-grant.ts';
import { findByUser, listIdle } from './repository.ts';

/** Salesforce forgets a refresh token after 30 days without use (C.1); a try that fails leaves time for many more. */
const REFRESH_AFTER_MS = 10 * 86_400_000;
const SWEEP_EVERY_MS = 10 * 60_000;
const Payload = z.object({ orgId: z.string(), userId: z.uuid() });

export interface KeepSalesforceAlive {
  /** Job: refreshes a connection that was not used for long. A refusal is kept by it; what passes by itself is tried again later. */
  keepAlive: JobHandler;
  /** Adds the job of every idle connection, at most every ten minutes. */
  sweep: () => Promise<void>;
}

export function createKeepSalesforceAlive({
  pool,
  clock,
  refreshGrant,
}: {
  pool: Pool;
  clock: Clock;
  refreshGrant: RefreshGrant;
}): KeepSalesforceAlive {
  const idleSince = () => new Date(clock.now().getTime() - REFRESH_AFTER_MS);
  let sweptAt = -Infinity;
  return {
    async keepAlive(payload) {
      const { orgId, userId } = Payload.parse(payload);
      const connection = await inOrg(pool, orgId, (tx) => findByUser(tx, orgId, userId));
      const isLive = connection?.state === 'connected' || connection?.state === 'api_disabled';
      if (!isLive || connection.refreshedAt >= idleSince()) return;
      await refreshGrant(orgId, userId, connection.tokenVersion).catch((error: unknown) => {
        if (!(error instanceof ProviderError)) throw error;
      });
    },
    async sweep() {
      if (Math.abs(clock.now().getTime() - sweptAt) < SWEEP_EVERY_MS) return;
      sweptAt = clock.now().getTime();
      await enqueueQuietly(pool, KEEP_SALESFORCE_ALIVE, await listIdle(pool, idleSince()), ({ orgId, userId }) => ({
        payload: { orgId, userId },
        key: `${KEEP_SALESFORCE_ALIVE}:${userId}`,
      }));
    },
  };
}

export const KEEP_SALESFORCE_ALIVE = 'keep-salesforce-alive';
