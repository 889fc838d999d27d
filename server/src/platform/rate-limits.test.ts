import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import Fastify, { type InjectOptions } from 'fastify';
import { createTestApp, type TestApp } from '../../test-support/app.ts';
import { createTestCertificate, type TestOrg } from '../../test-support/org.ts';
import { failedProofs } from './failed-proofs.ts';
import { addressLimit } from './rate-limits.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const GUESSED = `${ACME}.${'A'.repeat(32)}`;
const PER_MINUTE = 20;
const FAILED = 5;

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}

/** One request at each door, as a stranger makes it. */
const DOORS: Record<string, InjectOptions> = {
  'the panel without a token': { url: '/v1/me' },
  'the panel with a session that is none': { url: '/v1/me', headers: { authorization: 'Bearer nothing' } },
  'a preflight of the panel': {
    method: 'OPTIONS',
    url: '/v1/me',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
  },
  'a page of consent': { url: '/onboarding/setup' },
  'a form of consent': { method: 'POST', url: '/onboarding/org', payload: {} },
  'what a page loads': { url: '/onboarding/assets/onboarding.css' },
  'the way back from Salesforce': { url: `/oauth/salesforce/callback?state=${GUESSED}&code=x` },
  'the way back from Google': { url: `/oauth/google/callback?state=${GUESSED}&code=x` },
  'the way back from Microsoft': { url: `/oauth/microsoft/callback?state=${GUESSED}&code=x` },
  'a preview': { url: '/previews/nothing' },
  'an upload': {
    method: 'POST',
    url: '/uploads/nothing?name=x',
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from('x'),
  },
  'a push of Google': { method: 'POST', url: '/webhooks/gmail', payload: {} },
  'a notification of Microsoft': { method: 'POST', url: '/webhooks/microsoft-graph', payload: { value: [] } },
  'a handshake of Microsoft': { method: 'POST', url: '/webhooks/microsoft-graph?validationToken=x' },
  'health, alive': { url: '/health/live' },
  'health, ready': { url: '/health/ready' },
  'the documentation': { url: '/docs/static/swagger-ui.css' },
  'an address with nothing there': { url: '/nothing/here' },
  'an address with nothing there, of the panel': { method: 'DELETE', url: '/v1/nothing-here' },
};

/** Each test and door has an address of its own. */
let addresses = 0;
function newAddress(): string {
  return `203.0.113.${String((addresses += 1))}`;
}

describe('An address that asks too often', () => {
  let service: TestApp;
  before(async () => {
    service = await createTestApp({
      env: {
        ADDRESS_REQUESTS_PER_MINUTE: String(PER_MINUTE),
        VENDOR_REQUESTS_PER_MINUTE: String(PER_MINUTE),
        ADDRESS_FAILED_PROOFS_PER_MINUTE: '1000',
        VENDOR_FAILED_PROOFS_PER_MINUTE: '1000',
      },
    });
  });
  after(() => service.close());

  for (const [door, request] of Object.entries(DOORS)) {
    test(`is refused at ${door}, and told when to come again`, async () => {
      const remoteAddress = newAddress();
      const ask = () => service.app.inject({ ...request, remoteAddress });
      for (let i = 0; i < PER_MINUTE; i++) assert.notEqual((await ask()).statusCode, 429);
      const { statusCode, headers } = await ask();
      assert.equal(statusCode, 429);
      assert.ok(Number(headers['retry-after']) > 0);
      assert.equal((await service.app.inject({ ...request, remoteAddress: newAddress() })).statusCode === 429, false);
    });
  }

  test('may come in by any network address of its IPv6 network: they count as one', async () => {
    const ask = async (remoteAddress: string) => (await service.app.inject({ url: '/health/live', remoteAddress })).statusCode;
    for (let i = 0; i < PER_MINUTE; i++) assert.equal(await ask(`2001:db8:0:1::${String(i + 1)}`), 200);
    assert.equal(await ask('2001:db8:0:1:ffff::1'), 429);
    assert.equal(await ask('2001:db8:0:2::1'), 200);
    for (let i = 0; i < PER_MINUTE; i++) await ask('198.51.100.7');
    assert.equal(await ask('::ffff:198.51.100.7'), 429);
  });

  test('reads why, from whatever page it asked', async () => {
    const remoteAddress = newAddress();
    const ask = () => service.app.inject({ url: '/v1/me', remoteAddress, headers: { origin: 'https://acme.lightning.force.com' } });
    for (let i = 0; i < PER_MINUTE; i++) await ask();
    const { headers, json } = await ask();
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(json<{ code: string }>().code, 'rate_limited');
    assert.ok(headers['x-request-id']);
  });
});

