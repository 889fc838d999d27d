import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' };
const INES = { salesforceUserId: '005000000000021AAA', email: 'ines@initech.example', name: 'Ines Vidal' };

interface Result {
  email: string;
  outcome: string;
  user: { id: string; state: string } | null;
}

describe('Users of an org', () => {
  let service: TestApp;
  let acme: TestOrg;
  let initech: TestOrg;
  let avery: TestUser;
  let rae: TestUser;
  let admin: TestPanel;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: '00D000000000001EAA' });
    initech = await service.addOrg({
      orgId: '00D000000000002EAA',
      name: 'Initech',
      lightningOrigin: 'https://initech.lightning.force.com',
    });
  });
  after(() => service.close());
  beforeEach(async () => {
    await service.database.ownerPool.query('delete from users; delete from letters; delete from letter_slots');
    avery = await acme.addUser({ ...AVERY, role: 'admin' });
    rae = await acme.addUser(RAE);
    await initech.addUser({ ...INES, role: 'admin' });
    admin = await service.openPanel(acme, AVERY);
  });

  const invite = async (emails: string[], panel = admin): Promise<Result[]> => {
    const { status, body } = await panel.request('POST', '/v1/users/invitations', { emails });
    assert.equal(status, 200);
    return (body as { results: Result[] }).results;
  };
  const queuedInvitations = async (): Promise<number> => {
    const { rows } = await service.database.jobsPool.query<{ count: number }>(
      `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'send-invitation'`,
    );
    return rows[0]?.count ?? 0;
  };

  test('Each address that was asked for is answered, in order and with a reason', async () => {
    const before = await queuedInvitations();
    const results = await invite(['New@Acme.example', 'rae@acme.example', 'new@acme.example', 'ines@initech.example', 'no address']);
    assert.deepEqual(
      results.map(({ email, outcome }) => [email, outcome]),
      [
        ['new@acme.example', 'invited'],
        ['rae@acme.example', 'already_active'],
        ['new@acme.example', 'already_invited'],
        ['ines@initech.example', 'invited'],
        ['no address', 'not_an_address'],
      ],
    );
    assert.equal((await queuedInvitations()) - before, 2);
  });

  test('An org has 100 seats, also when many are asked for at once', async () => {
    const addresses = (from: number) => Array.from({ length: 60 }, (_, index) => `person${String(from + index)}@acme.example`);
    const answers = await Promise.all([invite(addresses(0)), invite(addresses(100))]);
    const outcomes = answers.flat().map(({ outcome }) => outcome);
    assert.equal(outcomes.filter((outcome) => outcome === 'invited').length, 98);
    assert.equal(outcomes.filter((outcome) => outcome === 'no_seat_left').length, 22);
    const deactivated = await admin.request('POST', `/v1/users/${rae.id}/deactivation`);
    assert.equal(deactivated.status, 200);
    assert.equal((await invite(['one.more@acme.example']))[0]?.outcome, 'invited');
    assert.equal((await admin.request('POST', `/v1/users/${rae.id}/reactivation`)).body.code, 'no_seat_left');
  });

  test('Only an admin sees, invites, deactivates or reactivates people', async () => {
    const rep = await service.openPanel(acme, RAE);
    const attempts = [
      await rep.request('GET', '/v1/users'),
      await rep.request('POST', '/v1/users/invitations', { emails: ['x@acme.example'] }),
      await rep.request('POST', `/v1/users/${avery.id}/deactivation`),
      await rep.request('POST', `/v1/users/${avery.id}/reactivation`),
      await rep.request('POST', `/v1/users/${avery.id}/invitation`),
    ];
    for (const { status, body } of attempts) assert.deepEqual([status, body.code], [403, 'admins_only']);
  });

  test('The list tells who is active, who is invited and what became of the welcome email', async () => {
    await invite(['new@acme.example']);
    const { body } = await admin.request('GET', '/v1/users');
    const users = (body as { users: { email: string; state: string; mailbox: unknown }[] }).users;
    assert.deepEqual(
      users.map(({ email, state }) => [email, state]),
      [
        ['avery@acme.example', 'activated'],
        ['new@acme.example', 'invited'],
        ['rae@acme.example', 'activated'],
      ],
    );
  });

  test('A welcome email is sent again only to those who still wait for one', async () => {
    const [invited] = await invite(['new@acme.example']);
    const before = await queuedInvitations();
    service.clock.advance(61_000);
    assert.equal((await admin.request('POST', `/v1/users/${invited?.user?.id ?? ''}/invitation`)).status, 200);
    assert.equal((await queuedInvitations()) - before, 1);
    assert.equal((await admin.request('POST', `/v1/users/${rae.id}/invitation`)).body.code, 'already_active');
  });

  test('Nobody ends the own access', async () => {
    assert.equal((await admin.request('POST', `/v1/users/${avery.id}/deactivation`)).body.code, 'own_access');
  });

  test('What a deactivated rep still has waiting is not sent', async () => {
    await service.database.ownerPool.query(
      `insert into sales_emails (org_id, user_id, record_id, record_object, state, created_at, updated_at)
       values ($1, $2, '00Q000000000001EAA', 'Lead', 'queued', now(), now())`,
      [acme.orgId, rae.id],
    );
    await admin.request('POST', `/v1/users/${rae.id}/deactivation`);
    const { rows } = await service.database.ownerPool.query<{ state: string }>('select state from sales_emails where user_id = $1', [
      rae.id,
    ]);
    assert.equal(rows[0]?.state, 'cancelled');
  });

  test('A rep changes the own signature, and nothing that could run is kept', async () => {
    const panel = await service.openPanel(acme, RAE);
    const { status, body } = await panel.request('PATCH', '/v1/me', {
      signatureHtml: '<b>Rae</b><script>x()</script>',
      panelTourDone: true,
    });
    assert.deepEqual([status, body.signatureHtml, body.panelTourDone], [200, '<b>Rae</b>', true]);
    assert.equal((await panel.request('GET', '/v1/me')).body.signatureHtml, '<b>Rae</b>');
  });

  test('Somebody who is not invited has no account to look at', async () => {
    const panel = await service.openPanel(acme, { salesforceUserId: '005000000000077AAA', email: 'stranger@acme.example' });
    assert.deepEqual(
      [(await panel.request('GET', '/v1/me')).body.code, (await panel.request('POST', '/v1/onboarding/link')).body.code],
      ['not_invited', 'not_invited'],
    );
  });
});
