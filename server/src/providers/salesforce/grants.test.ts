import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { consentAtSalesforce } from '../../../test-support/consents.ts';
import { allowedOrigin } from './hosts.ts';
import { ACME, failureOf, RAE, REDIRECT, startRig, type Rig } from '../../../test-support/salesforce-rig.ts';

const TOKEN = '/services/oauth2/token';

describe('A grant of Salesforce', () => {
  let rig: Rig;
  before(async () => void (rig = await startRig(700)));
  beforeEach(() => rig.order('/sim/reset'));
  after(() => rig.close());

  test('is given for exactly the person and org that consented, and can be used', async () => {
    const grant = await rig.connect();
    assert.deepEqual([grant.organizationId, grant.userId], [ACME, RAE]);
    assert.ok(grant.refreshToken.length > 10);
    const identity = await rig.salesforce.readIdentity(grant);
    assert.deepEqual([identity.organizationId, identity.userId, identity.email], [ACME, RAE, 'rae@acme.example']);
  });

  test('has a verified address only when Salesforce says so', async () => {
    const grant = await rig.connect();
    const user = rig.simulator.store.findUser(RAE)!;
    for (const [said, expected] of [
      [true, true],
      [false, false],
      [undefined, false],
    ] as const) {
      Object.assign(user, { emailVerified: said });
      assert.equal((await rig.salesforce.readIdentity(grant)).emailVerified, expected);
    }
  });

  test('asks for the least scopes, with PKCE S256', () => {
    const url = new URL(
      rig.salesforce.consentUrl({ redirectUri: REDIRECT, state: 's', codeChallenge: 'c', loginHint: 'rae@acme.example' }),
    );
    assert.equal(url.searchParams.get('scope'), 'api refresh_token openid');
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
    assert.equal(url.searchParams.get('client_secret'), null);
  });

  test('is refused when the verifier is not the one of the consent', async () => {
    const back = await consentAtSalesforce(
      rig.salesforce.consentUrl({ redirectUri: REDIRECT, state: 's', codeChallenge: 'A'.repeat(43) }),
      RAE,
    );
    const code = back.searchParams.get('code') ?? '';
    const failure = await failureOf(rig.salesforce.exchangeCode({ code, codeVerifier: 'B'.repeat(43), redirectUri: REDIRECT }));
    assert.deepEqual([failure.kind, failure.vendorCode], ['invalid', 'invalid_request']);
  });

  test('is refused when the answer is not signed with our secret', async () => {
    const body = {
      access_token: 'a',
      refresh_token: 'r',
      signature: Buffer.alloc(32).toString('base64'),
      scope: 'api',
      instance_url: rig.simulator.url,
      id: `${rig.simulator.url}/id/${ACME}/${RAE}`,
      issued_at: '1',
    };
    await rig.order('/sim/faults', { match: { path: TOKEN }, action: { kind: 'status', status: 200, body } });
    const failure = await failureOf(rig.salesforce.exchangeCode({ code: 'c', codeVerifier: 'v', redirectUri: REDIRECT }));
    assert.deepEqual([failure.kind, failure.vendorCode], ['invalid', 'BAD_SIGNATURE']);
  });

  test('rotates: each refresh gives a new refresh token, and the new one works', async () => {
    const grant = await rig.connect();
    const first = await rig.salesforce.refresh(grant);
    assert.notEqual(first.refreshToken, grant.refreshToken);
    const second = await rig.salesforce.refresh(first);
    assert.notEqual(second.accessToken, first.accessToken);
  });

  test('ends for good when its refresh token was shown before', async () => {
    const grant = await rig.connect();
    const fresh = await rig.salesforce.refresh(grant);
    const replay = await failureOf(rig.salesforce.refresh(grant));
    assert.deepEqual([replay.kind, replay.reason], ['reconnect_required', 'revoked']);
    assert.equal((await failureOf(rig.salesforce.refresh(fresh))).kind, 'reconnect_required');
  });

  for (const [name, action, kind] of [
    ['Salesforce is down', { kind: 'status', status: 503, body: 'down' }, 'transient'],
    ['too many logins', { kind: 'status', status: 400, body: { error: 'rate_limit_exceeded' } }, 'rate_limited'],
    [
      'our secret is wrong',
      { kind: 'status', status: 400, body: { error: 'invalid_client', error_description: 'invalid client credentials' } },
      'admin_action',
    ],
    ['the user was deactivated', { kind: 'status', status: 400, body: { error: 'inactive_user' } }, 'reconnect_required'],
    [
      'an IP restriction',
      { kind: 'status', status: 400, body: { error: 'invalid_grant', error_description: 'ip restricted' } },
      'admin_action',
    ],
    ['a page of a proxy', { kind: 'status', status: 403, body: '<html>Blocked</html>' }, 'transient'],
    ['a redirect', { kind: 'status', status: 302, body: '' }, 'transient'],
    ['a page of maintenance that says 200', { kind: 'status', status: 200, body: '<html>Back soon</html>' }, 'transient'],
    ['half an answer', { kind: 'status', status: 200, body: '{"access_token":"a' }, 'uncertain'],
    ['a cut answer', { kind: 'cut' }, 'uncertain'],
    ['no answer in time', { kind: 'delay', ms: 1_500 }, 'uncertain'],
  ] as const) {
    test(`is refreshed with one single request, and ${name} is ${kind}`, async () => {
      const grant = await rig.connect();
      const before = await rig.count('POST', TOKEN);
      await rig.order('/sim/faults', { match: { path: TOKEN }, times: -1, effect: 'after', action });
      assert.equal((await failureOf(rig.salesforce.refresh(grant))).kind, kind);
      assert.equal((await rig.count('POST', TOKEN)) - before, 1);
    });
  }

  test('may be refreshed again when the request never left', async () => {
    const gone = await startRig();
    await gone.close();
    const failure = await failureOf(gone.salesforce.refresh({ refreshToken: 'r', instanceUrl: gone.simulator.url }));
    assert.equal(failure.kind, 'transient');
  });

  test('is revoked, also when it was gone already', async () => {
    const grant = await rig.connect();
    await rig.salesforce.revoke(grant);
    assert.equal((await failureOf(rig.salesforce.refresh(grant))).kind, 'reconnect_required');
    await rig.salesforce.revoke(grant);
  });
});

