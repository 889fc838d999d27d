import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient, TaskDescription } from '../../providers/salesforce/index.ts';
import type { FactType } from './record-activity.ts';
import type { ActivityToLog, TaskOfSending } from './repository.ts';
import { BOUNCED, REPLIED, taskOfReply, taskOfSending, type ResponseFact, type SentEmailFact } from './task-fields.ts';
import { addToTask, writeTask } from './write-task.ts';
import { skipped, TASK_DELETED, type WriteResult, type WriteTarget } from './write-repository.ts';

/** Everything that our side knows of a fact when it is written to Salesforce. */
export interface KnownFact {
  activity: ActivityToLog;
  email: SentEmailFact;
  response: ResponseFact | null;
  sending: TaskOfSending | null;
}

/** What Salesforce is told of each kind of fact, each write for itself. */
export const WRITES_OF: Readonly<Record<FactType, readonly WriteTarget[]>> = {
  send_sales_email: ['own_task'],
  reply_to_sales_email: ['own_task', 'task_of_sending'],
  sales_email_bounced: ['task_of_sending'],
};

const SENDING_IS_WRITTEN_WITHIN_MS = 30_000;
const PERSON_DELETED = 'The person was deleted in Salesforce, and nothing is left that the task could stand on.';

/** Does one write of a fact with the rep's own rights. Safe to repeat. Throws ProviderError. */
export async function writeFact(
  salesforce: SalesforceClient,
  task: TaskDescription,
  known: KnownFact,
  target: WriteTarget,
  now: Date,
): Promise<WriteResult> {
  if (target === 'task_of_sending') return changeTaskOfSending(salesforce, task, known, now);
  const { activity, email, response } = known;
  const isReply = activity.type === 'reply_to_sales_email';
  if (isReply && !response) return skipped(target, 'GONE', 'The reply is gone.', now);
  const fact = response ? taskOfReply(email, response, activity.timeZone) : taskOfSending(email);
  const taskId = await writeTask(salesforce, task, activity, fact);
  return taskId ? { target, state: 'logged', taskId, at: now } : skipped(target, 'PERSON_DELETED', PERSON_DELETED, now);
}

/** What came back, told on the Task that the email itself became. */
async function changeTaskOfSending(
  salesforce: SalesforceClient,
  task: TaskDescription,
  { activity, sending }: KnownFact,
  now: Date,
): Promise<WriteResult> {
  const target = 'task_of_sending';
  // The Task of the sending is being written: it may have been put together before this was known
  if (sending?.state === 'pending') {
    const soon = Math.max(now.getTime(), sending.nextTryAt.getTime()) + SENDING_IS_WRITTEN_WITHIN_MS;
    return { target, state: 'pending', nextTryAt: new Date(soon), at: now };
  }
  if (sending?.code === TASK_DELETED.code) return skipped(target, TASK_DELETED.code, TASK_DELETED.reason, now);
  if (sending?.state !== 'logged' || !sending.taskId)
    return skipped(target, 'EMAIL_NOT_LOGGED', 'The email itself is not in Salesforce.', now);
  const isReply = activity.type === 'reply_to_sales_email';
  try {
    const outcome = await addToTask(salesforce, task, sending.taskId, isReply ? REPLIED : BOUNCED);
    if (outcome === 'added') return { target, state: 'logged', taskId: sending.taskId, at: now };
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'not_found') return skipped(target, TASK_DELETED.code, TASK_DELETED.reason, now);
    throw error;
  }
  // A reply has its own Task: the mark is left out where the org has no field for it, as any other (SF-15)
  return skipped(target, 'NO_FIELD', isReply ? null : 'This org has no field that says how an email fared.', now);
}
