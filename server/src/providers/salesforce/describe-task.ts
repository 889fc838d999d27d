import type { Api } from './connection.ts';

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
  /** Active values of `Priority`, in the org's order; empty where the user may not set it. */
  priorities: readonly PicklistValue[];
  /** Active values of `Type` that may be used; empty where the field is absent. */
  types: readonly string[];
}

/** Reads what the org and the user's rights allow. A large answer: keep what it says for a while. */
export async function describeTask(api: Api): Promise<TaskDescription> {
  const description = await api.call((connection) => connection.describe('Task'));
  const createable = description.fields.filter((field) => field.createable);
  const externalId = createable.find((field) => field.externalId && new RegExp(`^(\\w+__)?${EXTERNAL_ID_FIELD}$`).test(field.name));
  return {
    createableFields: new Set(createable.map((field) => field.name)),
    externalIdField: externalId?.name ?? null,
    priorities: activeValues(createable, 'Priority').map(({ value, label, defaultValue }) => ({
      value,
      label: label ?? value,
      isDefault: defaultValue === true,
    })),
    types: activeValues(createable, 'Type').map(({ value }) => value),
  };
}

interface DescribedValue {
  active: boolean;
  value: string;
  label?: string | null;
  defaultValue?: boolean;
}

function activeValues(fields: readonly { name: string; picklistValues?: unknown }[], name: string): DescribedValue[] {
  const field = fields.find((one) => one.name === name);
  return ((field?.picklistValues ?? []) as DescribedValue[]).filter(({ active }) => active);
}
