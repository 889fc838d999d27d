export { createLogActivity } from './log-activity.ts';
export { recordActivity, type Fact } from './record-activity.ts';
export { findSalesforceLog, type SalesforceLogRow } from './repository.ts';
export { createSweepActivities, releaseUnlogged } from './sweep-activities.ts';
export type { ResponseFact, SentEmailFact } from './task-fields.ts';
