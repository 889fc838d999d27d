import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, describe, test } from 'node:test';
import { freePorts } from '../../local-world/ports.ts';
import { createTestApp, type TestApp } from '../../test-support/app.ts';
import { createTestCertificate, type TestOrg } from '../../test-support/org.ts';
import { until } from '../../test-support/until.ts';
import { enqueue } from './jobs.ts';
import { inOrg } from './postgres.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
/** A process on a busy machine takes seconds to start. */
const PATIENT = { deadlineMs: 60_000 };

describe('Every security event is written', () => {
  let service: TestApp;
  let acme: TestOrg;
  let stop: () => Promise<void>;
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-test-log-'));
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
  });
  afterEach(() => stop());
  after(async () => {
    await service.close();
    rmSync(directory, { recursive: true });
  });

  /** Gives the lines of its log when it has said that it is ready. */
  async function start(script: 'main.ts' | 'worker.ts', ready: RegExp, env: Record<string, string> = {}): Promise<() => string[]> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL(`../${script}`, import.meta.url))],
      {
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'test',
          DATABASE_URL: service.database.urls.app,
          JOBS_DATABASE_URL: service.database.urls.jobs,
          TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
          ...env,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    stop = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await until(`${script} is ready`, () => ready.test(output), PATIENT);
    return function readLog() {
      return output.split('\n');
    };
  }
  const eventIn = (log: () => string[], kind: string): Promise<unknown> =>
    until(
      `${kind} is in the log`,
      () => {
        const line = log().find((one) => one.includes('"msg":"Security event"') && one.includes(kind));
        return line && (JSON.parse(line) as { event: unknown }).event;
      },
      PATIENT,
    );

  test('to the log of the service', async () => {
    const { service: port } = await freePorts();
    const log = await start('main.ts', /Server listening/, { PORT: String(port) });
    const forged = await acme.panelToken(RAE, { certificate: await createTestCertificate() });
    await fetch(`http://127.0.0.1:${String(port)}/v1/sessions`, { method: 'POST', headers: { authorization: `PanelToken ${forged}` } });
    const nobody = { userId: null, salesforceUserId: null, ipAddress: '127.0.0.1' };
    assert.deepEqual(await eventIn(log, 'panel_token_refused'), {
      orgId: ACME,
      kind: 'panel_token_refused',
      outcome: 'refused',
      ...nobody,
    });
  });

  test('to the log of the worker', async () => {
    const { id: userId } = await acme.addUser(RAE);
    const log = await start('worker.ts', /The worker takes jobs/);
    await inOrg(service.database.pool, ACME, (tx) => enqueue(tx, 'end-inactive-user', { orgId: ACME, userId }));
    const nobody = { userId: null, salesforceUserId: null, ipAddress: null };
    assert.deepEqual(await eventIn(log, 'user_deactivated'), { orgId: ACME, kind: 'user_deactivated', outcome: 'done', ...nobody });
  });
});
