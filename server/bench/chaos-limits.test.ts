import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runLimitChaos, type LimitChaos } from './limit-chaos.ts';

describe('Limits that several processes share', () => {
  const chaos: LimitChaos = {
    mailboxes: 6,
    emailsPerMailbox: 5,
    workers: 2,
    orgs: 2,
    limits: { batchSize: 2, batchWaitSeconds: 2, mailboxPerMinute: 3, mailboxPerDay: 4, userPerDay: 1_000, orgPerDay: 10, domainPerDay: 8 },
    seed: 11,
    areChecked: true,
  };

  test('are never exceeded by even one email, counted at the vendors, and everything leaves in the end', async () => {
    const { sent, unsettled, windows } = await runLimitChaos(chaos);
    assert.deepEqual({ sent, unsettled }, { sent: 30, unsettled: 0 });
    assert.deepEqual(
      windows.filter(({ fullest, limit }) => fullest > limit),
      [],
    );
    assert.ok(
      windows.some(({ name, fullest, limit }) => name === 'day' && fullest === limit),
      'no mailbox reached its limit',
    );
  });

  test('are found exceeded by the same count when nobody looks at them', async () => {
    const { windows } = await runLimitChaos({ ...chaos, areChecked: false });
    assert.ok(
      windows.some(({ fullest, limit }) => fullest > limit),
      'a check that cannot fail proves nothing',
    );
  });
});
