import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestAnswer, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import type { TestOrg } from '../../../test-support/org.ts';

const ACME = '00D000000000001EAA';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' } as const;

describe("The team's mail server", () => {
  let service: TestApp;
  let acme: TestOrg;
  let admin: TestPanel;
  let server: MailServer;
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
  });
  after(() => service.close());
  beforeEach(async () => {
    await rows('delete from users');
    await rows('delete from team_smtp_servers');
    await rows('delete from connection_secrets');
    await acme.addUser(AVERY);
    admin = await service.openPanel(acme, AVERY);
    server = await startMailServer({ user: 'team' });
  });
  afterEach(() => server.close());

  const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await service.database.ownerPool.query(sql)).rows;
  const settings = (change: object = {}) => ({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    username: 'team',
    password: 'right',
    ...change,
  });
  const save = (change: object = {}): Promise<TestAnswer> => admin.request('PUT', '/v1/team-smtp', settings(change));
  const tryOut = (change: object = {}): Promise<TestAnswer> =>
    admin.request('POST', '/v1/team-smtp/test', { server: settings(change), to: 'avery@acme.example' });
  const password = { password: undefined };

  test('the password goes in encrypted and never comes out', async () => {
    const saved = await save();
    assert.equal(saved.status, 200);
    const { host, username, hasPassword, state, updatedBy } = saved.body.server;
    assert.deepEqual([host, username, hasPassword, state, updatedBy], ['127.0.0.1', 'team', true, 'working', 'Avery Stone']);
    const shown = await admin.request('GET', '/v1/team-smtp');
    assert.deepEqual(shown.body, saved.body);
    assert.doesNotMatch(JSON.stringify([saved.body, await rows('select * from team_smtp_servers')]), /right/);
    const [secret] = await rows('select provider, field, ciphertext from connection_secrets');
    assert.deepEqual([secret?.['provider'], secret?.['field']], ['smtp', 'password']);
    assert.ok(!(secret?.['ciphertext'] as Buffer).includes('right'));
  });

  test('a test email really goes through the settings, saved or not, from the address of the admin', async () => {
    const { body } = await tryOut();
    assert.deepEqual([body.ok, body.code], [true, null]);
    const [mail] = server.received;
    assert.deepEqual([mail?.from, mail?.to, mail?.user], ['avery@acme.example', ['avery@acme.example'], 'team']);
    assert.deepEqual((await admin.request('GET', '/v1/team-smtp')).body, { server: null });
    await save();
    assert.equal((await tryOut(password)).body.ok, true);
    assert.equal(server.received.length, 2);
  });

  test('a test email is in the language of its reader where the org knows them, else in that of the admin', async () => {
    await rows(`update users set language = 'pt_BR'`);
    await acme.addUser({ salesforceUserId: '005000000000009AAA', email: 'jo@acme.example' });
    await rows(`update users set language = 'fr' where email = 'jo@acme.example'`);
    for (const to of ['jo@acme.example', 'who@elsewhere.example'])
      await admin.request('POST', '/v1/team-smtp/test', { server: settings(), to });
    assert.match(server.received[0]?.raw ?? '', /^Subject: Test de votre serveur de messagerie\r$/m);
    assert.match(server.received[1]?.raw ?? '', /^Subject: Teste do seu servidor de email\r$/m);
  });

  test('what is wrong with a server is said in words for people, without the words of the server', async () => {
    const wrong = await tryOut({ password: 'wrong' });
    assert.deepEqual([wrong.status, wrong.body.ok, wrong.body.code], [200, false, 'EAUTH 535 5.7.8']);
    assert.equal(wrong.body.title, 'The mail server refused the user name or the password.');
    assert.match((await tryOut({ security: 'starttls' })).body.title, /does not offer the encryption/);
    server.fault = { at: 'mail', reply: [553, '5.7.1 <script>not you</script>'] };
    const refused = await tryOut();
    assert.equal(refused.body.title, 'The mail server does not let your address send.');
    assert.doesNotMatch(JSON.stringify(refused.body), /script/);
  });

  test('a certificate that is wrong when the admin checks it is refused at once, in words', async () => {
    const stranger = await startMailServer({ user: 'team', encryption: 'starttls' });
    const { body } = await tryOut({ port: stranger.port, security: 'starttls' });
    assert.deepEqual([body.ok, stranger.received.length], [false, 0]);
    assert.match(body.code, /^TLS .*CERT/);
    assert.match(body.title, /certificate cannot be trusted/);
    await stranger.close();
  });

  test('the password that is kept is used for nothing but the settings it was given for', async () => {
    await save();
    const other = await startMailServer({ user: 'team' });
    for (const change of [{ port: other.port }, { host: 'localhost' }, { username: 'other' }, { security: 'tls' }]) {
      for (const answer of [await save({ ...change, ...password }), await tryOut({ ...change, ...password })])
        assert.deepEqual([answer.status, answer.body.errors?.[0]?.pointer], [400, '/password'], JSON.stringify(change));
    }
    assert.equal(other.calls, 0);
    await other.close();
    assert.equal((await save(password)).status, 200);
    assert.equal((await tryOut(password)).body.ok, true);
  });

  test('a user name without a password is refused; a server without a user name keeps none', async () => {
    assert.equal((await save(password)).body.errors[0].pointer, '/password');
    await save();
    assert.equal((await save({ username: null, ...password })).body.server.hasPassword, false);
    assert.deepEqual(await rows('select 1 from connection_secrets'), []);
  });

  test('forgetting the server destroys its password, and harms nobody twice', async () => {
    await save();
    for (let i = 0; i < 2; i++) assert.equal((await admin.request('DELETE', '/v1/team-smtp')).status, 204);
    assert.deepEqual([await rows('select 1 from connection_secrets'), await rows('select 1 from team_smtp_servers')], [[], []]);
  });

  test('what is no name of a server is refused', async () => {
    for (const host of ['', 'smtp://x', 'a b', 'x/../y', 'x\r\nDATA'])
      assert.deepEqual((await save({ host })).body.errors?.[0]?.pointer, '/host', host);
    for (const port of [0, 70_000]) assert.deepEqual((await save({ port })).body.errors?.[0]?.pointer, '/port');
  });

  test('only admins see or change it', async () => {
    const rae = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
    await acme.addUser(rae);
    const panel = await service.openPanel(acme, rae);
    const answers = [
      await panel.request('GET', '/v1/team-smtp'),
      await panel.request('PUT', '/v1/team-smtp', settings()),
      await panel.request('DELETE', '/v1/team-smtp'),
      await panel.request('POST', '/v1/team-smtp/test', { server: settings(), to: 'rae@acme.example' }),
    ];
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.code]),
      Array.from({ length: 4 }, () => [403, 'admins_only']),
    );
    assert.equal(server.calls, 0);
  });
});
