export { createExportSecurityEvents } from './export-security-events.ts';
export { createListSecurityEvents } from './list-security-events.ts';
export { securityLogRoutes } from './routes.ts';
