import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestPanel } from '../../../test-support/app.ts';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import { until } from '../../../test-support/until.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const SALES = 'rae@brand.example';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' } as const;

describe('A sales email as another identity', () => {
  let rig: SellingRig;
  let server: MailServer;
  let admin: TestPanel;
  before(async () => {
    rig = await startSellingRig();
    server = await startMailServer({ user: 'team' });
  });
  after(async () => {
    await rig.close();
    await server.close();
  });
  beforeEach(async () => {
    await rig.reset();
    await rows('delete from team_smtp_servers');
    await rows('delete from mailbox_policies');
    Object.assign(server, { received: [], fault: null, calls: 0, password: 'right' });
    await rig.org.addUser(AVERY);
    admin = await rig.service.openPanel(rig.org, AVERY);
    await saveServer();
  });

  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, string>[]> =>
    (await rig.database.ownerPool.query<Record<string, string>>(sql, values)).rows;
  const saveServer = async (): Promise<void> => {
    const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: 'team', password: server.password };
    assert.equal((await admin.request('PUT', '/v1/team-smtp', settings)).status, 200);
  };
  const addIdentity = async ({ panel }: Rep, { isVerified = true, isDefault = false } = {}): Promise<string> => {
    const { body } = await panel.request('POST', '/v1/identities', { address: SALES, name: 'Rae of Brand' });
    if (isVerified) await rows(`update identities set verified_at = now(), verified_how = 'email' where id = $1`, [body.id]);
    if (isDefault) await panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true });
    return body.id;
  };
  const show = async ({ panel }: Rep, id: string) => (await panel.request('GET', `/v1/sales-emails/${id}`)).body;

  test('through the mail server of the team it reaches the person once, from the identity, and is logged to Salesforce', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    await rig.startWorker();
    const { status, body } = await rae.send({ identityId, cc: ['omar@globex.example'], bcc: ['boss@acme.example'] });
    assert.equal(status, 202);
    const sent = await rig.inState(rae, body.id, 'sent');
    assert.deepEqual([sent.fromAddress, server.received.length], [SALES, 1]);
    const [mail] = server.received;
    assert.deepEqual(
      [mail?.from, mail?.to, mail?.user],
      [SALES, ['dana@globex.example', 'omar@globex.example', 'boss@acme.example'], 'team'],
    );
    assert.match(mail?.raw ?? '', /^From: Rae of Brand <rae@brand\.example>/m);
    assert.match(mail?.raw ?? '', new RegExp(`^Message-ID: <${body.id}@brand\\.example>`, 'm'));
    assert.doesNotMatch(mail?.raw ?? '', /boss@acme/);
    await until('the Task is there', async () => (await rig.tasks()).length === 1);
    assert.equal((await rig.received('dana@globex.example')).length, 0);
  });

  test('a rep without any mailbox can send through the mail server of the team', async () => {
    const rae = await rig.addRep(RAE);
    assert.equal((await rae.send()).body.code, 'mailbox_missing');
    await addIdentity(rae, { isDefault: true });
    await rig.startWorker();
    const { body } = await rae.send();
    await rig.inState(rae, body.id, 'sent');
    assert.equal(server.received[0]?.from, SALES);
  });

  test('nothing leaves as an address that is not verified, not the own, or without a way out; nor as another instead', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae, { isVerified: false });
    assert.deepEqual((await rae.send({ identityId })).body.code, 'identity_not_verified');
    assert.deepEqual((await rae.send({ identityId: randomUUID() })).body.code, 'identity_not_verified');
    const sam = await rig.addRep({ salesforceUserId: '005000000000005AAA', email: 'kim.larsen@acme.example', name: 'Kim Larsen' }, 'none');
    await rows(`update identities set verified_at = now()`);
    assert.deepEqual((await sam.send({ identityId })).body.code, 'identity_not_verified');
    await admin.request('DELETE', '/v1/team-smtp');
    assert.deepEqual((await rae.send({ identityId })).body.code, 'team_smtp_missing');
    assert.deepEqual(await rows(`select 1 from sales_emails where state <> 'draft'`), []);
  });

  test('the window offers what can be used now; the default is used where nothing is chosen, and the mailbox can be chosen', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const compose = async () => (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body;
    const identityId = await addIdentity(rae, { isVerified: false });
    assert.deepEqual((await compose()).identities, []);
    await rows(`update identities set verified_at = now()`);
    assert.deepEqual(
      (await compose()).identities.map(({ address, isDefault }: { address: string; isDefault: boolean }) => [address, isDefault]),
      [[SALES, false]],
    );
    const fromOf = async (draft: object) => (await show(rae, (await rae.send(draft)).body.id)).fromAddress;
    assert.equal(await fromOf({}), RAE.email);
    await rae.panel.request('PATCH', `/v1/identities/${identityId}`, { isDefault: true });
    const { identities, from } = await compose();
    const mailbox = identities.find(({ address }: { address: string }) => address === RAE.email);
    assert.deepEqual([from.address, identities.length, mailbox.isDefault], [RAE.email, 2, false]);
    assert.equal(await fromOf({}), SALES);
    assert.equal(await fromOf({ identityId: mailbox.id }), RAE.email);
    await admin.request('DELETE', '/v1/team-smtp');
    assert.deepEqual((await compose()).identities, []);
    assert.equal(await fromOf({}), RAE.email);
  });

  test('a draft keeps whom it is from, and so does an email that was taken back', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    const draft = { recordId: DANA, personId: DANA, subject: 'Later', bodyHtml: '<p>Hi</p>', identityId };
    assert.equal((await rae.panel.request('PUT', '/v1/drafts', draft)).body.identityId, identityId);
    const kept = async () => (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft?.identityId;
    assert.equal(await kept(), identityId);
    await rig.setUndo(10);
    const { body } = await rae.send({ identityId });
    assert.equal(await kept(), undefined);
    await rae.panel.request('POST', `/v1/sales-emails/${body.id}/cancel`);
    assert.equal(await kept(), identityId);
    await rae.panel.request('DELETE', `/v1/identities/${identityId}`);
    assert.equal(await kept(), null);
  });

  test('with a refused password everything waits and says why, the admin is told, and new settings let it leave', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    server.password = 'changed';
    await rig.startWorker();
    const ids = [(await rae.send({ identityId })).body.id, (await rae.send({ identityId, subject: 'Second' })).body.id];
    await until('the server is known to refuse', async () => (await admin.request('GET', '/v1/team-smtp')).body.server.state === 'refused');
    assert.equal((await admin.request('GET', '/v1/team-smtp')).body.server.stateCode, 'EAUTH 535 5.7.8');
    for (const id of ids) {
      const { state, reason } = await until('it says why it waits', async () => {
        const email = await show(rae, id);
        return email.reason === 'channel_unavailable' && email;
      });
      assert.deepEqual([state, reason], ['queued', 'channel_unavailable']);
    }
    const later = (await rae.send({ identityId, subject: 'Third' })).body.id;
    const mailbox = (await rae.send()).body.id;
    await rig.inState(rae, mailbox, 'sent');
    assert.equal((await show(rae, later)).reason, 'channel_unavailable');
    const callsBefore = server.calls;
    await rig.work.sweep();
    assert.equal(server.calls, callsBefore);
    await saveServer();
    for (const id of [...ids, later]) await rig.inState(rae, id, 'sent');
    assert.equal(server.received.length, 3);
  });

  test('what the earlier settings were refused with says nothing about those that were saved meanwhile', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rae.send({ identityId: await addIdentity(rae) });
    const [part] = await rows(`select id from email_connections where provider = 'smtp'`);
    const { deliveryChannels, emailConnections } = rig.connections;
    const { provider, accessToken } = await deliveryChannels.senderOver(emailConnections.openMailbox)(ACME, part?.['id'] ?? '');
    server.password = 'changed';
    await saveServer();
    const mime = Buffer.from('Subject: Hi\r\n\r\nHi\r\n');
    const message = { fromAddress: SALES, recipients: ['dana@globex.example'], mime, messageId: '<1@brand.example>', reference: '1' };
    await assert.rejects(
      provider.send(accessToken, message, { scopes: [], onPrepared: () => Promise.resolve() }),
      ({ kind }: { kind?: string }) => kind === 'admin_action',
    );
    assert.equal((await admin.request('GET', '/v1/team-smtp')).body.server.state, 'working');
    await rig.startWorker();
    await until('it leaves with the new settings', async () => {
      await rig.work.sweep();
      return server.received.length === 1;
    });
  });

  test('a test that works again lets leave what waits', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    server.password = 'changed';
    await rig.startWorker();
    const { body } = await rae.send({ identityId });
    await until('the server is known to refuse', async () => (await admin.request('GET', '/v1/team-smtp')).body.server.state === 'refused');
    server.password = 'right';
    const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: 'team' };
    const tried = await admin.request('POST', '/v1/team-smtp/test', { server: settings, to: 'avery@acme.example' });
    assert.equal(tried.body.ok, true);
    await rig.inState(rae, body.id, 'sent');
    assert.equal((await admin.request('GET', '/v1/team-smtp')).body.server.state, 'working');
  });

  test('without the server what was to leave by it waits, and leaves by the next one', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    await rig.setUndo(5);
    const { body } = await rae.send({ identityId });
    await admin.request('DELETE', '/v1/team-smtp');
    rig.clock.advance(6_000);
    await rig.startWorker();
    await rig.work.sweep();
    assert.deepEqual([(await show(rae, body.id)).state, (await show(rae, body.id)).reason], ['queued', 'channel_unavailable']);
    await saveServer();
    await rig.inState(rae, body.id, 'sent');
    assert.equal(server.received.length, 1);
  });

  test('a connection that broke after the message leaves it uncertain for the rep to decide; it is not sent again', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    server.fault = { at: 'data', cut: 'after_the_end' };
    await rig.startWorker();
    const { body } = await rae.send({ identityId });
    const email = await until('it is known that nobody can tell', async () => {
      const seen = await show(rae, body.id);
      return seen.state === 'uncertain' && seen.reason === 'server_keeps_no_copy' && seen;
    });
    assert.deepEqual([email.waitsUntil, server.received.length], [null, 1]);
    server.fault = null;
    await rae.panel.request('POST', `/v1/sales-emails/${body.id}/settlement`, { decision: 'mark_as_sent' });
    await rig.inState(rae, body.id, 'sent');
    assert.equal(server.received.length, 1);
  });

  test('a refused recipient fails with that reason; sent again it leaves as the same identity, or says why it cannot', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const identityId = await addIdentity(rae);
    server.fault = { at: 'rcpt', reply: [550, '5.1.1 No such user'] };
    await rig.startWorker();
    const { body } = await rae.send({ identityId });
    assert.equal((await rig.inState(rae, body.id, 'failed')).reason, 'recipient_refused');
    await admin.request('DELETE', '/v1/team-smtp');
    const refused = await rae.panel.request('POST', `/v1/sales-emails/${body.id}/retry`);
    assert.deepEqual([refused.status, refused.body.code], [409, 'team_smtp_missing']);
    await saveServer();
    server.fault = null;
    assert.equal((await rae.panel.request('POST', `/v1/sales-emails/${body.id}/retry`)).status, 202);
    await rig.inState(rae, body.id, 'sent');
    assert.deepEqual([server.received.length, server.received[0]?.from], [1, SALES]);
  });

  test('as an alias that Google has verified it leaves through Gmail as the alias, also after a new connection', async () => {
    const rae = await rig.addRep(RAE, 'google', 'bodies');
    await rows(`insert into mailbox_policies (org_id, google_tier, updated_at, updated_by) values ($1, 'bodies', now(), $2)`, [
      ACME,
      rae.user.id,
    ]);
    await rig.simulator('google', 'POST', `/sim/accounts/${RAE.email}/send-as`, {
      aliases: [{ address: 'team@acme.example', name: 'Team' }],
    });
    const { body: identity } = await rae.panel.request('POST', '/v1/identities', { address: 'team@acme.example', name: 'The team' });
    assert.equal(identity.channel, 'mailbox');
    await rig.startWorker();
    const first = (await rae.send({ identityId: identity.id })).body.id;
    await rig.inState(rae, first, 'sent');
    const [mail] = await rig.received('dana@globex.example');
    assert.match(Buffer.from(mail?.raw ?? '', 'base64').toString(), /^From: The team <team@acme\.example>/m);

    await rig.setUndo(10);
    const second = (await rae.send({ identityId: identity.id, subject: 'Second' })).body.id;
    await rig.reconnectGoogle(rae);
    rig.clock.advance(11_000);
    await rig.inState(rae, second, 'sent');
    assert.equal((await rig.received('dana@globex.example')).length, 2);
  });
});