describe('Proofs that fail', () => {
  let service: TestApp;
  let acme: TestOrg;
  before(async () => {
    service = await createTestApp({
      env: { ADDRESS_FAILED_PROOFS_PER_MINUTE: String(FAILED), VENDOR_FAILED_PROOFS_PER_MINUTE: String(FAILED) },
    });
    acme = await service.addOrg({ orgId: ACME });
    await acme.addUser(RAE);
  });
  after(() => service.close());

  /** Statuses of `count` requests that are under way at once, and how often a database connection was taken for them. */
  const together = async (count: number, request: () => InjectOptions) => {
    let transactions = 0;
    const note = (): void => void (transactions += 1);
    service.database.pool.on('acquire', note);
    const statuses = await Promise.all(Array.from({ length: count }, async () => (await service.app.inject(request())).statusCode));
    service.database.pool.off('acquire', note);
    return { transactions, refused: statuses.filter((status) => status === 429).length };
  };

  test('cost the database no more work than a few, however many come at once', async () => {
    const forged = await acme.panelToken(RAE, { certificate: await createTestCertificate() });
    const remoteAddress = newAddress();
    const { transactions, refused } = await together(200, () => ({
      method: 'POST',
      url: '/v1/sessions',
      remoteAddress,
      headers: { authorization: `PanelToken ${forged}` },
    }));
    // Each that is looked at asks whether the org is known and for its certificates; one event tells of them all
    assert.deepEqual({ refused, isFew: transactions <= 2 * FAILED + 1 }, { refused: 200 - FAILED, isFew: true });
    const real = `PanelToken ${await acme.panelToken(RAE)}`;
    const ask = async (from: string) =>
      (await service.app.inject({ url: '/v1/me', remoteAddress: from, headers: { authorization: real } })).statusCode;
    assert.equal(await ask(remoteAddress), 429);
    assert.equal(await ask(newAddress()), 200);
  });

  for (const [proof, request] of [
    ['a session', { url: '/v1/me', headers: { authorization: 'Bearer nothing' } }],
    ['a link of an invitation', { url: `/onboarding/welcome?ticket=${GUESSED}` }],
    ['a link that verifies an address', { url: `/onboarding/identity?ticket=${GUESSED}` }],
    ['the state of a consent', DOORS['the way back from Google']],
    ['the link of a preview', DOORS['a preview']],
    ['a push', DOORS['a push of Google']],
    [
      'a notification',
      { method: 'POST', url: '/webhooks/microsoft-graph', payload: { value: [{ subscriptionId: 'guessed', clientState: 'guessed' }] } },
    ],
  ] as const satisfies [string, InjectOptions | undefined][]) {
    test(`are counted where ${proof} is guessed`, async () => {
      const remoteAddress = newAddress();
      const { refused } = await together(50, () => ({ ...request, remoteAddress }));
      assert.equal(refused, 50 - FAILED);
    });
  }

  test('are not what happens in an office: good sessions, sessions that have run out, pages and used links count nothing', async () => {
    const remoteAddress = newAddress();
    const { token } = await service.openPanel(acme, RAE);
    const ask = async (request: InjectOptions) => (await service.app.inject({ ...request, remoteAddress })).statusCode;
    const me = { url: '/v1/me', headers: { authorization: `Bearer ${token}` } };
    for (let i = 0; i < FAILED * 3; i++) assert.equal(await ask(me), 200);
    service.clock.advance(16 * 60_000);
    for (let i = 0; i < FAILED * 3; i++) assert.equal(await ask(me), 401);
    for (let i = 0; i < FAILED * 3; i++) assert.equal(await ask({ url: '/onboarding/setup' }), 200);
    for (let i = 0; i < FAILED * 3; i++) assert.equal(await ask({ url: '/nothing' }), 404);
  });

  test('are no answers that a reader does not wait for', async (t) => {
    const app = Fastify();
    t.after(() => app.close());
    await app.register(addressLimit, { people: 1_000, vendors: 1_000 });
    await app.register(failedProofs, { people: FAILED, vendors: FAILED });
    app.get('/long', (_request, reply) => reply.send(Readable.from(endless())));
    const url = await app.listen();
    for (let i = 0; i <= FAILED; i++) {
      const cut = new AbortController();
      const { status } = await fetch(`${url}/long`, { signal: cut.signal });
      assert.equal(status, 200);
      cut.abort();
    }
  });

  test('at the door of the vendors lock nobody out of the panel, and the other way round', async () => {
    const remoteAddress = newAddress();
    const ask = async (request: InjectOptions | undefined) => (await service.app.inject({ ...request, remoteAddress })).statusCode;
    for (let i = 0; i < FAILED; i++) await ask(DOORS['a push of Google']);
    assert.equal(await ask(DOORS['a push of Google']), 429);
    assert.equal(await ask({ url: '/onboarding/setup' }), 200);
  });
});

test('Counts of addresses are kept for the newest ones only, so that many addresses need no more memory than some', async () => {
  const remembered = 50;
  const app = Fastify();
  await app.register(addressLimit, { people: 3, vendors: 3, remembered });
  await app.register(failedProofs, { people: 1, vendors: 1, remembered });
  app.addHook('preHandler', async (request) => void (request.hasFailedProof = true));
  app.get('/', async () => 'hello');
  const ask = async (remoteAddress: string) => (await app.inject({ url: '/', remoteAddress })).statusCode;
  assert.deepEqual([await ask('192.0.2.1'), await ask('192.0.2.1')], [200, 429]);
  for (let i = 1; i < remembered; i++) await ask(`10.0.0.${String(i)}`);
  assert.equal(await ask('192.0.2.1'), 429);
  for (let i = 0; i < remembered; i++) await ask(`10.0.1.${String(i)}`);
  assert.equal(await ask('192.0.2.1'), 200);
  await app.close();
});
