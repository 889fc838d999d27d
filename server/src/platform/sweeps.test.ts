import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from '../../test-support/until.ts';
import { runEach, startSweeps } from './sweeps.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('Sweeps', () => {
  test('one that hangs and one that fails keep no other from running, and the failure is logged with its name', async () => {
    const hanging = Promise.withResolvers<undefined>();
    const runs = { hangs: 0, fails: 0, works: 0 };
    const logged: object[] = [];
    const running = startSweeps(
      {
        hangs: () => {
          runs.hangs += 1;
          return hanging.promise;
        },
        fails: async () => {
          runs.fails += 1;
          throw new Error('No answer.');
        },
        works: async () => void (runs.works += 1),
      },
      { everyMs: 1, log: { ...quiet, error: (fields) => void logged.push(fields) } },
    );
    await until('the others have run again', () => runs.works >= 3 && runs.fails >= 3);
    assert.equal(runs.hangs, 1);
    assert.ok(logged.every((fields) => (fields as { sweep: string }).sweep === 'fails'));
    hanging.resolve(undefined);
    await until('what hung runs again', () => runs.hangs >= 2);
    await running.stop();
  });

  test('none runs beside itself, and to stop waits for the run under way', async () => {
    const slow = Promise.withResolvers<undefined>();
    const events: string[] = [];
    let others = 0;
    const running = startSweeps(
      {
        slow: async () => {
          events.push('begins');
          await slow.promise;
          events.push('ends');
        },
        other: async () => void (others += 1),
      },
      { everyMs: 1, log: quiet },
    );
    await until('its next time has come and gone', () => events.length > 0 && others >= 5);
    const stopped = running.stop().then(() => events.push('stopped'));
    slow.resolve(undefined);
    await stopped;
    assert.deepEqual(events, ['begins', 'ends', 'stopped']);
  });

  test('all are run once although the first fails, whose error rises', async () => {
    let hasRun = false;
    const failing = { fails: () => Promise.reject(new Error('No answer.')), works: async () => void (hasRun = true) };
    await assert.rejects(runEach(failing), /No answer/);
    assert.ok(hasRun);
  });
});
