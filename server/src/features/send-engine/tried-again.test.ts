import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startMailServer } from '../../../test-support/mail-server.ts';
import { until } from '../../../test-support/until.ts';
import { NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

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

  /** The mailbox of the rep is blocked for five minutes. */
  const blockMailbox = async (): Promise<string> => {
    const nextTryAt = new Date(rig.clock.now().getTime() + 5 * 60_000);
    await rig.database.ownerPool.query(
      `update email_connections set next_slot_at = $1, slot_reason = 'mailbox_blocked' where provider <> 'smtp'`,
      [nextTryAt],
    );
    return nextTryAt.toISOString();
  };
  const forecastOf = async (rep: Rep, more: number): Promise<unknown> => {
    const { boundBy, waiting } = await ask(rep, `/v1/sending-forecast?more=${String(more)}`);
    return { boundBy, waiting };
  };
  const composeOf = async (rep: Rep): Promise<unknown> => {
    const { boundBy, leavesAt } = await ask(rep, '/v1/compose?recordId=00Q000000000001EAA');
    return { boundBy, leavesAt };
  };

  test('and nothing waits, nothing is bound by it', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await blockMailbox();
    assert.deepEqual(await forecastOf(noor, 0), { boundBy: null, waiting: 0 });
    assert.deepEqual(await forecastOf(noor, 1), { boundBy: 'mailbox_blocked', waiting: 0 });
  });

  test("what leaves by the team's server does not wait for it, from the first email on", async (t) => {
    const server = await startMailServer();
    t.after(() => server.close());
    const noor = await rig.addRep(NOOR, 'google');
    const admin = { ...RAE, role: 'admin' } as const;
    await rig.org.addUser(admin);
    const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: null };
    assert.equal((await (await rig.service.openPanel(rig.org, admin)).request('PUT', '/v1/team-smtp', settings)).status, 200);
    const { body: identity } = await noor.panel.request('POST', '/v1/identities', { address: 'noor@brand.example', name: NOOR.name });
    await rig.database.ownerPool.query(`update identities set verified_at = now(), verified_how = 'email' where id = $1`, [identity.id]);
    const nextTryAt = await blockMailbox();
    assert.deepEqual(await composeOf(noor), { boundBy: 'mailbox_blocked', leavesAt: nextTryAt });

    assert.equal((await noor.panel.request('PATCH', `/v1/identities/${String(identity.id)}`, { isDefault: true })).status, 200);
    const atOnce = { boundBy: null, leavesAt: null };
    assert.deepEqual(await composeOf(noor), atOnce);
    assert.deepEqual(await forecastOf(noor, 1), { boundBy: null, waiting: 0 });
    const { body: email } = await noor.send();
    await rig.startWorker();
    await rig.inState(noor, email.id, 'sent');
    assert.deepEqual(
      server.received.map(({ from }) => from),
      ['noor@brand.example'],
    );
    assert.deepEqual(await composeOf(noor), atOnce);
  });
});
