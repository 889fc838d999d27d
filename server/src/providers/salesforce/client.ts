import { openApi, type ClientOptions } from './connection.ts';
import { createTask } from './create-task.ts';
import { describeTask, type TaskDescription } from './describe-task.ts';
import type { SalesforcePerson } from './people.ts';
import { probeApiEnabled } from './probe-api-enabled.ts';
import { query } from './query.ts';
import { readPeople, readPerson } from './read-people.ts';
import { readRecordName, type RecordName } from './read-record-name.ts';
import { readRelatedPeople } from './read-related-people.ts';
import { upsertTask, type TaskFields } from './upsert-task.ts';

/** Salesforce with the rights of one user. All failures are ProviderError. */
export interface SalesforceClient {
  probeApiEnabled(): Promise<boolean>;
  readPerson(id: string): Promise<SalesforcePerson | null>;
  readPeople(ids: readonly string[]): Promise<SalesforcePerson[]>;
  readRelatedPeople(recordId: string): Promise<SalesforcePerson[]>;
  readRecordName(recordId: string): Promise<RecordName | null>;
  describeTask(): Promise<TaskDescription>;
  upsertTask(externalId: string, fields: TaskFields, externalIdField?: string): Promise<{ id: string; created: boolean }>;
  /** Not repeatable: a failure of kind `uncertain` may have written it. */
  createTask(fields: TaskFields): Promise<{ id: string }>;
  /** Literals by `quoted` and `quotedId` only. */
  query<Row extends object>(soql: string): Promise<Row[]>;
  /** Calls of the whole org in the last 24 h, as the last answer told; null before the first. */
  apiUsage(): { used: number; limit: number } | null;
}

/** Opens Salesforce for one user. Nothing is sent before the first verb. */
export function createSalesforceClient(options: ClientOptions): SalesforceClient {
  const api = openApi(options);
  return {
    probeApiEnabled: () => probeApiEnabled(api),
    readPerson: (id) => readPerson(api, id),
    readPeople: (ids) => readPeople(api, ids),
    readRelatedPeople: (recordId) => readRelatedPeople(api, recordId),
    readRecordName: (recordId) => readRecordName(api, recordId),
    describeTask: () => describeTask(api),
    upsertTask: (externalId, fields, externalIdField) => upsertTask(api, externalId, fields, externalIdField),
    createTask: (fields) => createTask(api, fields),
    query: (soql) => query(api, soql),
    apiUsage: () => api.connection.limitInfo.apiUsage ?? null,
  };
}
