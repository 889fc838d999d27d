import type { Api } from './connection.ts';
import { query } from './query.ts';
import { quoted } from './soql.ts';

/** What an administrator has set up in the org, as far as the asking user may see it. */
export interface SalesforceSetup {
  hasApexClass(name: string): Promise<boolean>;
  /** API names of the custom fields that all activities have. */
  activityFields(): Promise<string[]>;
  /** How many active users have each of these permission sets; without those that the org does not have. */
  assignments(permissionSets: readonly string[]): Promise<Map<string, number>>;
  /** Whether a record page of each object holds the component; null where there are too many pages to look into all. */
  pagesWith(component: string, objects: readonly string[]): Promise<Map<string, boolean | null>>;
}

/** Salesforce gives what a page holds for one page at a time. */
const MOST_PAGES = 15;

export function readSetup(api: Api): SalesforceSetup {
  return {
    hasApexClass: async (name) => (await toolingQuery(api, `SELECT Id FROM ApexClass WHERE Name = ${quoted(name)}`)).length > 0,
    async activityFields() {
      const soql = "SELECT DeveloperName, NamespacePrefix FROM CustomField WHERE TableEnumOrId = 'Activity'";
      const fields = await toolingQuery<{ DeveloperName: string }>(api, soql);
      return fields.map(({ DeveloperName }) => `${DeveloperName}__c`);
    },
    async assignments(permissionSets) {
      const names = permissionSets.map(quoted).join(', ');
      const sets = await query<{ Name: string }>(api, `SELECT Name FROM PermissionSet WHERE Name IN (${names})`);
      const given = await query<{ AssigneeId: string; PermissionSet: { Name: string } }>(
        api,
        `SELECT AssigneeId, PermissionSet.Name FROM PermissionSetAssignment ` +
          `WHERE PermissionSet.Name IN (${names}) AND Assignee.IsActive = true`,
      );
      return new Map(sets.map(({ Name }) => [Name, given.filter((one) => one.PermissionSet.Name === Name).length]));
    },
    async pagesWith(component, objects) {
      const found = await Promise.all(objects.map(async (object) => [object, await hasPageWith(api, component, object)] as const));
      return new Map(found);
    },
  };
}

async function hasPageWith(api: Api, component: string, object: string): Promise<boolean | null> {
  const where =
    `Type = 'RecordPage' AND EntityDefinitionId = ${quoted(object)} ` + `ORDER BY LastModifiedDate DESC LIMIT ${String(MOST_PAGES + 1)}`;
  const pages = await toolingQuery<{ Id: string }>(api, `SELECT Id FROM FlexiPage WHERE ${where}`);
  for (const { Id } of pages.slice(0, MOST_PAGES)) {
    const [page] = await toolingQuery<{ Metadata: unknown }>(api, `SELECT Metadata FROM FlexiPage WHERE Id = ${quoted(Id)}`);
    if (holds(page?.Metadata, component)) return true;
  }
  return pages.length > MOST_PAGES ? null : false;
}

/** Regions hold components, and components of a page may hold regions; the name may carry a namespace. */
function holds(part: unknown, component: string): boolean {
  if (Array.isArray(part)) return part.some((one) => holds(one, component));
  if (typeof part !== 'object' || part === null) return false;
  const { componentName } = part as { componentName?: unknown };
  if (typeof componentName === 'string' && componentName.split(':').at(-1) === component) return true;
  return Object.values(part).some((one) => holds(one, component));
}

/** The Tooling API answers all rows of these small tables at once. */
async function toolingQuery<Row extends object>(api: Api, soql: string): Promise<Row[]> {
  const { records } = await api.call((connection) =>
    connection.request<{ records: Row[] }>(`/tooling/query?q=${encodeURIComponent(soql)}`),
  );
  return records;
}
