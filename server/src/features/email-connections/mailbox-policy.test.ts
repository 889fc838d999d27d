import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, connectionOf, MailboxWorld, RAE } from '../../../test-support/mailbox-world.ts';
import type { TestPanel } from '../../../test-support/app.ts';

const GMAIL = 'https://www.googleapis.com/auth/gmail';

describe('What an admin lets the product do in mailboxes', () => {
  let world: MailboxWorld;
  let admin: TestPanel;
  before(async () => void (world = await MailboxWorld.start()));
  beforeEach(async () => {
    await world.reset();
    admin = await world.adminPanel();
  });
  after(() => world.close());

  const choose = async (policy: object) => assert.equal((await admin.request('PUT', '/v1/mailbox-policy', policy)).status, 200);
  const asked = async (provider: 'google' | 'microsoft') =>
    new URL(await world.mailboxes.startMailboxConsent(ACME, world.rae.id, provider, world.browser)).searchParams.get('scope')?.split(' ') ??
    [];

  test('is to notice answers without reading them, until the admin decides otherwise', async () => {
    assert.deepEqual((await admin.request('GET', '/v1/mailbox-policy')).body, { google: 'headers', microsoft: 'headers' });
    assert.deepEqual(
      (await asked('google')).filter((scope) => scope.startsWith('https://')),
      [`${GMAIL}.send`, `${GMAIL}.metadata`],
    );
  });

  for (const [tier, google, microsoft] of [
    ['send', [`${GMAIL}.send`], ['Mail.Send']],
    ['bodies', [`${GMAIL}.send`, `${GMAIL}.readonly`], ['Mail.Send', 'Mail.ReadWrite']],
  ] as const)
    test(`decides what consent asks for: "${tier}"`, async () => {
      await choose({ google: tier, microsoft: tier });
      assert.deepEqual(
        (await asked('google')).filter((scope) => scope.startsWith('https://')),
        google,
      );
      assert.deepEqual((await asked('microsoft')).filter((scope) => scope.startsWith('Mail.')).sort(), [...microsoft].sort());
    });

  test('can be more later: the panel names what is missing, nothing is done with it, and connecting again asks for it', async () => {
    const id = await world.connectGoogle();
    await choose({ google: 'bodies', microsoft: 'headers' });
    const { missingCapabilities, missingScopes, capabilities, state } = await world.shown();
    assert.deepEqual([missingCapabilities, missingScopes, state], [['read_bodies'], [`${GMAIL}.readonly`], 'connected']);
    assert.equal(capabilities.readsBodies, false);
    assert.equal((await world.mailboxes.openMailbox(ACME, id)).readsBodies, false);

    assert.equal(await world.connectGoogle(), id);
    assert.deepEqual((await world.shown()).missingCapabilities, []);
    assert.deepEqual(
      [(await world.shown()).capabilities.readsBodies, (await world.mailboxes.openMailbox(ACME, id)).readsBodies],
      [true, true],
    );
  });

  test('can be less later: it counts at once, although the grant would allow more', async () => {
    await choose({ google: 'bodies', microsoft: 'headers' });
    const id = await world.connectGoogle();
    assert.equal((await world.mailboxes.openMailbox(ACME, id)).readsBodies, true);

    await choose({ google: 'headers', microsoft: 'headers' });
    assert.equal((await world.mailboxes.openMailbox(ACME, id)).readsBodies, false);
    assert.deepEqual((await world.shown()).capabilities, { settles: true, noticesReplies: true, readsBodies: false });

    await choose({ google: 'send', microsoft: 'headers' });
    const { provider, scopes } = await world.mailboxes.openMailbox(ACME, id);
    assert.deepEqual(provider.capabilities(scopes), { sends: true, settles: false, noticesReplies: false, readsBodies: false });
    const { capabilities, watch, missingCapabilities } = await world.shown();
    assert.deepEqual(
      [capabilities, watch.state, missingCapabilities],
      [{ settles: false, noticesReplies: false, readsBodies: false }, 'off', []],
    );
  });

  test('works the same way for Outlook', async () => {
    await choose({ google: 'headers', microsoft: 'send' });
    await world.renameRae('noor@acme.example');
    const id = connectionOf(await world.consentMicrosoft('noor@acme.example'));
    assert.deepEqual((await world.shown()).capabilities, { settles: false, noticesReplies: false, readsBodies: false });
    assert.ok((await world.mailboxes.openMailbox(ACME, id, { renew: true })).accessToken);

    await choose({ google: 'headers', microsoft: 'headers' });
    assert.deepEqual((await world.shown()).missingCapabilities, ['settle', 'notice_replies']);
    assert.equal(connectionOf(await world.consentMicrosoft('noor@acme.example')), id);
    assert.deepEqual((await world.shown()).missingCapabilities, []);
    const opened = await world.mailboxes.openMailbox(ACME, id, { renew: true });
    assert.deepEqual([opened.provider.capabilities(opened.scopes).noticesReplies, opened.readsBodies], [true, false]);
  });

  test('and all about everybody’s mailboxes is the admin’s business only', async () => {
    const rep = await world.service.openPanel(world.acme, world.rae);
    for (const [method, path, body] of [
      ['GET', '/v1/mailbox-policy'],
      ['PUT', '/v1/mailbox-policy', { google: 'bodies', microsoft: 'bodies' }],
      ['GET', '/v1/oauth-clients'],
      ['PUT', '/v1/oauth-clients/google', { clientId: 'c', clientSecret: 's' }],
      ['DELETE', '/v1/oauth-clients/google'],
      ['POST', '/v1/microsoft-admin-consent'],
      ['GET', '/v1/microsoft-admin-consent'],
      ['GET', '/v1/mailboxes'],
      ['GET', '/v1/kill-switch'],
      ['POST', '/v1/kill-switch', { orgName: 'Acme' }],
      ['DELETE', '/v1/kill-switch'],
    ] as const) {
      const { status, body: answer } = await rep.request(method, path, body);
      assert.deepEqual([path, status, answer.code], [path, 403, 'admins_only']);
    }
  });

  test('Every mailbox of the org is shown to the admin, what needs care first, and silence is said', async () => {
    const id = await world.connectGoogle();
    await world.waitingEmail(id);
    const { body } = await admin.request('GET', '/v1/mailboxes');
    assert.deepEqual(body.mailboxes, [
      {
        id,
        userId: world.rae.id,
        userName: 'Rae Ortiz',
        address: RAE,
        provider: 'google',
        state: 'connected',
        stateReason: null,
        trouble: null,
        watch: 'watching',
        lastAliveAt: null,
        pushExpiresAt: null,
        found: { byPush: 0, byPoll: 0, byReconcile: 0 },
        waitingEmails: 1,
      },
    ]);
    const aliveAt = new Date(world.service.clock.now().getTime() + 60_000);
    await world.rows('update mailbox_watches set last_alive_at = $2, found_by_reconcile = 3 where connection_id = $1', [id, aliveAt]);
    world.service.clock.advance(16 * 60_000 + 1_000);
    const [mailbox] = (await (await world.adminPanel()).request('GET', '/v1/mailboxes')).body.mailboxes as {
      watch: string;
      found: object;
    }[];
    assert.deepEqual([mailbox?.watch, mailbox?.found], ['silent', { byPush: 0, byPoll: 0, byReconcile: 3 }]);
    assert.deepEqual((await world.shown()).watch, { state: 'silent', lastAliveAt: aliveAt.toISOString() });
  });
});
