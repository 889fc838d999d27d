import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { InboxMessage, InboxPage } from '../mailbox.ts';
import { failureOf, hooks, message, NOOR, startGraphRig, type GraphRig } from '../../../test-support/graph-rig.ts';

const ANSWER = ['Subject: Re: Hello', 'Message-ID: <answer@globex.example>', 'In-Reply-To: <msi-1@msi.example>', 'Auto-Submitted: no'];
const PRIVATE = /\$value|body|preview/i;

describe('Reading an Outlook inbox', () => {
  let rig: GraphRig;
  before(async () => {
    rig = await startGraphRig();
  });
  beforeEach(() => rig.microsoft.reset());
  after(() => rig.microsoft.close());

  const headersOf = (found: InboxMessage | undefined, name: string): string[] =>
    found?.headers.filter(([key]) => key === name).map(([, value]) => value) ?? [];
  const subjects = (messages: InboxMessage[]): string[] => messages.flatMap((found) => headersOf(found, 'subject'));
  const aMinuteAgo = (): Date => new Date(rig.clock.now().getTime() - 60_000);

  async function all(read: (cursor: string | null) => Promise<InboxPage>): Promise<InboxMessage[]> {
    const messages: InboxMessage[] = [];
    for (let cursor: string | null = null; ;) {
      const page = await read(cursor);
      messages.push(...page.messages);
      cursor = page.cursor;
      if (!page.hasMore) return messages;
    }
  }
  const received = (accessToken: string, since: Date) => all((cursor) => rig.outlook.inbox.receivedSince(accessToken, since, cursor, {}));
  const changes = (accessToken: string, start: string) => all((cursor) => rig.outlook.inbox.changesSince(accessToken, cursor ?? start, {}));

  test('begins now: what came before is not read, and what comes after is found with its headers', async () => {
    const { accessToken } = await rig.connect();
    rig.microsoft.clock.offsetMs = -3_600_000;
    for (let count = 0; count < 60; count += 1) await rig.receive([`Subject: Old ${String(count)}`]);
    rig.microsoft.clock.offsetMs = 0;
    await rig.receive(['Subject: Just now']);
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    assert.equal(rig.requestsTo(/delta/), 1);
    await rig.receive(ANSWER);
    const page = await rig.outlook.inbox.changesSince(accessToken, cursor, {});
    const [found] = page.messages;
    assert.deepEqual([page.messages.length, page.hasMore, found?.isOwn], [1, false, false]);
    for (const [name, value] of [
      ['from', 'Dana Whitfield <dana@globex.example>'],
      ['subject', 'Re: Hello'],
      ['message-id', '<answer@globex.example>'],
      ['in-reply-to', '<msi-1@msi.example>'],
      ['auto-submitted', 'no'],
      ['content-type', 'text/plain'],
    ] as const)
      assert.deepEqual(headersOf(found, name), [value], name);
    assert.deepEqual((await rig.outlook.inbox.changesSince(accessToken, page.cursor, {})).messages, []);
  });

  test('pages through a flood, and nothing is left out', async () => {
    const { accessToken } = await rig.connect();
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    for (let count = 0; count < 120; count += 1) await rig.receive([`Subject: ${String(count)}`]);
    const first = await rig.outlook.inbox.changesSince(accessToken, cursor, {});
    assert.deepEqual([first.messages.length, first.hasMore], [50, true]);
    assert.deepEqual(subjects(await changes(accessToken, cursor)).sort(), Array.from({ length: 120 }, (_, n) => String(n)).sort());
  });

  test('takes no notice of what was removed, and takes what is listed twice once', async () => {
    await rig.order('/sim/settings', { deltaRepeats: true });
    const { accessToken } = await rig.connect();
    await rig.receive(['Subject: To be removed']);
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    await rig.receive(['Subject: Stays']);
    const [removed] = await received(accessToken, aMinuteAgo());
    await fetch(`${rig.microsoft.url}/v1.0/me/messages/${encodeURIComponent(removed?.id ?? '')}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    assert.deepEqual(subjects((await rig.outlook.inbox.changesSince(accessToken, cursor, {})).messages), ['Stays']);
  });

  test('reads the headers one by one, never more than three at a time, where a delta does not list them', async () => {
    await rig.order('/sim/settings', { deltaListsHeaders: false, limits: { concurrentRequests: 3 } });
    const { accessToken } = await rig.connect();
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    for (let count = 0; count < 10; count += 1) await rig.receive(ANSWER);
    await rig.spoil('/v1.0/me/messages/', { kind: 'delay', ms: 20 });
    const { messages } = await rig.outlook.inbox.changesSince(accessToken, cursor, {});
    assert.deepEqual(
      messages.flatMap((found) => headersOf(found, 'in-reply-to')),
      Array<string>(10).fill('<msi-1@msi.example>'),
    );
  });

  test('a cursor that Microsoft has forgotten is lost, and time finds everything again', async () => {
    const { accessToken } = await rig.connect();
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    await rig.receive(ANSWER);
    await rig.order(`/sim/accounts/${NOOR}/expire-delta`);
    const failure = await failureOf(rig.outlook.inbox.changesSince(accessToken, cursor, {}));
    assert.deepEqual([failure.kind, failure.vendorCode], ['not_found', 'CURSOR_LOST']);
    assert.deepEqual(subjects(await received(accessToken, aMinuteAgo())), ['Re: Hello']);
  });

  test('never sends a token to another host, whatever a cursor says', async () => {
    const { accessToken } = await rig.connect();
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    const before = rig.microsoft.requests.length;
    for (const foreign of [
      cursor.replace('localhost', '127.0.0.1'),
      cursor.replace('/v1.0/', '/v1.0@evil.example/'),
      'https://evil.example/v1.0/me',
      'not an address',
    ]) {
      assert.equal((await failureOf(rig.outlook.inbox.changesSince(accessToken, foreign, {}))).vendorCode, 'CURSOR_LOST');
      assert.equal((await failureOf(rig.outlook.inbox.receivedSince(accessToken, rig.clock.now(), foreign, {}))).vendorCode, 'CURSOR_LOST');
    }
    assert.equal(rig.microsoft.requests.length, before);
  });

  test('finds by time also what a rule moved, marked as read or took for junk', async () => {
    const { accessToken } = await rig.connect();
    const cursor = await rig.outlook.inbox.startCursor(accessToken);
    for (const moveTo of ['junkemail', 'archive', 'deleteditems', null]) {
      await rig.order(`/sim/accounts/${NOOR}/filter`, { markRead: true, moveTo });
      await rig.receive([`Subject: ${String(moveTo)}`]);
    }
    assert.deepEqual(subjects((await rig.outlook.inbox.changesSince(accessToken, cursor, {})).messages), ['null']);
    assert.deepEqual(subjects(await received(accessToken, aMinuteAgo())).sort(), ['archive', 'deleteditems', 'junkemail', 'null']);
  });

  test("marks the mailbox's own sent messages and drafts", async () => {
    await rig.order('/sim/settings', { deliversMail: false });
    const grant = await rig.connect();
    await rig.outlook.send(grant.accessToken, message(), hooks(grant));
    await rig.receive(ANSWER);
    const found = await received(grant.accessToken, aMinuteAgo());
    assert.deepEqual(found.map((each) => [headersOf(each, 'subject')[0], each.isOwn]).sort(), [
      ['Hello', true],
      ['Re: Hello', false],
    ]);
    const [own, answer] = [found.find(({ isOwn }) => isOwn), found.find(({ isOwn }) => !isOwn)];
    assert.equal(own?.threadId, answer?.threadId);
    assert.deepEqual(headersOf(own, 'from'), ['<noor@acme.example>']);
  });

  test('pages by time through more than one page, oldest first', async () => {
    const { accessToken } = await rig.connect();
    for (let count = 0; count < 70; count += 1) await rig.receive([`Subject: ${String(count)}`]);
    const first = await rig.outlook.inbox.receivedSince(accessToken, aMinuteAgo(), null, {});
    assert.deepEqual([first.messages.length, first.hasMore], [50, true]);
    assert.deepEqual(
      subjects(await received(accessToken, aMinuteAgo())),
      Array.from({ length: 70 }, (_, n) => String(n)),
    );
  });

  test('P9: with headers alone nothing that holds a body is ever asked for', async () => {
    await rig.order('/sim/settings', { deltaListsHeaders: false });
    const grant = await rig.connect('headers');
    const { inbox } = rig.outlook;
    const cursor = await inbox.startCursor(grant.accessToken);
    const prepared = hooks(grant);
    await rig.outlook.send(grant.accessToken, message(), prepared);
    await rig.receive(ANSWER, 'Private words');
    await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf(prepared.prepared[0] ?? ''));
    await rig.outlook.lookUp(grant.accessToken, grant.scopes, rig.lookUpOf('gone'));
    const found = [...(await changes(grant.accessToken, cursor)), ...(await received(grant.accessToken, aMinuteAgo()))];
    assert.ok(found.length > 2);
    assert.doesNotMatch(JSON.stringify(found), /Private words/);
    const reads = rig.requests().filter((request) => request.startsWith('GET /v1.0/me/m'));
    assert.ok(reads.length >= 7);
    for (const request of reads) {
      assert.doesNotMatch(request, PRIVATE);
      // Without $select Graph gives the body unasked
      assert.match(request, /\$select=|\$deltatoken=|\$skiptoken=/);
    }
  });

  test('reads a whole message, byte for byte, only when it is asked for that', async () => {
    const { accessToken } = await rig.connect('bodies');
    await rig.receive(['Subject: Whole', 'Content-Transfer-Encoding: 8bit'], 'Grüße');
    const [found] = await received(accessToken, aMinuteAgo());
    const raw = await rig.outlook.inbox.readRaw(accessToken, found?.id ?? '');
    assert.ok((await rig.mail('inbox')).includes(raw.toString()));
    assert.equal((await failureOf(rig.outlook.inbox.readRaw(accessToken, 'gone'))).kind, 'not_found');
  });

  test('is refused without the permission to read', async () => {
    const { accessToken } = await rig.connect('send');
    assert.equal((await failureOf(rig.outlook.inbox.startCursor(accessToken))).kind, 'permission');
    assert.equal((await failureOf(rig.outlook.inbox.receivedSince(accessToken, aMinuteAgo(), null, {}))).kind, 'permission');
  });
});
