import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomPages, slowShapes } from '../../../test-support/html-shapes.ts';
import { holds } from '../../../test-support/properties.ts';
import { createThreads } from '../threads.ts';

/** Some fifty times of what the slowest takes: only a hang passes it. A thread that hangs is ended, so the test fails and does not hang. */
const DEADLINE_MS = 5_000;
const file = new URL('../../../test-support/html-task.ts', import.meta.url);
const threads = createThreads<string, { isRefused: boolean; faults: string[] }>({ file, deadlineMs: DEADLINE_MS });

async function runAll(shapes: [what: string, html: string][]): Promise<number> {
  let taken = 0;
  const troubles: string[] = [];
  const run = async ([what, html]: [string, string]): Promise<void> => {
    try {
      const { isRefused, faults } = await threads.run(html);
      if (!isRefused) taken += 1;
      troubles.push(...faults.map((fault) => `${what}: ${fault}`));
    } catch (error) {
      troubles.push(`${what}: ${String(error)}`);
    }
  };
  await Promise.all(shapes.map(run));
  assert.deepEqual(troubles.slice(0, 10), []);
  return taken;
}

describe('HTML of whatever shape', () => {
  test('that is known to slow parsers down is refused, or cleaned and read, before the deadline', async () => {
    assert.ok((await runAll(slowShapes())) > 100, 'most of what is within the caps is taken');
  });

  test('that is made at random comes out safe and well-formed', async () => {
    let taken = 0;
    const comesOut = async (html: string): Promise<void> => {
      const { isRefused, faults } = await threads.run(html);
      if (!isRefused) taken += 1;
      assert.deepEqual(faults, []);
    };
    await holds(fc.asyncProperty(randomPages, comesOut), { runs: 300 });
    assert.ok(taken > 250, `most of it is taken, not ${String(taken)}`);
  });
});
