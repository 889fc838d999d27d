import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../local-world/ports.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { scrape, valueOf } from '../test-support/metrics.ts';
import { startServiceProcess, type ServiceProcess } from '../test-support/service-process.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

describe('The port of the metrics', () => {
  let database: TestDatabase;
  let started: ServiceProcess | undefined;
  before(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await started?.stop();
    started = undefined;
  });
  after(() => database.drop());

  const start = async (script: 'main.ts' | 'worker.ts', env: Record<string, string>): Promise<ServiceProcess> =>
    (started = await startServiceProcess(script, database, { LOG_LEVEL: 'warn', ...env }));

  for (const script of ['main.ts', 'worker.ts'] as const)
    test(`is opened by ${script} where the operator sets it, and closed with the process`, async () => {
      const { google: port } = await freePorts();
      const service = await start(script, { METRICS_PORT: String(port) });
      await service.ready();
      const samples = await scrape(port);
      assert.equal(valueOf(samples, 'msi_sends_total', { provider: 'google', outcome: 'sent' }), 0);
      assert.equal(valueOf(samples, 'msi_lanes', { state: 'waiting' }), 0);
      assert.ok(valueOf(samples, 'process_resident_memory_bytes'));
      if (script === 'main.ts') assert.equal((await fetch(`${service.url}/metrics`)).status, 404);
      assert.equal(await service.stop(), 0);
    });

  test('stops the start with a sentence when another process has it', async () => {
    const { port, hostname } = new URL(database.urls.app);
    const service = await start('main.ts', { METRICS_PORT: port, METRICS_HOST: hostname });
    assert.equal(await service.ended, 1);
    assert.match(service.output(), /METRICS_PORT: .*each process of a machine needs its own/);
  });

  test('is off where nobody sets it, and then the library is not even loaded', () => {
    const script = `
      import { createRequire } from 'node:module';
      const { startMetrics } = await import('./operator-metrics.ts');
      const config = { METRICS_HOST: '127.0.0.1', DATABASE_URL: '' };
      const { port } = await startMetrics({ config, clock: { now: () => new Date() }, log: console });
      const isLoaded = Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('@prometheus-io'));
      console.log(JSON.stringify({ port, isLoaded }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: here, encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), { port: null, isLoaded: false });
  });
});
