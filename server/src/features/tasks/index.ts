export { createAddTask } from './add-task.ts';
export { createDismissTask } from './dismiss-task.ts';
export { taskRoutes } from './routes.ts';
export { addTaskAction } from './sales-action.ts';
export { createShowNewTask } from './show-new-task.ts';
export { createShowTask } from './show-task.ts';
