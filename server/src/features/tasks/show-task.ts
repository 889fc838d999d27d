import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findOwnWrite } from '../salesforce-writes/index.ts';
import type { TaskProgress } from './schemas.ts';

export type ShowTask = (orgId: string, userId: string, id: string) => Promise<TaskProgress>;

/** What has become of a task that this rep added. AppError 404 `not_found` for any other. */
export function createShowTask({ pool }: { pool: Pool }): ShowTask {
  return async function showTask(orgId, userId, id) {
    const write = await inOrg(pool, orgId, (tx) => findOwnWrite(tx, orgId, userId, id));
    if (!write) throw new AppError('not_found', { title: 'You have not added such a task.' });
    return { state: write.state, taskId: write.salesforceId, reason: write.reason };
  };
}
