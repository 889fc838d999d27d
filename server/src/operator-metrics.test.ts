import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { ALL_METRICS, metricOf, scrape, startMetricsOn, valueOf, type ScrapedSample } from '../test-support/metrics.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../test-support/selling-rig.ts';
import { until } from '../test-support/until.ts';
import { READINGS, type OperatorMetrics } from './operator-metrics.ts';
import type { Reading } from './platform/metrics.ts';

const GLOBEX_ORG = '00D000000000002EAA';
const OUTCOMES = ['sent', 'failed', 'put_back', 'uncertain', 'not_tried'];
const ANSWERS = ['sent', 'not_sent', 'unknown'];

describe('The metrics of the operator', () => {
  let database: TestDatabase;
  let operator: OperatorMetrics;
  let rig: SellingRig;
  let rae: Rep;
  before(async () => {
    database = await createTestDatabase();
    operator = await startMetricsOn(database.urls.app);
    rig = await startSellingRig({ metrics: operator.metrics, database });
  });
  after(async () => {
    await rig.close();
    await operator.stop();
    await database.drop();
  });

  const scraped = (): Promise<ScrapedSample[]> => scrape(operator.port ?? 0);
  const readingOf = (name: string): Reading => READINGS.find((reading) => reading.name === name) ?? assert.fail(name);
  const read = async (name: string): Promise<Record<string, number>> => {
    const samples = await readingOf(name).read(database.pool, rig.clock.now());
    return Object.fromEntries(samples.map(({ gauge, labels, value }) => [`${gauge.name} ${Object.values(labels).join()}`, value]));
  };
  const counts = (name: string, labels: Record<string, string>): Promise<true> =>
    until(`${name} ${JSON.stringify(labels)}`, async () => ((valueOf(await scraped(), name, labels) ?? 0) > 0 ? true : null), {
      everyMs: 50,
      deadlineMs: 15_000,
    });

  /** What is counted of Google's sends, of looks at a vendor, and of writes that Salesforce refused for a reason of its own. */
  const tallies = async (): Promise<Record<string, number>> => {
    const samples = await scraped();
    const tally = (name: string, labels: Record<string, string>): number => valueOf(samples, name, labels) ?? 0;
    return {
      ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, tally('msi_sends_total', { provider: 'google', outcome })])),
      ...Object.fromEntries(ANSWERS.map((answer) => [`settled: ${answer}`, tally('msi_settled_sends_total', { answer })])),
      'other write': tally('msi_salesforce_writes_total', { state: 'failed', code: 'other' }),
    };
  };
  const countsSince = (before: Record<string, number>, now: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)]));

  test('say what waits, across all orgs: due jobs with their age, lanes, and how late the looks for answers are', async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    await rae.send();
    await database.ownerPool.query(`update graphile_worker._private_jobs set run_at = now() - interval '2 minutes'`);
    const jobs = await read('jobs');
    assert.equal(jobs['msi_jobs_due drain-mailbox'], 1);
    assert.ok((jobs['msi_oldest_due_job_age_seconds drain-mailbox'] ?? 0) >= 120);
    assert.equal(jobs['msi_jobs_due check-mailbox'], 0);
    assert.deepEqual(await read('lanes'), { 'msi_lanes sending': 0, 'msi_lanes waiting': 1, 'msi_lanes held_back': 0 });

    await database.ownerPool.query(`update email_connections set next_slot_at = now() + interval '1 hour'`);
    const elsewhere = await rig.service.addOrg({ orgId: GLOBEX_ORG });
    const user = await elsewhere.addUser({ salesforceUserId: '005000000000009AAA', email: 'gus@globex.example' });
    const { rows } = await database.ownerPool.query<{ id: string }>(
      `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at, lane_lease_until)
       values ($1, $2, 'microsoft', 'gus', 'gus@globex.example', now(), now() + interval '1 hour') returning id`,
      [GLOBEX_ORG, user.id],
    );
    assert.deepEqual(await read('lanes'), { 'msi_lanes sending': 1, 'msi_lanes waiting': 0, 'msi_lanes held_back': 1 });

    await database.ownerPool.query(
      `insert into mailbox_watches (org_id, connection_id, watched_since, next_check_at, next_reconcile_at, renew_push_at)
       values ($1, $2, now(), $3::timestamptz - interval '10 minutes', now() + interval '1 day', now())`,
      [GLOBEX_ORG, rows[0]?.id, rig.clock.now()],
    );
    const lag = await read('answers');
    assert.equal(lag['msi_answer_check_lag_seconds google'], 0);
    assert.ok(Math.abs((lag['msi_answer_check_lag_seconds microsoft'] ?? 0) - 600) < 60);
    await database.ownerPool.query(`delete from email_connections where org_id = $1`, [GLOBEX_ORG]);
    await rig.reset();
  });

  test('count jobs of a name that nobody knows as other', async () => {
    await database.ownerPool.query(`select graphile_worker.add_job('of-another-release', '{}')`);
    assert.equal((await read('jobs'))['msi_jobs_due other'], 1);
    await rig.reset();
  });

  test('count what really happens: a send, a bounce, refreshes, and a write that Salesforce refuses', async () => {
    rae = await rig.addRep(RAE, 'google', 'headers');
    await database.ownerPool.query(`update email_connections set access_token_expires_at = now() - interval '1 hour'`);
    await rig.simulator('salesforce', 'POST', `/sim/users/${RAE.salesforceUserId}/expire-access-tokens`);
    await rig.refuseRecords({ object: 'Task', times: 1, errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No.' });
    await rig.startWorker();
    const { body } = await rae.send();
    await rig.inState(rae, body.id, 'sent');
    await rig.service.app.inject({ method: 'GET', url: `/v1/sales-emails/${ACME}/dana@globex.example` });
    await counts('msi_sends_total', { provider: 'google', outcome: 'sent' });
    await counts('msi_token_refreshes_total', { provider: 'google', outcome: 'refreshed' });
    await counts('msi_token_refreshes_total', { provider: 'salesforce', outcome: 'refreshed' });
    await counts('msi_salesforce_writes_total', { state: 'failed', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
    await counts('msi_http_request_duration_seconds_count', { route: '/v1/sales-emails', method: 'POST', status: '2xx' });
    await counts('msi_http_request_duration_seconds_count', { route: 'none', method: 'GET', status: '4xx' });

    await rig.prospectDoes('dana@globex.example', 'bounce', { kind: 'unknown_address' });
    await until('the email is bounced', async () => {
      await database.ownerPool.query('update mailbox_watches set next_check_at = $1 where checker_lease_until is null', [rig.clock.now()]);
      await rig.work.sweep();
      return (await rae.panel.request('GET', `/v1/sales-emails/${body.id}`)).body.state === 'bounced';
    });
    await counts('msi_salesforce_writes_total', { state: 'skipped', code: 'PARENT_NOT_LOGGED' });
  });

  test('count sends that fail, wait, end before their vendor is asked, or have an unknown outcome, each for itself', async () => {
    const before = await tallies();
    const failing = async (action: object, effect = 'before') => {
      await rig.fault('google', { match: { method: 'POST', path: '/gmail/v1/users/me/messages/send' }, times: 1, effect, action });
      return (await rae.send()).body.id as string;
    };
    // Twice: a refusal is tried once more by what the org is like now
    await rig.refuseRecords({ object: 'Task', times: 2, errorCode: 'RULE_OF_RAE@ACME.EXAMPLE', message: 'No.' });
    await rig.inState(rae, await failing({ kind: 'cut' }, 'after'), 'sent');

    const error = (code: number, reason: string) => ({ kind: 'status', status: code, body: { error: { code, errors: [{ reason }] } } });
    await rig.inState(rae, await failing(error(400, 'invalidArgument')), 'failed');

    await rig.setUndo(20);
    const { body } = await rae.send();
    await database.ownerPool.query('update email_wishes set opted_out = true');
    rig.clock.advance(21_000);
    await rig.inState(rae, body.id, 'failed');

    await rig.setUndo(0);
    await database.ownerPool.query('update email_wishes set opted_out = false');
    await failing(error(429, 'rateLimitExceeded'));

    // Each is counted a moment after its commit, this one last
    await until('the write that Salesforce refused is counted', async () => countsSince(before, await tallies())['other write'] === 1);
    await until('the email that waits is counted', async () => countsSince(before, await tallies())['put_back'] === 1);
    const { 'settled: sent': found = 0, ...others } = countsSince(before, await tallies());
    assert.deepEqual(others, {
      ...{ sent: 0, failed: 1, put_back: 1, uncertain: 1, not_tried: 1 },
      ...{ 'settled: not_sent': 0, 'settled: unknown': 0 },
      'other write': 1,
    });
    // Two processes may look at the vendor for one email, and each look counts
    assert.ok(found >= 1);
  });

  test('answer with every metric that the code has, and with those of the process', async () => {
    const names = new Set((await scraped()).map(({ name }) => metricOf(name)?.name ?? name));
    for (const { name } of ALL_METRICS) assert.ok(names.has(name), name);
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) assert.ok(names.has(name), name);
  });

  test('name nobody: values of labels come from closed lists, and no address, id or customer is among them', async () => {
    const { rows } = await database.ownerPool.query<{ id: string }>(
      `select id::text from users union select id::text from sales_emails union select id::text from email_connections`,
    );
    const known = [ACME, DANA, RAE.salesforceUserId, RAE.email, 'Acme', 'globex', ...rows.map(({ id }) => id)];
    const samples = await scraped();
    assert.ok(samples.length > 100);
    for (const { name, labels } of samples)
      for (const [label, value] of Object.entries(labels)) {
        assert.ok(!value.includes('@') && known.every((secret) => !value.includes(secret)), `${name}{${label}="${value}"}`);
        const metric = metricOf(name);
        if (!metric || label === 'le') continue;
        const list = metric.labels[label];
        const isKnown =
          list === 'route_patterns'
            ? value === 'none' ||
              ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].some((method) => rig.service.app.hasRoute({ url: value, method }))
            : list?.includes(value);
        assert.ok(isKnown, `${name}{${label}="${value}"}`);
      }
  });

  test('are not at the public port', async () => {
    assert.equal((await rig.service.app.inject({ url: '/metrics' })).statusCode, 404);
  });

  test('are alone at their port', async () => {
    for (const path of ['/', '/health/live', '/v1/panel'])
      assert.equal((await fetch(`http://127.0.0.1:${String(operator.port)}${path}`)).status, 404, path);
  });
});
