import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { dismissWrite } from '../salesforce-writes/index.ts';
import { sentence } from './error-words/index.ts';

export type DismissTask = (orgId: string, userId: string, id: string) => Promise<void>;

/** The rep has dealt with a task that Salesforce refused: the panel tells of it no more. AppError 404 `not_found` for any other task. */
export function createDismissTask({ pool }: { pool: Pool }): DismissTask {
  return async function dismissTask(orgId, userId, id) {
    const isDone = await inOrg(pool, orgId, (tx) => dismissWrite(tx, orgId, userId, id));
    if (!isDone) throw new AppError('not_found', { title: sentence('notRefused') });
  };
}
