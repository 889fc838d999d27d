import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isFlawless, runTokenChaos } from './token-chaos.ts';

describe('Grants that end while many need them', () => {
  test('are refreshed exactly once, none is lost, and a revocation is honoured', async () => {
    const result = await runTokenChaos({ expiries: 9, callers: 20, processes: 2 });
    assert.ok(isFlawless(result), JSON.stringify(result, null, 2));
    assert.deepEqual(result.expiries, { google: 3, microsoft: 3, salesforce: 3 });
  });

  test('Without the lock the same count finds a lost grant', async () => {
    const { lost } = await runTokenChaos({ expiries: 9, callers: 20, processes: 2, careless: true });
    assert.ok(lost > 0, 'a check that cannot fail proves nothing');
  });
});
