import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { MOST_RECORDS_PER_CALL, type SalesforceClient, type TaskDescription } from '../../providers/salesforce/index.ts';
import { claimWrites, findNextTry, saveResults, type ClaimedWrite } from './write-repository.ts';
import { createTasks } from './create-tasks.ts';
import { beginTurn, endTurn, enqueueTurn, keepTurn, LOOK_AGAIN_MS, type Collecting } from './turn.ts';
import { resultOfFailure } from './result-of-failure.ts';
import { updateTasks } from './update-tasks.ts';
import { SALESFORCE_WRITES } from './write-metrics.ts';
import type { WriteResult } from './write-results.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  metrics: Metrics;
  collecting: Collecting;
  openSalesforce: (orgId: string, userId: string) => Promise<SalesforceClient>;
}

const Payload = z.object({ orgId: z.string(), userId: z.uuid(), atOnce: z.boolean().default(false) });
const DESCRIPTION_IS_FRESH_MS = 30 * 60_000;
/** About five kilobytes each. */
const DESCRIPTIONS_KEPT = 5_000;

/**
 * Job: takes what waits of one rep to Salesforce, with the rep's own connection (SF-2), up to 200 records in a call. Each write succeeds,
 * waits or fails for itself, and only what has not succeeded is tried again. Safe to run twice. What Salesforce refuses is kept with its
 * code and words for the panel to show.
 */
export function createDrainWrites({ pool, clock, metrics, collecting, openSalesforce }: Dependencies): JobHandler {
  const descriptions = new Map<string, { task: TaskDescription; until: number }>();

  /** What an org and a rep's rights can hold, as it was seen not long ago; null where it was not. */
  function knownDescription(orgId: string, userId: string): TaskDescription | null {
    const known = descriptions.get(`${orgId}|${userId}`);
    return known && known.until > performance.now() ? known.task : null;
  }

  async function describe(salesforce: SalesforceClient, orgId: string, userId: string): Promise<TaskDescription> {
    const task = await salesforce.describeTask();
    // The one that was read longest ago gives way
    const [oldest] = descriptions.keys();
    if (descriptions.size >= DESCRIPTIONS_KEPT && oldest !== undefined) descriptions.delete(oldest);
    descriptions.delete(`${orgId}|${userId}`);
    descriptions.set(`${orgId}|${userId}`, { task, until: performance.now() + DESCRIPTION_IS_FRESH_MS });
    return task;
  }

  async function write(orgId: string, userId: string, writes: readonly ClaimedWrite[]): Promise<WriteResult[]> {
    const now = clock.now();
    try {
      const salesforce = await openSalesforce(orgId, userId);
      const known = knownDescription(orgId, userId);
      const results = await writeBy(salesforce, known ?? (await describe(salesforce, orgId, userId)), writes, now);
      const refused = new Set(results.filter(({ state }) => state === 'failed').map(({ id }) => id));
      if (!known || refused.size === 0) return results;
      // Perhaps the org is not what it was when it was last looked at
      const again = writes.filter(({ id }) => refused.has(id));
      const rewritten = await writeBy(salesforce, await describe(salesforce, orgId, userId), again, now);
      return [...results.filter(({ id }) => !refused.has(id)), ...rewritten];
    } catch (error) {
      // Nothing could be asked: that is what all of them came to. Those that were written are found by their key
      if (error instanceof ProviderError) return writes.map((one) => resultOfFailure(error, one, now));
      throw error;
    }
  }

  return async function drainWrites(payload, { signal }) {
    const { orgId, userId, atOnce } = Payload.parse(payload);
    if (!(await inOrg(pool, orgId, (tx) => beginTurn(tx, { orgId, userId, atOnce })))) return;
    let taken = 0;
    let mayHaveMore = true;
    while (mayHaveMore && !signal.aborted) {
      const claimed = await inOrg(pool, orgId, async (tx) => {
        await keepTurn(tx, orgId, userId);
        return claimWrites(tx, orgId, userId, clock.now());
      });
      // What comes while this is written is collected for the next turn
      mayHaveMore = claimed.length === MOST_RECORDS_PER_CALL;
      if (claimed.length === 0) break;
      taken += claimed.length;
      const results = await write(orgId, userId, claimed);
      await inOrg(pool, orgId, (tx) => saveResults(tx, orgId, results));
      for (const { state, code = 'none' } of results) metrics.count(SALESFORCE_WRITES, { state, code });
    }
    await inOrg(pool, orgId, async (tx) => {
      const collectMs = await endTurn(tx, orgId, userId, taken, collecting);
      const nextTryAt = await findNextTry(tx, orgId, userId);
      if (!nextTryAt) return;
      // What is due and was not to be had is held by a process that may have died
      const soonestMs = taken === 0 ? LOOK_AGAIN_MS : collectMs;
      await enqueueTurn(tx, { orgId, userId, atOnce: false }, Math.max(soonestMs, nextTryAt.getTime() - clock.now().getTime()));
    });
  };
}

/** By what the org and the rep's rights can hold. */
async function writeBy(
  salesforce: SalesforceClient,
  task: TaskDescription,
  writes: readonly ClaimedWrite[],
  now: Date,
): Promise<WriteResult[]> {
  const creates = writes.filter(({ mode }) => mode === 'create');
  const updates = writes.filter(({ mode }) => mode === 'update');
  return [...(await createTasks(salesforce, task, creates, now)), ...(await updateTasks(salesforce, task, updates, now))];
}
