import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startGoogle } from '../../../simulators/google/index.ts';
import { consentAtGoogle, type GoogleChoice } from '../../../test-support/consents.ts';
import { systemClock } from '../../platform/clock.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { LookUpRequest, MailboxGrant, MailboxProvider, OutgoingMessage } from '../mailbox.ts';
import { createGmail } from './index.ts';

const REDIRECT = 'http://localhost:3000/oauth/google/callback';
const SEND = '/gmail/v1/users/me/messages/send';
const noHooks = { onPrepared: () => Promise.resolve() };

describe('A Gmail mailbox', () => {
  let google: Awaited<ReturnType<typeof startGoogle>>;
  let gmail: MailboxProvider;
  before(async () => {
    google = await startGoogle();
    gmail = createGmail({
      clientId: 'msi-google',
      clientSecret: 'local-google-secret',
      baseUrl: google.url,
      clock: systemClock,
      timeoutMs: 700,
    });
  });
  beforeEach(() => order('/sim/reset'));
  after(() => google.close());

  async function order(path: string, body: object = {}): Promise<void> {
    const response = await fetch(google.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
  async function count(path: string): Promise<number> {
    const response = await fetch(`${google.url}/sim/requests?path=${encodeURIComponent(path)}`);
    return ((await response.json()) as { requests: unknown[] }).requests.length;
  }
  async function sentMail(): Promise<string[]> {
    const response = await fetch(`${google.url}/sim/mailboxes/rae@acme.example/messages?folder=sent`);
    return ((await response.json()) as { messages: { raw: string }[] }).messages.map(({ raw }) => Buffer.from(raw, 'base64').toString());
  }
  async function consent(choice: Partial<GoogleChoice> = {}) {
    const codeVerifier = randomBytes(32).toString('base64url');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const url = await gmail.consentUrl({ redirectUri: REDIRECT, state: 's', nonce: 'n', codeChallenge, loginHint: 'rae@acme.example' });
    const back = await consentAtGoogle(url, { email: 'rae@acme.example', ...choice });
    return { back, exchange: { code: back.searchParams.get('code') ?? '', codeVerifier, nonce: 'n', redirectUri: REDIRECT } };
  }
  async function connect(choice: Partial<GoogleChoice> = {}): Promise<MailboxGrant> {
    return gmail.exchangeCode((await consent(choice)).exchange);
  }
  function message(bytes = 10, reference = 'msi-1'): OutgoingMessage {
    const messageId = `<${reference}@msi.example>`;
    const head = `From: rae@acme.example\r\nTo: dana@globex.example\r\nSubject: Hello\r\nMessage-ID: ${messageId}\r\nX-MSI-Id: ${reference}\r\n`;
    const body = 'x'
      .repeat(76)
      .concat('\r\n')
      .repeat(Math.ceil(bytes / 78));
    return {
      mime: Buffer.from(`${head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`),
      messageId,
      reference,
    };
  }
  const failureOf = (call: Promise<unknown>): Promise<ProviderError> =>
    call.then(
      () => Promise.reject(new Error('The call was expected to fail.')),
      (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error as Error)),
    );
  const spoilSend = (action: object, effect: 'before' | 'after' = 'after') =>
    order('/sim/faults', { match: { path: SEND }, times: -1, effect, action });
  const lookUpOf = (sent: OutgoingMessage, minutesAgo = 10): LookUpRequest => ({
    messageId: sent.messageId,
    reference: sent.reference,
    draftId: null,
    startedAt: new Date(Date.now() - minutesAgo * 60_000),
    now: new Date(),
  });

  test('is connected with the account key, address and scopes that Google vouches for', async () => {
    const grant = await connect();
    assert.match(grant.accountKey, /^\d+$/);
    assert.deepEqual([grant.address, grant.displayName], ['rae@acme.example', 'Rae Ortiz']);
    assert.ok(grant.scopes.includes(gmail.sendScope));
    assert.ok(grant.accessTokenExpiresAt > new Date());
  });

  test('tells which permissions the person left out', async () => {
    const grant = await connect({ untick: ['gmail.send'] });
    assert.ok(!grant.scopes.includes(gmail.sendScope));
    assert.ok(grant.scopes.some((scope) => scope.endsWith('gmail.metadata')));
  });

  test('is not connected when the identity is of another consent', async () => {
    const { exchange } = await consent();
    assert.equal((await failureOf(gmail.exchangeCode({ ...exchange, nonce: 'another' }))).vendorCode, 'BAD_ID_TOKEN');
  });

  test('is not connected by a code that was used, or with another verifier', async () => {
    const { exchange } = await consent();
    await gmail.exchangeCode(exchange);
    assert.equal((await failureOf(gmail.exchangeCode(exchange))).vendorCode, 'invalid_grant');
    const second = await consent();
    assert.equal((await failureOf(gmail.exchangeCode({ ...second.exchange, codeVerifier: 'A'.repeat(43) }))).vendorCode, 'invalid_grant');
  });

  test('is not connected without a lasting permission', async () => {
    const { exchange } = await consent();
    const { id_token: idToken } = (await (
      await fetch(`${google.url}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: exchange.code,
          code_verifier: exchange.codeVerifier,
          redirect_uri: REDIRECT,
          client_id: 'msi-google',
          client_secret: 'local-google-secret',
        }),
      })
    ).json()) as { id_token: string };
    const body = { access_token: 'ya29.x', expires_in: 3599, scope: gmail.sendScope, id_token: idToken };
    await order('/sim/faults', { match: { path: '/token' }, action: { kind: 'status', status: 200, body } });
    assert.equal((await failureOf(gmail.exchangeCode(exchange))).vendorCode, 'NO_REFRESH_TOKEN');
  });

  test('keeps its secret over a refresh', async () => {
    const grant = await connect();
    const fresh = await gmail.refresh(grant.secret);
    assert.equal(fresh.secret, grant.secret);
    assert.notEqual(fresh.accessToken, grant.accessToken);
  });

  test('must be connected again once the access was revoked', async () => {
    const grant = await connect();
    await order('/sim/accounts/rae@acme.example/revoke');
    const failure = await failureOf(gmail.refresh(grant.secret));
    assert.deepEqual([failure.kind, failure.reason], ['reconnect_required', 'revoked']);
  });

  for (const [name, action, kind] of [
    ['Google is down', { kind: 'status', status: 503, body: 'down' }, 'transient'],
    ['the socket is cut', { kind: 'cut' }, 'transient'],
    ['our secret is wrong', { kind: 'status', status: 401, body: { error: 'invalid_client' } }, 'admin_action'],
  ] as const) {
    test(`does not have to be connected again when ${name}, and is asked once`, async () => {
      const grant = await connect();
      const before = await count('/token');
      await order('/sim/faults', { match: { path: '/token' }, times: -1, action });
      assert.equal((await failureOf(gmail.refresh(grant.secret))).kind, kind);
      assert.equal((await count('/token')) - before, 1);
    });
  }

  test('is given back to Google, also twice, and the token is never in an address', async () => {
    const grant = await connect();
    await gmail.revoke(grant.secret);
    await gmail.revoke(grant.secret);
    assert.equal((await failureOf(gmail.refresh(grant.secret))).kind, 'reconnect_required');
    const { requests } = (await (await fetch(`${google.url}/sim/requests?path=/revoke`)).json()) as { requests: { url: string }[] };
    assert.deepEqual(
      requests.map(({ url }) => url),
      ['/revoke', '/revoke'],
    );
  });

  test('sends a message once and tells the Message-ID that it really carries', async () => {
    await order('/sim/settings', { rewriteMessageId: true });
    const grant = await connect();
    const sent = await gmail.send(grant.accessToken, message(), noHooks);
    assert.match(sent.sentMessageId ?? '', /^<.+@mail\.gmail\.com>$/);
    assert.ok(sent.providerMessageId && sent.providerThreadId);
    assert.equal((await sentMail()).length, 1);
  });

  test('sends a message that is too large for JSON as an upload', async () => {
    const grant = await connect();
    const sent = await gmail.send(grant.accessToken, message(4_000_000), noHooks);
    assert.ok(sent.providerMessageId);
    assert.equal(await count('/upload/gmail/v1/users/me/messages/send'), 1);
    assert.ok((await sentMail())[0]!.length > 4_000_000);
  });

  test('has sent a message also when it cannot be read back', async () => {
    const grant = await connect({ untick: ['gmail.metadata'] });
    const sent = await gmail.send(grant.accessToken, message(), noHooks);
    assert.deepEqual([typeof sent.providerMessageId, sent.sentMessageId], ['string', null]);
  });

  for (const [name, action] of [
    ['a cut socket', { kind: 'cut' }],
    ['silence', { kind: 'delay', ms: 1_500 }],
    ['a 503', { kind: 'status', status: 503, body: 'down' }],
  ] as const) {
    test(`never sends twice by itself: after ${name} the outcome is uncertain, and can be found out`, async () => {
      const grant = await connect();
      await spoilSend(action);
      assert.equal((await failureOf(gmail.send(grant.accessToken, message(), noHooks))).kind, 'uncertain');
      assert.equal(await count(SEND), 1);
      const found = await gmail.lookUp(grant.accessToken, grant.scopes, lookUpOf(message()));
      assert.equal(found.answer, 'sent');
    });
  }

  test('did not send what never arrived, once no call can be under way any more', async () => {
    const grant = await connect();
    await spoilSend({ kind: 'cut' }, 'before');
    assert.equal((await failureOf(gmail.send(grant.accessToken, message(), noHooks))).kind, 'uncertain');
    const early = await gmail.lookUp(grant.accessToken, grant.scopes, lookUpOf(message(), 0));
    assert.deepEqual(
      [early.answer, 'reason' in early && early.reason, 'lookAgainAt' in early && early.lookAgainAt instanceof Date],
      ['unknown', 'not_settled', true],
    );
    assert.deepEqual(await gmail.lookUp(grant.accessToken, grant.scopes, lookUpOf(message())), { answer: 'not_sent' });
  });

  test('recognises its message by our own header when Gmail has replaced the Message-ID', async () => {
    await order('/sim/settings', { rewriteMessageId: true });
    const grant = await connect();
    await gmail.send(grant.accessToken, message(10, 'msi-other'), noHooks);
    await gmail.send(grant.accessToken, message(10, 'msi-mine'), noHooks);
    const found = await gmail.lookUp(grant.accessToken, grant.scopes, lookUpOf(message(10, 'msi-mine')));
    assert.ok(found.answer === 'sent' && found.message.sentMessageId?.endsWith('@mail.gmail.com>'));
  });

  test('cannot find out anything without the permission to read headers', async () => {
    const grant = await connect({ untick: ['gmail.metadata'] });
    assert.deepEqual(await gmail.lookUp(grant.accessToken, grant.scopes, lookUpOf(message())), {
      answer: 'unknown',
      reason: 'no_read_scope',
      lookAgainAt: null,
    });
  });

  test('honours the date that Gmail names when the sending limit is reached', async () => {
    const grant = await connect();
    const body = {
      error: {
        code: 429,
        message: 'User-rate limit exceeded.  Retry after 2026-12-01T10:00:00.000Z',
        errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded' }],
      },
    };
    await spoilSend({ kind: 'status', status: 429, body }, 'before');
    const failure = await failureOf(gmail.send(grant.accessToken, message(), noHooks));
    assert.deepEqual([failure.kind, failure.retryAt?.toISOString()], ['rate_limited', '2026-12-01T10:00:00.000Z']);
  });

  for (const [status, reason, kind] of [
    [403, 'userRateLimitExceeded', 'rate_limited'],
    [403, 'dailyLimitExceeded', 'rate_limited'],
    [401, 'authError', 'auth_expired'],
    [403, 'domainPolicy', 'admin_action'],
    [403, 'accessNotConfigured', 'admin_action'],
    [400, 'failedPrecondition', 'admin_action'],
    [403, 'insufficientPermissions', 'reconnect_required'],
    [403, 'forbidden', 'permission'],
    [400, 'invalidArgument', 'invalid'],
    [500, 'backendError', 'uncertain'],
  ] as const) {
    test(`a send that Gmail refuses as ${reason} (${String(status)}) is ${kind}`, async () => {
      const grant = await connect();
      await spoilSend(
        { kind: 'status', status, body: { error: { code: status, message: 'no', errors: [{ domain: 'global', reason }] } } },
        'before',
      );
      assert.equal((await failureOf(gmail.send(grant.accessToken, message(), noHooks))).kind, kind);
      assert.equal(await count(SEND), 1);
    });
  }

  test('may send again when the request never left', async () => {
    const away = createGmail({ clientId: 'c', clientSecret: 's', baseUrl: 'http://nowhere.invalid', clock: systemClock });
    assert.equal((await failureOf(away.send('token', message(), noHooks))).kind, 'transient');
  });
});
