import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { startGoogle } from './index.ts';
import { connect, gmailOf, gmailRefusal, METADATA, order, rawMessage, READONLY, receive, SEND } from './test-rig.ts';

const RAE = 'rae@acme.example';
const ACCOUNT = `/sim/accounts/${RAE}`;

describe('The history of a Gmail mailbox', () => {
  let google: Simulator<GoogleState>;
  before(async () => {
    google = await startGoogle();
  });
  beforeEach(async () => {
    google.reset();
    await order(google.url, '/sim/settings', { limits: null });
  });
  after(() => google.close());

  const api = async (...scopes: string[]) => gmailOf(google.url, (await connect(google.url, { scopes })).auth).users;
  const now = async (users: Awaited<ReturnType<typeof api>>) => (await users.getProfile({ userId: 'me' })).data.historyId ?? '';
  const mailbox = () => google.state.mailboxes[RAE]!;

  test('comes in pages whose ids grow with gaps, and ends with the id of the mailbox', async () => {
    const users = await api(METADATA);
    const startHistoryId = await now(users);
    for (const number of [1, 2, 3, 4, 5]) await receive(google.url, RAE, [`Subject: ${String(number)}`]);
    const ids: number[] = [];
    let pages = 0;
    let pageToken: string | undefined;
    do {
      const { data } = await users.history.list({ userId: 'me', startHistoryId, maxResults: 2, ...(pageToken ? { pageToken } : {}) });
      ids.push(...(data.history ?? []).map(({ id }) => Number(id)));
      pageToken = data.nextPageToken ?? undefined;
      pages += 1;
    } while (pageToken);
    assert.deepEqual([ids.length, pages], [5, 3]);
    assert.ok(ids.every((id, at) => at === 0 || id > ids[at - 1]! + 1));
    assert.equal(String(ids.at(-1)), await now(users));
  });

  test('tells additions, labels and deletions apart, and can be asked for one of them', async () => {
    const users = await api(METADATA);
    const startHistoryId = await now(users);
    await receive(google.url, RAE, ['Subject: x']);
    const id = mailbox().messages[0]?.id ?? '';
    await order(google.url, `${ACCOUNT}/messages/${id}/labels`, { remove: ['UNREAD', 'INBOX'], add: ['TRASH'] });
    await fetch(`${google.url}${ACCOUNT}/messages/${id}`, { method: 'DELETE' });
    const list = async (...historyTypes: string[]) =>
      (await users.history.list({ userId: 'me', startHistoryId, historyTypes })).data.history ?? [];
    const kinds = (await list()).flatMap((record) => Object.keys(record).filter((key) => /(Added|Deleted|Removed)$/.test(key)));
    assert.deepEqual(kinds, ['messagesAdded', 'labelsAdded', 'labelsRemoved', 'messagesDeleted']);
    assert.equal((await list('messageAdded')).length, 1);
    assert.equal((await gmailRefusal(users.messages.get({ userId: 'me', id, format: 'metadata' }))).status, 404);
  });

  test('can be asked for one label', async () => {
    const users = await api(SEND, METADATA);
    const startHistoryId = await now(users);
    await receive(google.url, RAE, ['Subject: x']);
    const raw = rawMessage(['From: rae@acme.example', 'To: raj@initech.example']).toString('base64url');
    await users.messages.send({ userId: 'me', requestBody: { raw } });
    const { data } = await users.history.list({ userId: 'me', startHistoryId, labelId: 'SENT' });
    assert.equal(data.history?.length, 1);
  });

  test('is 404 where it is too old: after its days, or on order', async () => {
    const users = await api(METADATA);
    const old = await now(users);
    await receive(google.url, RAE, ['Subject: x']);
    await order(google.url, '/sim/settings', { historyDays: 0 });
    assert.equal((await gmailRefusal(users.history.list({ userId: 'me', startHistoryId: old }))).status, 404);
    await order(google.url, '/sim/settings', { historyDays: 7 });
    const fresh = await now(users);
    await users.history.list({ userId: 'me', startHistoryId: fresh });
    await order(google.url, `${ACCOUNT}/expire-history`);
    assert.equal((await gmailRefusal(users.history.list({ userId: 'me', startHistoryId: fresh }))).status, 404);
    await users.history.list({ userId: 'me', startHistoryId: await now(users) });
  });

  test('shows what filters did at delivery, and lists leave Spam and Trash out unless asked', async () => {
    const users = await api(METADATA);
    await order(google.url, `${ACCOUNT}/filter`, { markRead: true, archive: true });
    await receive(google.url, RAE, ['Subject: archived']);
    await order(google.url, `${ACCOUNT}/filter`, { markRead: false, archive: false, spam: true });
    await receive(google.url, RAE, ['Subject: spam']);
    assert.deepEqual(
      mailbox().messages.map(({ labelIds }) => labelIds),
      [[], ['UNREAD', 'SPAM']],
    );
    const count = async (more: object) => (await users.messages.list({ userId: 'me', ...more })).data.messages?.length ?? 0;
    assert.deepEqual([await count({}), await count({ includeSpamTrash: true }), await count({ labelIds: ['SPAM'] })], [1, 2, 1]);
  });

  test('lists pages newest first, and each page costs no more than its length in a large mailbox', async () => {
    const users = await api(METADATA);
    const template = { threadId: 't', labelIds: ['INBOX'], raw: rawMessage([]).toString('base64'), at: Date.now(), historyId: 1 };
    for (let number = 0; number < 10_000; number += 1)
      mailbox().messages.push({ ...template, id: `m${String(number)}`, messageId: `<${String(number)}@x.example>` });
    const first = (await users.messages.list({ userId: 'me', maxResults: 500 })).data;
    const second = (await users.messages.list({ userId: 'me', maxResults: 500, pageToken: first.nextPageToken ?? '' })).data;
    assert.deepEqual([first.messages?.[0]?.id, second.messages?.[0]?.id, second.messages?.length], ['m9999', 'm9499', 500]);
    assert.equal((await users.messages.get({ userId: 'me', id: 'm5', format: 'metadata' })).data.threadId, 't');
  });

  test('a token that holds the metadata scope is refused bodies even beside a wider scope', async () => {
    const users = await api(METADATA, READONLY);
    await receive(google.url, RAE, ['Subject: x']);
    const id = mailbox().messages[0]?.id ?? '';
    for (const format of ['full', 'raw']) assert.equal((await gmailRefusal(users.messages.get({ userId: 'me', id, format }))).status, 403);
    assert.equal((await gmailRefusal(users.messages.list({ userId: 'me', q: 'x' }))).status, 403);
  });

  test('verified aliases may be written from and are listed with their signatures; others become the account', async () => {
    const users = await api(SEND, READONLY);
    await order(google.url, `${ACCOUNT}/send-as`, {
      signature: '<b>Rae</b>',
      aliases: [
        { address: 'sales@acme.example', name: 'Acme Sales', signature: '<i>Sales</i>' },
        { address: 'boss@acme.example', name: 'Boss', isVerified: false },
      ],
    });
    const { data } = await users.settings.sendAs.list({ userId: 'me' });
    assert.deepEqual(
      data.sendAs?.map(({ sendAsEmail, signature, isPrimary, verificationStatus }) => [
        sendAsEmail,
        signature,
        isPrimary ?? false,
        verificationStatus,
      ]),
      [
        [RAE, '<b>Rae</b>', true, undefined],
        ['sales@acme.example', '<i>Sales</i>', false, 'accepted'],
        ['boss@acme.example', '', false, 'pending'],
      ],
    );
    const fromOf = async (address: string) => {
      const raw = rawMessage([`From: ${address}`, 'To: raj@initech.example']).toString('base64url');
      const { id } = (await users.messages.send({ userId: 'me', requestBody: { raw } })).data;
      const kept = await users.messages.get({ userId: 'me', id: id ?? '', format: 'metadata', metadataHeaders: ['From'] });
      return kept.data.payload?.headers?.[0]?.value ?? '';
    };
    assert.equal(await fromOf('sales@acme.example'), 'sales@acme.example');
    assert.match(await fromOf('boss@acme.example'), /<rae@acme\.example>/);
  });
});
