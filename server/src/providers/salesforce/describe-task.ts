import type { Api } from './connection.ts';
import { query } from './query.ts';

export const EXTERNAL_ID_FIELD = 'MSI_External_Id__c';

export interface PicklistValue {
  value: string;
  label: string;
  isDefault: boolean;
}

/** What a Task of this org, for this user, can hold. */
export interface TaskDescription {
  /** Names of the fields that the user may set on a new Task. */
  createableFields: ReadonlySet<string>;
  /** The field that makes an upsert repeatable; null while the org lacks it or hides it from the user. */
  externalIdField: string | null;
  /** What the org calls "Completed"; null when no status is a closed one. */
  closedStatus: string | null;
  /** What a task that is to be done has: the org's default, or the first status that is not closed; null when every one is. */
  openStatus: string | null;
  /** Active values of `Priority`, in the org's order; empty where the user may not set it. */
  priorities: readonly PicklistValue[];
  /** Active values of `Type` that may be used; empty where the field is absent. */
  types: readonly string[];
}

/** Reads what the org and the user's rights allow. Two calls; keep the answer for a while. */
export async function describeTask(api: Api): Promise<TaskDescription> {
  const [description, statuses] = await Promise.all([
    api.call((connection) => connection.describe('Task')),
    query<TaskStatus>(api, 'SELECT ApiName, MasterLabel, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder'),
  ]);
  const createable = description.fields.filter((field) => field.createable);
  const externalId = createable.find((field) => field.externalId && new RegExp(`^(\\w+__)?${EXTERNAL_ID_FIELD}$`).test(field.name));
  const open = statuses.filter((status) => !status.IsClosed);
  return {
    createableFields: new Set(createable.map((field) => field.name)),
    externalIdField: externalId?.name ?? null,
    closedStatus: nameOf(statuses.find((status) => status.IsClosed)),
    openStatus: nameOf(open.find((status) => status.IsDefault) ?? open[0]),
    priorities: activeValues(createable, 'Priority').map(({ value, label, defaultValue }) => ({
      value,
      label: label ?? value,
      isDefault: defaultValue === true,
    })),
    types: activeValues(createable, 'Type').map(({ value }) => value),
  };
}

interface TaskStatus {
  ApiName?: string;
  MasterLabel: string;
  IsClosed: boolean;
  IsDefault: boolean;
}

interface DescribedValue {
  active: boolean;
  value: string;
  label?: string | null;
  defaultValue?: boolean;
}

function nameOf(status: TaskStatus | undefined): string | null {
  return status?.ApiName ?? status?.MasterLabel ?? null;
}

function activeValues(fields: readonly { name: string; picklistValues?: unknown }[], name: string): DescribedValue[] {
  const field = fields.find((one) => one.name === name);
  return ((field?.picklistValues ?? []) as DescribedValue[]).filter(({ active }) => active);
}
