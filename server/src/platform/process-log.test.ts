import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../test-support/app.ts';
import { createTestCertificate, type TestOrg } from '../../test-support/org.ts';
import { startServiceProcess, type ServiceProcess } from '../../test-support/service-process.ts';
import { until } from '../../test-support/until.ts';
import { enqueue } from './jobs.ts';
import { inOrg } from './postgres.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
/** A job on a busy machine waits for seconds. */
const PATIENT = { deadlineMs: 60_000 };

describe('Every security event is written', () => {
  let service: TestApp;
  let acme: TestOrg;
  let started: ServiceProcess | undefined;
  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
  });
  afterEach(async () => {
    await started?.stop();
    started = undefined;
  });
  after(() => service.close());

  const start = async (script: 'main.ts' | 'worker.ts'): Promise<ServiceProcess> => {
    started = await startServiceProcess(script, service.database);
    await started.ready();
    return started;
  };
  const eventIn = (running: ServiceProcess, kind: string): Promise<unknown> =>
    until(
      `${kind} is in the log`,
      () => {
        const line = running
          .output()
          .split('\n')
          .find((one) => one.includes('"msg":"Security event"') && one.includes(kind));
        return line && (JSON.parse(line) as { event: unknown }).event;
      },
      PATIENT,
    );

  test('to the log of the service', async () => {
    const running = await start('main.ts');
    const forged = await acme.panelToken(RAE, { certificate: await createTestCertificate() });
    await fetch(`${running.url}/v1/sessions`, { method: 'POST', headers: { authorization: `PanelToken ${forged}` } });
    const nobody = { userId: null, salesforceUserId: null, ipAddress: '127.0.0.1' };
    assert.deepEqual(await eventIn(running, 'panel_token_refused'), {
      orgId: ACME,
      kind: 'panel_token_refused',
      outcome: 'refused',
      ...nobody,
    });
  });

  test('to the log of the worker', async () => {
    const { id: userId } = await acme.addUser(RAE);
    const running = await start('worker.ts');
    await inOrg(service.database.pool, ACME, (tx) => enqueue(tx, 'end-inactive-user', { orgId: ACME, userId }));
    const nobody = { userId: null, salesforceUserId: null, ipAddress: null };
    assert.deepEqual(await eventIn(running, 'user_deactivated'), { orgId: ACME, kind: 'user_deactivated', outcome: 'done', ...nobody });
  });
});
