export { createChangeOptOutPolicy } from './change-opt-out-policy.ts';
export { checkRecipients, type RecipientCheck, type Recipients } from './check-recipients.ts';
export { findStaleRecords } from './find-stale-records.ts';
export { findWishes, type Wish } from './find-wishes.ts';
export { RECIPIENT_PROBLEMS, recipientProblem } from './recipient-problem.ts';
export { rememberWishes } from './remember-wishes.ts';
export type { LookTime, SeenWish } from './repository.ts';
export { suppressionRoutes } from './routes.ts';
export type { PersonRefusal, RefusedRecipient } from './schemas.ts';
