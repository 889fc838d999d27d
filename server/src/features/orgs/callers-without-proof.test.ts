import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../../test-support/app.ts';
import { createTestCertificate, type TestOrg } from '../../../test-support/org.ts';

const ACME = '00D000000000001EAA';
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const INVITED = { salesforceUserId: '005000000000003AAA', email: 'noor@acme.example' };
const MINUTE_MS = 60_000;

describe('Callers without proof', () => {
  let service: TestApp;
  let acme: TestOrg;
  let invitedId: string;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
    await acme.addUser(RAE);
    ({ id: invitedId } = await acme.addUser({ ...INVITED, state: 'invited' }));
  });
  after(() => service.close());
  beforeEach(() => service.database.ownerPool.query('delete from security_events'));

  const signIn = (token: string, remoteAddress = '203.0.113.7') =>
    service.app.inject({ method: 'POST', url: '/v1/sessions', headers: { authorization: `PanelToken ${token}` }, remoteAddress });
  const events = async () =>
    (
      await service.database.ownerPool.query<{ kind: string; ip: string; count: number; code: string }>(
        `select kind, ip_address as ip, (details->>'count')::int as count, details->>'code' as code from security_events order by id`,
      )
    ).rows;
  const transactions = async (): Promise<number> => {
    await service.database.ownerPool.query('select pg_stat_force_next_flush()');
    const { rows } = await service.database.ownerPool.query<{ count: string }>(
      `select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()`,
    );
    return Number(rows[0]?.count);
  };

  test('An unknown org, a signature of somebody else and an org that is not finished are answered in the same words', async () => {
    const stranger = await createTestCertificate();
    await service.addOrg({ orgId: '00D000000000008EAA', lightningOrigin: 'https://eight.lightning.force.com' });
    await service.database.ownerPool.query(`update orgs set registration_step = 'certificate' where org_id = '00D000000000008EAA'`);
    const answers = [
      await signIn(await acme.panelToken(RAE, { claims: { iss: '00D000000000009EAA' } })),
      await signIn(await acme.panelToken(RAE, { claims: { iss: '00D000000000008EAA' } })),
      await signIn(await acme.panelToken(RAE, { certificate: stranger })),
      await signIn(await acme.panelToken({ ...RAE, salesforceUserId: '005000000000099AAA' }, { certificate: stranger })),
      await signIn(await acme.panelToken(RAE, { certificate: stranger, issuedAt: new Date(0) })),
      await signIn('nonsense'),
    ];
    const words = answers.map((answer) => {
      const { type, title, status, code } = answer.json<Record<string, unknown>>();
      return JSON.stringify({ type, title, status, code });
    });
    assert.equal(new Set(words).size, 1, words.join('\n'));
    assert.match(words[0] ?? '', /panel_token_invalid/);
  });

  test('That a certificate has expired is told only to whom it has signed for', async () => {
    const pool = service.database.ownerPool;
    await pool.query(`update org_certificates set not_after = now() - interval '1 hour' where org_id = $1`, [ACME]);
    const own = (await signIn(await acme.panelToken(RAE))).json<{ title: string }>();
    const forged = (await signIn(await acme.panelToken(RAE, { certificate: await createTestCertificate() }))).json<{ title: string }>();
    await pool.query(`update org_certificates set not_after = now() + interval '1 year' where org_id = $1`, [ACME]);
    assert.match(own.title, /certificate.*has expired/);
    assert.doesNotMatch(forged.title, /has expired/);
  });

  test('A thousand forged tokens of an org that nobody knows cost no transaction each', async () => {
    const token = await acme.panelToken(RAE, { claims: { iss: '00D000000000009EAA' } });
    await signIn(token);
    const before = await transactions();
    await Promise.all(Array.from({ length: 300 }, () => signIn(token)));
    assert.ok((await transactions()) - before < 30);
    assert.deepEqual(await events(), []);
  });

  test('Forged and replayed tokens of an org are in its log, a row a minute for each network address, and each is counted', async () => {
    const stranger = await createTestCertificate();
    const forge = async (address = '203.0.113.9') => signIn(await acme.panelToken(RAE, { certificate: stranger }), address);
    for (let attempt = 0; attempt < 20; attempt += 1) await forge();
    await forge('203.0.113.8');
    const once = await acme.panelToken(RAE);
    for (let use = 0; use < 3; use += 1) await signIn(once, '203.0.113.9');
    assert.deepEqual(await events(), [
      { kind: 'panel_token_refused', ip: '203.0.113.9', count: 1, code: 'panel_token_invalid' },
      { kind: 'panel_token_refused', ip: '203.0.113.8', count: 1, code: 'panel_token_invalid' },
      { kind: 'panel_token_replayed', ip: '203.0.113.9', count: 1, code: 'panel_token_replayed' },
    ]);
    service.clock.advance(MINUTE_MS + 1_000);
    await forge();
    const counted = (await events()).filter(({ kind, ip }) => kind === 'panel_token_refused' && ip === '203.0.113.9');
    assert.equal(
      counted.reduce((sum, { count }) => sum + count, 0),
      21,
    );
    assert.equal(counted.length, 2);
  });

  test('The address in a token opens nothing of an invitation: it is told that there is one, and where to sign in', async () => {
    const panel = await service.openPanel(acme, INVITED);
    const shown = await panel.request('GET', '/v1/panel?recordId=00Q000000000001EAA');
    assert.deepEqual([shown.status, shown.body.readiness, shown.body.user], [200, 'not_activated', null]);
    for (const [method, path, body] of [
      ['GET', '/v1/me'],
      ['PATCH', '/v1/me', { panelTourDone: true }],
      ['GET', '/v1/email-connections'],
      ['POST', '/v1/email-connections/google'],
      ['GET', '/v1/identities'],
      ['GET', '/v1/users'],
    ] as const) {
      const answer = await panel.request(method, path, body);
      assert.equal(answer.status, 403, path);
      assert.doesNotMatch(JSON.stringify(answer.body), new RegExp(invitedId));
    }
    const { rows } = await service.database.ownerPool.query('select 1 from users where panel_tour_done');
    assert.equal(rows.length, 0);
  });

  test('The link that such a caller gets signs nobody in and names nobody', async () => {
    const panel = await service.openPanel(acme, INVITED);
    const { url } = (await panel.request('POST', '/v1/onboarding/link')).body as { url: string };
    const page = await service.app.inject({ url: new URL(url).pathname + new URL(url).search });
    assert.equal(page.statusCode, 200);
    assert.doesNotMatch(page.body, /noor@acme\.example/);
    const { rows } = await service.database.ownerPool.query<{ user: string | null }>(
      `select user_id as user from onboarding_tickets order by expires_at desc limit 1`,
    );
    assert.deepEqual(rows, [{ user: null }]);
  });

  test('Who has connected is known by the Salesforce user alone, whatever address the token names', async () => {
    const panel = await service.openPanel(acme, { salesforceUserId: RAE.salesforceUserId, email: INVITED.email });
    assert.equal((await panel.request('GET', '/v1/me')).body.email, RAE.email);
    const stranger = await service.openPanel(acme, { salesforceUserId: '005000000000098AAA', email: RAE.email });
    assert.equal((await stranger.request('GET', '/v1/me')).body.code, 'not_invited');
  });

  test('An invitation that has expired is none', async () => {
    service.clock.advance(31 * 24 * 60 * MINUTE_MS);
    const panel = await service.openPanel(acme, INVITED);
    assert.equal((await panel.request('GET', '/v1/me')).body.code, 'not_invited');
    service.clock.advance(-31 * 24 * 60 * MINUTE_MS);
  });
});
