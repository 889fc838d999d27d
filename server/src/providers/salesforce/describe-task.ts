import type { Api } from './connection.ts';
import { query } from './query.ts';

export const EXTERNAL_ID_FIELD = 'MSI_External_Id__c';

/** What a Task of this org, for this user, can hold. */
export interface TaskDescription {
  /** Names of the fields that the user may set on a new Task. */
  createableFields: ReadonlySet<string>;
  /** The field that makes an upsert repeatable; null while the org lacks it or hides it from the user. */
  externalIdField: string | null;
  /** What the org calls "Completed"; null when no status is a closed one. */
  closedStatus: string | null;
  /** Active values of `Type` that may be used; empty where the field is absent. */
  types: readonly string[];
}

/** Reads what the org and the user's rights allow. Two calls; keep the answer for a while. */
export async function describeTask(api: Api): Promise<TaskDescription> {
  const [description, statuses] = await Promise.all([
    api.call((connection) => connection.describe('Task')),
    query<{ ApiName?: string; MasterLabel: string }>(
      api,
      'SELECT ApiName, MasterLabel FROM TaskStatus WHERE IsClosed = true ORDER BY SortOrder LIMIT 1',
    ),
  ]);
  const createable = description.fields.filter((field) => field.createable);
  const externalId = createable.find((field) => field.externalId && new RegExp(`^(\\w+__)?${EXTERNAL_ID_FIELD}$`).test(field.name));
  const type = createable.find((field) => field.name === 'Type');
  return {
    createableFields: new Set(createable.map((field) => field.name)),
    externalIdField: externalId?.name ?? null,
    closedStatus: statuses[0]?.ApiName ?? statuses[0]?.MasterLabel ?? null,
    types: ((type?.picklistValues ?? []) as { active: boolean; value: string }[])
      .filter((value) => value.active)
      .map((value) => value.value),
  };
}
