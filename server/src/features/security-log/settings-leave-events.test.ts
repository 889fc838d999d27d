import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { SecurityEventList } from './schemas.ts';

const ACME = '00D000000000001EAA';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', role: 'admin' } as const;
const SERVER = { host: '127.0.0.1', port: 2525, security: 'none', username: 'team', password: 'a secret' };
const CLIENT = { clientId: 'acme-google', clientSecret: 'a secret' };

describe('What an admin changes in Settings is kept', () => {
  let service: TestApp;
  let admin: TestPanel;

  before(async () => {
    service = await createTestApp();
    const acme = await service.addOrg({ orgId: ACME });
    await acme.addUser(AVERY);
    admin = await service.openPanel(acme, AVERY);
  });
  beforeEach(() => service.database.ownerPool.query('delete from security_events'));
  after(() => service.close());

  const ask = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<number> =>
    (await admin.request(method, path, body)).status;
  const kept = async () => {
    const { events } = (await admin.request('GET', '/v1/security-events')).body as SecurityEventList;
    assert.ok(events.every(({ person, ipAddress, outcome }) => person === AVERY.email && ipAddress !== null && outcome === 'done'));
    const csv = (await admin.request('GET', '/v1/security-events/csv')).body as string;
    assert.doesNotMatch(csv, /a secret/);
    return events.map(({ kind, about }) => (about === null ? kind : `${kind} ${about}`)).toReversed();
  };

  test("The team's mail server: saved and removed, without its password", async () => {
    assert.equal(await ask('PUT', '/v1/team-smtp', SERVER), 200);
    assert.equal(await ask('PUT', '/v1/team-smtp', { ...SERVER, security: 'nonsense' }), 400);
    assert.equal(await ask('DELETE', '/v1/team-smtp'), 204);
    assert.equal(await ask('DELETE', '/v1/team-smtp'), 204);
    assert.deepEqual(await kept(), ['team_smtp_changed 127.0.0.1:2525', 'team_smtp_changed 127.0.0.1:2525']);
  });

  test('An OAuth client: saved and removed, without its secret', async () => {
    assert.equal(await ask('PUT', '/v1/oauth-clients/google', CLIENT), 200);
    assert.equal(await ask('DELETE', '/v1/oauth-clients/google'), 204);
    assert.equal(await ask('DELETE', '/v1/oauth-clients/google'), 404);
    assert.deepEqual(await kept(), ['oauth_client_changed acme-google', 'oauth_client_changed acme-google']);
  });

  test('What may be done in mailboxes, with what it was before', async () => {
    assert.equal(await ask('PUT', '/v1/mailbox-policy', { google: 'send', microsoft: 'bodies' }), 200);
    assert.deepEqual(await kept(), ['mailbox_policy_changed']);
    const { rows } = await service.database.ownerPool.query<{ details: object }>('select details from security_events');
    assert.deepEqual(rows[0]?.details, { google: 'send', microsoft: 'bodies', googleBefore: 'headers', microsoftBefore: 'headers' });
  });

  test('The kill switch: pressed and lifted, once each', async () => {
    assert.equal(await ask('POST', '/v1/kill-switch', { orgName: 'Acne' }), 422);
    assert.equal(await ask('POST', '/v1/kill-switch', { orgName: 'Acme' }), 200);
    assert.equal(await ask('POST', '/v1/kill-switch', { orgName: 'Acme' }), 200);
    await service.database.ownerPool.query('update kill_switch_runs set finished_at = now()');
    assert.equal(await ask('DELETE', '/v1/kill-switch'), 200);
    assert.equal(await ask('DELETE', '/v1/kill-switch'), 200);
    assert.deepEqual(await kept(), ['kill_switch_pressed', 'kill_switch_lifted']);
  });
});
