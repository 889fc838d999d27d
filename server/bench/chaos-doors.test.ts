import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runDoorChaos } from './door-chaos.ts';

describe('Whatever is sent to the doors of the service', () => {
  test('is answered, never as a failure of ours, the slow are cut, and nothing of it is kept', async () => {
    const { failures, slow, memory, routes } = await runDoorChaos({ inputs: 600, seed: 5 });
    assert.deepEqual(failures, []);
    assert.ok(routes > 60, `only ${String(routes)} routes were found`);
    assert.equal(slow.cut, slow.sent);
    assert.ok(slow.sent > 0);
    assert.ok(memory.afterBytes < memory.beforeBytes * 1.5, JSON.stringify(memory));
  });

  test('is found to fail, and to be kept, where one route is careless', async () => {
    const { failures } = await runDoorChaos({ inputs: 600, seed: 5, isCareless: true });
    assert.ok(
      failures.some(({ route }) => route.includes('/careless')),
      'a check that cannot fail proves nothing',
    );
  });
});
