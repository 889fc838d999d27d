import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missesOf, runDoorChaos } from './door-chaos.ts';

const FLAWLESS = { failures: false, slowest: false, slow: false, memory: false, rejected: false };

describe('Whatever is sent to the doors of the service', () => {
  test('is answered, never as a failure of ours, the slow are cut, and nothing of it is kept', async () => {
    const result = await runDoorChaos({ inputs: 600, seed: 5 });
    assert.deepEqual(missesOf(result), FLAWLESS, JSON.stringify(result));
    assert.ok(result.routes > 60, `only ${String(result.routes)} routes were found`);
    assert.ok(result.slow.sent > 0);
  });

  test('is found to fail, and to be kept, where one route is careless', async () => {
    const result = await runDoorChaos({ inputs: 600, seed: 5, fault: 'careless' });
    const { failures, memory } = missesOf(result);
    assert.deepEqual({ failures, memory }, { failures: true, memory: true }, 'a check that cannot fail proves nothing');
    for (const { route } of result.failures) assert.match(route, / \/careless$/);
  });

  test('is found to hold the doors open where the service waits for the slow', async () => {
    const result = await runDoorChaos({ inputs: 600, seed: 5, fault: 'patient' });
    assert.ok(result.slow.sent > 0);
    assert.ok(missesOf(result).slow, 'a check that cannot fail proves nothing');
  });
});
