import { threadTask } from '../../platform/threads.ts';
import { classify, type Classification } from './classify/index.ts';
import type { ClassifyTask } from './classify-in-thread.ts';

/** Runs in a thread of its own: one message that a stranger wrote. */
export default threadTask(async ({ message, context }: ClassifyTask): Promise<Classification> => {
  const { raw } = context;
  // Between threads a Buffer becomes plain bytes
  const bytes = raw && Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  return classify(message, { ...context, raw: bytes });
});
