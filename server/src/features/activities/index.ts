export { createLogActivity } from './log-activity.ts';
export { recordActivity, type Fact } from './record-activity.ts';
export { findUntoldWrites, SALESFORCE_LOG, SALESFORCE_LOG_SOURCE, type SalesforceLogRow } from './repository.ts';
export { createRetryWrites } from './retry-writes.ts';
export { activityRoutes } from './routes.ts';
export { SalesforceLog, UntoldWrite } from './schemas.ts';
export { createSweepActivities, resumeLogging } from './sweep-activities.ts';
export { SALESFORCE_WRITES } from './write-metrics.ts';
export type { ResponseFact, SentEmailFact } from './task-fields.ts';
