import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase } from '../test-support/database.ts';
import { scrape, startMetricsOn, valueOf } from '../test-support/metrics.ts';
import { READINGS } from './operator-metrics.ts';

test('A reading that is not answered in time costs its own values, and the others are there', async () => {
  const database = await createTestDatabase();
  const operator = await startMetricsOn(database.urls.app);
  const inTheWay = await database.ownerPool.connect();
  await inTheWay.query('begin; lock table email_connections in access exclusive mode');
  const samples = await scrape(operator.port ?? 0);
  await inTheWay.query('rollback');
  inTheWay.release();
  await operator.stop();
  await database.drop();
  assert.equal(valueOf(samples, 'msi_failed_readings_total', { reading: 'lanes' }), 1);
  assert.equal(valueOf(samples, 'msi_lanes', { state: 'sending' }), undefined);
  assert.equal(valueOf(samples, 'msi_failed_readings_total', { reading: 'jobs' }), 0);
  assert.equal(valueOf(samples, 'msi_jobs_due', { job_name: 'drain-mailbox' }), 0);
});

test('A database that does not answer costs its own values and nothing else', async () => {
  const operator = await startMetricsOn('postgres://msi_app:x@127.0.0.1:1/nothing');
  const samples = await scrape(operator.port ?? 0);
  await operator.stop();
  for (const { name } of READINGS) assert.equal(valueOf(samples, 'msi_failed_readings_total', { reading: name }), 1);
  for (const { name } of READINGS.flatMap(({ gauges }) => gauges)) assert.equal(valueOf(samples, name), undefined);
  assert.equal(valueOf(samples, 'msi_sends_total', { provider: 'google', outcome: 'sent' }), 0);
});
