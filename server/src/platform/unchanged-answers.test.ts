import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { AppError } from './errors.ts';
import { requestLanguage } from './languages/index.ts';
import { problemDetails } from './problem-details.ts';
import { unchangedAnswers } from './unchanged-answers.ts';

describe('A list that is polled', () => {
  let app: FastifyInstance;
  let list: unknown = ['first'];
  before(async () => {
    app = fastify();
    await app.register(requestLanguage);
    await app.register(problemDetails);
    await app.register(async (polled) => {
      await polled.register(unchangedAnswers);
      polled.get('/list', async () => list);
      polled.get('/refused', async () => {
        throw new AppError('admins_only');
      });
    });
    app.get('/elsewhere', async () => list);
  });
  after(() => app.close());
  const ask = (url: string, known?: string | number | string[]): Promise<LightMyRequestResponse> =>
    app.inject({ url, headers: known === undefined ? {} : { 'if-none-match': String(known) } });

  test('is answered by 304 without a body while it is the same, and whole once it is another', async () => {
    const first = await ask('/list');
    const { etag } = first.headers;
    assert.match(String(etag), /^"[^"]{40,}"$/);
    assert.equal(first.headers.vary, 'Accept-Language', 'a browser whose language changes asks for other words');
    for (const known of [etag, `W/${String(etag)}`]) {
      const again = await ask('/list', known);
      assert.deepEqual([again.statusCode, again.body, again.headers['cache-control']], [304, '', 'private, no-cache']);
      assert.deepEqual([again.headers['content-type'], again.headers['content-length']], [undefined, undefined]);
    }
    list = ['first', 'second'];
    const changed = await ask('/list', etag);
    assert.deepEqual([changed.statusCode, changed.json()], [200, list]);
    assert.notEqual(changed.headers.etag, etag);
  });

  test('is never kept when it was refused, and no other route takes part', async () => {
    const refused = await ask('/refused');
    assert.equal(refused.headers['cache-control'], undefined);
    assert.equal((await ask('/refused', refused.headers.etag)).statusCode, 403, 'each refusal names its own request');
    assert.deepEqual([(await ask('/elsewhere')).headers.etag, (await ask('/elsewhere', '"x"')).statusCode], [undefined, 200]);
  });
});
