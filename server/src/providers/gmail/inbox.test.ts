import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createGmail } from './index.ts';
import { allPages, failureOf, headerOf, message, MESSAGES, RAE, startGmailRig, type GmailRig } from '../../../test-support/gmail-rig.ts';

const DAY_MS = 86_400_000;
const ACCOUNT = `/sim/accounts/${RAE}`;

describe('The inbox of a Gmail connection', () => {
  let rig: GmailRig;
  let token: string;
  let start: string;
  before(async () => {
    rig = await startGmailRig();
  });
  beforeEach(async () => {
    rig.google.reset();
    await rig.order('/sim/settings', { limits: null, deliversMail: false });
    token = (await rig.connect()).accessToken;
    start = await rig.gmail.inbox.startCursor(token);
  });
  after(() => rig.google.close());

  const changes = (cursor = start) => allPages((next) => rig.gmail.inbox.changesSince(token, next ?? cursor, {}));
  const subjects = (messages: Parameters<typeof headerOf>[0][]) => messages.map((found) => headerOf(found, 'subject'));

  test('tells an answer by its headers, with its thread and the time it came', async () => {
    const sent = await rig.send(await rig.connect(), message());
    await rig.receive(['From: Dana <dana@globex.example>', 'Subject: Re: Hello', 'In-Reply-To: <msi-1@msi.example>', 'X-Secret: no']);
    const { messages } = await changes();
    const answer = messages.find(({ isOwn }) => !isOwn)!;
    assert.equal(answer.threadId, sent.providerThreadId);
    assert.equal(answer.receivedAt.getTime(), rig.mailbox().messages.at(-1)?.at);
    assert.deepEqual(answer.headers, [
      ['to', RAE],
      ['from', 'Dana <dana@globex.example>'],
      ['subject', 'Re: Hello'],
      ['in-reply-to', '<msi-1@msi.example>'],
      ['content-type', 'text/plain'],
    ]);
  });

  test('tells own mail as own and spends nothing on its headers', async () => {
    await rig.send(await rig.connect('send'), message());
    const { messages } = await changes();
    assert.deepEqual(
      messages.map(({ isOwn, headers }) => [isOwn, headers]),
      [[true, []]],
    );
    assert.equal(await rig.count(`${MESSAGES}/19`), 0);
  });

  for (const filter of [{ markRead: true }, { archive: true }, { markRead: true, archive: true }, { spam: true }]) {
    test(`tells of mail that a filter took away (${Object.keys(filter).join(', ')})`, async () => {
      await rig.order(`${ACCOUNT}/filter`, filter);
      await rig.receive(['Subject: here']);
      assert.deepEqual(subjects((await changes()).messages), ['here']);
      const received = await rig.gmail.inbox.receivedSince(token, new Date(Date.now() - DAY_MS), null, {});
      assert.deepEqual(subjects(received.messages), ['here']);
    });
  }

  test('loses and repeats nothing over many pages, also when mail comes in between', async () => {
    for (let number = 0; number < 120; number += 1) await rig.receive([`Subject: ${String(number)}`]);
    const first = await rig.gmail.inbox.changesSince(token, start, {});
    assert.ok(first.hasMore && first.messages.length < 120);
    await rig.receive(['Subject: 120']);
    const { messages, pages } = await changes(first.cursor);
    assert.deepEqual(
      subjects([...first.messages, ...messages]),
      Array.from({ length: 121 }, (_, number) => String(number)),
    );
    assert.deepEqual((await changes(pages.at(-1)?.cursor)).messages, []);
  });

  test('keeps its cursor where nothing was seen, so that what turns up late is not skipped', async () => {
    await rig.receive(['Subject: x']);
    await rig.order(`${ACCOUNT}/messages/${rig.mailbox().messages[0]!.id}/labels`, { remove: ['UNREAD'] });
    const { pages } = await changes();
    const { cursor } = pages.at(-1)!;
    assert.ok(BigInt(cursor) < BigInt(await rig.gmail.inbox.startCursor(token)));
    assert.deepEqual(await rig.gmail.inbox.changesSince(token, cursor, {}), { messages: [], cursor, hasMore: false });
  });

  test('leaves out what was deleted in the meantime', async () => {
    await rig.receive(['Subject: gone']);
    await rig.receive(['Subject: here']);
    await fetch(`${rig.google.url}${ACCOUNT}/messages/${rig.mailbox().messages[0]!.id}`, { method: 'DELETE' });
    assert.deepEqual(subjects((await changes()).messages), ['here']);
  });

  test('says that a cursor is lost, and finds the same mail by its time', async () => {
    await rig.receive(['Subject: missed']);
    await rig.order(`${ACCOUNT}/expire-history`);
    const failure = await failureOf(rig.gmail.inbox.changesSince(token, start, {}));
    assert.deepEqual([failure.kind, failure.vendorCode], ['not_found', 'CURSOR_LOST']);
    const since = new Date(Date.now() - DAY_MS);
    const { messages } = await allPages((cursor) => rig.gmail.inbox.receivedSince(token, since, cursor, {}));
    assert.deepEqual(subjects(messages), ['missed']);
    assert.deepEqual((await changes(await rig.gmail.inbox.startCursor(token))).messages, []);
  });

  test('finds everything since a time over many pages, and reads little of what is older', async () => {
    rig.google.clock.offsetMs = -2 * DAY_MS;
    for (let number = 0; number < 30; number += 1) await rig.receive(['Subject: old']);
    rig.google.clock.offsetMs = 0;
    for (let number = 0; number < 130; number += 1) await rig.receive([`Subject: ${String(number)}`]);
    const since = new Date(Date.now() - DAY_MS);
    const { messages, pages } = await allPages((cursor) => rig.gmail.inbox.receivedSince(token, since, cursor, {}));
    assert.equal(new Set(subjects(messages)).size, 130);
    assert.ok(!subjects(messages).includes('old'));
    assert.equal(pages.at(-1)?.cursor, '');
    assert.ok((await rig.count(`${MESSAGES}/`)) <= 136);
  });

  test('reads no headers of threads that the caller does not want when it looks back', async () => {
    const sent = await rig.send(await rig.connect(), message());
    await rig.receive(['Subject: ours', 'In-Reply-To: <msi-1@msi.example>']);
    for (let number = 0; number < 20; number += 1) await rig.receive(['Subject: private']);
    const before = await rig.count(`${MESSAGES}/`);
    const asked: string[] = [];
    const { messages } = await rig.gmail.inbox.receivedSince(token, new Date(Date.now() - DAY_MS), null, {
      isOurThread: (threadIds) => {
        asked.push(...threadIds);
        return Promise.resolve(new Set([sent.providerThreadId ?? '']));
      },
    });
    assert.deepEqual(subjects(messages.filter(({ isOwn }) => !isOwn)), ['ours']);
    assert.equal(asked.length, 21);
    assert.equal((await rig.count(`${MESSAGES}/`)) - before, 2);
  });

  test('has never more than three reads under way', async () => {
    for (let number = 0; number < 12; number += 1) await rig.receive([`Subject: ${String(number)}`]);
    await rig.order('/sim/settings', { limits: { concurrentRequests: 3 } });
    await rig.order('/sim/faults', { match: { path: `${MESSAGES}/` }, times: -1, effect: 'after', action: { kind: 'delay', ms: 20 } });
    assert.equal((await changes()).messages.length, 12);
    const since = new Date(Date.now() - DAY_MS);
    assert.equal((await rig.gmail.inbox.receivedSince(token, since, null, {})).messages.length, 12);
  });

  test('is rate limited, and not lost, when the quota of a minute is used up', async () => {
    for (let number = 0; number < 5; number += 1) await rig.receive([`Subject: ${String(number)}`]);
    await rig.order('/sim/settings', { limits: { unitsPerMinute: 60 } });
    assert.equal((await failureOf(rig.gmail.inbox.changesSince(token, start, {}))).kind, 'rate_limited');
    rig.google.clock.offsetMs = 61_000;
    await rig.order('/sim/settings', { limits: null });
    assert.equal((await changes()).messages.length, 5);
  });

  test('stops reading when it is told to', async () => {
    for (let number = 0; number < 12; number += 1) await rig.receive([`Subject: ${String(number)}`]);
    await assert.rejects(rig.gmail.inbox.changesSince(token, start, { signal: AbortSignal.abort() }));
    assert.equal(await rig.count(`${MESSAGES}/`), 0);
  });

  test('is watched for a week, again and again, archived mail included, until it is stopped', async () => {
    const { inbox } = rig.gmail;
    const request = { subscriptionId: null, clientState: '' };
    const { subscriptionId, expiresAt } = await inbox.startPush!(token, request);
    assert.equal(subscriptionId, null);
    assert.ok(expiresAt.getTime() > Date.now() + 6 * DAY_MS);
    await inbox.startPush!(token, request);
    assert.deepEqual([rig.mailbox().watch?.isExcluding, rig.mailbox().watch?.labelIds], [true, ['SENT', 'DRAFT']]);
    await inbox.stopPush(token, null);
    await inbox.stopPush(token, null);
    assert.equal(rig.mailbox().watch, null);
  });

  test('cannot be pushed to without a topic', () => {
    assert.equal(createGmail(rig.settings).inbox.startPush, null);
  });

  test('must be connected anew, and is no lost cursor, when the access has ended', async () => {
    await rig.order(`${ACCOUNT}/expire-access-tokens`);
    assert.equal((await failureOf(rig.gmail.inbox.changesSince(token, start, {}))).kind, 'auth_expired');
    assert.equal((await failureOf(rig.gmail.inbox.readRaw(token, 'x'))).kind, 'auth_expired');
  });
});
