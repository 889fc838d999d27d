import assert from 'node:assert/strict';
import { after, beforeEach, before, describe, test } from 'node:test';
import type { Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { startGoogle } from './index.ts';
import { connect, gmailOf, gmailRefusal, METADATA, oauthClient, post, refusal, REDIRECT, SEND, walkConsent } from './test-rig.ts';

const DAY_MS = 86_400_000;

describe("Google's consent and tokens", () => {
  let google: Simulator<GoogleState>;
  before(async () => {
    google = await startGoogle();
  });
  beforeEach(() => google.reset());
  after(() => google.close());

  test('consent gives a refresh token and an id_token that the real library verifies', async () => {
    const { auth, tokens } = await connect(google.url, { scopes: [SEND, METADATA] });
    assert.match(tokens.refresh_token ?? '', /^1\/\//);
    assert.deepEqual(tokens.scope?.split(' ').sort(), ['openid', 'https://www.googleapis.com/auth/userinfo.email', SEND, METADATA].sort());
    const payload = (await auth.verifyIdToken({ idToken: tokens.id_token ?? '', audience: 'msi-google' })).getPayload();
    assert.equal(payload?.email, 'rae@acme.example');
    assert.equal(payload?.iss, 'https://accounts.google.com');
    assert.match(payload?.sub ?? '', /^1\d{20}$/);
    const info = await auth.getTokenInfo(tokens.access_token ?? '');
    assert.equal(info.email, 'rae@acme.example');
  });

  test('the pages carry the state along and show the login hint and every scope', async () => {
    const { redirect } = await walkConsent(google.url);
    assert.equal(redirect.searchParams.get('state'), 'the-state');
    assert.equal(`${redirect.origin}${redirect.pathname}`, REDIRECT);
    const page = await (await fetch(oauthClient(google.url).generateAuthUrl({ scope: [SEND], login_hint: 'rae@acme.example' }))).text();
    assert.match(page, /name="email" type="email" value="rae@acme.example"/);
  });

  test('Cancel comes back as access_denied and leaves no grant', async () => {
    const { redirect } = await walkConsent(google.url, { decision: 'cancel' });
    assert.equal(redirect.searchParams.get('error'), 'access_denied');
    assert.equal(redirect.searchParams.get('state'), 'the-state');
    assert.equal(google.state.grants.length, 0);
  });

  test('an unticked scope is missing from what is granted', async () => {
    const { tokens } = await connect(google.url, { scopes: [SEND, METADATA], ticked: [SEND] });
    assert.ok(tokens.scope?.includes(SEND));
    assert.ok(!tokens.scope?.includes(METADATA));
  });

  test('a second visit without prompt=consent shows no consent and gives no refresh token', async () => {
    await connect(google.url);
    const { redirect, verifier } = await walkConsent(google.url);
    const { tokens } = await oauthClient(google.url).getToken({ code: redirect.searchParams.get('code') ?? '', codeVerifier: verifier });
    assert.ok(tokens.access_token);
    assert.equal(tokens.refresh_token, undefined);
  });

  test('an unregistered redirect address, an unknown client and an unknown scope stay on an error page', async () => {
    const authorize = (change: Record<string, string>) =>
      fetch(
        `${google.url}/o/oauth2/v2/auth?` +
          String(new URLSearchParams({ client_id: 'msi-google', redirect_uri: REDIRECT, response_type: 'code', scope: SEND, ...change })),
        { redirect: 'manual' },
      );
    for (const [change, error] of [
      [{ redirect_uri: `${REDIRECT}/` }, 'redirect_uri_mismatch'],
      [{ client_id: 'nobody' }, 'invalid_client'],
      [{ scope: 'everything' }, 'invalid_scope'],
      [{ code_challenge: 'x' }, 'invalid_request'],
    ] as const) {
      const answer = await authorize(change);
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), new RegExp(`Error 400: ${error}`));
    }
  });

  test('only addresses of the hosted domains have an account', async () => {
    const fields = { client_id: 'msi-google', redirect_uri: REDIRECT, response_type: 'code', scope: SEND };
    const sign = (email: string) => post(`${google.url}/signin/identifier`, Object.entries({ ...fields, email }));
    assert.match(await (await sign('dana@globex.example')).text(), /find your Google Account/);
    assert.match(await (await sign('kim.larsen@acme.example')).text(), /Hi Kim Larsen/);
  });

  test('a code works once, for ten minutes, with its verifier and the right secret', async () => {
    const { code, verifier } = await connect(google.url);
    assert.equal((await refusal(oauthClient(google.url).getToken({ code, codeVerifier: verifier }))).data.error, 'invalid_grant');

    const second = await walkConsent(google.url, { prompt: 'consent' });
    const secondCode = second.redirect.searchParams.get('code') ?? '';
    const wrongSecret = await refusal(oauthClient(google.url, 'wrong').getToken({ code: secondCode, codeVerifier: second.verifier }));
    assert.equal(wrongSecret.status, 401);
    assert.equal(wrongSecret.data.error, 'invalid_client');
    assert.match(
      (await refusal(oauthClient(google.url).getToken({ code: secondCode, codeVerifier: 'wrong' }))).data.error_description,
      /verifier/,
    );
    google.clock.offsetMs = 11 * 60_000;
    assert.equal(
      (await refusal(oauthClient(google.url).getToken({ code: secondCode, codeVerifier: second.verifier }))).data.error,
      'invalid_grant',
    );
  });

  test('refreshing keeps the refresh token, and revoking ends it for good', async () => {
    const { auth, tokens } = await connect(google.url);
    const renewed = await auth.refreshAccessToken();
    assert.notEqual(renewed.credentials.access_token, tokens.access_token);
    assert.equal(renewed.credentials.refresh_token, tokens.refresh_token);

    await auth.revokeToken(tokens.refresh_token ?? '');
    const dead = await refusal(auth.refreshAccessToken());
    assert.deepEqual(dead, { status: 400, data: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } });
    assert.equal((await refusal(auth.revokeToken(tokens.refresh_token ?? ''))).data.error, 'invalid_token');
  });

  test('testing mode, half a year of silence and a new password each end a grant', async () => {
    google.state.settings.testingMode = true;
    const testing = await connect(google.url);
    google.clock.offsetMs = 8 * DAY_MS;
    assert.equal((await refusal(testing.auth.refreshAccessToken())).data.error, 'invalid_grant');

    google.reset();
    const unused = await connect(google.url);
    google.clock.offsetMs = 183 * DAY_MS;
    assert.equal((await refusal(unused.auth.refreshAccessToken())).data.error, 'invalid_grant');

    google.reset();
    const changed = await connect(google.url);
    await fetch(`${google.url}/sim/accounts/rae@acme.example/password-change`, { method: 'POST' });
    assert.equal((await refusal(changed.auth.refreshAccessToken())).data.error, 'invalid_grant');
  });

  test('an expired access token is refused with 401 until it is refreshed', async () => {
    const { auth } = await connect(google.url, { scopes: [METADATA] });
    const expired = oauthClient(google.url);
    expired.setCredentials({ access_token: auth.credentials.access_token ?? '' });
    google.clock.offsetMs = 2 * 3_600_000;
    const answer = await gmailRefusal(gmailOf(google.url, expired).users.getProfile({ userId: 'me' }));
    assert.equal(answer.status, 401);
    assert.equal(answer.data.error.errors[0]?.reason, 'authError');
  });

  test('removing access on the mailbox page ends the grant', async () => {
    const { auth } = await connect(google.url);
    assert.match(await (await fetch(`${google.url}/mail/rae@acme.example`)).text(), /MSI Actions/);
    await post(`${google.url}/mail/rae@acme.example/remove-access`, []);
    assert.equal((await refusal(auth.refreshAccessToken())).data.error, 'invalid_grant');
  });
});
