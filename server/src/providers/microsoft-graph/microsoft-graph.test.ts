import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { failureOf, NOOR, startGraphRig, type GraphRig } from '../../../test-support/graph-rig.ts';

const TENANT = '00000000-0000-4000-8000-00000000bbbb';

describe('An Outlook mailbox', () => {
  let rig: GraphRig;
  before(async () => {
    rig = await startGraphRig({ timeoutMs: 700 });
  });
  beforeEach(() => rig.microsoft.reset());
  after(() => rig.microsoft.close());

  test('is asked for the permissions that sending needs, with PKCE, for work accounts only', async () => {
    const { url } = await rig.consent();
    assert.match(url.pathname, /^\/organizations\//);
    assert.deepEqual(
      new Set(url.searchParams.get('scope')?.split(' ')),
      new Set(['User.Read', 'Mail.Send', 'Mail.ReadWrite', 'openid', 'profile', 'offline_access']),
    );
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
  });

  test("is asked for with the person's address filled in, which Microsoft refuses beside the choice of an account", async () => {
    const { url } = await rig.consent();
    assert.deepEqual([url.searchParams.get('login_hint'), url.searchParams.get('prompt')], [NOOR, null]);
  });

  test('is asked for nothing but sending where the admin allows nothing else, and says what that means', async () => {
    const { url } = await rig.consent('send');
    assert.equal(url.searchParams.get('scope')?.includes('Mail.ReadWrite'), false);
    const grant = await rig.connect('send');
    assert.deepEqual(rig.outlook.capabilities(grant.scopes), { sends: true, settles: false, noticesReplies: false, readsBodies: false });
    assert.ok((await rig.outlook.refresh(grant.secret)).accessToken);
  });

  test('tells by its scopes, however they are written, what it can do', () => {
    const all = { sends: true, settles: true, noticesReplies: true, readsBodies: true };
    assert.deepEqual(rig.outlook.capabilities(['mail.send', 'MAIL.READWRITE']), all);
    assert.deepEqual(rig.outlook.capabilities(['Mail.Send', 'Mail.ReadBasic']), { ...all, settles: false, readsBodies: false });
    assert.deepEqual(rig.outlook.capabilities(['User.Read']), { sends: false, settles: false, noticesReplies: false, readsBodies: false });
  });

  test('keeps what a wider consent gave through every refresh', async () => {
    await rig.connect('headers');
    const grant = await rig.connect('headers');
    const fresh = await rig.outlook.refresh((await rig.outlook.refresh(grant.secret)).secret);
    assert.ok(await rig.outlook.inbox.startCursor(fresh.accessToken));
  });

  test('passes the claims of a refusal on to the next consent', async () => {
    const grant = await rig.connect();
    await rig.order('/sim/settings', { failures: { [NOOR]: { at: 'refresh', code: 50076 } } });
    const { kind, claims } = await failureOf(rig.outlook.refresh(grant.secret));
    assert.equal(kind, 'reconnect_required');
    assert.match(claims ?? '', /access_token/);
    await rig.order('/sim/settings', { failures: {} });
    const { url } = await rig.consent('headers', 'accept', claims);
    assert.match(url.searchParams.get('claims') ?? '', /capolids/);
  });

  test('is connected with tenant and object id as its key, never with an address', async () => {
    const grant = await rig.connect();
    assert.match(grant.accountKey, new RegExp(`^${TENANT}\\.[0-9a-f-]{36}$`));
    assert.deepEqual([grant.address, grant.displayName], [NOOR, 'Noor Haddad']);
    assert.ok(grant.scopes.includes('Mail.Send') && grant.scopes.includes('Mail.ReadWrite'));
    assert.ok(grant.accessTokenExpiresAt > rig.clock.now());
  });

  test('is not connected when the identity is of another consent', async () => {
    const { exchange } = await rig.consent();
    assert.equal((await failureOf(rig.outlook.exchangeCode({ ...exchange, nonce: 'another' }))).kind, 'invalid');
  });

  test('is not connected by a used code', async () => {
    const { exchange } = await rig.consent();
    await rig.outlook.exchangeCode(exchange);
    assert.equal((await failureOf(rig.outlook.exchangeCode(exchange))).kind, 'reconnect_required');
  });

  test('gets a new secret with every refresh, and the old one still works', async () => {
    const grant = await rig.connect();
    const fresh = await rig.outlook.refresh(grant.secret);
    assert.notEqual(fresh.secret, grant.secret);
    assert.notEqual(fresh.accessToken, grant.accessToken);
    assert.ok((await rig.outlook.refresh(grant.secret)).accessToken);
    assert.ok((await rig.outlook.refresh(fresh.secret)).accessToken);
  });

  for (const [code, kind, reason] of [
    [700082, 'reconnect_required', 'expired'],
    [50173, 'reconnect_required', 'password_changed'],
    [50057, 'reconnect_required', 'admin_blocked'],
    [53003, 'reconnect_required', 'admin_blocked'],
    [65001, 'reconnect_required', 'revoked'],
    [50076, 'reconnect_required', 'unknown'],
    [700016, 'admin_action', undefined],
    [7000215, 'admin_action', undefined],
    [7000218, 'admin_action', undefined],
    [7000222, 'admin_action', undefined],
    [700027, 'admin_action', undefined],
    [90094, 'admin_action', undefined],
    [70043, 'reconnect_required', 'expired'],
    [90033, 'transient', undefined],
    [50196, 'invalid', undefined],
  ] as const) {
    test(`AADSTS${String(code)} at a refresh is ${kind}, asked once`, async () => {
      const grant = await rig.connect();
      const body = { error: 'invalid_grant', error_description: `AADSTS${String(code)}: no`, error_codes: [code] };
      const before = rig.requestsTo(/^POST .*\/token$/);
      await rig.spoil('.*/token', { kind: 'status', status: 400, body });
      const failure = await failureOf(rig.outlook.refresh(grant.secret));
      assert.deepEqual([failure.kind, failure.reason, failure.vendorCode], [kind, reason, `AADSTS${String(code)}`]);
      assert.equal(rig.requestsTo(/^POST .*\/token$/) - before, 1);
    });
  }

  for (const [name, action] of [
    ['Microsoft is down', { kind: 'status', status: 503, body: 'down' }],
    ['a proxy answers in its place', { kind: 'status', status: 403, body: '<html>Blocked</html>' }],
    ['a redirect comes in its place', { kind: 'status', status: 302, body: '' }],
    ['the socket is cut', { kind: 'cut' }],
    ['nobody answers', { kind: 'delay', ms: 1_500 }],
  ] as const) {
    test(`does not have to be connected again when ${name}`, async () => {
      const grant = await rig.connect();
      await rig.spoil('.*/token', action);
      assert.equal((await failureOf(rig.outlook.refresh(grant.secret))).kind, 'transient');
    });
  }

  test('has nothing to revoke at Microsoft', () => rig.outlook.revoke('anything'));
});
