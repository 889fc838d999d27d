import { ProviderError } from '../../platform/provider-error.ts';
import type { RecordFields, SalesforceClient, TaskDescription } from '../../providers/salesforce/index.ts';
import { WORDS } from './error-words/index.ts';
import type { ClaimedWrite } from './write-repository.ts';
import { writableFields } from './task-fields.ts';
import { skipped, TASK_DELETED, taskDeleted, type WriteResult } from './write-results.ts';
import { resultsOf, writeAll } from './write-all.ts';

/**
 * Changes Tasks that other writes have made (SF-15), each for itself, and never makes one. Harmless twice. Where somebody has deleted the
 * Task, the result of the write that made it is among the results too. Throws ProviderError when nothing could be asked at all.
 */
export async function updateTasks(
  salesforce: SalesforceClient,
  task: TaskDescription,
  writes: readonly ClaimedWrite[],
  now: Date,
): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  const changes: { write: ClaimedWrite; fields: RecordFields; id: string }[] = [];
  for (const write of writes) {
    const fields = writableFields(write.fields, task);
    const id = write.parent?.state === 'logged' ? write.parent.salesforceId : null;
    if (!id) results.push(withoutRecord(write));
    // What has a record of its own is told there: a missing mark is left out as any other field
    else if (Object.keys(fields).length === 0) results.push(skipped(write.id, 'NO_FIELD', write.hasOwnRecord ? null : WORDS.noField));
    else changes.push({ write, fields, id });
  }
  for (const [change, outcome] of await writeAll(changes, (batch) => salesforce.updateRecords('Task', batch))) {
    if (outcome instanceof ProviderError && outcome.kind === 'not_found')
      results.push(taskDeleted(change.write.id), ...deletedParent(change.write));
    else results.push(...resultsOf([[change, outcome]], now));
  }
  return results;
}

function withoutRecord({ id, parent }: ClaimedWrite): WriteResult {
  return parent?.code === TASK_DELETED.code ? taskDeleted(id) : skipped(id, 'PARENT_NOT_LOGGED', WORDS.parentNotLogged);
}

function deletedParent({ parent }: ClaimedWrite): WriteResult[] {
  return parent ? [taskDeleted(parent.id)] : [];
}
