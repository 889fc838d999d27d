import { threadTask } from '../src/platform/threads.ts';

/** For tests of threads: does what its task says. */
export default threadTask((task: 'answer' | 'never end' | 'take all memory' | 'fail'): string => {
  const kept: number[][] = [];
  if (task === 'never end') for (;;);
  if (task === 'take all memory') for (;;) kept.push(new Array<number>(8_000_000).fill(kept.length + 0.5));
  if (task === 'fail') throw new Error('The task failed.');
  return 'done';
});
