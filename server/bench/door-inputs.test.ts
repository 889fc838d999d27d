import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApiDocument } from '../src/openapi-document.ts';
import { nextInput, type DoorWorld } from './door-inputs.ts';
import { createRandom } from './random.ts';
import { createSampler, type ApiDocument } from './sample-body.ts';

test('Every text that a rep writes comes with what PostgreSQL refuses within 600 inputs, in a body that is otherwise right', async () => {
  const bodyOf = createSampler((await openApiDocument()) as ApiDocument, {});
  const routes = ['PUT /v1/drafts', 'PATCH /v1/me', 'GET /v1/panel', ...Array.from({ length: 80 }, (_, index) => `POST /pages/${index}`)];
  const world: DoorWorld = {
    routes,
    routesWithBody: routes.slice(0, 2),
    tokens: { anonymous: null, forged: 'f', rep: 'r', admin: 'a' },
    bodyOf,
    ids: { id: ['1'] },
  };
  const random = createRandom(7);
  const found = new Set<string>();
  for (let left = 600; left > 0; left -= 1) {
    const { kind, route, bytes } = nextInput(random, world);
    if (kind !== 'unstorable texts') continue;
    for (const [, field = '', mark = ''] of bytes.toString('latin1').matchAll(/"(\w+)":"[^"]*?\\(u0000|ud800|udfff)/g))
      found.add(`${route} ${field} ${mark}`);
  }
  for (const field of ['PUT /v1/drafts subject', 'PUT /v1/drafts bodyHtml', 'PATCH /v1/me signatureHtml'])
    for (const mark of ['u0000', 'ud800', 'udfff']) assert.ok(found.has(`${field} ${mark}`), `${field} ${mark}`);
});
