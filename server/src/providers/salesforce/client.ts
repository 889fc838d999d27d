import type { Api, ClientOptions } from './connection.ts';
import { describeObject, type FieldDescription } from './describe-object.ts';
import { describeTask, type TaskDescription } from './describe-task.ts';
import { allowedOrigin } from './hosts.ts';
import type { SalesforcePerson } from './people.ts';
import { readListedIds, readListViews, type SalesforceListView } from './read-list-views.ts';
import { probeApiEnabled } from './probe-api-enabled.ts';
import { query } from './query.ts';
import { readFields, type FieldRow } from './read-fields.ts';
import { readPeople, readPerson } from './read-people.ts';
import { readRecordName, type RecordName } from './read-record-name.ts';
import { readInactiveUsers } from './read-inactive-users.ts';
import { readSetup, type SalesforceSetup } from './read-setup.ts';
import { readUsersByEmail, searchUsers, type SalesforceUser } from './read-users.ts';
import { readSurvivor, type Survivor } from './read-survivor.ts';
import { readRelatedPeople } from './read-related-people.ts';
import { createRecords, updateRecords, upsertRecords, type RecordFields, type WrittenRecord } from './write-records.ts';

/** Salesforce with the rights of one user. All failures are ProviderError. */
export interface SalesforceClient {
  probeApiEnabled(): Promise<boolean>;
  readPerson(id: string): Promise<SalesforcePerson | null>;
  readPeople(ids: readonly string[]): Promise<SalesforcePerson[]>;
  readRelatedPeople(recordId: string): Promise<SalesforcePerson[]>;
  readRecordName(recordId: string): Promise<RecordName | null>;
  /** The record that stands for a Lead, Contact or Account after merges and a conversion. */
  readSurvivor(id: string): Promise<Survivor>;
  /** The list views of an object that the user sees, in the order of Salesforce. */
  readListViews(objectName: string): Promise<SalesforceListView[]>;
  /** The records that a list view shows first, as it sorts them. `not_found` when the user has no such list view. */
  readListedIds(objectName: string, listViewId: string, most: number): Promise<string[]>;
  /** Which of these users are deactivated, or frozen where that can be seen. */
  readInactiveUsers(ids: readonly string[]): Promise<string[]>;
  /** In as many queries as their length needs. */
  readUsersByEmail(emails: readonly string[]): Promise<SalesforceUser[]>;
  searchUsers(words: string, most: number): Promise<SalesforceUser[]>;
  describeTask(): Promise<TaskDescription>;
  /** What field-level security shows of an object. */
  describeObject(objectName: string): Promise<FieldDescription[]>;
  /** By id of 18 characters. Names of fields come from a description. */
  readFields(objectName: string, fields: readonly string[], ids: readonly string[]): Promise<Map<string, FieldRow>>;
  setup(): Promise<SalesforceSetup>;
  /** Up to 200 records under our own keys: repeatable. Each is written for itself. */
  upsertRecords(
    object: string,
    externalIdField: string,
    records: readonly { key: string; fields: RecordFields }[],
  ): Promise<WrittenRecord[]>;
  /** Never makes one: `not_found` for each that was deleted. */
  updateRecords(object: string, records: readonly { id: string; fields: RecordFields }[]): Promise<WrittenRecord[]>;
  /** Not repeatable: a failure of kind `uncertain` may have written them. */
  createRecords(object: string, records: readonly RecordFields[]): Promise<WrittenRecord[]>;
  /** Literals by `quoted` and `quotedId` only. */
  query<Row extends object>(soql: string): Promise<Row[]>;
  /** Calls of the whole org in the last 24 h, as the last answer told; null before the first. */
  apiUsage(): { used: number; limit: number } | null;
}

/**
 * Opens Salesforce for one user. Nothing is sent before the first verb. Throws ProviderError `invalid` for an instance that is not
 * Salesforce's.
 */
export function createSalesforceClient(options: ClientOptions): SalesforceClient {
  allowedOrigin(options.instanceUrl, options.extraOrigins);
  let opened: Api | null = null;
  // jsforce takes a tenth of a second: it is loaded with the first verb
  const api = async (): Promise<Api> => {
    const { openApi } = await import('./connection.ts');
    return (opened ??= openApi(options));
  };
  return {
    probeApiEnabled: async () => probeApiEnabled(await api()),
    readPerson: async (id) => readPerson(await api(), id),
    readPeople: async (ids) => readPeople(await api(), ids),
    readRelatedPeople: async (recordId) => readRelatedPeople(await api(), recordId),
    readRecordName: async (recordId) => readRecordName(await api(), recordId),
    readSurvivor: async (id) => readSurvivor(await api(), id),
    readListViews: async (objectName) => readListViews(await api(), objectName),
    readListedIds: async (objectName, listViewId, most) => readListedIds(await api(), objectName, listViewId, most),
    readInactiveUsers: async (ids) => readInactiveUsers(await api(), ids),
    readUsersByEmail: async (emails) => readUsersByEmail(await api(), emails),
    searchUsers: async (words, most) => searchUsers(await api(), words, most),
    describeObject: async (objectName) => describeObject(await api(), objectName),
    readFields: async (objectName, fields, ids) => readFields(await api(), objectName, fields, ids),
    describeTask: async () => describeTask(await api()),
    setup: async () => readSetup(await api()),
    upsertRecords: async (object, externalIdField, records) => upsertRecords(await api(), object, externalIdField, records),
    updateRecords: async (object, records) => updateRecords(await api(), object, records),
    createRecords: async (object, records) => createRecords(await api(), object, records),
    query: async (soql) => query(await api(), soql),
    apiUsage: () => opened?.connection.limitInfo.apiUsage ?? null,
  };
}
