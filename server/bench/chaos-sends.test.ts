import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runChaosOfSends, verdictOf } from './send-chaos.ts';

describe('Sends through killed workers and failing vendors', () => {
  test('Every email leaves once, or not at all, or is shown as uncertain', async () => {
    const result = await runChaosOfSends({ emails: 60, kills: 4, seed: 11, settling: true });
    const { line, kept } = verdictOf(result);
    assert.ok(kept, [line, ...result.examples].join('\n'));
    assert.equal(result.kills, 4);
    assert.ok(result.faults > 10, `only ${String(result.faults)} faults were made`);
  });

  test('Without settling the same count finds duplicates', async () => {
    const { duplicates } = await runChaosOfSends({ emails: 300, kills: 2, seed: 11, settling: false });
    assert.ok(duplicates > 0, 'a check that cannot fail proves nothing');
  });
});
