export { createDrainWrites } from './drain-writes.ts';
export { COLLECTING, WRITE_TO_SALESFORCE, type Collecting } from './lane.ts';
export { queueWrite, type About, type NewWrite } from './queue-write.ts';
export { findUntoldWrites, salesforceLog, type SalesforceLogRow } from './repository.ts';
export { createRetryWrites, RESUME_WRITES } from './retry-writes.ts';
export { salesforceWriteRoutes } from './routes.ts';
export { SalesforceLog, UntoldWrite } from './schemas.ts';
export { createSweepWrites } from './sweep-writes.ts';
export { SALESFORCE_WRITES } from './write-metrics.ts';
