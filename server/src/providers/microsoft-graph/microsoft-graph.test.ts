import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startMicrosoft } from '../../../simulators/microsoft/index.ts';
import { consentAtMicrosoft } from '../../../test-support/consents.ts';
import { createTestClock } from '../../../test-support/test-clock.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { LookUpRequest, MailboxGrant, MailboxProvider, OutgoingMessage } from '../mailbox.ts';
import { createMicrosoftGraph } from './index.ts';

const REDIRECT = 'http://localhost:3000/oauth/microsoft/callback';
const NOOR = 'noor@acme.example';
const TENANT = '00000000-0000-4000-8000-00000000bbbb';
const clock = createTestClock();

describe('An Outlook mailbox', () => {
  let microsoft: Awaited<ReturnType<typeof startMicrosoft>>;
  let outlook: MailboxProvider;
  before(async () => {
    microsoft = await startMicrosoft();
    outlook = createMicrosoftGraph({
      clientId: '00000000-0000-4000-8000-00000000aaaa',
      clientSecret: 'local-microsoft-secret',
      loginBaseUrl: microsoft.url,
      graphBaseUrl: microsoft.url,
      clock,
      timeoutMs: 700,
    });
  });
  beforeEach(() => order('/sim/reset'));
  after(() => microsoft.close());

  async function order(path: string, body: object = {}): Promise<void> {
    const response = await fetch(microsoft.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }
  async function requestsTo(pattern: RegExp): Promise<number> {
    const response = await fetch(`${microsoft.url}/sim/requests`);
    const { requests } = (await response.json()) as { requests: { method: string; path: string }[] };
    return requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
  }
  async function sentMail(): Promise<string[]> {
    const response = await fetch(`${microsoft.url}/sim/mailboxes/${NOOR}/messages?folder=sent`);
    return ((await response.json()) as { messages: { raw: string }[] }).messages.map(({ raw }) => Buffer.from(raw, 'base64').toString());
  }
  async function consent(decision: 'accept' | 'cancel' = 'accept') {
    const codeVerifier = randomBytes(32).toString('base64url');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const url = await outlook.consentUrl({ redirectUri: REDIRECT, state: 's', nonce: 'n', codeChallenge, loginHint: NOOR });
    const back = await consentAtMicrosoft(url, NOOR, decision);
    return {
      url: new URL(url),
      back,
      exchange: { code: back?.searchParams.get('code') ?? '', codeVerifier, nonce: 'n', redirectUri: REDIRECT },
    };
  }
  const connect = async (): Promise<MailboxGrant> => outlook.exchangeCode((await consent()).exchange);
  function message(): OutgoingMessage {
    const head = `From: ${NOOR}\r\nTo: dana@globex.example\r\nSubject: Hello\r\nMessage-ID: <msi-1@msi.example>\r\nX-MSI-Id: msi-1\r\n`;
    return {
      mime: Buffer.from(`${head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n`),
      messageId: '<msi-1@msi.example>',
      reference: 'msi-1',
    };
  }
  function hooks(draftId?: string) {
    const prepared: string[] = [];
    return { prepared, draftId, onPrepared: async (id: string) => void prepared.push(id) };
  }
  const failureOf = (call: Promise<unknown>): Promise<ProviderError> =>
    call.then(
      () => Promise.reject(new Error('The call was expected to fail.')),
      (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error as Error)),
    );
  const spoil = (path: string, action: object, effect: 'before' | 'after' = 'before') =>
    order('/sim/faults', { match: { path }, times: -1, effect, action });
  const lookUpOf = (draftId: string | null, minutesAgo = 10): LookUpRequest => ({
    messageId: '<msi-1@msi.example>',
    reference: 'msi-1',
    draftId,
    startedAt: new Date(clock.now().getTime() - minutesAgo * 60_000),
    now: clock.now(),
  });

  test('is asked for the permissions that sending needs, with PKCE, for work accounts only', async () => {
    const { url } = await consent();
    assert.match(url.pathname, /^\/organizations\//);
    assert.deepEqual(
      new Set(url.searchParams.get('scope')?.split(' ')),
      new Set(['User.Read', 'Mail.Send', 'Mail.ReadWrite', 'openid', 'profile', 'offline_access']),
    );
    assert.deepEqual([url.searchParams.get('code_challenge_method'), url.searchParams.get('prompt')], ['S256', 'select_account']);
  });

  test('is connected with tenant and object id as its key, never with an address', async () => {
    const grant = await connect();
    assert.match(grant.accountKey, new RegExp(`^${TENANT}\\.[0-9a-f-]{36}$`));
    assert.deepEqual([grant.address, grant.displayName], [NOOR, 'Noor Haddad']);
    assert.ok(grant.scopes.includes('Mail.Send') && grant.scopes.includes('Mail.ReadWrite'));
    assert.ok(grant.accessTokenExpiresAt > clock.now());
  });

  test('is not connected when the identity is of another consent', async () => {
    const { exchange } = await consent();
    assert.equal((await failureOf(outlook.exchangeCode({ ...exchange, nonce: 'another' }))).kind, 'invalid');
  });

  test('is not connected by a used code', async () => {
    const { exchange } = await consent();
    await outlook.exchangeCode(exchange);
    assert.equal((await failureOf(outlook.exchangeCode(exchange))).kind, 'reconnect_required');
  });

  test('gets a new secret with every refresh, and the old one still works', async () => {
    const grant = await connect();
    const fresh = await outlook.refresh(grant.secret);
    assert.notEqual(fresh.secret, grant.secret);
    assert.notEqual(fresh.accessToken, grant.accessToken);
    assert.ok((await outlook.refresh(grant.secret)).accessToken);
    assert.ok((await outlook.refresh(fresh.secret)).accessToken);
  });

  for (const [code, kind, reason] of [
    [700082, 'reconnect_required', 'expired'],
    [50173, 'reconnect_required', 'password_changed'],
    [50057, 'reconnect_required', 'admin_blocked'],
    [53003, 'reconnect_required', 'admin_blocked'],
    [65001, 'reconnect_required', 'revoked'],
    [50076, 'reconnect_required', 'unknown'],
    [700016, 'admin_action', undefined],
    [7000222, 'admin_action', undefined],
    [90033, 'transient', undefined],
    [50196, 'invalid', undefined],
  ] as const) {
    test(`AADSTS${String(code)} at a refresh is ${kind}, asked once`, async () => {
      const grant = await connect();
      const body = { error: 'invalid_grant', error_description: `AADSTS${String(code)}: no`, error_codes: [code] };
      const before = await requestsTo(/^POST .*\/token$/);
      await spoil('.*/token', { kind: 'status', status: 400, body });
      const failure = await failureOf(outlook.refresh(grant.secret));
      assert.deepEqual([failure.kind, failure.reason, failure.vendorCode], [kind, reason, `AADSTS${String(code)}`]);
      assert.equal((await requestsTo(/^POST .*\/token$/)) - before, 1);
    });
  }

  for (const [name, action] of [
    ['Microsoft is down', { kind: 'status', status: 503, body: 'down' }],
    ['the socket is cut', { kind: 'cut' }],
    ['nobody answers', { kind: 'delay', ms: 1_500 }],
  ] as const) {
    test(`does not have to be connected again when ${name}`, async () => {
      const grant = await connect();
      await spoil('.*/token', action);
      assert.equal((await failureOf(outlook.refresh(grant.secret))).kind, 'transient');
    });
  }

  test('sends exactly the draft whose id was kept before, and tells the ids that it really carries', async () => {
    await order('/sim/settings', { rewriteMessageId: true });
    const grant = await connect();
    const prepared = hooks();
    const sent = await outlook.send(grant.accessToken, message(), prepared);
    assert.deepEqual(prepared.prepared, [sent.providerMessageId]);
    assert.ok(sent.sentMessageId && sent.sentMessageId !== message().messageId);
    assert.equal((await sentMail()).length, 1);
  });

  test('sends nothing when the draft id could not be kept', async () => {
    const grant = await connect();
    await assert.rejects(outlook.send(grant.accessToken, message(), { onPrepared: () => Promise.reject(new Error('database gone')) }));
    assert.equal(await requestsTo(/\/send$/), 0);
    assert.deepEqual(await sentMail(), []);
  });

  for (const [name, action] of [
    ['a cut socket', { kind: 'cut' }],
    ['silence', { kind: 'delay', ms: 1_500 }],
    ['a 504', { kind: 'status', status: 504, body: 'late' }],
  ] as const) {
    test(`never sends twice by itself: after ${name} the outcome is uncertain, and can be found out`, async () => {
      const grant = await connect();
      await spoil('/v1.0/me/messages/.+/send', action, 'after');
      const prepared = hooks();
      assert.equal((await failureOf(outlook.send(grant.accessToken, message(), prepared))).kind, 'uncertain');
      assert.equal(await requestsTo(/\/send$/), 1);
      assert.equal((await outlook.lookUp(grant.accessToken, grant.scopes, lookUpOf(prepared.prepared[0]!))).answer, 'sent');
    });
  }

  test('a draft proves nothing before five minutes are over; then it can be sent again, as the same draft', async () => {
    const grant = await connect();
    await order('/sim/faults', { match: { path: '/v1.0/me/messages/.+/send' }, effect: 'before', action: { kind: 'cut' } });
    const prepared = hooks();
    assert.equal((await failureOf(outlook.send(grant.accessToken, message(), prepared))).kind, 'uncertain');
    const draftId = prepared.prepared[0]!;
    const early = await outlook.lookUp(grant.accessToken, grant.scopes, lookUpOf(draftId, 4));
    assert.ok(early.answer === 'unknown' && early.lookAgainAt && early.lookAgainAt > clock.now());
    assert.deepEqual(await outlook.lookUp(grant.accessToken, grant.scopes, lookUpOf(draftId)), { answer: 'not_sent' });
    const second = hooks(draftId);
    const sent = await outlook.send(grant.accessToken, message(), second);
    assert.deepEqual([sent.providerMessageId, second.prepared], [draftId, []]);
    assert.equal((await sentMail()).length, 1);
  });

  test('does not send a draft that has left already', async () => {
    const grant = await connect();
    const first = await outlook.send(grant.accessToken, message(), hooks());
    const again = await outlook.send(grant.accessToken, message(), hooks(first.providerMessageId!));
    assert.equal(again.providerMessageId, first.providerMessageId);
    assert.equal((await sentMail()).length, 1);
  });

  test('a draft that has disappeared leaves the outcome open, for a person to settle', async () => {
    const grant = await connect();
    assert.equal((await failureOf(outlook.send(grant.accessToken, message(), hooks('gone')))).kind, 'uncertain');
    assert.deepEqual(await outlook.lookUp(grant.accessToken, grant.scopes, lookUpOf('gone')), {
      answer: 'unknown',
      reason: 'not_settled',
      lookAgainAt: null,
    });
    assert.deepEqual(await outlook.lookUp(grant.accessToken, grant.scopes, lookUpOf(null)), { answer: 'not_sent' });
  });

  test('has sent a message also when it cannot be read back', async () => {
    const grant = await connect();
    await order('/sim/faults', {
      match: { method: 'GET', path: '/v1.0/me/messages' },
      times: -1,
      action: { kind: 'status', status: 503, body: 'down' },
    });
    const sent = await outlook.send(grant.accessToken, message(), hooks());
    assert.ok(sent.providerMessageId);
    assert.equal(sent.sentMessageId, null);
  });

  test('waits as long as Microsoft asks, to the fraction of a second', async () => {
    const grant = await connect();
    await spoil('/v1.0/me/messages', {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '2.5' },
      body: { error: { code: 'ApplicationThrottled', message: 'slow down' } },
    });
    const failure = await failureOf(outlook.send(grant.accessToken, message(), hooks()));
    assert.equal(failure.kind, 'rate_limited');
    const wait = (failure.retryAt?.getTime() ?? 0) - clock.now().getTime();
    assert.ok(wait > 0 && wait <= 2_500);
  });

  for (const [status, code, kind] of [
    [401, 'InvalidAuthenticationToken', 'auth_expired'],
    [403, 'ErrorAccessDenied', 'permission'],
    [403, 'ErrorSendAsDenied', 'admin_action'],
    [404, 'MailboxNotEnabledForRESTAPI', 'admin_action'],
    [400, 'ErrorInvalidRecipients', 'invalid'],
    [507, 'ErrorQuotaExceeded', 'admin_action'],
    [503, 'ApplicationThrottled', 'rate_limited'],
    [503, 'ServiceUnavailable', 'uncertain'],
  ] as const) {
    test(`a send that Microsoft refuses as ${code} (${String(status)}) is ${kind}`, async () => {
      const grant = await connect();
      await spoil('/v1.0/me/messages/.+/send', { kind: 'status', status, body: { error: { code, message: 'no' } } });
      assert.equal((await failureOf(outlook.send(grant.accessToken, message(), hooks()))).kind, kind);
    });
  }

  test('has nothing to revoke at Microsoft', () => outlook.revoke('anything'));
});
