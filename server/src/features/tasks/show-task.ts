import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findOwnWrite } from '../salesforce-writes/index.ts';
import { listAssignees } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import type { TaskProgress } from './schemas.ts';

export type ShowTask = (orgId: string, userId: string, id: string) => Promise<TaskProgress>;

/** What has become of a task that this rep added, and what the rep wrote. AppError 404 `not_found` for any other. */
export function createShowTask({ pool }: { pool: Pool }): ShowTask {
  return function showTask(orgId, userId, id) {
    return inOrg(pool, orgId, async (tx) => {
      const write = await findOwnWrite(tx, orgId, userId, id);
      if (!write) throw new AppError('not_found', { title: sentence('taskUnknown') });
      const { state, salesforceId, reason, personId, recordId, fields } = write;
      const { Subject: subject, ActivityDate: dueOn, Priority: priority, OwnerId: ownerId, Description: details } = fields;
      const assignees = await listAssignees(tx, orgId, userId);
      const assignee = assignees.find((one) => (ownerId === undefined ? one.id === userId : one.salesforceUserId === ownerId));
      return {
        state,
        taskId: salesforceId,
        reason,
        written: {
          // The person of a Lead or Contact is the record, and no choice
          personId: personId === recordId ? null : personId,
          subject: textOf(subject) ?? '',
          dueOn: textOf(dueOn),
          priority: textOf(priority),
          assigneeId: assignee?.id ?? null,
          details: textOf(details) ?? '',
        },
      };
    });
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
