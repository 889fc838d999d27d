import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { graphOf, type Graph, type GraphBody } from './test-rig.ts';

const NOOR = 'noor@acme.example';
const IMMUTABLE = { prefer: 'IdType="ImmutableId"' };

describe('Following a folder of Graph', () => {
  let microsoft: Simulator<MicrosoftState>;
  before(async () => {
    microsoft = await startMicrosoft();
  });
  beforeEach(() => microsoft.reset());
  after(() => microsoft.close());

  const order = (path: string, body: object = {}) =>
    fetch(microsoft.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const receive = (subject: string) =>
    order('/sim/inbound', {
      to: [NOOR],
      raw: Buffer.from(`From: dana@globex.example\r\nSubject: ${subject}\r\n\r\nHi\r\n`).toString('base64'),
    });
  const subjects = ({ value }: GraphBody): string[] => value.map(({ subject }) => subject);
  const follow = async (graph: Graph, link: string, headers: Record<string, string> = {}): Promise<GraphBody> =>
    (await graph('GET', link.replace(microsoft.url, ''), undefined, { ...IMMUTABLE, ...headers })).body;
  async function toTheEnd(graph: Graph, query = ''): Promise<string> {
    let page = await follow(graph, `/mailFolders/inbox/messages/delta?$select=subject${query}`);
    while (page['@odata.nextLink']) page = await follow(graph, page['@odata.nextLink']);
    return page['@odata.deltaLink'];
  }

  test('the first round lists the folder page by page, later ones only what happened since', async () => {
    const graph = await graphOf(microsoft.url);
    for (let count = 0; count < 5; count += 1) await receive(`Old ${String(count)}`);
    const size = { prefer: `${IMMUTABLE.prefer}, odata.maxpagesize=2` };
    const first = await follow(graph, '/mailFolders/inbox/messages/delta?$select=subject', size);
    assert.deepEqual(subjects(first), ['Old 0', 'Old 1']);
    const second = await follow(graph, first['@odata.nextLink'], size);
    const third = await follow(graph, second['@odata.nextLink'], size);
    assert.deepEqual([subjects(third), third['@odata.nextLink']], [['Old 4'], undefined]);
    await receive('New');
    const next = await follow(graph, third['@odata.deltaLink']);
    assert.deepEqual(subjects(next), ['New']);
    assert.deepEqual((await follow(graph, next['@odata.deltaLink'])).value, []);
    assert.deepEqual(subjects(await follow(graph, third['@odata.deltaLink'])), ['New'], 'a link can be used again');
  });

  test('what comes in between two pages is not lost', async () => {
    const graph = await graphOf(microsoft.url);
    for (let count = 0; count < 12; count += 1) await receive(`Old ${String(count)}`);
    const first = await follow(graph, '/mailFolders/inbox/messages/delta?$select=subject');
    await receive('New');
    const last = await follow(graph, first['@odata.nextLink']);
    assert.deepEqual(subjects(await follow(graph, last['@odata.deltaLink'])), ['New']);
  });

  test('removed messages are named, and only by the id', async () => {
    const graph = await graphOf(microsoft.url);
    await receive('Old');
    const link = await toTheEnd(graph);
    const [old] = (await graph('GET', '/messages', undefined, IMMUTABLE)).body.value;
    await graph('DELETE', `/messages/${encodeURIComponent(old?.id ?? '')}`);
    const { value } = await follow(graph, link);
    assert.deepEqual(value, [{ id: old?.id, '@removed': { reason: 'deleted' } }]);
  });

  test('a message that was read is listed again', async () => {
    const graph = await graphOf(microsoft.url);
    await receive('Old');
    const link = await toTheEnd(graph);
    const [old] = (await graph('GET', '/messages')).body.value;
    await graph('PATCH', `/messages/${encodeURIComponent(old?.id ?? '')}`, { isRead: true });
    assert.deepEqual(subjects(await follow(graph, link)), ['Old']);
  });

  test('only the time of arrival can be asked for', async () => {
    const graph = await graphOf(microsoft.url);
    microsoft.clock.offsetMs = -60_000;
    await receive('Old');
    microsoft.clock.offsetMs = 0;
    const since = encodeURIComponent(`receivedDateTime ge ${new Date(Date.now() - 1_000).toISOString()}`);
    const link = await toTheEnd(graph, `&$filter=${since}`);
    await receive('New');
    assert.deepEqual(subjects(await follow(graph, link)), ['New']);
    const refused = await graph('GET', `/mailFolders/inbox/messages/delta?$filter=${encodeURIComponent('isRead eq false')}`);
    assert.equal(refused.status, 400);
  });

  test('a forgotten place is gone, and an invented one is refused', async () => {
    const graph = await graphOf(microsoft.url);
    const link = await toTheEnd(graph);
    assert.equal((await order(`/sim/accounts/${NOOR}/expire-delta`)).status, 204);
    const gone = await graph('GET', link.replace(microsoft.url, ''));
    assert.deepEqual([gone.status, gone.body.error.code], [410, 'syncStateNotFound']);
    assert.equal((await graph('GET', '/mailFolders/inbox/messages/delta?$deltatoken=nonsense')).status, 400);
    assert.ok(await toTheEnd(graph));
  });

  test('a rule takes messages past the inbox, or marks them as read', async () => {
    const graph = await graphOf(microsoft.url);
    const link = await toTheEnd(graph);
    await order(`/sim/accounts/${NOOR}/filter`, { moveTo: 'archive' });
    await receive('Moved');
    await order(`/sim/accounts/${NOOR}/filter`, { markRead: true });
    await receive('Read');
    assert.deepEqual(subjects(await follow(graph, link)), ['Read']);
    assert.deepEqual(subjects((await graph('GET', '/mailFolders/archive/messages')).body), ['Moved']);
    assert.equal((await order(`/sim/accounts/${NOOR}/filter`, { moveTo: 'nowhere' })).status, 400);
    assert.equal((await order('/sim/accounts/nobody@acme.example/filter', {})).status, 404);
  });

  test('an answer to a message is prepared in its conversation', async () => {
    const graph = await graphOf(microsoft.url);
    await receive('Hello');
    const [hello] = (await graph('GET', '/messages')).body.value;
    const made = await graph('POST', `/messages/${encodeURIComponent(hello?.id ?? '')}/createReply`, { comment: 'Thank you' });
    assert.equal(made.status, 201);
    assert.deepEqual(
      [made.body.subject, made.body.isDraft, made.body.conversationId, made.body.toRecipients[0]?.emailAddress.address],
      ['RE: Hello', true, hello?.conversationId, 'dana@globex.example'],
    );
    const source = (await graph('GET', `/messages/${encodeURIComponent(made.body.id)}/$value`)).text;
    assert.ok(source.includes(`In-Reply-To: ${hello?.internetMessageId ?? ''}`));
  });
});
