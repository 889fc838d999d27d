import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { toLongId, type RecordFields } from '../../providers/salesforce/index.ts';
import { salesforceProblem, type OpenRecord, type RecordRead } from '../people/index.ts';
import { enqueueTurn, dismissWrite, queueWriteOnce, type About } from '../salesforce-writes/index.ts';
import { listAssignees } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import type { AcceptedTask, NewTask } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openRecord: OpenRecord;
}

export type AddTask = (orgId: string, userId: string, idempotencyKey: string, task: NewTask) => Promise<AcceptedTask>;

/**
 * Takes a task for Salesforce, to be written there at once with the rep's own rights; a repeated press makes one. A refused task that it
 * takes the place of is dismissed with it. AppError 404 `not_found` for a record that Salesforce does not show to the rep now, for a
 * person who is not on it, and for an assignee who is no active user of the org.
 */
export function createAddTask({ pool, clock, openRecord }: Dependencies): AddTask {
  return async function addTask(orgId, userId, idempotencyKey, task) {
    const about = aboutOf(await open(openRecord, orgId, userId, task.recordId), task.personId);
    return inOrg(pool, orgId, async (tx) => {
      const id = await queueWriteOnce(tx, orgId, idempotencyKey, {
        userId,
        factId: null,
        object: 'Task',
        mode: { kind: 'create' },
        ...about,
        happenedAt: clock.now(),
        fields: { ...fieldsOf(task), ...(await ownerOf(tx, orgId, userId, task.assigneeId)) },
      });
      if (task.replaces) await dismissWrite(tx, orgId, userId, task.replaces);
      await enqueueTurn(tx, { orgId, userId, atOnce: true });
      return { id };
    });
  };
}

async function open(openRecord: OpenRecord, orgId: string, userId: string, recordId: string): Promise<RecordRead> {
  try {
    return await openRecord(orgId, userId, recordId);
  } catch (error) {
    throw salesforceProblem(error);
  }
}

/** On the page of a Lead or Contact the person is the record itself. */
function aboutOf({ record, people }: RecordRead, personId: string | null): About {
  const isPerson = record.objectName === 'Lead' || record.objectName === 'Contact';
  const chosen = isPerson ? (personId ?? record.id) : personId;
  const person = chosen === null ? null : toLongId(chosen);
  if (person !== null && !people.some(({ id }) => id === person)) throw new AppError('not_found', { title: sentence('personGone') });
  return { personId: person, recordId: record.id, recordObject: record.objectName };
}

function fieldsOf({ subject, dueOn, priority, details }: NewTask): RecordFields {
  return {
    IsClosed: false,
    Subject: subject,
    Description: details,
    ActivityDate: dueOn,
    ...(priority === null ? {} : { Priority: priority }),
  };
}

async function ownerOf(tx: Tx, orgId: string, userId: string, assigneeId: string | null): Promise<RecordFields> {
  if (assigneeId === null || assigneeId === userId) return {};
  const assignee = (await listAssignees(tx, orgId, userId)).find(({ id }) => id === assigneeId);
  if (!assignee) throw new AppError('not_found', { title: sentence('assigneeInactive') });
  return { OwnerId: assignee.salesforceUserId };
}
