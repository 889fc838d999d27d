import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient, TaskDescription } from '../../providers/salesforce/index.ts';
import { logActivityJob } from './record-activity.ts';
import { logFact, type KnownFact } from './log-fact.ts';
import { claimActivity, findTaskOfSending, saveLogResult, type LogResult } from './repository.ts';
import type { ResponseFact, SentEmailFact } from './task-fields.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: (orgId: string, userId: string) => Promise<SalesforceClient>;
  /** What the Task tells; null when the email is gone. */
  findSentEmail: (tx: Tx, orgId: string, salesEmailId: string) => Promise<SentEmailFact | null>;
  findResponse: (tx: Tx, orgId: string, responseId: string) => Promise<ResponseFact | null>;
}

const Payload = z.object({ orgId: z.string(), activityId: z.uuid() });
const DESCRIPTION_IS_FRESH_MS = 5 * 60_000;
const DESCRIPTIONS_KEPT = 1_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
/** Two days and a half at the longest pause: a Task that late is still worth having. */
const TRIES = 72;
/** UNKNOWN_EXCEPTION is a bug in the org or in Salesforce: it does not go away by itself. */
const TRIES_OF_UNKNOWN = 2;

/**
 * Job: writes one fact to Salesforce, with the rep's own connection (SF-2): a sending and a reply as one completed Task each, a bounce on the
 * Task of the sending. Safe to run twice. It never holds up the
 * email, which has left before; what Salesforce refuses is kept with its code and words for the panel to show.
 */
export const createLogActivity = ({ pool, clock, openSalesforce, findSentEmail, findResponse }: Dependencies): JobHandler => {
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

  const log = async (orgId: string, known: KnownFact): Promise<LogResult> => {
    const { activity } = known;
    const key = `${orgId}|${activity.userId}`;
    try {
      const salesforce = await openSalesforce(orgId, activity.userId);
      return await logFact(salesforce, await describe(salesforce, key), known, clock.now());
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.kind === 'invalid') descriptions.delete(key);
      return resultOf(error, activity.attempts, clock.now());
    }
  };

  return async (payload) => {
    const { orgId, activityId } = Payload.parse(payload);
    const known = await inOrg(pool, orgId, async (tx): Promise<KnownFact | null> => {
      const activity = await claimActivity(tx, orgId, activityId, clock.now());
      if (!activity) return null;
      const email = await findSentEmail(tx, orgId, activity.salesEmailId);
      const { responseId } = activity;
      if (email && !responseId) return { activity, email, response: null, sending: null };
      if (email && responseId) {
        const response = await findResponse(tx, orgId, responseId);
        return { activity, email, response, sending: await findTaskOfSending(tx, orgId, activity.salesEmailId) };
      }
      await saveLogResult(tx, orgId, activityId, { state: 'skipped', reason: 'The email is gone.', at: clock.now() });
      return null;
    });
    if (!known) return;
    const result = await log(orgId, known);
    await inOrg(pool, orgId, async (tx) => {
      await saveLogResult(tx, orgId, activityId, result);
      if (result.nextTryAt) {
        const delayMs = Math.max(0, result.nextTryAt.getTime() - result.at.getTime());
        await enqueue(tx, 'log-activity', { orgId, activityId }, { ...logActivityJob(activityId), delayMs });
      }
    });
  };
};

/** The error classes of Salesforce: come again, wait for the rep or the admin, or tell the rep why not. */
function resultOf(error: ProviderError, attempts: number, at: Date): LogResult {
  const words = { code: error.vendorCode ?? error.kind, reason: error.message, at };
  const triesLeft = attempts < (error.vendorCode === 'UNKNOWN_EXCEPTION' ? TRIES_OF_UNKNOWN : TRIES);
  const again = (pauseMs: number): LogResult =>
    triesLeft
      ? { ...words, state: 'pending', nextTryAt: error.retryAt ?? new Date(at.getTime() + pauseMs) }
      : { ...words, state: 'failed' };
  switch (error.kind) {
    case 'transient':
    case 'rate_limited':
    case 'auth_expired':
    case 'uncertain':
    case 'conflict':
      return again(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20)) * (0.5 + Math.random() / 2));
    case 'reconnect_required':
    case 'admin_action':
      return again(LONGEST_PAUSE_MS);
    case 'permission':
    case 'not_found':
    case 'invalid':
      return { ...words, state: 'failed' };
  }
}
