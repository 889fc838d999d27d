export { createLogActivity } from './log-activity.ts';
export { recordActivity, type Fact } from './record-activity.ts';
export { findSalesforceLog, findUntoldWrites } from './repository.ts';
export { createRetryWrites } from './retry-writes.ts';
export { activityRoutes } from './routes.ts';
export { SalesforceLog, UntoldWrite } from './schemas.ts';
export { createSweepActivities, releaseUnlogged } from './sweep-activities.ts';
export { SALESFORCE_WRITES } from './write-metrics.ts';
export type { ResponseFact, SentEmailFact } from './task-fields.ts';
