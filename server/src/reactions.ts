import { handOverContent } from './features/content/index.ts';
import type { Reaction } from './features/facts/index.ts';
import { WATCH_CONNECTED } from './features/reply-tracking/index.ts';
import { LOG_TO_SALESFORCE } from './features/sales-emails/index.ts';
import { RESUME_WRITES } from './features/salesforce-writes/index.ts';
import { CANCEL_WAITING, RESUME_SENDING } from './features/send-engine/index.ts';
import { HAND_OVER_TEMPLATES } from './features/templates/index.ts';
import { END_INACTIVE, END_SESSIONS, findHeir } from './features/users/index.ts';

/**
 * What follows from each kind of fact: all there is, of every feature. Each runs in the transaction of its fact, and fails it when it
 * fails. Those of one kind begin in this order: the row of a watch is locked before those of emails, and users before connections.
 */
export const REACTIONS: readonly Reaction[] = [
  END_SESSIONS,
  END_INACTIVE,
  WATCH_CONNECTED,
  ...RESUME_SENDING,
  ...CANCEL_WAITING,
  ...LOG_TO_SALESFORCE,
  RESUME_WRITES,
  HAND_OVER_TEMPLATES,
  handOverContent(findHeir),
];
