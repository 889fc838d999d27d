import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { failureOf, message, MESSAGES, startGmailRig, type GmailRig } from '../../../test-support/gmail-rig.ts';

const MINUTE_MS = 60_000;

describe('A Gmail send of unknown outcome', () => {
  let rig: GmailRig;
  before(async () => {
    rig = await startGmailRig();
  });
  beforeEach(async () => {
    rig.google.reset();
    await rig.order('/sim/settings', { limits: null });
  });
  after(() => rig.google.close());

  /** Sent mail of an earlier or later time, put straight into the mailbox. */
  function fillSent(count: number, minutesAgo: number, reference = 'other'): void {
    const raw = message(10, reference).mime.toString('base64');
    const at = rig.google.clock.nowMs() - minutesAgo * MINUTE_MS;
    const { messages } = rig.mailbox();
    for (let number = 0; number < count; number += 1)
      messages.push({
        id: `${reference}-${String(minutesAgo)}-${String(number)}`,
        threadId: 't',
        labelIds: ['SENT'],
        raw,
        messageId: '',
        at,
        historyId: 1,
      });
  }

  test('did not happen when it never arrived, once no call can be under way any more', async () => {
    const grant = await rig.connect();
    await rig.spoilSend({ kind: 'cut' }, 'before');
    assert.equal((await failureOf(rig.send(grant, message()))).kind, 'uncertain');
    const early = await rig.lookUp(grant, rig.lookUpOf(message(), 0));
    assert.deepEqual(
      [early.answer, 'reason' in early && early.reason, 'lookAgainAt' in early && early.lookAgainAt instanceof Date],
      ['unknown', 'not_settled', true],
    );
    assert.deepEqual(await rig.lookUp(grant, rig.lookUpOf(message())), { answer: 'not_sent' });
  });

  test('is recognised by our own header when Gmail has replaced the Message-ID', async () => {
    await rig.order('/sim/settings', { rewriteMessageId: true });
    const grant = await rig.connect();
    await rig.send(grant, message(10, 'msi-other'));
    await rig.send(grant, message(10, 'msi-mine'));
    const found = await rig.lookUp(grant, rig.lookUpOf(message(10, 'msi-mine'), 1));
    assert.ok(found.answer === 'sent' && found.message.sentMessageId?.endsWith('@mail.gmail.com>'));
  });

  for (const newer of [0, 19, 150, 700, 1_300]) {
    test(`is found behind ${String(newer)} newer messages within the quota of a minute`, async () => {
      const grant = await rig.connect();
      fillSent(40, 3_000);
      fillSent(1, 120, 'msi-mine');
      fillSent(30, 120);
      fillSent(newer, 30);
      await rig.order('/sim/settings', { limits: { unitsPerMinute: 3_000 } });
      const found = await rig.lookUp(grant, rig.lookUpOf(message(10, 'msi-mine'), 121));
      assert.ok(found.answer === 'sent' && found.message.providerMessageId === 'msi-mine-120-0');
    });

    test(`is found missing behind ${String(newer)} newer messages, and nothing older is read`, async () => {
      const grant = await rig.connect();
      fillSent(400, 3_000);
      fillSent(newer, 30);
      assert.deepEqual(await rig.lookUp(grant, rig.lookUpOf(message(10, 'msi-mine'), 121)), { answer: 'not_sent' });
      assert.ok((await rig.count(`${MESSAGES}/`)) <= 50);
    });
  }

  test('stays unknown without the permission to read headers, and nothing is read', async () => {
    const grant = await rig.connect('send');
    assert.deepEqual(await rig.lookUp(grant, rig.lookUpOf(message())), {
      answer: 'unknown',
      reason: 'no_read_scope',
      lookAgainAt: null,
    });
    assert.equal(await rig.count('/gmail'), 0);
  });

  test('is not said to have failed while Gmail cannot be asked', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/faults', { match: { path: MESSAGES }, times: -1, action: { kind: 'status', status: 503, body: 'down' } });
    assert.equal((await failureOf(rig.lookUp(grant, rig.lookUpOf(message())))).kind, 'transient');
  });
});
