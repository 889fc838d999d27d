import type { SalesActionDefinition } from '../panel/index.ts';
import { findRefusedWrites } from '../salesforce-writes/index.ts';

/** Add Task in the panel's menu: one task, about the record of the page. What Salesforce refused of them is told there too. */
export const addTaskAction: SalesActionDefinition = {
  name: 'add_task',
  group: 'follow_up',
  order: 10,
  reachOn: { Lead: 'single', Contact: 'single', Account: 'single', Opportunity: 'single' },
  check: () => null,
  async findRefused(tx, { orgId, viewerId, recordId }) {
    const refused = await findRefusedWrites(tx, orgId, viewerId, recordId);
    return refused.map(({ id, subject, reason }) => ({ id, title: subject, reason }));
  },
};
