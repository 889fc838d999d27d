import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '../../../test-support/until.ts';
import { NOOR, RAE, startSellingRig, type SellingRig } from '../../../test-support/selling-rig.ts';
import { keysInUse, openFileKeyring, rewrapAll } from './index.ts';

const EMAILS_OF_EACH = 10;

describe('The keys of the vault are rotated', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  after(() => rig.close());

  test('while mail of both vendors leaves and tokens are refreshed: nothing fails, and then the old keys can be thrown away', async () => {
    const { pool, ownerPool } = rig.database;
    const keyring = openFileKeyring(rig.service.config.TOKEN_ENCRYPTION_KEYRING, { create: false });
    const firstKey = await keyring.currentKeyId();
    const reps = [await rig.addRep(RAE, 'google'), await rig.addRep(NOOR, 'microsoft')];
    await rig.setUndo(0);
    for (const rep of reps)
      for (let index = 0; index < EMAILS_OF_EACH; index += 1)
        assert.equal((await rep.send({ subject: `Number ${String(index)}` })).status, 202);
    const ended = async () =>
      (await ownerPool.query<{ state: string }>(`select state from sales_emails where state not in ('queued', 'sending')`)).rows;

    const unreadable: string[] = [];
    let rotations = 0;
    await rig.startWorker();
    await until(
      'all has left',
      async () => {
        await keyring.addKey();
        unreadable.push(...(await rewrapAll({ pool, keyring })).unreadable);
        rotations += 1;
        await ownerPool.query('update email_connections set access_token_expires_at = now()');
        await rig.work.sweep();
        return (await ended()).length === reps.length * EMAILS_OF_EACH;
      },
      { deadlineMs: 50_000, everyMs: 50 },
    );
    assert.ok(rotations >= 2);
    assert.deepEqual(unreadable, []);
    assert.ok((await ended()).every(({ state }) => state === 'sent'));
    const { rows: attempts } = await ownerPool.query<{ outcome: string; count: number }>(
      'select outcome, count(*)::int as count from send_attempts group by 1',
    );
    assert.deepEqual(attempts, [{ outcome: 'accepted', count: reps.length * EMAILS_OF_EACH }]);
    const { rows: failures } = await ownerPool.query(
      `select 1 from sales_email_history where reason in ('provider_unavailable', 'mailbox_reconnect_required')`,
    );
    assert.deepEqual(failures, []);

    await rewrapAll({ pool, keyring });
    const used = await keysInUse(pool);
    await keyring.removeKeys((await keyring.keyIds()).filter((keyId) => !used.has(keyId)));
    assert.deepEqual([await keyring.keyIds(), used.has(firstKey)], [[await keyring.currentKeyId()], false]);
    const [first] = reps;
    const { body } = await first!.send({ subject: 'With the new key' });
    assert.equal((await rig.inState(first!, body.id, 'sent')).state, 'sent');
  });
});
