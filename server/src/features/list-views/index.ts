export { createListViews } from './list-views.ts';
export { listViewRoutes } from './routes.ts';
