import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import type { TestOrg } from '../../../test-support/org.ts';
import { until } from '../../../test-support/until.ts';
import { createWorker, type JobWorker } from '../../platform/jobs.ts';
import { createMailer, type Mailer } from '../../platform/mailer.ts';
import { createSendIdentityVerification, SEND_IDENTITY_VERIFICATION } from './index.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae <Ortiz>' };
const SALES = 'sales@brand.example';
const HOUR_MS = 3_600_000;

describe('Verification of an identity', () => {
  let service: TestApp;
  let acme: TestOrg;
  let mailServer: MailServer;
  let mailer: Mailer;
  let worker: JobWorker;
  let panel: TestPanel;
  before(async () => {
    mailServer = await startMailServer();
    mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${String(mailServer.port)}`, from: 'MSI Actions <welcome@msi-actions.example>' });
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
    const { database, clock, config } = service;
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    worker = await createWorker({
      connectionString: database.urls.jobs,
      jobs: {
        [SEND_IDENTITY_VERIFICATION]: createSendIdentityVerification({ pool: database.pool, clock, mailer, publicUrl: config.PUBLIC_URL }),
      },
      log: quiet,
      pollIntervalMs: 100,
    });
  });
  after(async () => {
    await worker.stop();
    mailer.close();
    await service.close();
    await mailServer.close();
  });
  beforeEach(async () => {
    Object.assign(mailServer, { fault: null, received: [] });
    service.clock.set(new Date());
    await rows('delete from users; delete from letters; delete from letter_slots');
    await rows('delete from team_smtp_servers');
    const rae = await acme.addUser(RAE);
    await rows(
      `insert into team_smtp_servers (org_id, host, port, security, updated_at, updated_by)
       values ($1, 'smtp.brand.example', 587, 'starttls', now(), $2)`,
      [ACME, rae.id],
    );
    panel = await service.openPanel(acme, RAE);
  });

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await service.database.ownerPool.query<Row>(sql, values)).rows;
  const add = async (address = SALES): Promise<string> =>
    (await panel.request('POST', '/v1/identities', { address, name: 'Buy now at http://evil.example' })).body.id;
  const identity = async (id: string) =>
    (await panel.request('GET', '/v1/identities')).body.identities.find((one: { id: string }) => one.id === id);
  /** The link in the nth email. */
  const linkOf = async (count = 1): Promise<string> => {
    const mail = await until('the verification email has arrived', () => mailServer.received[count - 1]);
    const text = mail.raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');
    const link = /http:\/\/\S+\/onboarding\/identity\?ticket=[\w.-]+/.exec(text)?.[0] ?? '';
    return link.slice(link.indexOf('/onboarding'));
  };
  const look = (url: string) => service.app.inject({ url });
  const confirm = async (url: string) => {
    const page = await look(url);
    const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
    const fields = Object.fromEntries(
      [...page.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    return service.app.inject({
      method: 'POST',
      url: '/onboarding/identity',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  };

  test('only the yes of whoever reads the address verifies it: looking at the link, as mail scanners do, changes nothing', async () => {
    const id = await add();
    const link = await linkOf();
    for (let i = 0; i < 3; i++) {
      const page = await look(link);
      assert.equal(page.statusCode, 200);
      assert.match(page.body, /Rae &lt;Ortiz&gt; \(rae@acme\.example\)/);
      assert.match(page.body, /sales@brand\.example/);
    }
    assert.equal((await identity(id)).verifiedAt, null);
    const answer = await confirm(link);
    assert.deepEqual([answer.statusCode, answer.headers['referrer-policy']], [200, 'no-referrer']);
    assert.match(answer.body, /is verified/);
    const { verifiedAt, isUsable } = await identity(id);
    assert.ok(verifiedAt && isUsable);
    // The letter may be there a moment before it is known to have been sent
    await until('the letter is known to have been sent', async () => (await identity(id)).verificationSentAt);
    assert.match((await look(link)).body, /is verified/);
  });

  test('the email says who asks and nothing that the asker has written; the link is nowhere in the database', async () => {
    await add();
    const link = await linkOf();
    const [mail] = mailServer.received;
    assert.deepEqual([mail?.to, /^Subject: (.*)$/m.exec(mail?.raw ?? '')?.[1]?.trim()], [[SALES], 'Please verify your email address']);
    assert.doesNotMatch(mail?.raw ?? '', /evil\.example/);
    const secret = decodeURIComponent(link.split('ticket=')[1] ?? '');
    for (const table of ['identity_tickets', 'identities', 'graphile_worker._private_jobs']) {
      const [dump] = await rows<{ text: string | null }>(`select string_agg(t::text, ' ') as text from ${table} t`);
      assert.ok(!dump?.text?.includes(secret.slice(19)), table);
    }
  });

  test('the email is in the language of its reader where the org knows them, else in that of who asks', async () => {
    await rows(`update users set language = 'de'`);
    await add();
    await linkOf();
    await rows('delete from identities');
    await acme.addUser({ salesforceUserId: '005000000000009AAA', email: 'team@acme.example' });
    await rows(`update users set language = 'ja' where email = 'team@acme.example'`);
    await add('team@acme.example');
    await linkOf(2);
    const letters = await Promise.all(mailServer.received.map(({ raw }) => PostalMime.parse(raw)));
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['Bitte bestätigen Sie Ihre E-Mail-Adresse', 'メールアドレスの確認をお願いします'],
    );
    assert.match(letters[1]?.text ?? '', /として営業メールを送信しようとしています。[^]*確認: http/);
    assert.match(letters[1]?.html ?? '', /<html lang="ja" dir="ltr">[^]*Rae &lt;Ortiz&gt;/);
  });

  test('the link opens nothing else: nobody is signed in by it', async () => {
    await add();
    const ticket = decodeURIComponent((await linkOf()).split('ticket=')[1] ?? '');
    const welcome = await look(`/onboarding/welcome?ticket=${encodeURIComponent(ticket)}`);
    assert.equal(welcome.statusCode, 404);
    assert.equal((await rows('select 1 from onboarding_sessions')).length, 0);
  });

  test('a link works for 24 hours; a link that was cut off or never given works never', async () => {
    const id = await add();
    const link = await linkOf();
    service.clock.advance(24 * HOUR_MS);
    assert.equal((await look(link)).statusCode, 410);
    assert.equal((await confirm(link)).statusCode, 403);
    for (const broken of [link.slice(0, -1), '/onboarding/identity', `/onboarding/identity?ticket=${ACME}.${'a'.repeat(32)}`])
      assert.equal((await look(broken)).statusCode, 404, broken);
    service.clock.set(new Date());
    panel = await service.openPanel(acme, RAE);
    assert.equal((await identity(id)).verifiedAt, null);
  });

  test('a request that was taken back cannot be confirmed any more', async () => {
    const id = await add();
    const link = await linkOf();
    await panel.request('DELETE', `/v1/identities/${id}`);
    assert.equal((await look(link)).statusCode, 404);
  });

  test('a form of another site cannot confirm', async () => {
    const id = await add();
    const ticket = decodeURIComponent((await linkOf()).split('ticket=')[1] ?? '');
    const answer = await service.app.inject({
      method: 'POST',
      url: '/onboarding/identity',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ticket }).toString(),
    });
    assert.equal(answer.statusCode, 403);
    assert.equal((await identity(id)).verifiedAt, null);
  });

  test('the email can be asked for again, not twice within a minute, and both links work', async () => {
    const id = await add();
    const first = await linkOf();
    const early = await panel.request('POST', `/v1/identities/${id}/verification`);
    assert.deepEqual([early.status, early.body.code], [429, 'letter_quota_reached']);
    assert.ok(early.body.retryAt);
    service.clock.advance(60_001);
    assert.equal((await panel.request('POST', `/v1/identities/${id}/verification`)).status, 200);
    assert.notEqual(await linkOf(2), first);
    assert.match((await confirm(first)).body, /is verified/);
    service.clock.advance(60_001);
    assert.equal((await panel.request('POST', `/v1/identities/${id}/verification`)).body.code, 'already_verified');
  });

  test('nobody can make us write to more than ten addresses a day, whatever is added and removed', async () => {
    for (let i = 0; i < 10; i++) {
      const id = await add(`victim${String(i)}@elsewhere.example`);
      assert.equal((await panel.request('DELETE', `/v1/identities/${id}`)).status, 204);
    }
    const { status, body } = await panel.request('POST', '/v1/identities', { address: 'victim11@elsewhere.example', name: 'Rae' });
    assert.deepEqual([status, body.code], [429, 'letter_quota_reached']);
    service.clock.advance(24 * HOUR_MS);
    panel = await service.openPanel(acme, RAE);
    assert.equal((await panel.request('POST', '/v1/identities', { address: SALES, name: 'Rae' })).status, 201);
  });

  test('an address that the mail server refuses says so, and one that it cannot take now is tried again', async () => {
    mailServer.fault = { at: 'rcpt', reply: [550, '5.1.1 No such user'] };
    const id = await add();
    const refused = await until('the refusal is noted', async () => (await identity(id)).verificationError);
    assert.equal(refused, 'The mail server refused this address.');
    mailServer.fault = { at: 'rcpt', reply: [451, '4.3.0 Later'] };
    service.clock.advance(60_001);
    await panel.request('POST', `/v1/identities/${id}/verification`);
    await until('the trouble is noted', async () => /We try again/.test((await identity(id)).verificationError));
    mailServer.fault = null;
    await rows(`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs`);
    await linkOf();
    await until('the trouble is over', async () => (await identity(id)).verificationError === null);
  });

  test('without a mailbox the first verified address is what the rep sends as', async () => {
    const id = await add();
    await confirm(await linkOf());
    assert.equal((await identity(id)).isDefault, true);
  });
});
