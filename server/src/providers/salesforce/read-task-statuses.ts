import type { Api } from './connection.ts';
import { query } from './query.ts';

/** What the statuses of a Task are called in an org. They are the same for all its users. */
export interface TaskStatuses {
  /** What the org calls "Completed"; null when no status is a closed one. */
  closedStatus: string | null;
  /** What a task that is to be done has: the org's default, or the first status that is not closed; null when every one is. */
  openStatus: string | null;
}

/** Reads what the org calls a Task that is done, and one that is not. */
export async function readTaskStatuses(api: Api): Promise<TaskStatuses> {
  const statuses = await query<TaskStatus>(api, 'SELECT ApiName, MasterLabel, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder');
  const open = statuses.filter((status) => !status.IsClosed);
  return {
    closedStatus: nameOf(statuses.find((status) => status.IsClosed)),
    openStatus: nameOf(open.find((status) => status.IsDefault) ?? open[0]),
  };
}

interface TaskStatus {
  ApiName?: string;
  MasterLabel: string;
  IsClosed: boolean;
  IsDefault: boolean;
}

function nameOf(status: TaskStatus | undefined): string | null {
  return status?.ApiName ?? status?.MasterLabel ?? null;
}
