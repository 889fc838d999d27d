import { inOrg, type Pool } from '../../platform/postgres.ts';
import { salesforceProblem, type OpenSalesforce } from '../people/index.ts';
import { listAssignees } from '../users/index.ts';
import type { TaskChoices } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  openSalesforce: OpenSalesforce;
}

export type ShowNewTask = (orgId: string, userId: string) => Promise<TaskChoices>;

/** What a rep can choose for a new task. AppError as `salesforceProblem` says when Salesforce cannot be asked. */
export function createShowNewTask({ pool, openSalesforce }: Dependencies): ShowNewTask {
  return async function showNewTask(orgId, userId) {
    const [priorities, assignees] = await Promise.all([
      prioritiesOf(openSalesforce, orgId, userId),
      inOrg(pool, orgId, (tx) => listAssignees(tx, orgId, userId)),
    ]);
    return { priorities: [...priorities], assignees: assignees.map(({ id, name }) => ({ id, name })) };
  };
}

async function prioritiesOf(openSalesforce: OpenSalesforce, orgId: string, userId: string): Promise<Readonly<TaskChoices['priorities']>> {
  try {
    const salesforce = await openSalesforce(orgId, userId);
    return (await salesforce.describeTask()).priorities;
  } catch (error) {
    throw salesforceProblem(error);
  }
}
