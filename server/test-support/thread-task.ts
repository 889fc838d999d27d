import { threadTask } from '../src/platform/threads.ts';

/** More than a thread may have, and less than a process has without a limit of its own. */
const ARRAYS_OF_64_MB = 4;
/** Far beyond every deadline of a test; without one the test then fails, and does not hang. */
const NEVER_MS = 30_000;

/** For tests of threads: does what its task says. */
export default threadTask((task: 'answer' | 'never end' | 'take much memory' | 'fail'): string => {
  const kept: number[][] = [];
  if (task === 'never end') for (const begun = performance.now(); performance.now() < begun + NEVER_MS;);
  if (task === 'take much memory') while (kept.length < ARRAYS_OF_64_MB) kept.push(new Array<number>(8_000_000).fill(kept.length + 0.5));
  if (task === 'fail') throw new Error('The task failed.');
  return 'done';
});
