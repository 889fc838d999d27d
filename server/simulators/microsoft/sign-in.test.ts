import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { CLIENT_ID, msalClient, redeem, REDIRECT, signIn } from './test-rig.ts';

const TENANT = '00000000-0000-4000-8000-00000000bbbb';

interface MsalFailure {
  errorCode: string;
  errorMessage: string;
  subError: string;
}

async function failure(call: Promise<unknown>): Promise<MsalFailure> {
  try {
    await call;
  } catch (error) {
    return error as MsalFailure;
  }
  throw new Error('The call was expected to fail.');
}

describe("Microsoft's sign-in", () => {
  let microsoft: Simulator<MicrosoftState>;
  before(async () => {
    microsoft = await startMicrosoft();
  });
  beforeEach(() => microsoft.reset());
  after(() => microsoft.close());

  const settings = (change: object) =>
    fetch(`${microsoft.url}/sim/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });

  test('MSAL gets its tokens with PKCE and a nonce, and the id_token verifies', async () => {
    const walked = await signIn(microsoft.url);
    assert.equal(walked.redirect?.searchParams.get('state'), 'the-state');
    const result = await redeem(msalClient(microsoft.url), walked);
    assert.equal(result.account?.username, 'noor@acme.example');
    assert.equal(result.tenantId, TENANT);
    assert.ok(result.scopes.includes('Mail.Send'));
    const keys = createRemoteJWKSet(new URL(`${microsoft.url}/${TENANT}/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(result.idToken, keys, {
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      audience: CLIENT_ID,
    });
    assert.equal(payload.nonce, walked.nonce);
    assert.equal(result.account?.homeAccountId, `${String(payload.oid)}.${TENANT}`);
  });

  test('silent refreshes give new refresh tokens while the old one stays good', async () => {
    const client = msalClient(microsoft.url);
    await redeem(client, await signIn(microsoft.url));
    const [account] = await client.getTokenCache().getAllAccounts();
    assert.ok(account);
    const silent = () => client.acquireTokenSilent({ account, scopes: ['Mail.Send'], forceRefresh: true });
    const first = await silent();
    const second = await silent();
    assert.notEqual(first?.accessToken, second?.accessToken);
    const tokens = Object.entries(microsoft.state.refreshTokens);
    assert.equal(tokens.length, 3);
    for (const [token] of tokens) {
      const answer = await fetch(`${microsoft.url}/organizations/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: token,
          client_id: CLIENT_ID,
          client_secret: 'local-microsoft-secret',
        }),
      });
      assert.equal(answer.status, 200);
    }
  });

  test('Cancel, and people who always refuse, come back as access_denied', async () => {
    for (const walk of [{ decision: 'cancel' }, { email: 'consent-refused@acme.example' }] as const) {
      const { redirect } = await signIn(microsoft.url, walk);
      assert.equal(redirect?.searchParams.get('error'), 'access_denied');
      assert.match(redirect?.searchParams.get('error_description') ?? '', /^AADSTS65004/);
    }
  });

  test('consent is asked once, and again with prompt=consent', async () => {
    await signIn(microsoft.url);
    const steps = () => microsoft.requests.filter(({ path }) => path.endsWith('/login/consent')).length;
    assert.equal(steps(), 1);
    await signIn(microsoft.url);
    assert.equal(steps(), 1);
    await signIn(microsoft.url, { prompt: 'consent' });
    assert.equal(steps(), 2);
  });

  test('where people may not consent an administrator can, for everybody', async () => {
    await settings({ userConsent: false });
    const blocked = await signIn(microsoft.url);
    assert.equal(blocked.redirect, null);
    assert.match(blocked.page, /Need admin approval/);
    assert.match(blocked.page, /error=access_denied/);

    const fields = { client_id: CLIENT_ID, redirect_uri: REDIRECT, state: 's' };
    const page = await fetch(`${microsoft.url}/organizations/v2.0/adminconsent?${new URLSearchParams(fields)}`);
    assert.match(await page.text(), /for your organization/);
    const answer = await fetch(`${microsoft.url}/organizations/v2.0/adminconsent`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, decision: 'accept' }),
      redirect: 'manual',
    });
    const target = new URL(answer.headers.get('location') ?? '');
    assert.equal(target.searchParams.get('admin_consent'), 'True');
    assert.equal(target.searchParams.get('tenant'), TENANT);
    assert.ok((await signIn(microsoft.url)).redirect?.searchParams.get('code'));
  });

  test('an account can be made to fail at each point, by its name or by order', async () => {
    const atConsent = await signIn(microsoft.url, { email: 'aadsts53003@acme.example' });
    assert.match(atConsent.redirect?.searchParams.get('error_description') ?? '', /^AADSTS53003/);

    const atToken = await failure(
      redeem(msalClient(microsoft.url), await signIn(microsoft.url, { email: 'token-aadsts50076@acme.example' })),
    );
    assert.equal(atToken.errorCode, 'interaction_required');

    const signedIn = async () => {
      const client = msalClient(microsoft.url);
      const { account } = await redeem(client, await signIn(microsoft.url));
      assert.ok(account);
      return () => failure(client.acquireTokenSilent({ account, scopes: ['Mail.Send'], forceRefresh: true }));
    };
    const [refreshInactive, refreshRevoked] = [await signedIn(), await signedIn()];
    await settings({ failures: { 'noor@acme.example': { at: 'refresh', code: 700082 } } });
    const inactive = await refreshInactive();
    assert.equal(inactive.subError, 'bad_token');
    assert.match(inactive.errorMessage, /AADSTS700082/);
    await settings({ failures: {} });
    await fetch(`${microsoft.url}/sim/accounts/noor@acme.example/revoke`, { method: 'POST' });
    assert.match((await refreshRevoked()).errorMessage, /AADSTS50173/);
  });

  test('a code works once, for ten minutes, with its verifier, its nonce and the right secret', async () => {
    const client = msalClient(microsoft.url);
    const walked = await signIn(microsoft.url);
    const wrongSecret = await failure(redeem(msalClient(microsoft.url, 'wrong'), walked));
    assert.equal(wrongSecret.errorCode, 'invalid_client');
    assert.match(wrongSecret.errorMessage, /AADSTS7000215/);
    assert.match((await failure(redeem(client, { ...walked, verifier: 'x'.repeat(43) }))).errorMessage, /AADSTS501481/);
    await redeem(client, walked);
    assert.match((await failure(redeem(client, walked))).errorMessage, /AADSTS54005/);
    const late = await signIn(microsoft.url);
    microsoft.clock.offsetMs = 11 * 60_000;
    assert.match((await failure(redeem(client, late))).errorMessage, /AADSTS70008/);
  });

  test('a wrong redirect address, client, tenant or scope stays on an error page', async () => {
    const fields = { client_id: CLIENT_ID, redirect_uri: REDIRECT, response_type: 'code', scope: 'openid Mail.Send' };
    for (const [tenant, change, code] of [
      ['organizations', { redirect_uri: `${REDIRECT}/` }, 50011],
      ['organizations', { client_id: 'nobody' }, 700016],
      ['another', {}, 90002],
      ['organizations', { scope: 'Everything' }, 70011],
    ] as const) {
      const answer = await fetch(`${microsoft.url}/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams({ ...fields, ...change })}`, {
        redirect: 'manual',
      });
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), new RegExp(`AADSTS${String(code)}`));
    }
  });
});
