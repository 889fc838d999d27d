import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestPanel } from '../../../test-support/app.ts';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import { until } from '../../../test-support/until.ts';
import { NOOR, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' } as const;

describe("A connection to the team's mail server that fails", () => {
  let rig: SellingRig;
  let server: MailServer;
  let admin: TestPanel;
  before(async () => {
    rig = await startSellingRig();
    server = await startMailServer();
  });
  after(async () => {
    await rig.close();
    await server.close();
  });
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    await rows('delete from team_smtp_servers');
    Object.assign(server, { received: [], fault: null });
    await rig.org.addUser(AVERY);
    await saveServer();
  });

  const rows = async (sql: string, values: unknown[] = []): Promise<Answered[]> => (await rig.database.ownerPool.query(sql, values)).rows;
  const saveServer = async (): Promise<void> => {
    admin = await rig.service.openPanel(rig.org, AVERY);
    const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: null };
    assert.equal((await admin.request('PUT', '/v1/team-smtp', settings)).status, 200);
  };
  const shown = async (): Promise<Answered> => {
    admin = await rig.service.openPanel(rig.org, AVERY);
    return (await admin.request('GET', '/v1/team-smtp')).body.server;
  };
  /** The server speaks no TLS: to talk to it so fails as it does with a certificate that is not good. */
  const talkTls = (isOn: boolean) => rows('update team_smtp_servers set security = $1', [isOn ? 'tls' : 'none']);
  const addRep = async (person: typeof RAE): Promise<Rep & { address: string }> => {
    const rep = await rig.addRep(person);
    const address = person.email.replace('acme', 'brand');
    const { body } = await rep.panel.request('POST', '/v1/identities', { address, name: person.name });
    await rows(`update identities set verified_at = now(), verified_how = 'email' where id = $1`, [body.id]);
    await rep.panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true });
    return { ...rep, address };
  };
  const hasLeft = (from: string, count = 1) =>
    until(
      'it has left',
      async () => {
        await rig.work.sweep();
        return server.received.filter((mail) => mail.from === from).length === count;
      },
      { deadlineMs: 30_000 },
    );

  const countEnds = () =>
    until('the count is over', async () => {
      const [{ count, since }] = await rows('select fault_count as count, fault_since as since from team_smtp_servers');
      return count === 0 && since === null;
    });

  /** When the rep's lane is tried next, as soon as it waits; null when it is closed. */
  const nextTryOf = async ({ user }: Rep): Promise<Date | null> => {
    const lane: { state: string; at: Date } = await until(
      'the lane waits or is closed',
      async () => {
        await rig.work.sweep();
        const [found] = await rows(`select state, next_slot_at as at from email_connections where user_id = $1 and provider = 'smtp'`, [
          user.id,
        ]);
        return found.state !== 'connected' || found.at > rig.clock.now() ? found : null;
      },
      { deadlineMs: 30_000 },
    );
    return lane.state === 'connected' ? new Date(lane.at.getTime() + 10) : null;
  };

  test('once costs one delay: nobody waits for the admin, and the email leaves by itself', async () => {
    const rae = await addRep(RAE);
    await talkTls(true);
    await rae.send();
    await rig.startWorker();
    const again = await nextTryOf(rae);
    assert.ok(again, 'nobody waits for the admin');
    assert.equal((await shown()).state, 'working');
    await talkTls(false);
    rig.clock.set(again);
    await hasLeft(rae.address);
    await countEnds();
  });

  for (const [fault, begin, code] of [
    ['that cannot be made safe', () => talkTls(true), /^TLS /],
    ['that the server refuses', () => (server.fault = { at: 'connect', reply: [554, '5.7.1 Not you'] }), /^554 5\.7\.1$/],
  ] as const)
    test(`for minutes, ${fault}, closes the server; the admin reads why, and new settings let leave what waits`, async () => {
      const rae = await addRep(RAE);
      await begin();
      await rae.send();
      await rig.startWorker();
      const startedAt = rig.clock.now().getTime();
      let tries = 0;
      for (let again = await nextTryOf(rae); again; again = await nextTryOf(rae)) {
        tries += 1;
        assert.equal((await shown()).state, 'working', `after ${String(tries)} tries`);
        rig.clock.set(again);
      }
      assert.ok(rig.clock.now().getTime() - startedAt > 3 * 60_000);
      assert.ok(tries >= 3 && tries < 8, String(tries));
      const { state, stateCode } = await shown();
      assert.equal(state, 'refused');
      assert.match(stateCode, code);
      server.fault = null;
      await saveServer();
      await hasLeft(rae.address);
    });

  test('for one rep and not for another closes nothing', async () => {
    const [rae, noor] = [await addRep(RAE), await addRep(NOOR)];
    await rae.send();
    await talkTls(true);
    await rig.startWorker();
    let again = await nextTryOf(rae);
    for (let round = 1; round <= 2; round += 1) {
      for (let tries = 0; tries < 2; tries += 1) {
        assert.ok(again, `round ${String(round)}`);
        rig.clock.set(again);
        again = await nextTryOf(rae);
      }
      await talkTls(false);
      assert.equal((await noor.send({ subject: `Round ${String(round)}` })).status, 202);
      await hasLeft(noor.address, round);
      await countEnds();
      await talkTls(true);
    }
    assert.equal((await shown()).state, 'working');
    assert.equal(server.received.length, 2);
  });

  test('leaves no doubt about the email, also when the fault cannot be counted', async () => {
    const rae = await addRep(RAE);
    await talkTls(true);
    await rows('alter table team_smtp_servers add constraint broken check (fault_count = 0) not valid');
    const { body } = await rae.send();
    await rig.startWorker();
    const again = await nextTryOf(rae).finally(() => rows('alter table team_smtp_servers drop constraint broken'));
    assert.ok(again, 'nobody waits for the admin');
    assert.deepEqual(await rows('select state from sales_emails where id = $1', [body.id]), [{ state: 'queued' }]);
    await talkTls(false);
    rig.clock.set(again);
    await hasLeft(rae.address);
  });

  test('closes nothing when it meets several reps in one moment, though there were faults long before', async () => {
    const rae = await addRep(RAE);
    await talkTls(true);
    await rae.send();
    await rig.startWorker();
    const second = await nextTryOf(rae);
    assert.ok(second);
    rig.clock.set(second);
    assert.ok(await nextTryOf(rae));
    rig.clock.set(new Date(second.getTime() + 31 * 60_000));
    const noor = await addRep(NOOR);
    await noor.send();
    for (const rep of [rae, noor]) assert.ok(await nextTryOf(rep), 'nobody waits for the admin');
    assert.equal((await shown()).state, 'working');
  });
});
