import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { callVendor, fetchOnce, neverLeft, retryAfter } from './http.ts';

const now = new Date('2026-11-24T09:00:00.000Z');

for (const [header, expected] of [
  ['30', '2026-11-24T09:00:30.000Z'],
  ['0', '2026-11-24T09:00:01.000Z'],
  ['00000', '2026-11-24T09:00:01.000Z'],
  ['86400', '2026-11-25T09:00:00.000Z'],
  ['99999999999999999999', '2026-11-25T09:00:00.000Z'],
  ['1.5', '2026-11-24T09:00:01.500Z'],
  [' 0.0001 ', '2026-11-24T09:00:01.000Z'],
  ['Tue, 24 Nov 2026 08:59:00 GMT', '2026-11-24T09:00:01.000Z'],
  ['Thu, 01 Jan 1970 00:00:00 GMT', '2026-11-24T09:00:01.000Z'],
  ['Sun, 24 Nov 2126 09:00:00 GMT', '2026-11-25T09:00:00.000Z'],
  ['Tue, 24 Nov 2026 09:10:00 GMT', '2026-11-24T09:10:00.000Z'],
  ['Tuesday, 24-Nov-26 09:10:00 GMT', '2026-11-24T09:10:00.000Z'],
  ['2026-11-24T09:10:00Z', '2026-11-24T09:10:00.000Z'],
] as const) {
  test(`"Retry-After: ${header}" is understood`, () => assert.equal(retryAfter(header, now)?.toISOString(), expected));
}

for (const header of [null, '', ' ', '-5', 'soon', '0x10', '1e3', 'NaN', 'Tue, 99 Nov 2026']) {
  test(`"Retry-After: ${String(header)}" says nothing`, () => assert.equal(retryAfter(header, now), undefined));
}

async function answering(listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    await work(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('A call of a vendor', () => {
  test('gives what was packed on the way unpacked, of refusals too', () =>
    answering(
      (_request, response) =>
        response.writeHead(429, { 'content-encoding': 'gzip', 'retry-after': '7' }).end(gzipSync('{"why":"too many"}')),
      async (url) => {
        const { status, headers, body } = await callVendor({ method: 'GET', url });
        assert.deepEqual([status, headers.get('retry-after'), body], [429, '7', '{"why":"too many"}']);
        const answer = await fetchOnce()(url);
        assert.deepEqual([answer.status, await answer.text()], [429, '{"why":"too many"}']);
      },
    ));

  test('is not sent again to where the vendor points', () =>
    answering(
      (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
      async (url) => assert.equal((await fetchOnce()(url, { headers: { authorization: 'Bearer secret' } })).status, 302),
    ));

  test('sends a form as one', () =>
    answering(
      (request, response) => request.pipe(response.setHeader('x-got', request.headers['content-type'] ?? '')),
      async (url) => {
        const { headers, body } = await callVendor({ method: 'POST', url, body: new URLSearchParams({ scope: 'a b' }) });
        assert.deepEqual([headers.get('x-got'), body], ['application/x-www-form-urlencoded;charset=UTF-8', 'scope=a+b']);
      },
    ));

  test('ends after its time, and may have left then', () =>
    answering(
      () => undefined,
      (url) =>
        assert.rejects(callVendor({ method: 'POST', url, body: 'x', timeoutMs: 50 }), (error) => {
          assert.equal((error as Error).name, 'TimeoutError');
          return !neverLeft(error);
        }),
    ));

  test('ends when whoever asked wants no answer any more', () =>
    answering(
      () => undefined,
      async (url) => {
        await assert.rejects(callVendor({ method: 'GET', url, signal: AbortSignal.abort(new Error('not any more')) }), /not any more/);
        await assert.rejects(callVendor({ method: 'GET', url, signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
      },
    ));

  test('that nobody took has certainly not left', async () => {
    let closed = '';
    await answering(
      () => undefined,
      async (url) => void (closed = url),
    );
    await assert.rejects(callVendor({ method: 'POST', url: closed }), (error) => neverLeft(error));
  });
});
