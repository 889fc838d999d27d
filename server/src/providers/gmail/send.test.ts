import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { systemClock } from '../../platform/clock.ts';
import { deleteMessage } from '../../../simulators/google/mailbox.ts';
import { createGmail } from './index.ts';
import { failureOf, message, MESSAGES, SEND, startGmailRig, type GmailRig } from '../../../test-support/gmail-rig.ts';

describe('An email sent by Gmail', () => {
  let rig: GmailRig;
  before(async () => {
    // A busy machine needs a second for four megabytes
    rig = await startGmailRig({ timeoutMs: 4_000 });
  });
  beforeEach(() => rig.google.reset());
  after(() => rig.google.close());
  const sentMail = () => rig.mailbox().messages.filter(({ labelIds }) => labelIds.includes('SENT'));

  test('leaves once, and the Message-ID that it really carries is known', async () => {
    await rig.order('/sim/settings', { rewriteMessageId: true });
    const sent = await rig.send(await rig.connect(), message());
    assert.match(sent.sentMessageId ?? '', /^<.+@mail\.gmail\.com>$/);
    assert.ok(sent.providerMessageId && sent.providerThreadId);
    assert.equal(sentMail().length, 1);
  });

  test('goes as an upload when it is too large for JSON', async () => {
    const sent = await rig.send(await rig.connect(), message(4_000_000));
    assert.ok(sent.providerMessageId);
    assert.equal(await rig.count('/upload/gmail/v1/users/me/messages/send'), 1);
    assert.ok(sentMail()[0]!.raw.length > 4_000_000);
  });

  test('has left also when it cannot be read back', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/faults', { match: { method: 'GET', path: MESSAGES }, action: { kind: 'status', status: 500, body: 'down' } });
    const sent = await rig.send(grant, message());
    assert.deepEqual([typeof sent.providerMessageId, sent.sentMessageId], ['string', null]);
  });

  test('is not read back where the scopes do not allow it', async () => {
    const sent = await rig.send(await rig.connect('send'), message());
    assert.deepEqual([typeof sent.providerMessageId, sent.sentMessageId], ['string', null]);
    assert.deepEqual(
      (await rig.requests(MESSAGES)).map(({ method }) => method),
      ['POST'],
    );
  });

  test('that follows another stands in its thread, however large it is, and leaves all the same when that thread is gone', async () => {
    const grant = await rig.connect();
    const { providerThreadId: threadId } = await rig.send(grant, message());
    const following = (bytes: number, reference: string) => {
      const sent = message(bytes, reference);
      const mime = Buffer.concat([Buffer.from('In-Reply-To: <msi-1@msi.example>\r\nReferences: <msi-1@msi.example>\r\n'), sent.mime]);
      return { ...sent, mime, thread: { threadId, originalId: null } };
    };
    assert.equal((await rig.send(grant, following(10, 'msi-2'))).providerThreadId, threadId);
    assert.equal((await rig.send(grant, following(4_000_000, 'msi-3'))).providerThreadId, threadId);
    for (const gone of [...rig.mailbox().messages]) deleteMessage(rig.mailbox(), gone, Date.now());
    const sent = await rig.send(grant, following(10, 'msi-4'));
    assert.ok(sent.providerThreadId && sent.providerThreadId !== threadId);
    assert.equal(sentMail().length, 1);
  });

  for (const [name, action] of [
    ['a cut socket', { kind: 'cut' }],
    ['silence', { kind: 'delay', ms: 6_000 }],
    ['a 503', { kind: 'status', status: 503, body: 'down' }],
  ] as const) {
    test(`is never sent twice by itself: after ${name} the outcome is uncertain, and can be found out`, async () => {
      const grant = await rig.connect();
      await rig.spoilSend(action);
      assert.equal((await failureOf(rig.send(grant, message()))).kind, 'uncertain');
      assert.equal(await rig.count(SEND), 1);
      assert.equal((await rig.lookUp(grant, rig.lookUpOf(message(), 1))).answer, 'sent');
    });
  }

  for (const message429 of [
    'User-rate limit exceeded.  Retry after 2026-12-01T10:00:00.000Z',
    'User-rate limit exceeded.  Retry after 2026-12-01T10:00:00Z (Mail sending)',
    'User-rate limit exceeded. Retry after 2026-12-01T11:00:00+01:00',
  ]) {
    test(`waits until the date that Gmail names in "${message429}"`, async () => {
      rig.google.clock.offsetMs = Date.parse('2026-12-01T00:00:00Z') - Date.now();
      const grant = await rig.connect();
      const errors = [{ domain: 'usageLimits', reason: 'rateLimitExceeded' }];
      await rig.spoilSend({ kind: 'status', status: 429, body: { error: { code: 429, message: message429, errors } } }, 'before');
      const failure = await failureOf(rig.send(grant, message()));
      assert.deepEqual([failure.kind, failure.retryAt?.toISOString()], ['rate_limited', '2026-12-01T10:00:00.000Z']);
    });
  }

  test('waits until the date that Gmail itself computes when the limit of the day is reached', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/settings', { limits: { messagesPerDay: 1 } });
    await rig.send(grant, message());
    const failure = await failureOf(rig.send(grant, message()));
    assert.equal(failure.kind, 'rate_limited');
    assert.ok(Math.abs(failure.retryAt!.getTime() - Date.now() - 86_400_000) < 60_000);
  });

  for (const [header, afterMs] of [
    ['7', 7_000],
    ['1.25', 1_250],
  ] as const) {
    test(`waits for "Retry-After: ${header}"`, async () => {
      const grant = await rig.connect();
      const now = Date.now();
      await rig.spoilSend({ kind: 'status', status: 429, headers: { 'retry-after': header }, body: 'slow down' }, 'before');
      const failure = await failureOf(rig.send(grant, message()));
      const waits = failure.retryAt!.getTime() - now;
      assert.ok(waits >= afterMs && waits < afterMs + 60_000);
    });
  }

  for (const [status, reason, kind, trouble] of [
    [403, 'userRateLimitExceeded', 'rate_limited'],
    [403, 'dailyLimitExceeded', 'rate_limited'],
    [403, 'RESOURCE_EXHAUSTED', 'rate_limited'],
    [401, 'authError', 'auth_expired'],
    [403, 'domainPolicy', 'admin_action', 'closed'],
    [403, 'accessNotConfigured', 'admin_action'],
    [400, 'failedPrecondition', 'admin_action', 'doubtful'],
    [403, 'insufficientPermissions', 'reconnect_required'],
    [403, 'forbidden', 'admin_action', 'doubtful'],
    [400, 'invalidArgument', 'invalid'],
    [500, 'backendError', 'uncertain'],
  ] as const) {
    test(`that Gmail refuses as ${reason} (${String(status)}) is ${kind}`, async () => {
      const grant = await rig.connect();
      const error = { code: status, message: 'no', errors: [{ domain: 'global', reason }] };
      await rig.spoilSend({ kind: 'status', status, body: { error } }, 'before');
      const failure = await failureOf(rig.send(grant, message()));
      assert.deepEqual([failure.kind, failure.trouble], [kind, trouble]);
      assert.equal(await rig.count(SEND), 1);
    });
  }

  for (const [words, waits] of [
    ['User-rate limit exceeded.  Retry after 2020-01-01T00:00:00.000Z', 1_000],
    ['User-rate limit exceeded.  Retry after 2126-01-01T00:00:00.000Z', 86_400_000],
  ] as const) {
    test(`comes back neither at once nor after more than a day: "${words}"`, async () => {
      const grant = await rig.connect();
      await rig.spoilSend({ kind: 'status', status: 429, body: { error: { code: 429, message: words } } }, 'before');
      const { retryAt } = await failureOf(rig.send(grant, message()));
      assert.ok(Math.abs((retryAt?.getTime() ?? 0) - rig.google.clock.nowMs() - waits) < 1_000);
    });
  }

  for (const [header, named] of [
    ['To', ['dana@globex.example']],
    ['Cc', ['omar@globex.example', 'lin@globex.example']],
  ] as const) {
    test(`names the addresses of the header that Gmail does not take: ${header}`, async () => {
      const grant = await rig.connect();
      const plain = message();
      const copied = {
        ...plain,
        recipients: [...plain.recipients, 'omar@globex.example', 'lin@globex.example'],
        mime: Buffer.concat([Buffer.from('Cc: Omar Reyes <Omar@globex.example>,\r\n lin@globex.example\r\n'), plain.mime]),
      };
      const error = { code: 400, message: `Invalid ${header} header`, errors: [{ reason: 'invalidArgument' }] };
      await rig.spoilSend({ kind: 'status', status: 400, body: { error } }, 'before');
      const failure = await failureOf(rig.send(grant, copied));
      assert.deepEqual([failure.kind, failure.refusedRecipients], ['invalid', named]);
    });
  }

  test('may be sent again when the request never left', async () => {
    const away = createGmail({ clientId: 'c', clientSecret: 's', baseUrl: 'http://nowhere.invalid', clock: systemClock });
    const call = away.send('token', message(), { scopes: [], onPrepared: () => Promise.resolve() });
    assert.equal((await failureOf(call)).kind, 'transient');
  });
});
