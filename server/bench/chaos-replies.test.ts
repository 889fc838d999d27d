import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChaosOfReplies } from './reply-chaos.ts';

test('Whatever happens to pushes, cursors and subscriptions, every answer is found and nothing else stops an email', async () => {
  const { missed, falseStops, byReconcile, leaks, found } = await runChaosOfReplies({ replies: 45, mailboxes: 4, seed: 11 });
  assert.deepEqual({ found, missed, falseStops, byReconcile, leaks }, { found: 49, missed: [], falseStops: [], byReconcile: 0, leaks: 0 });
});

test('The count sees what is missed: without polling, lost pushes are lost answers', async () => {
  const { missed } = await runChaosOfReplies({ replies: 24, mailboxes: 2, seed: 12, polls: false });
  assert.ok(missed.length > 0);
});
