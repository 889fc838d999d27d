import { createThreads, TaskEnded } from '../../platform/threads.ts';
import type { InboxMessage } from '../../providers/mailbox.ts';
import type { Classification, ClassifyContext } from './classify/index.ts';

export interface ClassifyTask {
  message: InboxMessage;
  context: ClassifyContext;
}

/** What a message is; null when it cannot be found out in time. */
export type Classify = (message: InboxMessage, context: ClassifyContext) => Promise<Classification | null>;

/** A message takes milliseconds. */
const DEADLINE_MS = 3_000;

/** Classifies in threads, with a deadline: a message that was made to be endless must not stop the reading of all mailboxes. */
export function createClassifyInThread(deadlineMs = DEADLINE_MS): Classify {
  const threads = createThreads<ClassifyTask, Classification>({ file: new URL('./classify-thread.ts', import.meta.url), deadlineMs });
  return async function classifyInThread(message, context) {
    try {
      return await threads.run({ message, context });
    } catch (error) {
      if (error instanceof TaskEnded) return null;
      throw error;
    }
  };
}
