import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createApp } from '../src/app.ts';
import { loadConfig, type Config } from '../src/config.ts';
import { createConnections, type Connections, type ConnectionsDependencies } from '../src/connections.ts';
import { NO_METRICS, type Metrics } from '../src/platform/metrics.ts';
import { createPool } from '../src/platform/postgres.ts';
import { withAnswerCheck } from './documented-answers.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createTestOrg, type TestOrg, type TestPerson } from './org.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

export interface TestApp {
  app: FastifyInstance;
  database: TestDatabase;
  clock: TestClock;
  config: Config;
  connections: Connections;
  /** An org that has finished its registration, with the clock of this app. */
  addOrg(options: { orgId: string; name?: string; lightningOrigin?: string }): Promise<TestOrg>;
  /** A panel that a person has opened: requests carry this person's session. */
  openPanel(org: TestOrg, person: Pick<TestPerson, 'salesforceUserId' | 'email'>): Promise<TestPanel>;
  /** Fails when a route of the panel has answered anybody with a code that its API document does not name. */
  close(): Promise<void>;
}

export interface TestPanel {
  token: string;
  request(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>;
  /** Adds a file for emails, as a page does; the answer is the first refusal, or the file. */
  upload(name: string, bytes: Buffer): Promise<TestAnswer>;
}

export interface TestAnswer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  // Tests look at whatever the service answered
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface TestAppOptions {
  /** Addresses of the simulators that this test has started. */
  urls?: { salesforce?: string; google?: string; microsoft?: string; smtp?: string };
  clock?: TestClock;
  /** Further settings by the name of their environment variable. */
  env?: Record<string, string>;
  database?: TestDatabase;
  /** What the operator is told. */
  log?: ConnectionsDependencies['log'];
  metrics?: Metrics;
}

/** The whole service on a private database, with a clock that the test can set. */
export async function createTestApp({
  urls = {},
  clock = createTestClock(),
  env = {},
  database: given,
  log,
  metrics = NO_METRICS,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = given ?? (await createTestDatabase());
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-test-app-'));
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.urls.app,
    JOBS_DATABASE_URL: database.urls.jobs,
    SESSION_SIGNING_KEY: randomBytes(32).toString('base64'),
    TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
    SALESFORCE_LOGIN_URL: urls.salesforce,
    SALESFORCE_ALLOWED_HOSTS: urls.salesforce,
    GOOGLE_BASE_URL: urls.google,
    MICROSOFT_BASE_URL: urls.microsoft,
    MICROSOFT_GRAPH_BASE_URL: urls.microsoft,
    SMTP_URL: urls.smtp,
    ...env,
  });
  const refreshPool = createPool(database.urls.app, 4);
  // It reports connections that the server cuts when the database is dropped
  refreshPool.on('error', () => undefined);
  const connections = createConnections({ config, pool: database.pool, refreshPool, clock, metrics, ...(log ? { log } : {}) });
  const { app, undocumented } = await withAnswerCheck(() => createApp({ config, pool: database.pool, clock, connections, metrics }));
  await app.ready();

  const ask = async (options: InjectOptions & { url: string }): Promise<TestAnswer> => {
    const answer = await app.inject(options);
    const type = String(answer.headers['content-type']);
    const body: unknown = type.includes('json') ? answer.json() : answer.body;
    assert.deepEqual(undocumented, []);
    return { status: answer.statusCode, headers: answer.headers, body };
  };
  return {
    app,
    database,
    clock,
    config,
    connections,
    addOrg: (options) =>
      createTestOrg(database, {
        ...(urls.salesforce ? { myDomainUrl: urls.salesforce } : {}),
        ...options,
        audience: config.PUBLIC_URL,
        now: () => clock.now(),
      }),
    async openPanel(org, person) {
      const { status, body } = await ask({
        method: 'POST',
        url: '/v1/sessions',
        headers: { authorization: `PanelToken ${await org.panelToken(person)}` },
      });
      if (status !== 200) throw new Error(`The panel got no session: ${JSON.stringify(body)}`);
      const { token } = body as { token: string };
      return {
        token,
        request: (method, url, payload, headers = {}) =>
          ask({ method, url, headers: { authorization: `Bearer ${token}`, ...headers }, ...(payload ? { payload } : {}) }),
        async upload(name, payload) {
          const headers = { authorization: `Bearer ${token}` };
          const file = { name, size: payload.byteLength };
          const link = await ask({ method: 'POST', url: '/v1/files/upload-links', headers, payload: file });
          if (link.status !== 200) return link;
          const { pathname, search } = new URL((link.body as { url: string }).url);
          return ask({ method: 'POST', url: `${pathname}${search}`, headers: { 'content-type': 'application/octet-stream' }, payload });
        },
      };
    },
    async close() {
      await app.close();
      await refreshPool.end();
      if (!given) await database.drop();
      rmSync(directory, { recursive: true, force: true });
      assert.deepEqual(undocumented, []);
    },
  };
}
