import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { startGoogle } from './index.ts';
import { connect, gmailOf, gmailRefusal, METADATA, order, rawMessage, SEND } from './test-rig.ts';

const MAIL = rawMessage(['From: rae@acme.example', 'To: raj@initech.example', 'Message-ID: <one@acme.example>', 'X-MSI-Id: ref-1']);
const WIDE = rawMessage(['From: rae@acme.example', 'To: raj@initech.example, a@x.example, sam@acme.example']);

describe("Gmail's limits", () => {
  let google: Simulator<GoogleState>;
  before(async () => {
    google = await startGoogle();
  });
  beforeEach(async () => {
    google.reset();
    await order(google.url, '/sim/settings', { limits: null });
  });
  after(() => google.close());

  const api = async () => gmailOf(google.url, (await connect(google.url, { scopes: [SEND, METADATA] })).auth).users;
  const send = (users: Awaited<ReturnType<typeof api>>, raw = MAIL) =>
    users.messages.send({ userId: 'me', requestBody: { raw: raw.toString('base64url') } });

  test('a minute has as many units as set, and a new minute has them again', async () => {
    const users = await api();
    await order(google.url, '/sim/settings', { limits: { unitsPerMinute: 120 } });
    const { data } = await send(users);
    await users.messages.get({ userId: 'me', id: data.id ?? '', format: 'metadata' });
    const { status, data: refusal } = await gmailRefusal(users.getProfile({ userId: 'me' }));
    assert.deepEqual([status, refusal.error.errors[0]?.reason], [403, 'rateLimitExceeded']);
    google.clock.offsetMs = 61_000;
    await users.getProfile({ userId: 'me' });
  });

  for (const [name, limits] of [
    ['messages', { messagesPerDay: 1 }],
    ['recipients', { recipientsPerDay: 3 }],
    ['recipients outside', { externalRecipientsPerDay: 2 }],
  ] as const) {
    test(`reaching the ${name} of a day locks sending, with the date in the message, until a day has passed`, async () => {
      await order(google.url, '/sim/settings', { limits });
      await send(await api(), WIDE);
      const { status, data } = await gmailRefusal(send(await api(), WIDE));
      assert.equal(status, 429);
      const date = /^User-rate limit exceeded\. {2}Retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(data.error.message)?.[1];
      assert.ok(Math.abs(Date.parse(date ?? '') - Date.now() - 86_400_000) < 60_000);
      google.clock.offsetMs = 25 * 3_600_000;
      await send(await api(), WIDE);
    });
  }

  test('one message goes to at most as many people as the API allows', async () => {
    await order(google.url, '/sim/settings', { limits: { recipientsPerMessage: 2 } });
    assert.equal((await gmailRefusal(send(await api(), WIDE))).status, 400);
  });

  test('too many calls of one user at once are refused', async () => {
    const users = await api();
    await order(google.url, '/sim/settings', { limits: { concurrentRequests: 1 } });
    await order(google.url, '/sim/faults', { match: { path: '/gmail' }, effect: 'after', times: -1, action: { kind: 'delay', ms: 50 } });
    const both = await Promise.allSettled([users.getProfile({ userId: 'me' }), users.getProfile({ userId: 'me' })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await users.getProfile({ userId: 'me' });
  });

  test('every send that was let in is counted, accepted or refused, whatever the caller got to hear', async () => {
    const users = await api();
    await order(google.url, '/sim/settings', { limits: { recipientsPerMessage: 2 } });
    await order(google.url, '/sim/faults', {
      match: { path: '/gmail/v1/users/me/messages/send' },
      effect: 'after',
      action: { kind: 'cut' },
    });
    await assert.rejects(send(users));
    await assert.rejects(send(users, WIDE));
    const sendsSince = async (since: string) =>
      ((await (await fetch(`${google.url}/sim/sends?since=${since}`)).json()) as { sends: Record<string, unknown>[] }).sends;
    const [accepted, refused] = await sendsSince('2020-01-01T00:00:00Z');
    const { at, ...rest } = accepted ?? {};
    assert.equal(typeof at, 'number');
    assert.deepEqual(rest, {
      account: 'rae@acme.example',
      messageId: '<one@acme.example>',
      reference: 'ref-1',
      recipients: ['raj@initech.example'],
      outcome: 'accepted',
    });
    assert.equal(refused?.['outcome'], 'refused');
    assert.deepEqual(await sendsSince('2099-01-01T00:00:00Z'), []);
    assert.equal((await fetch(`${google.url}/sim/sends?since=yesterday`)).status, 400);
  });
});
