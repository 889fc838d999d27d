import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { consentAtSalesforce } from '../../test-support/consents.ts';
import { CALLBACK, RAE, startRig, type Rig, type Tokens } from './test-rig.ts';

const DAY_MS = 86_400_000;

describe('signing in at Salesforce', () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  beforeEach(() => rig.simulator.store.simulator.reset());
  after(() => rig.simulator.close());

  const setClock = (offsetMs: number) => rig.post('/sim/clock', { offsetMs });
  const token = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: 'msi-salesforce', client_secret: 'local-salesforce-secret', ...form });
    const response = await fetch(`${rig.simulator.url}/services/oauth2/token`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const refresh = (tokens: { refresh_token: string }) => token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
  const probe = async (accessToken: string) =>
    (await fetch(`${rig.simulator.url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${accessToken}` } })).status;
  const code = async () => (await consentAtSalesforce(rig.authorizeUrl(), RAE)).searchParams.get('code') ?? '';

  test('a browser without a session is asked who it is, and lands in the consent page after it', async () => {
    const page = await fetch(rig.authorizeUrl({ login_hint: 'noor@acme.example' }));
    const text = await page.text();
    assert.match(text, /Log in/);
    assert.ok(text.indexOf('noor@acme.example') < text.indexOf('rae@acme.example'), 'the hinted user comes first');
    const to = /name="to" value="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const login = await fetch(`${rig.simulator.url}/sim/login`, {
      method: 'POST',
      body: new URLSearchParams({ as: RAE, to }),
      redirect: 'manual',
    });
    assert.equal(login.status, 303);
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const consent = await fetch(rig.simulator.url + (login.headers.get('location') ?? ''), { headers: { cookie } });
    assert.match(await consent.text(), /Allow Access\?[\s\S]+Rae Ortiz/);
  });

  test('the login leads only to paths of this host', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const login = await fetch(`${rig.simulator.url}/sim/login?as=${RAE}&to=${encodeURIComponent(to)}`, { redirect: 'manual' });
      assert.equal(login.headers.get('location'), '/');
    }
  });

  test('consent is asked once, and asked again when the grant was revoked', async () => {
    const login = await fetch(`${rig.simulator.url}/sim/login?as=${RAE}`, { redirect: 'manual' });
    const headers = { cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '' };
    const isConsentPage = async () => (await fetch(rig.authorizeUrl(), { headers, redirect: 'manual' })).status === 200;
    assert.equal(await isConsentPage(), true);
    await rig.tokens();
    assert.equal(await isConsentPage(), false);
    await rig.post(`/sim/users/${RAE}/revoke-grants`);
    assert.equal(await isConsentPage(), true);
  });

  test('Deny, a missing challenge, a blocked and an uninstalled app come back as errors with the state', async () => {
    const denied = await consentAtSalesforce(rig.authorizeUrl(), RAE, 'deny');
    assert.equal(denied.searchParams.get('error'), 'access_denied');
    assert.equal(denied.searchParams.get('error_description'), 'end-user denied authorization');
    assert.equal(denied.searchParams.get('state'), 'the-state');

    const plain = await fetch(rig.oauth2.getAuthorizationUrl({ scope: 'api' }), { redirect: 'manual' });
    assert.equal(new URL(plain.headers.get('location') ?? '').searchParams.get('error'), 'invalid_request');

    await rig.post(`/sim/users/${RAE}`, { oauthBlock: 'OAUTH_APP_BLOCKED' });
    assert.equal((await consentAtSalesforce(rig.authorizeUrl(), RAE)).searchParams.get('error'), 'OAUTH_APP_BLOCKED');
    await rig.post(`/sim/users/${RAE}`, { oauthBlock: null });
    await rig.post('/sim/orgs/00D000000000001EAA/settings', { appInstalled: false });
    assert.equal((await consentAtSalesforce(rig.authorizeUrl(), RAE)).searchParams.get('error'), 'OAUTH_APPROVAL_ERROR_GENERIC');
  });

  test('an unknown redirect address gets a page and no redirect', async () => {
    const url = new URL(rig.authorizeUrl());
    url.searchParams.set('redirect_uri', 'https://evil.example/');
    const response = await fetch(url, { redirect: 'manual' });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /redirect_uri_mismatch/);
  });

  test('jsforce gets tokens whose signature and identity hold, and no lifetime', async () => {
    const tokens = await rig.tokens();
    assert.match(tokens.access_token, /^00D000000000001!/);
    assert.equal('expires_in' in tokens, false);
    const signature = createHmac('sha256', 'local-salesforce-secret')
      .update(tokens.id + tokens.issued_at)
      .digest('base64');
    assert.equal(tokens.signature, signature);
    const identity = await fetch(tokens.id, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    const { user_id, organization_id, email, email_verified } = (await identity.json()) as Record<string, unknown>;
    assert.deepEqual([user_id, organization_id, email, email_verified], [RAE, '00D000000000001EAA', 'rae@acme.example', true]);
    assert.equal((await fetch(tokens.id)).status, 403);
    const keys = createRemoteJWKSet(new URL(`${rig.simulator.url}/id/keys`));
    const { payload } = await jwtVerify(tokens.id_token ?? '', keys, { audience: 'msi-salesforce' });
    assert.equal(payload['email'], 'rae@acme.example');
  });

  test('a wrong verifier, a missing one, a wrong secret and a used or old code are refused', async () => {
    const exchange = (form: Record<string, string>) => token({ grant_type: 'authorization_code', redirect_uri: CALLBACK, ...form });
    await assert.rejects(rig.oauth2.requestToken(await code(), { code_verifier: 'w'.repeat(43) }), /invalid code verifier/);
    assert.deepEqual(await exchange({ code: await code(), code_verifier: 'w'.repeat(43) }), {
      status: 400,
      body: { error: 'invalid_request', error_description: 'invalid code verifier' },
    });
    assert.equal((await exchange({ code: await code() })).body['error'], 'invalid_grant');
    assert.equal(
      (await exchange({ code: await code(), code_verifier: rig.verifier, client_secret: 'no' })).body['error'],
      'invalid_client',
    );
    const once = await code();
    assert.equal((await exchange({ code: once, code_verifier: rig.verifier })).status, 200);
    assert.equal((await exchange({ code: once, code_verifier: rig.verifier })).body['error'], 'invalid_grant');
    const old = await code();
    await setClock(16 * 60_000);
    assert.equal((await exchange({ code: old, code_verifier: rig.verifier })).body['error_description'], 'expired authorization code');
  });

  test('each refresh gives a new refresh token, and using an old one again ends the whole grant', async () => {
    const first = await rig.tokens();
    const second = (await refresh(first)).body as unknown as Tokens;
    assert.notEqual(second.refresh_token, first.refresh_token);
    assert.equal(await probe(second.access_token), 200);
    const reused = await refresh(first);
    assert.deepEqual(reused, { status: 400, body: { error: 'invalid_grant', error_description: 'expired access/refresh token' } });
    assert.equal((await refresh(second)).status, 400);
    assert.equal(await probe(second.access_token), 401);
    assert.equal(await probe(first.access_token), 401);
  });

  test('a grant that nobody used for 30 days is dead, one used in time lives on', async () => {
    const first = await rig.tokens();
    await setClock(29 * DAY_MS);
    const second = (await refresh(first)).body as unknown as Tokens;
    await setClock(58 * DAY_MS);
    const third = (await refresh(second)).body as unknown as Tokens;
    await setClock(89 * DAY_MS);
    assert.equal((await refresh(third)).body['error'], 'invalid_grant');
  });

  test('the sixth grant of a user ends the oldest', async () => {
    const all: Tokens[] = [];
    for (let count = 0; count < 6; count += 1) all.push(await rig.tokens());
    assert.equal((await refresh(all[0] as Tokens)).status, 400);
    assert.equal((await refresh(all[1] as Tokens)).status, 200);
  });

  test('revoking, deactivation and an expired session are told apart', async () => {
    const tokens = await rig.tokens();
    await rig.oauth2.revokeToken(tokens.refresh_token);
    assert.equal(await probe(tokens.access_token), 401);
    await assert.rejects(rig.oauth2.revokeToken('5Aepunknown'), /invalid_token|invalid token/);

    const later = await rig.tokens();
    await setClock(3 * 3_600_000);
    assert.equal(await probe(later.access_token), 401);
    await rig.post(`/sim/users/${RAE}`, { active: false });
    assert.equal((await refresh(later)).body['error_description'], 'inactive user');
  });

  test('introspection tells a living token from a dead one', async () => {
    const tokens = await rig.tokens();
    const introspect = async (text: string) => {
      const body = new URLSearchParams({ token: text, client_id: 'msi-salesforce', client_secret: 'local-salesforce-secret' });
      return (await (await fetch(`${rig.simulator.url}/services/oauth2/introspect`, { method: 'POST', body })).json()) as Record<
        string,
        unknown
      >;
    };
    const alive = await introspect(tokens.access_token);
    assert.deepEqual([alive['active'], alive['username'], alive['token_type']], [true, 'rae@acme.example', 'access_token']);
    assert.deepEqual(await introspect('nonsense'), { active: false });
  });
});
