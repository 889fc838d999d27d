import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { runUpgrade } from './upgrade-chaos.ts';

describe('An upgrade under traffic', () => {
  test('refuses no press of Send, and every email leaves once and is logged once', async () => {
    const next = path.resolve(import.meta.dirname, '../..');
    const { refused, notSentOnce, notLoggedOnce, examples } = await runUpgrade({ next, emails: 40, startsNextWorker: true });
    assert.deepEqual({ refused, notSentOnce, notLoggedOnce, examples }, { refused: 0, notSentOnce: 0, notLoggedOnce: 0, examples: [] });
  });
});
