export { installTasks } from './install.ts';
