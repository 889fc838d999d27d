import type { SalesActionDefinition } from '../panel/index.ts';

/** Add Task in the panel's menu: one task, about the record of the page. */
export const addTaskAction: SalesActionDefinition = {
  name: 'add_task',
  group: 'follow_up',
  order: 10,
  reachOn: { Lead: 'single', Contact: 'single', Account: 'single', Opportunity: 'single' },
  check: () => null,
};
