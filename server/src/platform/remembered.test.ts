import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from './remembered.ts';

test('However many ask, there is one question for as long as its answer is remembered', async () => {
  let asked = 0;
  const ask = remembered(60_000, async () => (asked += 1));
  assert.deepEqual(await Promise.all([ask(), ask()]), [1, 1]);
  assert.equal(await ask(), 1);
});

test('A failure is remembered as an answer is', async () => {
  let asked = 0;
  const ask = remembered(60_000, () => Promise.reject(new Error(`${(asked += 1)}`)));
  await assert.rejects(ask(), /1/);
  await assert.rejects(ask(), /1/);
});
