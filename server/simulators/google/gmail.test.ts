import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, beforeEach, before, describe, test } from 'node:test';
import { startProspect, type ProspectSimulator } from '../prospect/index.ts';
import type { Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { startGoogle } from './index.ts';
import { connect, gmailOf, METADATA, rawMessage, READONLY, gmailRefusal, SEND } from './test-rig.ts';

const HEADERS = [
  'From: Rae Ortiz <rae@acme.example>',
  'To: Dana Whitfield <dana@globex.example>',
  'Subject: =?utf-8?Q?Pr=C3=A9cis?=',
  'Date: Mon, 23 Nov 2026 09:00:00 +0000',
  'Message-ID: <one@acme.example>',
  'X-MSI-Id: ref-1',
  'List-Unsubscribe: <https://t.example/u/x>',
];

describe('the Gmail API', () => {
  let google: Simulator<GoogleState>;
  let prospect: ProspectSimulator;
  before(async () => {
    prospect = await startProspect();
    google = await startGoogle({ smtp: { host: '127.0.0.1', port: prospect.smtpPort }, neighbours: {} });
  });
  beforeEach(() => {
    google.reset();
    prospect.reset();
  });
  after(async () => {
    await google.close();
    await prospect.close();
  });

  const api = async (...scopes: string[]) => gmailOf(google.url, (await connect(google.url, { scopes })).auth).users;
  const send = async (users: Awaited<ReturnType<typeof api>>, raw: Buffer, threadId?: string) =>
    (await users.messages.send({ userId: 'me', requestBody: { raw: raw.toString('base64url'), ...(threadId ? { threadId } : {}) } })).data;
  const received = (address: string) => prospect.state.messages.filter(({ mailbox }) => mailbox === address);

  test('a sent message reaches the prospect byte for byte and stays in Sent', async () => {
    const users = await api(SEND, READONLY);
    const raw = rawMessage(HEADERS, 'Line one\r\n.A dot first\r\nÄ\r\n');
    const sent = await send(users, raw);
    assert.deepEqual(Object.keys(sent).sort(), ['id', 'labelIds', 'threadId']);
    const [copy] = received('dana@globex.example');
    assert.equal(Buffer.from(copy?.raw ?? '', 'base64').toString(), raw.toString());
    assert.deepEqual(copy?.envelope, { from: 'rae@acme.example', to: ['dana@globex.example'] });
    const kept = await users.messages.get({ userId: 'me', id: sent.id ?? '', format: 'raw' });
    assert.equal(Buffer.from(kept.data.raw ?? '', 'base64url').toString(), raw.toString());
    assert.deepEqual(kept.data.labelIds, ['SENT']);
  });

  test('a media upload sends the same as JSON does', async () => {
    const users = await api(SEND);
    const raw = rawMessage(HEADERS, `${'x'.repeat(70)}\r\n`.repeat(100_000));
    // For uploads the client library looks at the address of the call only, not at the one the API object was made with.
    const atSimulator = { rootUrl: `${google.url}/` };
    const media = (message: Buffer) => ({ mimeType: 'message/rfc822', body: Readable.from([message]) });
    const sent = await users.messages.send({ userId: 'me', media: media(raw) }, atSimulator);
    assert.ok(sent.data.id);
    assert.equal(received('dana@globex.example')[0]?.raw, raw.toString('base64'));
    const followUp = rawMessage([
      'From: rae@acme.example',
      'To: dana@globex.example',
      'Subject: Re: Précis',
      'In-Reply-To: <one@acme.example>',
    ]);
    const answer = await users.messages.send(
      { userId: 'me', requestBody: { threadId: sent.data.threadId ?? '' }, media: media(followUp) },
      atSimulator,
    );
    assert.equal(answer.data.threadId, sent.data.threadId);
  });

  test('Bcc gets the message but nobody sees it, and only Sent remembers it', async () => {
    const users = await api(SEND, READONLY);
    const { id } = await send(users, rawMessage([...HEADERS, 'Bcc: Omar <omar@globex.example>']));
    const [hidden] = received('omar@globex.example');
    assert.ok(hidden);
    assert.doesNotMatch(Buffer.from(hidden.raw, 'base64').toString(), /^Bcc:/im);
    const kept = await users.messages.get({ userId: 'me', id: id ?? '', format: 'metadata', metadataHeaders: ['Bcc'] });
    assert.deepEqual(kept.data.payload?.headers, [{ name: 'Bcc', value: 'Omar <omar@globex.example>' }]);
  });

  test('a foreign From becomes the account, and the Message-ID changes when Gmail is set to', async () => {
    const users = await api(SEND, METADATA);
    await fetch(`${google.url}/sim/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rewriteMessageId: true }),
    });
    const { id } = await send(users, rawMessage(['From: Boss <boss@acme.example>', ...HEADERS.slice(1)]));
    const kept = await users.messages.get({ userId: 'me', id: id ?? '', format: 'metadata', metadataHeaders: ['From', 'message-id'] });
    const headers = Object.fromEntries(kept.data.payload?.headers?.map(({ name, value }) => [name, value]) ?? []);
    assert.match(headers.From ?? '', /<rae@acme.example>/);
    assert.match(headers['Message-ID'] ?? '', /^<CA.*@mail\.gmail\.com>$/);
  });

  test('each method wants its scope: send reads nothing, metadata sees no body and cannot search', async () => {
    const sender = await api(SEND);
    const { id } = await send(sender, rawMessage(HEADERS));
    for (const call of [
      () => sender.getProfile({ userId: 'me' }),
      () => sender.messages.list({ userId: 'me' }),
      () => sender.messages.get({ userId: 'me', id: id ?? '' }),
    ]) {
      const { status, data } = await gmailRefusal(call());
      assert.equal(status, 403);
      assert.equal(data.error.details?.[0]?.reason, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT');
    }
    const watcher = await api(METADATA);
    assert.equal((await gmailRefusal(send(watcher, rawMessage(HEADERS)))).status, 403);
    assert.match(
      (await gmailRefusal(watcher.messages.get({ userId: 'me', id: id ?? '', format: 'full' }))).data.error.message,
      /format FULL/,
    );
    assert.match((await gmailRefusal(watcher.messages.list({ userId: 'me', q: 'in:sent' }))).data.error.message, /'q' parameter/);
    assert.equal((await gmailRefusal(watcher.settings.sendAs.list({ userId: 'me' }))).status, 403);
    const listed = await watcher.messages.list({ userId: 'me', labelIds: ['SENT'] });
    assert.deepEqual(
      listed.data.messages?.map((message) => message.id),
      [id],
    );
  });

  test('a message is found in Sent by its Message-ID', async () => {
    const users = await api(SEND, READONLY);
    const { id } = await send(users, rawMessage(HEADERS));
    await send(users, rawMessage(HEADERS.map((line) => line.replace('<one@', '<two@'))));
    const search = async (q: string) => (await users.messages.list({ userId: 'me', q })).data.messages?.map((message) => message.id);
    assert.deepEqual(await search('in:sent rfc822msgid:<one@acme.example>'), [id]);
    assert.equal((await search('in:sent newer_than:1d'))?.length, 2);
    assert.equal(await search('in:sent newer:2099/01/01'), undefined);
    const full = await users.messages.get({ userId: 'me', id: id ?? '', format: 'full' });
    assert.equal(full.data.payload?.headers?.find(({ name }) => name === 'Subject')?.value, 'Précis');
    assert.equal(Buffer.from(full.data.payload?.body?.data ?? '', 'base64url').toString(), 'Hello\r\n');
  });

  test("a prospect's reply lands in the inbox, in the same thread, and history tells", async () => {
    const users = await api(SEND, READONLY);
    const { threadId } = await send(users, rawMessage(HEADERS));
    const start = (await users.getProfile({ userId: 'me' })).data.historyId ?? '';
    const reply = rawMessage([
      'From: dana@globex.example',
      'To: rae@acme.example',
      'Subject: Re: x',
      'Message-ID: <r@globex.example>',
      'In-Reply-To: <one@acme.example>',
    ]);
    const inbound = await fetch(`${google.url}/sim/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: ['rae@acme.example', 'nobody@acme.example'], raw: reply.toString('base64') }),
    });
    assert.deepEqual(await inbound.json(), { delivered: ['rae@acme.example'], unknown: ['nobody@acme.example'] });
    const history = (await users.history.list({ userId: 'me', startHistoryId: start, historyTypes: ['messageAdded'] })).data;
    assert.equal(history.history?.length, 1);
    assert.equal(history.history?.[0]?.messagesAdded?.[0]?.message?.threadId, threadId);
    assert.equal((await users.history.list({ userId: 'me', startHistoryId: history.historyId ?? '' })).data.history, undefined);
  });

  test('bad input is refused with the reason', async () => {
    const users = await api(SEND);
    assert.match(
      (await gmailRefusal(send(users, rawMessage(['From: rae@acme.example', 'Subject: x'])))).data.error.message,
      /Recipient address required/,
    );
    assert.equal((await gmailRefusal(users.messages.send({ userId: 'me', requestBody: { raw: '***' } }))).status, 400);
    assert.equal((await gmailRefusal(users.messages.send({ userId: 'me', requestBody: {} }))).status, 400);
    assert.equal((await gmailRefusal(send(users, rawMessage(HEADERS), 'no-such-thread'))).status, 404);
  });

  test('a message that cannot be delivered comes back as a report in the same thread', async () => {
    const alone = await startGoogle();
    try {
      const users = gmailOf(alone.url, (await connect(alone.url, { scopes: [SEND, READONLY] })).auth).users;
      const sent = await send(users, rawMessage(HEADERS));
      const [report] = (await users.messages.list({ userId: 'me', labelIds: ['INBOX'] })).data.messages ?? [];
      assert.equal(report?.threadId, sent.threadId);
      const full = await users.messages.get({ userId: 'me', id: report?.id ?? '' });
      const header = (name: string) => full.data.payload?.headers?.find((field) => field.name === name)?.value;
      assert.equal(header('X-Failed-Recipients'), 'dana@globex.example');
      assert.equal(header('In-Reply-To'), '<one@acme.example>');
      assert.deepEqual(
        full.data.payload?.parts?.map(({ mimeType }) => mimeType),
        ['text/plain', 'message/delivery-status', 'message/rfc822'],
      );
    } finally {
      await alone.close();
    }
  });

  test('colleagues on the same host get their mail without leaving it', async () => {
    const users = await api(SEND);
    await send(users, rawMessage(['From: rae@acme.example', 'To: raj@initech.example', 'Subject: Hi']));
    const list = (await (await fetch(`${google.url}/sim/mailboxes/raj@initech.example/messages?folder=inbox`)).json()) as {
      messages: unknown[];
    };
    assert.equal(list.messages.length, 1);
    assert.equal(prospect.state.messages.length, 0);
    const page = await (await fetch(`${google.url}/mail/raj@initech.example`)).text();
    assert.match(page, />Hi<\/a>/);
    assert.equal((await fetch(`${google.url}/mail/nobody@acme.example`)).status, 404);
  });
});
