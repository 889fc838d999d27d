import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitProblems } from './commit-rules.ts';

const commit = { id: 'abc1234', author: 'Rae Ortiz' };

test('a commit has a subject of at most 72 columns and a body', () => {
  assert.deepEqual(commitProblems({ ...commit, message: `${'é'.repeat(72)}\n\nThe reason.` }), []);
  assert.deepEqual(commitProblems({ ...commit, message: `${'x'.repeat(73)}\n\n` }), [
    `abc1234 "${'x'.repeat(73)}": 73 columns, at most 72 are allowed.`,
    `abc1234 "${'x'.repeat(73)}": the body with the reason is missing.`,
  ]);
});

test('what a bot commits is not held to it', () => {
  assert.deepEqual(commitProblems({ id: 'abc1234', author: 'dependabot[bot]', message: 'x'.repeat(80) }), []);
});
