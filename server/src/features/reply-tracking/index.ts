export { answersReading } from './answers-reading.ts';
export { CHECK_MAILBOX, createCheckMailbox } from './check-mailbox.ts';
export { createClassifyInThread } from './classify-in-thread.ts';
export { WATCH_CONNECTED } from './reactions.ts';
export { expectAnswers } from './repository.ts';
export { createStopPush, createStopWatching, type StopPush } from './stop-watching.ts';
export { createSweepInboxes } from './sweep-inboxes.ts';
export { createTakeGmailPush, createTakeGraphNotifications } from './take-push.ts';
export { webhookRoutes } from './webhook-routes.ts';
