import type { SalesforceClient, TaskDescription, TaskStatuses } from '../../providers/salesforce/index.ts';

/** What a Task that a rep writes can hold: the rep's rights, and the org's words. */
export type TaskRules = TaskDescription & TaskStatuses;

const FRESH_MS = 30 * 60_000;
/** About five kilobytes each. */
const DESCRIPTIONS_KEPT = 5_000;
const STATUSES_KEPT = 1_000;

export interface TaskRulesMemory {
  /** From memory as far as it goes; `isRemembered` when a part of it was, so that it may no longer hold. */
  get(salesforce: SalesforceClient, orgId: string, userId: string): Promise<{ task: TaskRules; isRemembered: boolean }>;
  /** Asks Salesforce for all of it. */
  getAgain(salesforce: SalesforceClient, orgId: string, userId: string): Promise<TaskRules>;
}

/** Remembers for half an hour what Salesforce says about Tasks: rights by rep, statuses by org. */
export function createTaskRulesMemory(): TaskRulesMemory {
  const descriptions = createMemory<TaskDescription>(DESCRIPTIONS_KEPT);
  const statuses = createMemory<TaskStatuses>(STATUSES_KEPT);

  async function describe(salesforce: SalesforceClient, key: string): Promise<TaskDescription> {
    return descriptions.keep(key, await salesforce.describeTask());
  }
  async function readStatuses(salesforce: SalesforceClient, orgId: string): Promise<TaskStatuses> {
    return statuses.keep(orgId, await salesforce.readTaskStatuses());
  }

  return {
    async get(salesforce, orgId, userId) {
      const key = `${orgId}|${userId}`;
      const [known, knownStatuses] = [descriptions.find(key), statuses.find(orgId)];
      const [description, words] = await Promise.all([
        known ?? describe(salesforce, key),
        knownStatuses ?? readStatuses(salesforce, orgId),
      ]);
      return { task: { ...description, ...words }, isRemembered: known !== null || knownStatuses !== null };
    },
    async getAgain(salesforce, orgId, userId) {
      const [description, words] = await Promise.all([describe(salesforce, `${orgId}|${userId}`), readStatuses(salesforce, orgId)]);
      return { ...description, ...words };
    },
  };
}

interface Memory<T> {
  find(key: string): T | null;
  keep(key: string, value: T): T;
}

/** Holds up to `most` values; the one that was read longest ago gives way. */
function createMemory<T>(most: number): Memory<T> {
  const entries = new Map<string, { value: T; until: number }>();
  return {
    find(key) {
      const entry = entries.get(key);
      return entry && entry.until > performance.now() ? entry.value : null;
    },
    keep(key, value) {
      entries.delete(key);
      const [oldest] = entries.keys();
      if (entries.size >= most && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, until: performance.now() + FRESH_MS });
      return value;
    },
  };
}
