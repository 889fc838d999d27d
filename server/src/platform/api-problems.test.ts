import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { openApiDocument } from '../openapi-document.ts';
import { ERROR_CATALOGUE, ERROR_CODES, type ErrorCode } from './error-catalogue/index.ts';

interface Response {
  $ref?: string;
  description?: string;
}
interface ApiDocument {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  components: { schemas: Record<string, { enum?: string[]; properties?: Record<string, object> }>; responses: Record<string, Response> };
}

suite('What the API document says of failures', () => {
  let document: ApiDocument;
  let routes: { route: string; responses: Record<string, Response> }[];

  before(async () => {
    document = (await openApiDocument()) as ApiDocument;
    routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { responses }]) => ({ route: `${method.toUpperCase()} ${path}`, responses })),
    );
    assert.ok(routes.length >= 45, `only ${String(routes.length)} routes`);
  });

  function codesOf({ $ref, description = '' }: Response): string[] {
    const said = $ref ? (document.components.responses[$ref.split('/').at(-1) ?? '']?.description ?? '') : description;
    return [...said.matchAll(/`(\w+)`/g)].map(([, code = '']) => code);
  }

  test('Every route says that it asks who is calling, what they may do, and how often', () => {
    for (const { route, responses } of routes)
      for (const status of ['400', '401', '403', '429', 'default']) assert.ok(responses[status], `${route} does not document ${status}`);
  });

  test('Every route whose path names something says that it may not be there', () => {
    const named = routes.filter(({ route }) => route.includes('{'));
    assert.ok(named.length >= 15);
    for (const { route, responses } of named) assert.ok(responses['404'], route);
  });

  test('The routes that may answer 409 are these', () => {
    const conflicting = routes.filter(({ responses }) => responses['409']).map(({ route }) => route);
    assert.deepEqual(conflicting.sort(), CONFLICTING);
  });

  test('A documented code is one of the catalogue, stands under its status or its other status, and the schema lists all', () => {
    for (const { route, responses } of routes)
      for (const [status, response] of Object.entries(responses).filter(([status]) => Number(status) >= 400)) {
        const codes = codesOf(response);
        assert.ok(codes.length > 0, `${route} ${status}`);
        for (const code of codes) {
          assert.ok((ERROR_CODES as string[]).includes(code), `${route} ${status} ${code}`);
          const entry = ERROR_CATALOGUE[code as ErrorCode];
          assert.ok([entry.status, entry.otherStatus].includes(Number(status)), `${code} of ${route} stands under ${status}`);
        }
      }
    assert.deepEqual(document.components.schemas['ErrorCode']?.enum, [...ERROR_CODES]);
    assert.deepEqual(document.components.schemas['Problem']?.properties?.['code'], { $ref: '#/components/schemas/ErrorCode' });
  });
});

/** Whoever adds a route that can be refused for the state of what it changes adds it here. Tests fail on a 409 that is not documented. */
const CONFLICTING = [
  'DELETE /v1/bulk-emails/{id}',
  'DELETE /v1/bulk-emails/{id}/own-words',
  'DELETE /v1/bulk-emails/{id}/people/{personId}',
  'DELETE /v1/bulk-emails/{id}/people/{personId}/words',
  'DELETE /v1/files/{id}',
  'DELETE /v1/identities/{id}',
  'DELETE /v1/kill-switch',
  'DELETE /v1/template-categories/{id}',
  'GET /v1/bulk-emails/{id}/check',
  'GET /v1/bulk-emails/{id}/people/{personId}/preview',
  'GET /v1/bulk-emails/{id}/people/{personId}/words',
  'GET /v1/compose',
  'GET /v1/drafts/{id}/preview',
  'GET /v1/dynamic-fields',
  'GET /v1/list-views',
  'GET /v1/list-views/{id}/people',
  'GET /v1/panel',
  'GET /v1/people',
  'GET /v1/sales-emails/{id}',
  'GET /v1/tasks/new',
  'GET /v1/users/salesforce-users',
  'PATCH /v1/identities/{id}',
  'PATCH /v1/teams/{id}',
  'POST /v1/bulk-emails',
  'POST /v1/bulk-emails/{id}/people',
  'POST /v1/bulk-emails/{id}/send',
  'POST /v1/content',
  'POST /v1/dynamic-fields/check',
  'POST /v1/identities',
  'POST /v1/identities/{id}/signature-import',
  'POST /v1/identities/{id}/verification',
  'POST /v1/sales-emails',
  'POST /v1/sales-emails/{id}/cancel',
  'POST /v1/sales-emails/{id}/draft',
  'POST /v1/sales-emails/{id}/retry',
  'POST /v1/sales-emails/{id}/send-now',
  'POST /v1/sales-emails/{id}/settlement',
  'POST /v1/tasks',
  'POST /v1/teams',
  'POST /v1/template-categories',
  'POST /v1/templates',
  'POST /v1/templates/{id}/clone',
  'POST /v1/templates/{id}/restore',
  'POST /v1/templates/{id}/use',
  'POST /v1/users/{id}/deactivation',
  'POST /v1/users/{id}/invitation',
  'POST /v1/users/{id}/reactivation',
  'PUT /v1/bulk-emails/{id}/people/{personId}/despite-bounce',
  'PUT /v1/bulk-emails/{id}/people/{personId}/words',
  'PUT /v1/bulk-emails/{id}/words',
  'PUT /v1/oauth-clients/{provider}',
  'PUT /v1/sales-emails/{id}/schedule',
  'PUT /v1/teams/{id}/members/{userId}',
  'PUT /v1/template-categories/{id}',
  'PUT /v1/templates/{id}',
  'PUT /v1/templates/{id}/sharing',
  'PUT /v1/users/{id}/role',
];
