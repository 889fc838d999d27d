import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../test-support/app.ts';
import type { TestOrg } from '../../test-support/org.ts';
import { withRoutes } from '../../test-support/route-list.ts';
import { openApiDocument } from '../openapi-document.ts';

const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const LIGHTNING = 'https://acme.lightning.force.com';

describe('The doors of the service', () => {
  let service: TestApp;
  let acme: TestOrg;
  let routes: string[];

  before(async () => {
    ({ service, routes } = await withRoutes(() => createTestApp({ env: { USER_REQUESTS_PER_MINUTE: '20' } })));
    acme = await service.addOrg({ orgId: '00D000000000001EAA', lightningOrigin: LIGHTNING });
    await acme.addUser(RAE);
  });
  after(() => service.close());

  const preflight = (origin: string) =>
    service.app.inject({
      method: 'OPTIONS',
      url: '/v1/sales-emails',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,idempotency-key' },
    });

  test('A browser may call from the Lightning address of a registered org, without cookies', async () => {
    const { headers, statusCode } = await preflight(LIGHTNING);
    assert.equal(statusCode, 204);
    assert.equal(headers['access-control-allow-origin'], LIGHTNING);
    assert.equal(headers['access-control-allow-credentials'], undefined);
    assert.equal(headers['access-control-max-age'], '600');
    const answer = await service.app.inject({ method: 'GET', url: '/v1/me', headers: { origin: LIGHTNING } });
    assert.match(
      String(answer.headers['access-control-expose-headers']),
      /x-panel-session, x-panel-session-expires, retry-after, x-request-id, etag, x-service-time/,
    );
  });

  test('Every answer of the panel says what time it is at the service, an error and an unchanged answer too', async () => {
    service.clock.advance(86_400_000);
    const before = service.clock.now().toISOString();
    const { headers } = await service.app.inject({ method: 'GET', url: '/v1/me', headers: { origin: LIGHTNING } });
    const said = String(headers['x-service-time']);
    assert.ok(before <= said && said <= service.clock.now().toISOString(), said);
  });

  test('A browser may not call from anywhere else, however similar', async () => {
    for (const origin of [
      'https://acme.lightning.force.com.evil.example',
      'https://evil.lightning.force.com',
      'http://acme.lightning.force.com',
      'null',
    ])
      assert.equal((await preflight(origin)).headers['access-control-allow-origin'], undefined);
  });

  test('Every route of the panel asks who is calling, whatever the API document says of it', async () => {
    const panel = routes.filter((route) => route.split(' ')[1]?.startsWith('/v1/'));
    assert.deepEqual(panel, await documented());
    for (const route of panel) {
      const [method, path = ''] = route.split(' ');
      for (const authorization of [undefined, 'Bearer made-up', 'PanelToken made-up']) {
        const answer = await service.app.inject({
          method: method as 'GET',
          url: path.replace(/:\w+/g, 'x'),
          ...(authorization && { headers: { authorization } }),
        });
        const { code } = answer.json<{ code: string }>();
        assert.equal(answer.statusCode, 401, `${route} with ${String(authorization)} answered ${String(answer.statusCode)} ${code}`);
        if (authorization === undefined) assert.equal(code, 'session_invalid', route);
      }
    }
  });

  test('Outside of the panel there are the doors of architecture.md and no others', () => {
    const doors = routes.map((route) => route.split('/')[1]).filter((door) => door !== 'v1');
    const named = ['', 'content', 'docs', 'health', 'oauth', 'onboarding', 'pictures', 'previews', 'uploads', 'webhooks'];
    assert.deepEqual([...new Set(doors)].sort(), named);
  });

  test('A failure is a problem with a stable code and the id of the request, and tells nothing else', async () => {
    const panel = await service.openPanel(acme, RAE);
    const answer = await panel.request('PATCH', '/v1/me', { signatureHtml: 5 });
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    const { errors, ...problem } = answer.body as {
      errors: { in: string; pointer: string }[];
      code: string;
      requestId: string;
      status: number;
    };
    assert.deepEqual([problem.status, problem.code, problem.requestId], [400, 'validation_failed', answer.headers['x-request-id']]);
    assert.deepEqual([errors[0]?.in, errors[0]?.pointer], ['body', '/signatureHtml']);
    const missing = await panel.request('GET', '/v1/nothing-here');
    assert.deepEqual([missing.status, missing.body.code], [404, 'not_found']);
    const broken = await service.app.inject({
      method: 'PATCH',
      url: '/v1/me',
      headers: { authorization: `Bearer ${panel.token}`, 'content-type': 'application/json' },
      payload: '{',
    });
    assert.deepEqual([broken.statusCode, broken.json<{ code: string }>().code], [400, 'validation_failed']);
  });

  test('One user who asks too often is slowed down, and nobody else', async () => {
    const noor = { salesforceUserId: '005000000000003AAA', email: 'noor@acme.example' };
    await acme.addUser(noor);
    const [eager, other] = [await service.openPanel(acme, RAE), await service.openPanel(acme, noor)];
    const answers = await Promise.all(Array.from({ length: 40 }, () => eager.request('GET', '/v1/me')));
    const limited = answers.filter(({ status }) => status === 429);
    assert.ok(limited.length >= 20);
    assert.equal(limited[0]?.body.code, 'rate_limited');
    assert.ok(Number(limited[0]?.headers['retry-after']) > 0);
    assert.equal((await other.request('GET', '/v1/me')).status, 200);
  });

  test('Health tells alive from ready', async () => {
    assert.equal((await service.app.inject('/health/live')).statusCode, 200);
    assert.equal((await service.app.inject('/health/ready')).statusCode, 200);
  });

  test('However many ask whether it is ready, the database is asked once a second at most', async () => {
    let asked = 0;
    const note = (): void => void (asked += 1);
    service.database.pool.on('acquire', note);
    const begunAt = performance.now();
    const answers = await Promise.all(Array.from({ length: 50 }, () => service.app.inject('/health/ready')));
    for (let i = 0; i < 50; i++) answers.push(await service.app.inject('/health/ready'));
    const seconds = Math.floor((performance.now() - begunAt) / 1000);
    service.database.pool.off('acquire', note);
    assert.ok(asked <= 1 + seconds, `asked ${String(asked)} times`);
    assert.ok(answers.every(({ statusCode }) => statusCode === 200));
  });

  test('The API document is shown to nobody where the setting does not say so', async () => {
    const hidden = await createTestApp({ env: { API_DOCS: 'off' } });
    try {
      for (const url of ['/docs', '/docs/', '/docs/json', '/docs/static/index.html'])
        assert.equal((await hidden.app.inject(url)).statusCode, 404, url);
    } finally {
      await hidden.close();
    }
  });

  test('The API document is complete and shown at /docs', async () => {
    const document = (await openApiDocument()) as { openapi: string; components: { schemas: Record<string, unknown> } };
    assert.equal(document.openapi, '3.1.0');
    assert.ok('SalesEmailRow' in document.components.schemas);
    assert.equal((await service.app.inject('/docs/json')).statusCode, 200);
    const page = (await service.app.inject('/docs/')).body;
    assert.match(page, /<title>MSI Actions API<\/title>/);
    assert.doesNotMatch(page, /href="[^"]*favicon/);
  });

  test('The API document groups every route under a name of one kind', async () => {
    const { paths } = (await openApiDocument()) as { paths: Record<string, Record<string, { tags?: string[] }>> };
    const untidy = Object.entries(paths).flatMap(([path, operations]) =>
      Object.values(operations)
        .filter(({ tags }) => tags?.length !== 1 || !/^[A-Z][a-z-]*(?: [a-z]+)*$/.test(tags[0] ?? ''))
        .map(({ tags }) => `${path} ${String(tags)}`),
    );
    assert.deepEqual(untidy, []);
  });
});

/** The routes of the API document, as Fastify writes them. */
async function documented(): Promise<string[]> {
  const { paths } = (await openApiDocument()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    .sort();
}
