import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { listIdle } from './health-repository.ts';
import type { OpenMailbox } from './open-mailbox.ts';
import { findById } from './repository.ts';

/** Google forgets a grant after six months without use, Microsoft after 90 days (A.1, B.1). */
const REFRESH_AFTER_MS = 30 * 86_400_000;
const SWEEP_EVERY_MS = 10 * 60_000;
const Payload = z.object({ orgId: z.string(), connectionId: z.uuid() });

export interface KeepMailboxAlive {
  /**
   * Job: refreshes a mailbox that was not used for long. A refusal is kept by the connection; what passes by itself is tried again later.
   */
  keepAlive: JobHandler;
  /** Adds the job of every idle mailbox, at most every ten minutes. */
  sweep: () => Promise<void>;
}

export function createKeepMailboxAlive({
  pool,
  clock,
  openMailbox,
}: {
  pool: Pool;
  clock: Clock;
  openMailbox: OpenMailbox;
}): KeepMailboxAlive {
  const idleSince = () => new Date(clock.now().getTime() - REFRESH_AFTER_MS);
  let sweptAt = -Infinity;
  return {
    async keepAlive(payload) {
      const { orgId, connectionId } = Payload.parse(payload);
      const mailbox = await inOrg(pool, orgId, (tx) => findById(tx, orgId, connectionId));
      if (mailbox?.state !== 'connected' || mailbox.refreshedAt >= idleSince()) return;
      await openMailbox(orgId, connectionId, { renew: true }).catch((error: unknown) => {
        if (!(error instanceof ProviderError)) throw error;
      });
    },
    async sweep() {
      if (Math.abs(clock.now().getTime() - sweptAt) < SWEEP_EVERY_MS) return;
      sweptAt = clock.now().getTime();
      await enqueueQuietly(pool, KEEP_MAILBOX_ALIVE, await listIdle(pool, idleSince()), ({ orgId, connectionId }) => ({
        payload: { orgId, connectionId },
        key: `${KEEP_MAILBOX_ALIVE}:${connectionId}`,
      }));
    },
  };
}

export const KEEP_MAILBOX_ALIVE = 'keep-mailbox-alive';
