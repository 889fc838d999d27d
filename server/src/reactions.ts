import type { Reaction } from './features/facts/index.ts';
import { LOG_TO_SALESFORCE } from './features/sales-emails/index.ts';

/** What follows from each kind of fact: all there is, of every feature. Each runs in the transaction of its fact, and fails it when it fails. */
export const REACTIONS: readonly Reaction[] = [...LOG_TO_SALESFORCE];
