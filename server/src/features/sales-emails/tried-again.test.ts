import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { NOOR, startSellingRig, type Answered, type Rep, type SellingRig } from './test-rig.ts';

const SEND = '/v1\\.0/me/messages/[^/]+/send';

describe('While a mailbox sends nothing', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
  });
  after(() => rig.close());

  const lane = async (): Promise<{ nextTryAt: Date | null }> =>
    (await rig.database.ownerPool.query('select next_slot_at as "nextTryAt" from email_connections')).rows[0];
  const ask = async (rep: Rep, path: string): Promise<Answered> => (await rep.panel.request('GET', path)).body;

  for (const [code, status, reason] of [
    ['ErrorMessageSubmissionBlocked', 403, 'mailbox_blocked'],
    ['ErrorQuotaExceeded', 507, 'mailbox_full'],
    ['ErrorMailboxMoveInProgress', 503, 'provider_unavailable'],
  ] as const)
    test(`because of ${code}, every email of it says why, and when the mailbox is tried again`, async () => {
      const noor = await rig.addRep(NOOR, 'microsoft');
      await rig.fault('microsoft', {
        match: { path: SEND },
        times: -1,
        action: { kind: 'status', status, body: { error: { code, message: 'Not now.' } } },
      });
      const ids: string[] = [(await noor.send()).body.id];
      await rig.startWorker();
      const nextTryAt = await until('the mailbox waits for a try', async () => {
        await rig.work.sweep();
        const at = (await lane()).nextTryAt;
        return at && at > rig.clock.now() ? at : null;
      });
      await rig.setUndo(5);
      for (const subject of ['Written meanwhile', 'And one more']) ids.push((await noor.send({ subject })).body.id);
      for (const id of ids) {
        const email = await ask(noor, `/v1/sales-emails/${id}`);
        assert.deepEqual([email.state, email.reason, email.waitsUntil, email.limit], ['queued', reason, nextTryAt.toISOString(), null]);
      }
      const { boundBy, leavesAt } = await ask(noor, '/v1/compose?recordId=00Q000000000001EAA');
      assert.deepEqual([boundBy, leavesAt], [reason, nextTryAt.toISOString()]);
      assert.equal((await ask(noor, '/v1/sending-forecast?more=1')).boundBy, reason);
    });
});
