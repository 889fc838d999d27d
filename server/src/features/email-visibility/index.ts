export { createChangeEmailVisibility } from './change-email-visibility.ts';
export { COLLEAGUES_SEE_SQL } from './repository.ts';
export { emailVisibilityRoutes } from './routes.ts';
export type { ColleaguesSee } from './schemas.ts';
