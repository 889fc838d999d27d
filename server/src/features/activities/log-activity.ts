import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient, TaskDescription } from '../../providers/salesforce/index.ts';
import { logActivityJob } from './record-activity.ts';
import { WRITES_OF, writeFact, type KnownFact } from './log-fact.ts';
import { claimActivity, findTaskOfSending } from './repository.ts';
import { resultOf } from './result-of-failure.ts';
import type { ResponseFact, SentEmailFact } from './task-fields.ts';
import { SALESFORCE_WRITES } from './write-metrics.ts';
import {
  findWrites,
  markTaskDeleted,
  saveWrites,
  skipped,
  type StoredWrite,
  TASK_DELETED,
  type WriteResult,
  type WriteTarget,
} from './write-repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  metrics: Metrics;
  openSalesforce: (orgId: string, userId: string) => Promise<SalesforceClient>;
  /** What the Task tells; null when the email is gone. */
  findSentEmail: (tx: Tx, orgId: string, salesEmailId: string) => Promise<SentEmailFact | null>;
  findResponse: (tx: Tx, orgId: string, responseId: string) => Promise<ResponseFact | null>;
}

/** A fact and those of its writes that are to be tried now. */
interface Claimed {
  known: KnownFact;
  due: { target: WriteTarget; attempts: number }[];
}
/** There is nothing left to write; that is kept already. */
interface Ended {
  ended: WriteResult[];
}

const Payload = z.object({ orgId: z.string(), activityId: z.uuid() });
const DESCRIPTION_IS_FRESH_MS = 5 * 60_000;
const DESCRIPTIONS_KEPT = 1_000;

/**
 * Job: writes one fact to Salesforce, with the rep's own connection (SF-2): a sending and a reply as one completed Task each, what came
 * back also on the Task of the sending. Each write succeeds, waits or fails for itself, and only what has not succeeded is tried again.
 * Safe to run twice. It never holds up the email, which has left before; what Salesforce refuses is kept with its code and words for the
 * panel to show.
 */
export function createLogActivity(use: Dependencies): JobHandler {
  const { pool, clock } = use;
  const descriptions = new Map<string, { task: TaskDescription; until: number }>();

  /** What the org and the rep's rights can hold changes seldom. */
  const describe = async (salesforce: SalesforceClient, key: string): Promise<TaskDescription> => {
    const known = descriptions.get(key);
    if (known && known.until > performance.now()) return known.task;
    const task = await salesforce.describeTask();
    if (descriptions.size >= DESCRIPTIONS_KEPT) descriptions.clear();
    descriptions.set(key, { task, until: performance.now() + DESCRIPTION_IS_FRESH_MS });
    return task;
  };

  const write = async (orgId: string, known: KnownFact, { target, attempts }: Claimed['due'][number]): Promise<WriteResult> => {
    const { userId } = known.activity;
    const key = `${orgId}|${userId}`;
    try {
      const salesforce = await use.openSalesforce(orgId, userId);
      return await writeFact(salesforce, await describe(salesforce, key), known, target, clock.now());
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.kind === 'invalid') descriptions.delete(key);
      return resultOf(error, target, attempts + 1, clock.now());
    }
  };

  const count = (results: readonly WriteResult[]): void => {
    for (const { state, code = 'none' } of results) use.metrics.count(SALESFORCE_WRITES, { state, code });
  };

  return async function logActivity(payload) {
    const { orgId, activityId } = Payload.parse(payload);
    const claimed = await inOrg(pool, orgId, (tx) => claim(use, tx, orgId, activityId));
    if (!claimed) return;
    if ('ended' in claimed) {
      count(claimed.ended);
      return;
    }
    const { known, due } = claimed;
    const results: WriteResult[] = [];
    for (const one of due) results.push(await write(orgId, known, one));
    await inOrg(pool, orgId, async (tx) => {
      await saveWrites(tx, orgId, activityId, results);
      if (known.sending && results.some(({ code }) => code === TASK_DELETED.code))
        await markTaskDeleted(tx, orgId, known.sending.activityId);
      const nextTries = results.flatMap(({ nextTryAt }) => (nextTryAt ? [nextTryAt.getTime()] : []));
      if (nextTries.length === 0) return;
      const delayMs = Math.max(0, Math.min(...nextTries) - clock.now().getTime());
      await enqueue(tx, 'log-activity', { orgId, activityId }, { ...logActivityJob(activityId), delayMs });
    });
    count(results);
  };
}

async function claim(
  { clock, findSentEmail, findResponse }: Dependencies,
  tx: Tx,
  orgId: string,
  activityId: string,
): Promise<Claimed | Ended | null> {
  const now = clock.now();
  const activity = await claimActivity(tx, orgId, activityId, now);
  if (!activity) return null;
  const { salesEmailId, responseId } = activity;
  const email = await findSentEmail(tx, orgId, salesEmailId);
  const stored = new Map((await findWrites(tx, orgId, activityId)).map((write) => [write.target, write]));
  const due = WRITES_OF[activity.type]
    .filter((target) => isDue(stored.get(target), now))
    .map((target) => ({ target, attempts: stored.get(target)?.attempts ?? 0 }));
  if (!email) {
    const ended = due.map(({ target }) => skipped(target, 'GONE', 'The email is gone.', now));
    await saveWrites(tx, orgId, activityId, ended);
    return { ended };
  }
  const response = responseId ? await findResponse(tx, orgId, responseId) : null;
  const sending = responseId ? await findTaskOfSending(tx, orgId, salesEmailId) : null;
  return { known: { activity, email, response, sending }, due };
}

function isDue(write: StoredWrite | undefined, now: Date): boolean {
  return !write || (write.state === 'pending' && write.nextTryAt <= now);
}
