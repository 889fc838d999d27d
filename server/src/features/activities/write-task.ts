import { ProviderError } from '../../platform/provider-error.ts';
import { dayIn } from '../../platform/zoned-time.ts';
import { quotedId, type SalesforceClient, type TaskDescription } from '../../providers/salesforce/index.ts';
import { followSurvivors } from './follow-survivors.ts';
import type { ActivityToLog } from './repository.ts';
import { holdable, taskFields, type TaskFact } from './task-fields.ts';

/**
 * Writes the one Task of a fact with the rep's own rights and answers its id, or null when nothing is left in Salesforce that it could
 * stand on. With our external id field in the org it can be repeated without end; without it the Task carries `[ref:…]` and an earlier try
 * is looked for first. Throws ProviderError.
 */
export async function writeTask(
  salesforce: SalesforceClient,
  task: TaskDescription,
  activity: ActivityToLog,
  fact: TaskFact,
): Promise<string | null> {
  try {
    return await write(salesforce, task, activity, fact);
  } catch (error) {
    const followed = await followSurvivors(salesforce, error, fact);
    if (!followed) throw error;
    return followed === 'nothing_left' ? null : write(salesforce, task, activity, followed);
  }
}

async function write(salesforce: SalesforceClient, task: TaskDescription, activity: ActivityToLog, fact: TaskFact): Promise<string> {
  const { externalIdField } = task;
  if (!externalIdField) return writeOnce(salesforce, task, activity, fact);
  const fields = taskFields(fact, activity, activity.happenedAt, task);
  try {
    return (await salesforce.upsertTask(activity.salesforceKey, fields, externalIdField)).id;
  } catch (error) {
    // TaskSubtype can only be given to a new Task: this one exists since an earlier try whose answer was lost
    if (!(error instanceof ProviderError && error.vendorCode === 'INVALID_FIELD_FOR_INSERT_UPDATE' && 'TaskSubtype' in fields)) throw error;
    const { TaskSubtype: _, ...updatable } = fields;
    return (await salesforce.upsertTask(activity.salesforceKey, updatable, externalIdField)).id;
  }
}

/** Without a key in Salesforce: at least once, and once as far as can be seen. */
async function writeOnce(salesforce: SalesforceClient, task: TaskDescription, activity: ActivityToLog, fact: TaskFact): Promise<string> {
  const footer = `\n\n[ref:${activity.salesforceKey}]`;
  if (activity.attempts > 1) {
    // Description cannot be filtered by, so the candidates are looked through here
    const candidates = await salesforce.query<{ Id: string; Description: string | null }>(
      `SELECT Id, Description FROM Task WHERE OwnerId = '${activity.salesforceUserId}' AND WhoId = ${fact.personId ? quotedId(fact.personId) : 'null'}` +
        ` AND ActivityDate = ${dayIn(activity.timeZone, activity.happenedAt)}`,
    );
    const earlier = candidates.find(({ Description }) => Description?.includes(footer.trim()));
    if (earlier) return earlier.Id;
  }
  return (await salesforce.createTask(taskFields(fact, activity, activity.happenedAt, task, footer))).id;
}

/**
 * Adds to a Task that is written already (SF-15), and never makes one. Harmless twice. Throws ProviderError: of kind `not_found` when the
 * Task was deleted.
 */
export async function addToTask(
  salesforce: SalesforceClient,
  task: TaskDescription,
  taskId: string,
  flags: Record<string, string | boolean>,
): Promise<'added' | 'no_field'> {
  const fields = holdable(flags, task);
  if (Object.keys(fields).length === 0) return 'no_field';
  await salesforce.updateTask(taskId, fields);
  return 'added';
}
