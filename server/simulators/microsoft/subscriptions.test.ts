import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { until } from '../../test-support/until.ts';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { graphOf, type Graph, type GraphAnswer } from './test-rig.ts';

const NOOR = 'noor@acme.example';
const MINUTE_MS = 60_000;

interface Notification {
  subscriptionId: string;
  clientState: string;
  lifecycleEvent?: string;
  resourceData?: { id: string };
}

describe("Graph's subscriptions", () => {
  let microsoft: Simulator<MicrosoftState>;
  let client: FastifyInstance;
  let url = '';
  let told: Notification[] = [];
  let answerWith = 202;
  let handshake: (token: string) => { type: string; text: string } = (text) => ({ type: 'text/plain', text });
  before(async () => {
    microsoft = await startMicrosoft();
    client = fastify();
    client.post<{ Querystring: { validationToken?: string }; Body: { value: Notification[] } }>('/*', async (request, reply) => {
      const { validationToken } = request.query;
      if (validationToken !== undefined) {
        const { type, text } = handshake(validationToken);
        return reply.type(type).send(text);
      }
      told.push(...request.body.value);
      return reply.code(answerWith).send();
    });
    url = await client.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(() => {
    microsoft.reset();
    told = [];
    answerWith = 202;
    handshake = (text) => ({ type: 'text/plain', text });
  });
  after(async () => {
    await microsoft.close();
    await client.close();
  });

  const order = (path: string, body: object = {}) =>
    fetch(microsoft.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const push = (settings: object) => order('/sim/settings', { push: settings });
  const receive = () =>
    order('/sim/inbound', { to: [NOOR], raw: Buffer.from('From: dana@globex.example\r\n\r\nHi\r\n').toString('base64') });
  const inMinutes = (minutes: number): string => new Date(microsoft.clock.nowMs() + minutes * MINUTE_MS).toISOString();
  const subscribe = (graph: Graph, changes: object = {}): Promise<GraphAnswer> =>
    graph('POST', '/v1.0/subscriptions', {
      changeType: 'created',
      notificationUrl: `${url}/news`,
      lifecycleNotificationUrl: `${url}/lifecycle`,
      resource: "me/mailFolders('inbox')/messages",
      expirationDateTime: inMinutes(4_200),
      clientState: 'ours',
      ...changes,
    });
  const refused = ({ status, body }: GraphAnswer) => [status, body.error?.code];
  const events = (): (string | undefined)[] => told.map(({ lifecycleEvent }) => lifecycleEvent);

  test('tells of each message in the inbox, with the id that was asked for and the secret of the client', async () => {
    const graph = await graphOf(microsoft.url);
    const made = await graph(
      'POST',
      '/v1.0/subscriptions',
      { ...(await orderOf(graph)), expirationDateTime: inMinutes(60) },
      { prefer: 'IdType="ImmutableId"' },
    );
    assert.equal(made.status, 201);
    await receive();
    await until('it is told', () => told.length === 1);
    const [message] = microsoft.state.mailboxes[NOOR]?.messages ?? [];
    assert.deepEqual(
      [told[0]?.subscriptionId, told[0]?.clientState, told[0]?.resourceData?.id],
      [made.body.id, 'ours', message?.immutableId],
    );
  });
  const orderOf = async (graph: Graph): Promise<object> => {
    const { body } = await subscribe(graph);
    await graph('DELETE', `/v1.0/subscriptions/${body.id}`);
    return { ...body, id: undefined };
  };

  test('an endpoint that fails the handshake gets no subscription', async () => {
    const graph = await graphOf(microsoft.url);
    for (const wrong of [
      (text: string) => ({ type: 'text/html', text }),
      (text: string) => ({ type: 'text/plain', text: encodeURIComponent(text) }),
    ]) {
      handshake = wrong;
      assert.deepEqual(refused(await subscribe(graph)), [400, 'ValidationError']);
    }
    assert.deepEqual(refused(await subscribe(graph, { notificationUrl: 'http://example.com/' })), [400, 'InvalidRequest']);
    assert.deepEqual(refused(await subscribe(graph, { resource: 'me/events' })), [400, 'InvalidRequest']);
    assert.deepEqual(refused(await subscribe(await graphOf(microsoft.url, { scopes: ['Mail.Send'] }))), [403, 'ErrorAccessDenied']);
  });

  test('lifetimes have a shortest and a longest, and are renewed', async () => {
    const graph = await graphOf(microsoft.url);
    assert.deepEqual(refused(await subscribe(graph, { expirationDateTime: inMinutes(10_081) })), [400, 'InvalidRequest']);
    const { body } = await subscribe(graph, { expirationDateTime: inMinutes(1) });
    assert.ok(body.expirationDateTime > inMinutes(44));
    const renewed = await graph('PATCH', `/v1.0/subscriptions/${body.id}`, { expirationDateTime: inMinutes(600) });
    assert.ok(renewed.body.expirationDateTime > inMinutes(590));
    assert.equal((await graph('GET', '/v1.0/subscriptions')).body.value.length, 1);
    assert.equal((await graph('DELETE', `/v1.0/subscriptions/${body.id}`)).status, 204);
    const gone = await graph('PATCH', `/v1.0/subscriptions/${body.id}`, { expirationDateTime: inMinutes(600) });
    assert.deepEqual(refused(gone), [404, 'ResourceNotFound']);
  });

  test('ends by the clock, and says so', async () => {
    const graph = await graphOf(microsoft.url);
    const { body } = await subscribe(graph);
    microsoft.clock.offsetMs = 4_201 * MINUTE_MS;
    await until('the end is told', () => events().includes('subscriptionRemoved'));
    assert.equal(microsoft.state.subscriptions[body.id], undefined);
  });

  test('goes silently when it is told to', async () => {
    const graph = await graphOf(microsoft.url);
    await subscribe(graph);
    await order(`/sim/accounts/${NOOR}/expire-subscriptions`, { silently: true });
    await order(`/sim/accounts/${NOOR}/lifecycle`, { event: 'missed' });
    await receive();
    assert.deepEqual([told, microsoft.state.subscriptions], [[], {}]);
  });

  test('holds its tongue until it is reauthorized', async () => {
    const graph = await graphOf(microsoft.url);
    const { body } = await subscribe(graph);
    await order(`/sim/accounts/${NOOR}/lifecycle`, { event: 'reauthorizationRequired' });
    await receive();
    await until('the demand is told', () => events().includes('reauthorizationRequired'));
    assert.equal((await graph('POST', `/v1.0/subscriptions/${body.id}/reauthorize`)).status, 204);
    await receive();
    await order(`/sim/accounts/${NOOR}/lifecycle`, { event: 'missed' });
    await until('all is told', () => events().includes('missed') && events().includes(undefined));
    assert.equal(events().filter((event) => event === undefined).length, 1);
  });

  test('tries again until the client has taken it', async () => {
    const graph = await graphOf(microsoft.url);
    await subscribe(graph);
    answerWith = 500;
    await receive();
    await until('the first try has failed', () => told.length === 1);
    answerWith = 202;
    microsoft.clock.offsetMs = 5_000;
    await until('the second one comes', () => told.length === 2);
  });

  test('drops, doubles and delays as it is told to', async () => {
    const graph = await graphOf(microsoft.url);
    await subscribe(graph);
    await push({ dropRate: 1 });
    await receive();
    await push({ dropRate: 0, duplicateRate: 1, delayMs: [60_000, 60_000] });
    await receive();
    await order('/sim/settings', { push: { delayMs: [0, 0], duplicateRate: 0 } });
    await receive();
    await until('only the last one is told', () => told.length === 1);
    microsoft.clock.offsetMs = 61_000;
    await until('the delayed one comes twice', () => told.length === 3);
    const ids = new Set(told.map(({ resourceData }) => resourceData?.id));
    assert.equal(ids.size, 2);
    assert.equal((await push({ dropRate: 2 })).status, 400);
  });
});
