import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createTestApp, type TestApp } from '../../../test-support/app.ts';
import { until } from '../../../test-support/until.ts';
import { createTestCertificate, type PanelTokenOptions, type TestOrg } from '../../../test-support/org.ts';

const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' };
const ACME = '00D000000000001EAA';
const INITECH = '00D000000000002EAA';

describe('Sign-in of the panel', () => {
  let service: TestApp;
  let acme: TestOrg;
  let initech: TestOrg;
  let userId: string;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
    initech = await service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
    ({ id: userId } = await acme.addUser(RAE));
    await acme.addUser({ salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', role: 'admin' });
  });
  after(() => service.close());

  const signIn = async (token: string) => {
    const answer = await service.app.inject({ method: 'POST', url: '/v1/sessions', headers: { authorization: `PanelToken ${token}` } });
    return {
      status: answer.statusCode,
      body: answer.json<{ code?: string; token?: string; expiresAt?: string }>(),
      type: answer.headers['content-type'],
    };
  };
  const me = async (authorization: string) => {
    const answer = await service.app.inject({ method: 'GET', url: '/v1/me', headers: { authorization } });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<{ code?: string; email?: string }>() };
  };
  const refuses = (name: string, code: string, token: () => Promise<string>): void => {
    void test(name, async () => {
      const { status, body, type } = await signIn(await token());
      assert.deepEqual([status, body.code, type], [401, code, 'application/problem+json']);
    });
  };
  const rae = (options?: PanelTokenOptions) => acme.panelToken(RAE, options);

  test('A token that Apex signed gives a session of 15 minutes', async () => {
    const { status, body } = await signIn(await rae());
    assert.equal(status, 200);
    assert.ok(Math.abs(Date.parse(body.expiresAt ?? '') - service.clock.now().getTime() - 15 * 60_000) < 5_000);
    const answer = await me(`Bearer ${body.token ?? ''}`);
    assert.deepEqual([answer.status, answer.body.email], [200, 'rae@acme.example']);
  });

  test('A first request with the Apex token needs no request of its own for the session', async () => {
    const first = await me(`PanelToken ${await rae()}`);
    assert.equal(first.status, 200);
    assert.ok(Date.parse(String(first.headers['x-panel-session-expires'])) > 0);
    assert.equal((await me(`Bearer ${String(first.headers['x-panel-session'])}`)).status, 200);
  });

  test('A token works once', async () => {
    const token = await rae();
    assert.equal((await signIn(token)).status, 200);
    assert.equal((await signIn(token)).body.code, 'panel_token_replayed');
  });

  test('Of many uses at once exactly one counts', async () => {
    const token = await rae();
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(token)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ body }) => body.code === 'panel_token_replayed').length, 7);
  });

  test('Two certificates may be active while the admin replaces one', async () => {
    const second = await createTestCertificate();
    await service.database.ownerPool.query(
      `insert into org_certificates (org_id, certificate_pem, fingerprint_sha256, not_before, not_after, created_at)
       values ($1, $2, $3, now() - interval '1 day', now() + interval '1 day', now())`,
      [ACME, second.pem, new X509Certificate(second.pem).fingerprint256],
    );
    assert.equal((await signIn(await rae({ certificate: second }))).status, 200);
    assert.equal((await signIn(await rae())).status, 200);
  });

  refuses('A token of an org that is not registered is refused', 'panel_token_invalid', () =>
    rae({ claims: { iss: '00D000000000009EAA' } }),
  );
  refuses('A token whose time is over is refused', 'panel_token_expired', () =>
    rae({ issuedAt: new Date(service.clock.now().getTime() - 240_000) }),
  );
  refuses('A token for another service is refused', 'panel_token_wrong_audience', () =>
    rae({ claims: { aud: 'https://elsewhere.example' } }),
  );
  refuses('A token for several services is refused', 'panel_token_wrong_audience', () =>
    rae({ claims: { aud: ['http://localhost:3000', 'https://elsewhere.example'] } }),
  );
  refuses('A token that lives longer than five minutes is refused', 'panel_token_invalid', () => rae({ lifeS: 3_600 }));
  refuses('A token that another org signed is refused', 'panel_token_invalid', () => rae({ certificate: initech.certificate }));
  refuses('A token that brings its own key is refused', 'panel_token_invalid', async () =>
    rae({ certificate: await createTestCertificate(), header: { jku: 'https://elsewhere.example/keys', kid: 'mine' } }),
  );
  refuses('A token from the future is refused', 'panel_token_invalid', () =>
    rae({ issuedAt: new Date(service.clock.now().getTime() + 200_000) }),
  );
  refuses('A token for another purpose is refused', 'panel_token_invalid', () => rae({ claims: { scope: 'admin' } }));
  refuses('A token without an id is refused', 'panel_token_invalid', () => rae({ claims: { jti: null } }));
  refuses('A token without a user is refused', 'panel_token_invalid', () => rae({ claims: { sub: null } }));
  refuses('A token without an end is refused', 'panel_token_invalid', () => rae({ claims: { exp: null } }));
  refuses('An unsigned token is refused', 'panel_token_invalid', async () => {
    const [, payload] = (await rae()).split('.');
    return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload ?? ''}.`;
  });
  refuses('Something that is no token is refused', 'panel_token_invalid', async () => 'nonsense');

  test('A session ends after 15 minutes', async () => {
    const { body } = await signIn(await rae());
    service.clock.advance(15 * 60_000 + 1_000);
    const answer = await me(`Bearer ${body.token ?? ''}`);
    service.clock.advance(-15 * 60_000 - 1_000);
    assert.deepEqual([answer.status, answer.body.code], [401, 'session_expired']);
  });

  test('A session that we did not sign is refused', async () => {
    const { body } = await signIn(await rae());
    const forged = `${(body.token ?? '').slice(0, -4)}AAAA`;
    assert.equal((await me(`Bearer ${forged}`)).body.code, 'session_invalid');
    assert.equal((await me(`Bearer ${await rae()}`)).body.code, 'session_invalid');
    assert.equal((await me('Basic cmFlOnJhZQ==')).body.code, 'session_invalid');
  });

  test('A deactivated user is out at once, and stays out with the old session after coming back', async () => {
    const panel = await service.openPanel(acme, RAE);
    const admin = await service.openPanel(acme, { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example' });
    assert.equal((await admin.request('POST', `/v1/users/${userId}/deactivation`)).status, 200);
    assert.equal((await panel.request('GET', '/v1/me')).body.code, 'user_deactivated');
    assert.equal((await signIn(await rae())).body.code, 'user_deactivated');
    assert.equal((await admin.request('POST', `/v1/users/${userId}/reactivation`)).status, 200);
    assert.equal((await panel.request('GET', '/v1/me')).body.code, 'session_invalid');
    assert.equal((await signIn(await rae())).status, 200);
  });

  test('A certificate that is revoked while its token is looked at gives no session that outlives it', async () => {
    const owner = await service.database.ownerPool.connect();
    await owner.query('begin; lock table panel_token_uses in share mode');
    const waiting = rae().then(signIn);
    await until('the token waits to be noted', async () => {
      const { rowCount } = await service.database.ownerPool.query(
        `select 1 from pg_locks where relation = 'panel_token_uses'::regclass
         and database = (select oid from pg_database where datname = current_database()) and not granted`,
      );
      return rowCount === 1;
    });
    const certificates = `org_certificates set active = $2, revoked_at = null where org_id = $1`;
    await service.database.ownerPool.query(`update ${certificates}`, [ACME, false]);
    await service.database.ownerPool.query('update users set session_version = session_version + 1 where org_id = $1', [ACME]);
    await owner.query('commit');
    owner.release();
    assert.deepEqual(await waiting.then(({ status, body }) => [status, body.code]), [401, 'panel_token_invalid']);
    await service.database.ownerPool.query(`update ${certificates}`, [ACME, true]);
  });
});
