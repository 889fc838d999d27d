import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { withAnswerCheck } from './documented-answers.ts';

const DOCUMENT = {
  paths: {
    '/v1/users/{id}': {
      get: { responses: { 404: { $ref: '#/components/responses/NotFound' }, 409: { description: 'One of: `last_admin`.' } } },
    },
  },
  components: { responses: { NotFound: { description: 'One of: `not_found`.' } } },
};

test('Whatever a route of the panel fails with has to be in the API document, whoever asks', async () => {
  const { app, undocumented } = await withAnswerCheck(async () => {
    const service = Fastify();
    service.decorate('swagger', () => DOCUMENT as never);
    service.addHook('onRequest', async ({ url }, reply) => {
      const [, code = 'not_found', status = '404'] = /\?(\w+)=(\d+)/.exec(url) ?? [];
      return reply.code(Number(status)).type('application/problem+json').send(JSON.stringify({ code }));
    });
    for (const url of ['/v1/users/:id', '/v1/hidden', '/onboarding']) service.get(url, async () => '');
    return service;
  });
  for (const url of ['/v1/users/1?not_found=404', '/v1/users/1?last_admin=409', '/onboarding', '/v1/nothing']) await app.inject({ url });
  assert.deepEqual(undocumented, []);
  for (const url of ['/v1/users/1?last_admin=403', '/v1/users/1?own_access=409', '/v1/hidden']) await app.inject({ url });
  assert.deepEqual(undocumented, [
    'GET /v1/users/:id answered 403 last_admin, which its API document does not say. Add the code to config.problems of the route.',
    'GET /v1/users/:id answered 409 own_access, which its API document does not say. Add the code to config.problems of the route.',
    'GET /v1/hidden is not in the API document.',
  ]);
  await app.close();
});
