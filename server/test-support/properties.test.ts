import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from './properties.ts';

describe('A property', () => {
  test('does not hold when there was no time to try it as often as it is to be tried', async () => {
    const takesLong = fc.property(fc.nat(), () => {
      const until = performance.now() + 20;
      while (performance.now() < until);
    });
    await holds(takesLong, { runs: 3 });
    await assert.rejects(holds(takesLong, { runs: 100, withinMs: 30 }), /interrupted after \d+ tests/);
  });
});
