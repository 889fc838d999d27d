import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../test-support/app.ts';
import { callRaw } from '../../test-support/raw-caller.ts';
import { EMAIL_BODY_LIMIT, STRANGERS_BODY_LIMIT } from './request-bodies.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const FORM = 'application/x-www-form-urlencoded';
const TOO_LONG = 'x'.repeat(STRANGERS_BODY_LIMIT + 1);

describe('The body of a request', () => {
  let service: TestApp;
  let rae: TestPanel;
  let port: number;
  before(async () => {
    service = await createTestApp({ env: { HEADERS_TIMEOUT_MS: '200', REQUEST_TIMEOUT_MS: '400' } });
    const acme = await service.addOrg({ orgId: ACME });
    await acme.addUser(RAE);
    rae = await service.openPanel(acme, RAE);
    await service.app.listen({ host: '127.0.0.1', port: 0 });
    port = (service.app.server.address() as AddressInfo).port;
  });
  after(() => service.close());

  const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    service.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
  /** Sends a request as it stands; the service ends the connection. */
  const call = (lines: string[], body = '') =>
    callRaw({ port, head: `${[...lines, 'Host: localhost', 'Connection: close'].join('\r\n')}\r\n\r\n${body}` });
  const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

  test('of somebody who has proved nothing is small, wherever one is taken', async () => {
    for (const [url, type] of [
      ['/onboarding/org', FORM],
      ['/onboarding/continue', FORM],
      ['/onboarding/org/certificate', 'multipart/form-data; boundary=x'],
      ['/nothing/here', 'application/json'],
    ] as const)
      assert.equal((await post(url, TOO_LONG, { 'content-type': type })).statusCode, 413, url);
    const graph = JSON.stringify({ value: [], padding: 'x'.repeat(256 * 1024) });
    assert.equal((await post('/webhooks/microsoft-graph', graph)).statusCode, 413);
  });

  test('is not read before it is known who sends it', async () => {
    for (const [route, status] of [
      ['POST /v1/sales-emails', 401],
      ['PATCH /v1/me', 401],
      ['POST /webhooks/gmail', 401],
      ['POST /onboarding/signature', 303],
    ] as const) {
      const head = [`${route} HTTP/1.1`, 'Content-Type: application/json', `Content-Length: ${String(EMAIL_BODY_LIMIT)}`];
      assert.equal(statusOf(await call(head)), status, route);
    }
  });

  test('may be long where a rep or an admin writes long texts', async () => {
    const signatureHtml = `<p>${'Größe '.repeat(16_000)}</p>`;
    assert.equal((await rae.request('PATCH', '/v1/me', { signatureHtml })).status, 200);
    const email = { recordId: '00Q000000000001EAA', personId: '00Q000000000001EAA', subject: 'Hello', bodyHtml: 'x'.repeat(1_000_001) };
    const answer = await rae.request('PUT', '/v1/drafts', email);
    assert.deepEqual([answer.status, answer.body.code], [400, 'validation_failed']);
    assert.equal((await rae.request('PUT', '/v1/sending-limits', { padding: TOO_LONG })).status, 413);
  });

  test('without a length is read up to the limit, and no further', async () => {
    const head = ['POST /onboarding/org HTTP/1.1', `Content-Type: ${FORM}`, 'Transfer-Encoding: chunked'];
    assert.equal(statusOf(await call(head, chunk(TOO_LONG))), 413);
    assert.equal(statusOf(await call(head, `${chunk('csrf=x')}0\r\n\r\n`)), 403);
    const endless = await callRaw({
      port,
      head: `${head.join('\r\n')}\r\nHost: localhost\r\n\r\n`,
      drip: { text: chunk('x'.repeat(4_096)), everyMs: 1 },
    });
    assert.equal(statusOf(endless), 413);
  });

  test('is taken as it is, not compressed', async () => {
    for (const encoding of ['gzip', 'br', 'deflate, gzip', 'GZIP', 'nonsense'])
      assert.equal((await post('/onboarding/org', 'x', { 'content-type': FORM, 'content-encoding': encoding })).statusCode, 415, encoding);
    assert.equal((await post('/onboarding/org', 'x', { 'content-type': FORM, 'content-encoding': 'identity' })).statusCode, 403);
  });

  test('of a form has no more fields than a page of ours', async () => {
    assert.equal((await post('/onboarding/org', '&a=b'.repeat(500), { 'content-type': FORM })).statusCode, 413);
  });

  describe('with files', () => {
    const part = (name: string, content: string, headers: string[] = []) =>
      [`--x`, `Content-Disposition: form-data; name="${name}"`, ...headers, '', content, ''].join('\r\n');
    const upload = async (body: string) =>
      (await post('/onboarding/org/certificate', body, { 'content-type': 'multipart/form-data; boundary=x' })).statusCode;

    test('says how long it is, and is a few KB', async () => {
      const head = ['POST /onboarding/org/certificate HTTP/1.1', 'Content-Type: multipart/form-data; boundary=x'];
      assert.equal(statusOf(await call([...head, 'Transfer-Encoding: chunked'], `${chunk('--x--\r\n')}0\r\n\r\n`)), 411);
      assert.equal(statusOf(await call([...head, 'Content-Length: 1000000000'])), 413);
    });

    test('has one file, few fields and few headers', async () => {
      const file = (name: string, length: number) =>
        part(name, 'x'.repeat(length), ['Content-Type: application/octet-stream']).replace('"\r\n', '"; filename="a.crt"\r\n');
      assert.equal(await upload(`${file('certificate', 2_000)}--x--`), 403);
      assert.equal(await upload(`${file('certificate', 13_000)}--x--`), 413);
      assert.equal(await upload(`${file('one', 10)}${file('two', 10)}--x--`), 413);
      assert.equal(await upload(`${'abcdef'.replace(/./g, (name) => part(name, 'x'))}--x--`), 413);
    });

    test('that is broken is the fault of who sent it', async () => {
      for (const body of ['nonsense', '--x', part('csrf', 'x'), '--x\r\n\r\n\r\n', `--x\r\n${'A: b\r\n'.repeat(400)}\r\nx\r\n--x--`])
        assert.ok([400, 403].includes(await upload(body)), body.slice(0, 40));
      const answer = await post('/onboarding/org/certificate', 'x', { 'content-type': 'multipart/form-data' });
      assert.equal(answer.statusCode, 400);
    });
  });

  test('that cannot be kept is refused with the reason, wherever the character NUL stands', async () => {
    const refused = async (method: 'GET' | 'PATCH' | 'POST', url: string, body?: object) => {
      const answer = await rae.request(method, url, body, { 'idempotency-key': 'b9f0c9f0-0000-4000-8000-000000000001' });
      assert.deepEqual([answer.status, answer.body.code], [400, 'validation_failed'], url);
      return answer.body;
    };
    const { errors, title } = await refused('PATCH', '/v1/me', { signatureHtml: 'a\0b' });
    assert.match(title, /NUL/);
    assert.deepEqual(errors[0].in, 'body');
    await refused('POST', '/v1/identities', { address: 'rae@brand.example', name: 'R\0ae' });
    await refused('GET', '/v1/people?q=%00');
    await refused('GET', '/v1/sales-emails?recordId=00Q000000000001EAA&cursor=%00');
    assert.equal((await service.app.inject('/onboarding/welcome?ticket=%00')).statusCode, 400);
    assert.equal((await post('/webhooks/microsoft-graph', '{"value":[{"subscriptionId":"\\u0000"}]}')).statusCode, 400);
  });

  test('that pollutes prototypes or is nested without end is refused', async () => {
    for (const body of ['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '['.repeat(15_000)])
      assert.equal((await post('/webhooks/microsoft-graph', body)).statusCode, 400);
    assert.equal((await post('/webhooks/microsoft-graph', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)).statusCode, 400);
  });

  test('that comes drop by drop is cut, and so are headers that do', async () => {
    const drip = { text: 'x', everyMs: 20 };
    const headers = 'POST /onboarding/org HTTP/1.1\r\nHost: localhost\r\nX-Slow: ';
    assert.equal(statusOf(await callRaw({ port, head: headers, drip })), 408);
    for (const [path, extra] of [
      ['/onboarding/org', ''],
      ['/webhooks/microsoft-graph', ''],
      ['/v1/sales-emails', `Authorization: Bearer ${rae.token}\r\nIdempotency-Key: b9f0c9f0-0000-4000-8000-000000000001\r\n`],
    ] as const) {
      const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n${extra}\r\n{`;
      assert.match(await callRaw({ port, head, drip }), /^HTTP\/1\.1 (408|415)/, path);
    }
    assert.equal(statusOf(await callRaw({ port, head: '' })), 408, 'who says nothing at all');
  });
});
