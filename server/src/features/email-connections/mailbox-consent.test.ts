import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, INITECH, MailboxWorld, RAE } from '../../../test-support/mailbox-world.ts';

describe('The mailbox of a rep', () => {
  let world: MailboxWorld;
  before(async () => void (world = await MailboxWorld.start()));
  beforeEach(() => world.reset());
  after(() => world.close());

  describe('in consent', () => {
    test('is connected, and no token stands readable in the database', async () => {
      const id = await world.connectGoogle();
      const [mailbox] = await world.mailboxes.listEmailConnections(ACME, world.rae.id);
      assert.deepEqual(mailbox, {
        id,
        provider: 'google',
        address: RAE,
        state: 'connected',
        stateReason: null,
        trouble: null,
        missingScopes: [],
        capabilities: { settles: true, noticesReplies: true, readsBodies: false },
        missingCapabilities: [],
        watch: { state: 'watching', lastAliveAt: null },
        waitingEmails: 0,
      });
      const dump = JSON.stringify(await world.rows('select *, encode(ciphertext, $1) as readable from connection_secrets', ['escape']));
      assert.ok(!dump.includes('ya29') && !dump.includes('1//'));
    });

    test('of Outlook works the same way', async () => {
      const result = await world.consentMicrosoft('noor@acme.example');
      assert.equal(result.outcome, 'confirm_address');
      await world.renameRae('noor@acme.example');
      assert.equal((await world.consentMicrosoft('noor@acme.example')).outcome, 'connected');
    });

    test('says so when the person refuses', async () => {
      const result = await world.complete(await world.googleBack({ decision: 'cancel' }));
      assert.deepEqual([result.outcome, result.outcome === 'refused' && result.reason], ['refused', 'access_denied']);
      assert.deepEqual(await world.mailboxes.listEmailConnections(ACME, world.rae.id), []);
    });

    test('says so when an administrator must approve', async () => {
      await world.orderGoogle('/sim/settings', { adminBlocksApp: true });
      const result = await world.complete(await world.googleBack());
      assert.equal(result.outcome === 'refused' && result.reason, 'admin_approval_needed');
    });

    test('is refused without the permission to send, and the rest is revoked', async () => {
      const result = await world.complete(await world.googleBack({ untick: ['gmail.send'] }));
      assert.ok(result.outcome === 'refused' && result.reason === 'scope_missing' && result.title('en').includes('permission to send'));
      assert.deepEqual(await world.mailboxes.listEmailConnections(ACME, world.rae.id), []);
      assert.equal(await world.googleRequests('/revoke'), 1);
    });

    test('names what is missing when only reading was left out', async () => {
      await world.connectGoogle({ untick: ['gmail.metadata'] });
      const { missingScopes, missingCapabilities, capabilities, watch } = await world.shown();
      assert.deepEqual(missingScopes, ['https://www.googleapis.com/auth/gmail.metadata']);
      assert.deepEqual(missingCapabilities, ['settle', 'notice_replies']);
      assert.deepEqual([capabilities, watch.state], [{ settles: false, noticesReplies: false, readsBodies: false }, 'off']);
    });

    test('works once, in the browser and at the vendor it was begun for, and for ten minutes', async () => {
      const expired = { code: 'consent_expired', status: 400 };
      const back = await world.googleBack();
      await assert.rejects(world.complete(back, randomBytes(32)), expired);
      await assert.rejects(world.complete(back, world.browser, 'microsoft'), expired);
      await assert.rejects(world.complete(new URL(back.href.replace(ACME, INITECH))), expired);
      assert.equal((await world.complete(back)).outcome, 'connected');
      await assert.rejects(world.complete(back), expired);
      for (const state of ['', 'x', `${ACME}.${'a'.repeat(32)}`])
        await assert.rejects(world.complete(new URL(`http://x/?code=c&state=${state}`)), expired);
      const late = await world.googleBack();
      world.service.clock.advance(11 * 60_000);
      await assert.rejects(world.complete(late), expired);
    });

    test('of another address is kept only after the person has confirmed it', async () => {
      const result = await world.complete(await world.googleBack({ email: 'someone.else@acme.example' }));
      assert.ok(result.outcome === 'confirm_address');
      assert.deepEqual([result.address, result.userAddress], ['someone.else@acme.example', RAE]);
      assert.deepEqual(await world.mailboxes.listEmailConnections(ACME, world.rae.id), []);
      const answer = { provider: 'google' as const, confirmation: result.confirmation };
      await assert.rejects(world.mailboxes.confirmMailbox({ ...answer, browserHash: randomBytes(32), accept: true }), {
        code: 'consent_expired',
      });
      assert.equal((await world.mailboxes.confirmMailbox({ ...answer, browserHash: world.browser, accept: true }))?.outcome, 'connected');
      assert.equal((await world.mailboxes.listEmailConnections(ACME, world.rae.id))[0]?.address, 'someone.else@acme.example');
      await assert.rejects(world.mailboxes.confirmMailbox({ ...answer, browserHash: world.browser, accept: true }), {
        code: 'consent_expired',
      });
    });

    test('of another address is revoked when the person says no', async () => {
      const result = await world.complete(await world.googleBack({ email: 'someone.else@acme.example' }));
      assert.ok(result.outcome === 'confirm_address');
      assert.equal(
        await world.mailboxes.confirmMailbox({
          provider: 'google',
          confirmation: result.confirmation,
          browserHash: world.browser,
          accept: false,
        }),
        null,
      );
      assert.deepEqual(await world.mailboxes.listEmailConnections(ACME, world.rae.id), []);
      assert.equal(await world.googleRequests('/revoke'), 1);
    });

    test('cannot be shortened: the question is no consent, and a consent is no answer', async () => {
      const back = await world.googleBack({ email: 'someone.else@acme.example' });
      await assert.rejects(
        world.mailboxes.confirmMailbox({
          provider: 'google',
          confirmation: back.searchParams.get('state'),
          browserHash: world.browser,
          accept: true,
        }),
        { code: 'consent_expired' },
      );
      const result = await world.complete(await world.googleBack({ email: 'someone.else@acme.example' }));
      assert.ok(result.outcome === 'confirm_address');
      await assert.rejects(world.complete(new URL(`http://x/?code=c&state=${result.confirmation}`)), { code: 'consent_expired' });
    });
  });

  describe('connected again', () => {
    test('keeps its row, and what waited for it is let go', async () => {
      const id = await world.connectGoogle();
      const emailId = await world.waitingEmail(id);
      await world.rows(`update email_connections set state = 'reconnect_required', state_reason = 'revoked' where id = $1`, [id]);
      await world.rows(`update sales_emails set waits_for = 'mailbox_reconnect_required' where id = $1`, [emailId]);
      assert.equal((await world.mailboxes.listEmailConnections(ACME, world.rae.id))[0]?.waitingEmails, 1);
      assert.equal(await world.connectGoogle(), id);
      assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
      assert.deepEqual(await world.rows('select waits_for from sales_emails where id = $1', [emailId]), [{ waits_for: null }]);
    });

    test('keeps its row also after it was disconnected', async () => {
      const id = await world.connectGoogle();
      await world.mailboxes.disconnectMailbox(ACME, world.rae.id, id);
      assert.equal(await world.connectGoogle(), id);
      assert.equal((await world.mailboxes.openMailbox(ACME, id)).provider.name, 'google');
    });

    test('with another account it takes the place of the first, whose grant ends at the vendor', async () => {
      const first = await world.connectGoogle();
      await world.renameRae('noor@acme.example');
      const second = await world.consentMicrosoft('noor@acme.example');
      assert.ok(second.outcome === 'connected' && second.connectionId !== first);
      assert.deepEqual(await world.stateOf(first), { state: 'disconnected', reason: 'disconnected_by_user' });
      assert.deepEqual(await world.rows('select 1 from connection_secrets where connection_id = $1', [first]), []);
      assert.equal(await world.googleRequests('/revoke'), 1);
      assert.deepEqual(
        (await world.mailboxes.listEmailConnections(ACME, world.rae.id)).map(({ provider }) => provider),
        ['microsoft'],
      );
    });
  });
});
