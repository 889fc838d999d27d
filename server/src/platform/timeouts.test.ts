import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import Fastify from 'fastify';
import { callRaw } from '../../test-support/raw-caller.ts';
import { timeouts } from './timeouts.ts';

test('Headers that come drop by drop are cut by their own time, long before that of the request', async (t) => {
  const app = Fastify(timeouts({ HEADERS_TIMEOUT_MS: 200, REQUEST_TIMEOUT_MS: 300_000 }));
  t.after(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  // In some 20 seconds they were longer than Node takes, which is another answer
  const drip = { text: 'x'.repeat(16), everyMs: 20 };
  assert.match(await callRaw({ port, head: 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', drip }), /^HTTP\/1\.1 408/);
});
