import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createThreads, TaskEnded } from './threads.ts';

const file = new URL('../../test-support/thread-task.ts', import.meta.url);

describe('Work on what strangers wrote', () => {
  test('that never ends is ended, and neither what runs beside it nor what comes after it is lost', async () => {
    const threads = createThreads<string, string>({ file, deadlineMs: 1_000 });
    const endless = Array.from({ length: 2 }, () => threads.run('never end'));
    const after = threads.run('answer');
    await Promise.all(endless.map((one) => assert.rejects(one, TaskEnded)));
    assert.equal(await after, 'done');
    assert.equal(await threads.run('answer'), 'done');
  });

  test('that takes more memory than it may ends its thread and not the process', async () => {
    // So far away that the memory alone can end it
    const threads = createThreads<string, string>({ file, deadlineMs: 600_000 });
    await assert.rejects(threads.run('take much memory'), TaskEnded);
    assert.equal(await threads.run('answer'), 'done');
  });

  test('that fails says why', async () => {
    const threads = createThreads<string, string>({ file, deadlineMs: 60_000 });
    await assert.rejects(threads.run('fail'), { message: 'The task failed.' });
  });
});