describe('An address that claims to be Salesforce', () => {
  for (const address of [
    'https://login.salesforce.com',
    'https://test.salesforce.com',
    'https://acme.my.salesforce.com',
    'https://acme--dev.sandbox.my.salesforce.com',
    'https://acme-dev-ed.develop.my.salesforce.com/services/oauth2/token',
    'https://acme.demo.my.salesforce.com',
    'https://acme.patch.my.salesforce.com',
    'https://acme.scratch.my.salesforce.com',
    'https://acme.trailblaze.my.salesforce.com',
    'https://acme.free.my.salesforce.com',
    'https://acme.my.salesforce.mil',
    'https://acme--dev.sandbox.my.salesforce.mil',
    'https://acme.my.sfcrmproducts.cn',
    'https://acme--dev.sandbox.my.sfcrmproducts.cn',
  ])
    test(`is accepted: ${address}`, () => assert.equal(allowedOrigin(address), new URL(address).origin));

  for (const address of [
    'http://acme.my.salesforce.com',
    'https://acme.my.salesforce.com.evil.example',
    'https://evil.example/acme.my.salesforce.com',
    'https://acme.my.salesforce.com@evil.example',
    'https://user:password@acme.my.salesforce.com',
    'https://acme.my.salesforce.com:8443',
    'https://my.salesforce.com',
    'https://patch.my.salesforce.com.evil.example',
    'https://acme.evil.my.salesforce.com',
    'https://acme.demo.patch.my.salesforce.com',
    'https://acme.my.salesforce.mil.evil.example',
    'https://acme.my-salesforce.mil',
    'https://acmemy.salesforce.mil',
    'https://acme.my.salesforce.cn',
    'https://acme.my.sfcrmproducts.cn.evil.example',
    'https://evil-sfcrmproducts.cn',
    'https://.my.salesforce.com',
    'https://acme..my.salesforce.com',
    'https://acme.my.salesforce.com.',
    'https://acme.lightning.force.com',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost:3001',
    'javascript:alert(1)',
    'not an address',
  ])
    test(`is refused before any request: ${address}`, () => {
      assert.throws(() => allowedOrigin(address), { kind: 'invalid', vendorCode: 'HOST_NOT_ALLOWED' });
    });
});
