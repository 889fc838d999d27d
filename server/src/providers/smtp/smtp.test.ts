import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { OutgoingMessage, SentMessage } from '../mailbox.ts';
import { createSmtp, toAccessToken, type SmtpOptions, type SmtpServerSettings } from './index.ts';
import { withoutBcc } from './without-bcc.ts';

const LOCAL: SmtpOptions = { allowPrivateHosts: true, clientName: 'actions.example' };
const MIME = [
  'From: Rae <rae@sales.example>',
  'To: dana@globex.example',
  'Bcc: boss@acme.example,',
  ' other@acme.example',
  'Subject: Pricing',
  '',
  'Bcc: this line is text',
  '.',
  'End',
  '',
].join('\r\n');
const MESSAGE: OutgoingMessage = {
  fromAddress: 'rae@sales.example',
  recipients: ['dana@globex.example', 'boss@acme.example'],
  mime: Buffer.from(MIME),
  messageId: '<1@sales.example>',
  reference: '1',
};
const HOOKS = { scopes: [], onPrepared: () => Promise.resolve() };

describe('A team mail server by SMTP', () => {
  const servers: MailServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  const start = async (options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> => {
    const server = await startMailServer(options);
    servers.push(server);
    return server;
  };
  const send = (port: number, settings: Partial<SmtpServerSettings> = {}, options: Partial<SmtpOptions> = {}): Promise<SentMessage> => {
    const server = { host: 'localhost', port, security: 'none', username: null, password: null, ...settings } as const;
    return createSmtp({ ...LOCAL, ...options }).send(toAccessToken(server), MESSAGE, HOOKS);
  };
  const refusal = (sending: Promise<unknown>): Promise<[kind: string, vendorCode: string | undefined]> =>
    sending.then(
      () => assert.fail('The server was expected to refuse.'),
      (error: unknown) => {
        assert.ok(error instanceof ProviderError, String(error));
        assert.equal(error.provider, 'smtp');
        return [error.kind, error.vendorCode];
      },
    );

  test('takes a message for everybody in the envelope, and nobody reads who got a blind copy', async () => {
    const server = await start();
    const sent = await send(server.port);
    assert.equal(sent.sentMessageId, MESSAGE.messageId);
    const [mail, ...more] = server.received;
    assert.deepEqual([mail?.from, mail?.to, more.length], ['rae@sales.example', MESSAGE.recipients, 0]);
    assert.doesNotMatch(mail?.raw ?? '', /^Bcc: boss|other@acme/m);
    assert.match(mail?.raw ?? '', /Subject: Pricing\r\n\r\nBcc: this line is text\r\n\.\r\nEnd/);
  });

  test('signs in over an encrypted connection, from the first byte or by STARTTLS', async () => {
    for (const encryption of ['tls', 'starttls'] as const) {
      const server = await start({ user: 'team', encryption });
      await send(server.port, { security: encryption, username: 'team', password: 'right' }, { trustedCertificates: server.certificate });
      assert.deepEqual(
        server.received.map(({ user, secure }) => [user, secure]),
        [['team', true]],
      );
    }
  });

  test('a certificate that nobody vouches for, or a server without STARTTLS, gets neither password nor message', async () => {
    const stranger = await start({ user: 'team', encryption: 'starttls' });
    const [kind, code] = await refusal(send(stranger.port, { security: 'starttls', username: 'team', password: 'right' }));
    assert.equal(kind, 'admin_action');
    assert.match(code ?? '', /^TLS .*CERT/);
    const plain = await start();
    assert.equal((await refusal(send(plain.port, { security: 'starttls' })))[0], 'admin_action');
    assert.deepEqual([...stranger.received, ...plain.received], []);
  });

  test('a wrong password is for the admin to correct', async () => {
    const server = await start({ user: 'team' });
    const answer = await refusal(send(server.port, { username: 'team', password: 'wrong' }));
    assert.deepEqual(answer, ['admin_action', 'EAUTH 535 5.7.8']);
    assert.deepEqual(await refusal(send(server.port)), ['admin_action', 'EAUTH 530']);
  });

  test('one refused recipient stops the message for all, with or without pipelining', async () => {
    for (const withoutPipelining of [false, true]) {
      const server = await start({ withoutPipelining });
      server.fault = { at: 'rcpt', reply: [550, '5.1.1 No such user'], address: 'boss@acme.example' };
      assert.deepEqual(await refusal(send(server.port)), ['invalid', 'InvalidRecipient 550 5.1.1']);
      server.fault = { at: 'rcpt', reply: [550, '5.1.1 No such user'] };
      assert.deepEqual(await refusal(send(server.port)), ['invalid', 'InvalidRecipient 550 5.1.1']);
      server.fault = { at: 'rcpt', reply: [450, '4.2.1 Mailbox busy'], address: 'dana@globex.example' };
      assert.deepEqual(await refusal(send(server.port)), ['transient', '450 4.2.1']);
      assert.deepEqual(server.received, []);
    }
  });

  test('what the server says it will not take now comes back later, and what it refuses for good does not', async () => {
    const server = await start({ maxBytes: 5_000_000 });
    const cases = [
      ['connect', 421, '4.7.0 Try later', 'rate_limited', '421 4.7.0'],
      ['connect', 554, '5.7.1 Not you', 'admin_action', '554 5.7.1'],
      ['mail', 451, '4.3.0 Trouble', 'rate_limited', '451 4.3.0'],
      ['mail', 553, '5.7.1 Not your address', 'invalid', 'SenderRefused 553 5.7.1'],
      ['data', 452, '4.3.1 Full', 'rate_limited', '452 4.3.1'],
      ['data', 454, '4.3.0 Trouble', 'transient', '454 4.3.0'],
      ['data', 552, '5.3.4 Too big', 'invalid', 'SizeExceeded 552 5.3.4'],
      ['data', 554, '5.7.1 Spam', 'invalid', '554 5.7.1'],
      ['data', 550, '5.4.5 Daily user sending limit exceeded', 'admin_action', '550 5.4.5'],
      ['rcpt', 550, '5.4.5 Daily user sending limit exceeded', 'admin_action', '550 5.4.5'],
      ['mail', 550, '5.7.708 Access denied, traffic not accepted from this IP', 'admin_action', '550 5.7.708'],
      ['data', 550, '5.1.8 Access denied, bad outbound sender', 'admin_action', '550 5.1.8'],
      ['data', 550, '5.7.60 Client does not have permissions to send as this sender', 'invalid', 'SenderRefused 550 5.7.60'],
      ['rcpt', 554, '5.7.1 <dana@globex.example>: Relay access denied', 'admin_action', '554 5.7.1'],
      ['rcpt', 550, '5.7.1 We take nothing from you', 'invalid', 'InvalidRecipient 550 5.7.1'],
    ] as const;
    for (const [at, code, text, kind, vendorCode] of cases) {
      server.fault = { at, reply: [code, text] };
      assert.deepEqual(await refusal(send(server.port)), [kind, vendorCode], `${at} ${String(code)}`);
    }
    assert.deepEqual(server.received, []);
  });

  test('the address that was refused is named', async () => {
    for (const withoutPipelining of [false, true]) {
      const server = await start({ withoutPipelining });
      server.fault = { at: 'rcpt', reply: [550, '5.1.1 No such user'], address: 'boss@acme.example' };
      await assert.rejects(send(server.port), (error: unknown) => {
        assert.deepEqual(error instanceof ProviderError && error.refusedRecipients, ['boss@acme.example']);
        return true;
      });
    }
  });

  test('a message larger than the server announces is not even offered', async () => {
    const server = await start({ maxBytes: 10 });
    assert.deepEqual(await refusal(send(server.port)), ['invalid', 'SizeExceeded']);
  });

  test('a connection that breaks after the end of the message leaves an unknown outcome, and nothing is sent again', async () => {
    const server = await start();
    server.fault = { at: 'data', cut: 'after_the_end' };
    assert.equal((await refusal(send(server.port)))[0], 'uncertain');
    assert.deepEqual([server.received.length, server.calls], [1, 1]);
    const request = { messageId: '<1@sales.example>', reference: '1', draftId: null, startedAt: new Date(), now: new Date() };
    assert.deepEqual(await createSmtp(LOCAL).lookUp('', [], request), { answer: 'unknown', reason: 'no_copy_kept', lookAgainAt: null });
  });

  test('a connection that breaks before the end of a long message has sent nothing', async () => {
    const server = await start();
    server.fault = { at: 'data', cut: 'before_the_end' };
    const long = { ...MESSAGE, mime: Buffer.concat([MESSAGE.mime, Buffer.alloc(20_000_000, 'word\r\n')]) };
    const settings = { host: 'localhost', port: server.port, security: 'none', username: null, password: null } as const;
    assert.equal((await refusal(createSmtp(LOCAL).send(toAccessToken(settings), long, HOOKS)))[0], 'transient');
    assert.deepEqual(server.received, []);
  });

  test('a server that is not there, or that says nothing, has sent nothing', async () => {
    const server = await start();
    await server.close();
    servers.splice(0);
    assert.equal((await refusal(send(server.port)))[0], 'transient');
    const { createServer } = await import('node:net');
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address() as { port: number };
    assert.equal((await refusal(send(address.port, {}, { timeoutMs: 300 })))[0], 'transient');
    await new Promise((resolve) => silent.close(resolve));
  });

  test('in production nobody can send us into a private network, to another door, or without encryption', async () => {
    const server = await start();
    const production = { allowPrivateHosts: false };
    const tls = { security: 'tls', port: 465 } as const;
    for (const host of ['localhost', '127.0.0.1', '[::1]'.slice(1, -1), '10.0.0.1', '169.254.169.254', '0x7f000001'])
      assert.deepEqual((await refusal(send(465, { ...tls, host }, production)))[0], 'admin_action', host);
    assert.deepEqual(await refusal(send(server.port, { security: 'tls' }, production)), ['admin_action', 'PORT_NOT_ALLOWED']);
    assert.deepEqual(await refusal(send(587, {}, production)), ['admin_action', 'ENCRYPTION_NEEDED']);
    assert.equal(server.calls, 0);
  });

  test('a message without a blind copy leaves byte for byte', () => {
    const plain = Buffer.from('To: a@b.example\r\nX-Bcc: no\r\n\r\nBcc: text\r\n');
    assert.equal(withoutBcc(plain), plain);
    assert.equal(withoutBcc(Buffer.from('bcc: a@b.example\r\nTo: x\r\n\r\nhi')).toString(), 'To: x\r\n\r\nhi');
  });
});
