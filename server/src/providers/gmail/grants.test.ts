import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { failureOf, RAE, REDIRECT, startGmailRig, type GmailRig } from '../../../test-support/gmail-rig.ts';

describe('A Gmail connection', () => {
  let rig: GmailRig;
  before(async () => {
    rig = await startGmailRig();
  });
  beforeEach(() => rig.google.reset());
  after(() => rig.google.close());

  test('has the account key, address and scopes that Google vouches for', async () => {
    const grant = await rig.connect();
    assert.match(grant.accountKey, /^\d+$/);
    assert.deepEqual([grant.address, grant.displayName], [RAE, 'Rae Ortiz']);
    assert.ok(grant.scopes.includes('https://www.googleapis.com/auth/gmail.send'));
    assert.ok(grant.accessTokenExpiresAt > new Date());
  });

  for (const [tier, expected] of [
    ['send', { sends: true, settles: false, noticesReplies: false, readsBodies: false }],
    ['headers', { sends: true, settles: true, noticesReplies: true, readsBodies: false }],
    ['bodies', { sends: true, settles: true, noticesReplies: true, readsBodies: true }],
  ] as const) {
    test(`of the tier ${tier} asks for no more than it needs and can do just that`, async () => {
      const grant = await rig.connect(tier);
      assert.deepEqual(rig.gmail.capabilities(grant.scopes), expected);
      const asked = new URL((await rig.consent({}, tier)).url).searchParams.get('scope')?.split(' ');
      assert.deepEqual(asked, rig.gmail.scopesOf(tier));
    });
  }

  test('tells which permissions the person left out', async () => {
    const grant = await rig.connect('headers', { untick: ['gmail.send'] });
    assert.deepEqual(rig.gmail.capabilities(grant.scopes), { sends: false, settles: true, noticesReplies: true, readsBodies: false });
  });

  test('reads no bodies while it still holds the metadata scope, as Gmail would refuse them, and wider scopes count', () => {
    const scope = (name: string) => `https://www.googleapis.com/auth/gmail.${name}`;
    const capabilities = (scopes: string[]) => rig.gmail.capabilities(scopes);
    assert.equal(capabilities([scope('metadata'), scope('readonly')]).readsBodies, false);
    const all = { sends: true, settles: true, noticesReplies: true, readsBodies: true };
    assert.deepEqual(capabilities([scope('modify')]), all);
    assert.deepEqual(capabilities(['https://mail.google.com/']), all);
    assert.deepEqual(capabilities(['openid']), { sends: false, settles: false, noticesReplies: false, readsBodies: false });
  });

  test('is not made when the identity is of another consent', async () => {
    const { exchange } = await rig.consent();
    assert.equal((await failureOf(rig.gmail.exchangeCode({ ...exchange, nonce: 'another' }))).vendorCode, 'BAD_ID_TOKEN');
  });

  test('is not made by a code that was used, or with another verifier', async () => {
    const { exchange } = await rig.consent();
    await rig.gmail.exchangeCode(exchange);
    assert.equal((await failureOf(rig.gmail.exchangeCode(exchange))).vendorCode, 'invalid_grant');
    const second = await rig.consent();
    const failure = await failureOf(rig.gmail.exchangeCode({ ...second.exchange, codeVerifier: 'A'.repeat(43) }));
    assert.equal(failure.vendorCode, 'invalid_grant');
  });

  test('is not made for an address that Google has not verified, or says nothing about', async () => {
    for (const verified of [false, null]) {
      const account = rig.google.state.accounts.find(({ email }) => email === RAE);
      Object.assign(account ?? {}, { emailVerified: verified });
      const { exchange } = await rig.consent();
      assert.equal((await failureOf(rig.gmail.exchangeCode(exchange))).vendorCode, 'ADDRESS_NOT_VERIFIED');
    }
  });

  test('is not made without a lasting permission', async () => {
    const { exchange } = await rig.consent();
    const fields = {
      grant_type: 'authorization_code',
      code: exchange.code,
      code_verifier: exchange.codeVerifier,
      redirect_uri: REDIRECT,
      client_id: 'msi-google',
      client_secret: 'local-google-secret',
    };
    const answer = await fetch(`${rig.google.url}/token`, { method: 'POST', body: new URLSearchParams(fields) });
    const { id_token: idToken } = (await answer.json()) as { id_token: string };
    const body = { access_token: 'ya29.x', expires_in: 3599, scope: 'openid', id_token: idToken };
    await rig.order('/sim/faults', { match: { path: '/token' }, action: { kind: 'status', status: 200, body } });
    assert.equal((await failureOf(rig.gmail.exchangeCode(exchange))).vendorCode, 'NO_REFRESH_TOKEN');
  });

  test('keeps its secret over a refresh', async () => {
    const grant = await rig.connect();
    const fresh = await rig.gmail.refresh(grant.secret);
    assert.equal(fresh.secret, grant.secret);
    assert.notEqual(fresh.accessToken, grant.accessToken);
  });

  test('must be made again once the access was revoked', async () => {
    const grant = await rig.connect();
    await rig.order(`/sim/accounts/${RAE}/revoke`);
    const failure = await failureOf(rig.gmail.refresh(grant.secret));
    assert.deepEqual([failure.kind, failure.reason], ['reconnect_required', 'revoked']);
  });

  for (const [name, action, kind] of [
    ['Google is down', { kind: 'status', status: 503, body: 'down' }, 'transient'],
    ['the socket is cut', { kind: 'cut' }, 'transient'],
    ['a proxy answers in its place', { kind: 'status', status: 403, body: '<html>Blocked</html>' }, 'transient'],
    ['our secret is wrong', { kind: 'status', status: 401, body: { error: 'invalid_client' } }, 'admin_action'],
  ] as const) {
    test(`does not have to be made again when ${name}, and Google is asked once`, async () => {
      const grant = await rig.connect();
      const before = await rig.count('/token');
      await rig.order('/sim/faults', { match: { path: '/token' }, times: -1, action });
      assert.equal((await failureOf(rig.gmail.refresh(grant.secret))).kind, kind);
      assert.equal((await rig.count('/token')) - before, 1);
    });
  }

  test('is revoked at Google, also twice, and the token is never in an address', async () => {
    const grant = await rig.connect();
    await rig.gmail.revoke(grant.secret);
    await rig.gmail.revoke(grant.secret);
    assert.equal((await failureOf(rig.gmail.refresh(grant.secret))).kind, 'reconnect_required');
    assert.deepEqual(
      (await rig.requests('/revoke')).map(({ url }) => url),
      ['/revoke', '/revoke'],
    );
  });

  test('tells the addresses that Gmail has verified, with their signatures', async () => {
    const grant = await rig.connect('bodies');
    await rig.order(`/sim/accounts/${RAE}/send-as`, {
      signature: '<b>Rae</b>',
      aliases: [
        { address: 'Sales@acme.example', name: 'Acme Sales', signature: '<i>Sales</i>' },
        { address: 'boss@acme.example', name: 'Boss', isVerified: false },
      ],
    });
    assert.deepEqual(await rig.gmail.sendAs?.(grant.accessToken), [
      { address: RAE, name: 'Rae Ortiz', signatureHtml: '<b>Rae</b>', isPrimary: true },
      { address: 'sales@acme.example', name: 'Acme Sales', signatureHtml: '<i>Sales</i>', isPrimary: false },
    ]);
    const { accessToken } = await rig.connect('headers');
    assert.equal((await failureOf(rig.gmail.sendAs!(accessToken))).kind, 'permission');
  });
});
