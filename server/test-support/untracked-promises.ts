import asyncHooks from 'node:async_hooks';

/**
 * Imported before `node:test`: spares every promise of a run the bookkeeping by which Node's runner knows the test of a stray error. It is
 * a quarter of the work of tests with many promises. A stray error still fails the run, and countReporter says it; the file run alone names
 * the test.
 */
const { createHook } = asyncHooks;
Object.assign(asyncHooks, {
  createHook: (callbacks: Parameters<typeof createHook>[0]) => createHook({ ...callbacks, trackPromises: false }),
});
