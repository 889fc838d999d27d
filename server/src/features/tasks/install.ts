import type { FastifyInstance } from 'fastify';
import type { ActionCatalogue } from '../panel/index.ts';
import { createAddTask } from './add-task.ts';
import { createDismissTask } from './dismiss-task.ts';
import { taskRoutes } from './routes.ts';
import { addTaskAction } from './sales-action.ts';
import { createShowNewTask } from './show-new-task.ts';
import { createShowTask } from './show-task.ts';

type Dependencies = Parameters<typeof createAddTask>[0] &
  Parameters<typeof createDismissTask>[0] &
  Parameters<typeof createShowNewTask>[0] &
  Parameters<typeof createShowTask>[0] & { salesActions: Pick<ActionCatalogue, 'registerSalesAction'> };

/** Brings Add Task into the panel: its line in the menu and its routes. */
export async function installTasks(app: FastifyInstance, use: Dependencies): Promise<void> {
  use.salesActions.registerSalesAction(addTaskAction);
  await app.register(taskRoutes, {
    showNewTask: createShowNewTask(use),
    addTask: createAddTask(use),
    showTask: createShowTask(use),
    dismissTask: createDismissTask(use),
  });
}
