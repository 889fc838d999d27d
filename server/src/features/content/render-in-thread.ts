import { createThreads, TaskEnded } from '../../platform/threads.ts';
import { DEADLINE_MS } from './limits.ts';
import type { Rendered, RenderTask } from './render-pages.ts';

/** Pages of a document from one on, as many as some seconds are enough for; `too_long` where that is not enough for one. */
export type RenderPages = (pdf: Uint8Array, firstPage: number) => Promise<Rendered | { outcome: 'too_long' }>;

/** Renders with a deadline, in one thread at a time, which gives its memory back at the end: a hostile document may have taken much. */
export function createRenderInThread(deadlineMs = DEADLINE_MS): RenderPages {
  const file = new URL('./render-pages.ts', import.meta.url);
  const threads = createThreads<RenderTask, Rendered>({ file, deadlineMs, atOnce: 1, idleMs: 0 });
  return async function renderInThread(pdf, firstPage) {
    try {
      return await threads.run({ pdf, firstPage });
    } catch (error) {
      if (error instanceof TaskEnded) return { outcome: 'too_long' };
      throw error;
    }
  };
}
