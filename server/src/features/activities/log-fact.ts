import type { SalesforceClient, TaskDescription } from '../../providers/salesforce/index.ts';
import type { ActivityToLog, LogResult, TaskOfSending } from './repository.ts';
import { BOUNCED, REPLIED, taskOfReply, taskOfSending, type ResponseFact, type SentEmailFact } from './task-fields.ts';
import { addToTask, writeTask } from './write-task.ts';

/** Everything that our side knows of a fact when it is written to Salesforce. */
export interface KnownFact {
  activity: ActivityToLog;
  email: SentEmailFact;
  response: ResponseFact | null;
  sending: TaskOfSending | null;
}

const SENDING_IS_WRITTEN_WITHIN_MS = 30_000;

/** Writes one fact with the rep's own rights. Safe to repeat. Throws ProviderError. */
export async function logFact(salesforce: SalesforceClient, task: TaskDescription, known: KnownFact, now: Date): Promise<LogResult> {
  const { activity, email, response, sending } = known;
  switch (activity.type) {
    case 'send_sales_email':
      return { state: 'logged', taskId: await writeTask(salesforce, task, activity, taskOfSending(email)), at: now };
    case 'reply_to_sales_email': {
      if (!response) return { state: 'skipped', reason: 'The reply is gone.', at: now };
      const taskId = await writeTask(salesforce, task, activity, taskOfReply(email, response, activity.timeZone));
      if (sending?.state === 'logged') await addToTask(salesforce, task, sending.salesforceKey, REPLIED);
      return { state: 'logged', taskId, at: now };
    }
    case 'sales_email_bounced': {
      // The Task of the sending is being written: it may have been put together before the bounce was known
      if (sending?.state === 'pending')
        return { state: 'pending', nextTryAt: new Date(now.getTime() + SENDING_IS_WRITTEN_WITHIN_MS), at: now };
      if (sending?.state !== 'logged') return { state: 'skipped', reason: 'The email itself is not in Salesforce.', at: now };
      const taskId = await addToTask(salesforce, task, sending.salesforceKey, BOUNCED);
      return taskId
        ? { state: 'logged', taskId, at: now }
        : { state: 'skipped', reason: 'This org has no field that says how an email fared.', at: now };
    }
  }
}
