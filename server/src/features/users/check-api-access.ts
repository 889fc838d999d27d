import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { listReachable, setApiAccessCheckedAt } from './inactive-repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  /** Asks with the user's own connection and keeps with it what it finds. A Salesforce that does not answer is no failure. */
  probeApiAccess: (orgId: string, userId: string) => Promise<void>;
}

export const CHECK_API_ACCESS = 'check-api-access';

/** Each asks with a token of its own, so that they burden no common limit but that of the org's calls. */
const AT_ONCE = 5;
const Payload = z.object({ orgId: z.string() });

/** Adds the job; pressed again while it waits, it is one. */
export function queueApiAccessCheck(tx: Tx, orgId: string): Promise<void> {
  return enqueue(tx, CHECK_API_ACCESS, { orgId }, { key: `${CHECK_API_ACCESS}:${orgId}` });
}

/**
 * Job: asks Salesforce with each user's own connection whether the user may use the API. What it finds is kept with the connection. Daily,
 * and when an admin asks: somebody who does nothing here would be noticed by nobody else. Harmless twice.
 */
export function createCheckApiAccess({ pool, clock, probeApiAccess }: Dependencies): JobHandler {
  return async function checkApiAccess(payload) {
    const { orgId } = Payload.parse(payload);
    const waiting = await inOrg(pool, orgId, (tx) => listReachable(tx, orgId));
    const askAll = async () => {
      for (let userId = waiting.pop(); userId; userId = waiting.pop()) await probeApiAccess(orgId, userId);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askAll));
    await inOrg(pool, orgId, (tx) => setApiAccessCheckedAt(tx, orgId, clock.now()));
  };
}
