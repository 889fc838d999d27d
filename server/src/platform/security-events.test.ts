import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../test-support/app.ts';
import { inOrg } from './postgres.ts';
import { NOBODY, recordSecurityEvent, securityEventChannel } from './security-events.ts';

const ACME = '00D000000000001EAA';

describe('The log of security events', () => {
  let service: TestApp;
  before(async () => {
    service = await createTestApp();
    await service.addOrg({ orgId: ACME });
  });
  after(() => service.close());

  test('What the application wrote to the logs it can never change or delete', async () => {
    const { pool } = service.database;
    await inOrg(pool, ACME, (tx) =>
      recordSecurityEvent(tx, ACME, {
        kind: 'role_changed',
        outcome: 'done',
        by: NOBODY,
        about: 'rae@acme.example',
        at: service.clock.now(),
      }),
    );
    for (const table of ['security_events', 'secret_audit'])
      for (const sql of [`delete from ${table}`, `update ${table} set org_id = org_id`, `truncate ${table}`])
        await assert.rejects(
          inOrg(pool, ACME, (tx) => tx.query(sql)),
          /permission denied/,
          sql,
        );
    await assert.rejects(
      inOrg(pool, ACME, (tx) => tx.query('delete from orgs')),
      /permission denied/,
    );
    const { rows } = await inOrg(pool, ACME, (tx) => tx.query('select kind, about from security_events where org_id = $1', [ACME]));
    assert.deepEqual(rows, [{ kind: 'role_changed', about: 'rae@acme.example' }]);
  });

  test('Every event is passed to the log of the process, without names', async () => {
    const passed: unknown[] = [];
    const listen = (event: unknown): number => passed.push(event);
    securityEventChannel.subscribe(listen);
    await inOrg(service.database.pool, ACME, (tx) =>
      recordSecurityEvent(tx, ACME, {
        kind: 'sign_in_refused',
        outcome: 'refused',
        by: { ...NOBODY, name: 'rae@acme.example', ipAddress: '192.0.2.7' },
        at: service.clock.now(),
      }),
    );
    securityEventChannel.unsubscribe(listen);
    assert.deepEqual(passed, [
      { orgId: ACME, kind: 'sign_in_refused', outcome: 'refused', userId: null, salesforceUserId: null, ipAddress: '192.0.2.7' },
    ]);
  });
});
