import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestPanel } from '../../../test-support/app.ts';
import { ACME, connectionOf, MailboxWorld, providerFailure, RAE } from '../../../test-support/mailbox-world.ts';

const OWN = { clientId: 'acme-google', clientSecret: 'acme-google-secret' };
const OWN_MICROSOFT = {
  clientId: '00000000-0000-4000-8000-00000000cccc',
  clientSecret: 'acme-microsoft-secret',
  tenantId: '00000000-0000-4000-8000-00000000bbbb',
};

describe('An OAuth client of the customer’s own', () => {
  let world: MailboxWorld;
  let admin: TestPanel;
  before(async () => void (world = await MailboxWorld.start()));
  beforeEach(async () => {
    await world.reset();
    admin = await world.adminPanel();
  });
  after(() => world.close());

  const put = (provider: string, client: object) => admin.request('PUT', `/v1/oauth-clients/${provider}`, client);
  const list = async () => (await admin.request('GET', '/v1/oauth-clients')).body.oauthClients as Record<string, unknown>[];
  const renew = (id: string) => world.mailboxes.openMailbox(ACME, id, { renew: true });
  /** Which client Google gave live refresh tokens to. */
  const liveClients = (): string[] =>
    Object.values(world.google.state.refreshTokens)
      .filter((token) => !token.isRevoked)
      .map(({ clientId }) => clientId);

  test('is used for consent and for every refresh, and its secret is never shown again', async () => {
    const answer = await put('google', OWN);
    assert.equal(answer.status, 200);
    assert.ok(!JSON.stringify([answer.body, await list()]).includes(OWN.clientSecret));
    const id = await world.connectGoogle();
    assert.ok((await renew(id)).accessToken);
    assert.deepEqual(liveClients(), ['acme-google']);
    assert.deepEqual(
      (await list()).map(({ provider, ownedBy, clientId, mailboxes }) => [provider, ownedBy, clientId, mailboxes]),
      [
        ['google', 'org', 'acme-google', 1],
        ['microsoft', 'service', '00000000-0000-4000-8000-00000000aaaa', 0],
      ],
    );
    const dump = JSON.stringify(await world.rows('select *, encode(ciphertext, $1) as readable from connection_secrets', ['escape']));
    assert.ok(!dump.includes(OWN.clientSecret));
  });

  test('leaves mailboxes of the service’s client as they are: a grant is refreshed with the client it was made with', async () => {
    const id = await world.connectGoogle();
    await put('google', OWN);
    assert.ok((await renew(id)).accessToken);
    assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
    assert.deepEqual(liveClients(), ['msi-google']);
  });

  test('takes a mailbox over when it is connected again, and the grant of the other client ends at Google', async () => {
    const id = await world.connectGoogle();
    await put('google', OWN);
    assert.equal(await world.connectGoogle(), id);
    assert.deepEqual(liveClients(), ['acme-google']);
    assert.ok((await renew(id)).accessToken);
  });

  test('with another secret keeps every mailbox connected', async () => {
    await put('google', { ...OWN, clientSecret: 'an old secret' });
    world.google.state.clients.find(({ id }) => id === OWN.clientId)!.secret = 'an old secret';
    const id = await world.connectGoogle();
    world.google.state.clients.find(({ id }) => id === OWN.clientId)!.secret = OWN.clientSecret;
    assert.equal((await providerFailure(renew(id))).kind, 'admin_action');
    assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
    assert.equal((await put('google', OWN)).body.mailboxes, 1);
    assert.ok((await renew(id)).accessToken);
  });

  for (const [name, replace] of [
    ['by another one', () => put('google', { clientId: 'msi-google', clientSecret: 'local-google-secret' })],
    ['by none', () => admin.request('DELETE', '/v1/oauth-clients/google')],
  ] as const)
    test(`replaced ${name} asks its mailboxes to be connected again; what waits stays and leaves then`, async () => {
      await put('google', OWN);
      const id = await world.connectGoogle();
      const emailId = await world.waitingEmail(id);
      await replace();
      assert.deepEqual(await world.stateOf(id), { state: 'reconnect_required', reason: 'client_changed' });
      const facts = await world.rows(`select 1 from facts where kind = 'mailbox_reconnect_required' and source_id = $1`, [id]);
      assert.equal(facts.length, 1, 'its rep learns of it without the record open');
      assert.equal((await providerFailure(renew(id))).kind, 'reconnect_required');
      assert.deepEqual(
        await world.rows(`select 1 from connection_secrets where field = 'client_secret' and connection_id = any(
        select oauth_client_id from email_connections)`),
        [],
      );
      assert.equal(await world.connectGoogle(), id);
      assert.ok((await renew(id)).accessToken);
      assert.deepEqual(await world.rows('select state from sales_emails where id = $1', [emailId]), [{ state: 'queued' }]);
    });

  test('replaced while a consent is under way ends that consent', async () => {
    await put('google', OWN);
    const back = await world.googleBack();
    await admin.request('DELETE', '/v1/oauth-clients/google');
    await assert.rejects(world.complete(back), { code: 'consent_expired' });
  });

  test('of Microsoft lets in the people of its own tenant only', async () => {
    assert.equal((await put('microsoft', OWN_MICROSOFT)).status, 200);
    const url = new URL(await world.mailboxes.startMailboxConsent(ACME, world.rae.id, 'microsoft', world.browser));
    assert.deepEqual([url.pathname.split('/')[1], url.searchParams.get('client_id')], [OWN_MICROSOFT.tenantId, OWN_MICROSOFT.clientId]);
    await world.renameRae('noor@acme.example');
    const id = connectionOf(await world.consentMicrosoft('noor@acme.example'));
    assert.ok((await renew(id)).accessToken);
  });

  test('of one org is nobody else’s', async () => {
    await put('google', OWN);
    const id = await world.connectGoogle();
    await assert.rejects(world.mailboxes.openMailbox('00D000000000002EAA', id));
    assert.equal((await admin.request('DELETE', '/v1/oauth-clients/microsoft')).status, 404);
    assert.equal((await put('google', { ...OWN, tenantId: OWN_MICROSOFT.tenantId })).status, 400);
    assert.equal((await world.shown()).address, RAE);
  });
});
