export { profileRoutes } from './routes.ts';
export { createShowProfile } from './show-profile.ts';
