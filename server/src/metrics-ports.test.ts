import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePorts, type Ports } from '../local-world/ports.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { scrape, valueOf } from '../test-support/metrics.ts';
import { until } from '../test-support/until.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

describe('The port of the metrics', () => {
  let database: TestDatabase;
  let ports: Ports;
  let directory: string;
  const started: ChildProcess[] = [];
  before(async () => {
    [database, ports] = await Promise.all([createTestDatabase(), freePorts()]);
    directory = mkdtempSync(path.join(tmpdir(), 'msi-metrics-'));
  });
  after(async () => {
    for (const child of started) child.kill('SIGKILL');
    await database.drop();
    rmSync(directory, { recursive: true, force: true });
  });

  const start = (script: string, env: Record<string, string> = {}): ChildProcess => {
    const child = spawn(process.execPath, [path.join(here, script)], {
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        DATABASE_URL: database.urls.app,
        JOBS_DATABASE_URL: database.urls.jobs,
        TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
        PORT: String(ports.service),
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    started.push(child);
    return child;
  };
  const answers = (url: string): Promise<Response> =>
    until(`${url} answers`, () => fetch(url).catch(() => null), { everyMs: 100, deadlineMs: 60_000 });
  const ended = async (child: ChildProcess): Promise<unknown> => {
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  };

  for (const [script, metricsPort] of [
    ['main.ts', 'google'],
    ['worker.ts', 'microsoft'],
  ] as const)
    test(`is opened by ${script} where the operator sets it, and closed with the process`, async () => {
      const child = start(script, { METRICS_PORT: String(ports[metricsPort]) });
      const takesJobs = script === 'worker.ts' && once(child, 'message');
      await answers(`http://127.0.0.1:${String(ports[metricsPort])}/metrics`);
      const samples = await scrape(ports[metricsPort]);
      assert.equal(valueOf(samples, 'msi_sends_total', { provider: 'google', outcome: 'sent' }), 0);
      assert.equal(valueOf(samples, 'msi_lanes', { state: 'waiting' }), 0);
      assert.ok(valueOf(samples, 'process_resident_memory_bytes'));
      if (script === 'main.ts') {
        await answers(`http://127.0.0.1:${String(ports.service)}/health/live`);
        assert.equal((await fetch(`http://127.0.0.1:${String(ports.service)}/metrics`)).status, 404);
      }
      await takesJobs;
      assert.equal(await ended(child), 0);
    });

  test('stops the start with a sentence when another process has it', async () => {
    const child = start('main.ts', { METRICS_PORT: new URL(database.urls.app).port, METRICS_HOST: new URL(database.urls.app).hostname });
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 1);
    assert.match(output, /METRICS_PORT: .*each process of a machine needs its own/);
  });

  test('is off where nobody sets it, and then the library is not even loaded', () => {
    const script = `
      import { createRequire } from 'node:module';
      const { startMetrics } = await import('./operator-metrics.ts');
      const { port } = await startMetrics({ config: { METRICS_HOST: '127.0.0.1', DATABASE_URL: '' }, clock: { now: () => new Date() }, log: console });
      const isLoaded = Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('@prometheus-io'));
      console.log(JSON.stringify({ port, isLoaded }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: here, encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), { port: null, isLoaded: false });
  });
});
