import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestPanel } from '../../../test-support/app.ts';
import { ACME, connectionOf, MailboxWorld, providerFailure, RAE } from '../../../test-support/mailbox-world.ts';
import { hashSecret } from '../../platform/one-time-tickets.ts';
import { ProviderError, type MailboxTrouble, type ProviderErrorKind } from '../../platform/provider-error.ts';

describe('The connected mailbox of a rep', () => {
  let world: MailboxWorld;
  before(async () => void (world = await MailboxWorld.start()));
  beforeEach(() => world.reset());
  after(() => world.close());

  describe('in use', () => {
    test('is refreshed once for fifty callers when its token has ended', async () => {
      const id = await world.connectGoogle();
      world.service.clock.advance(2 * 3_600_000);
      const before = await world.googleRequests('/token');
      const opened = await Promise.all(Array.from({ length: 50 }, () => world.mailboxes.openMailbox(ACME, id)));
      assert.equal(new Set(opened.map(({ accessToken }) => accessToken)).size, 1);
      assert.equal((await world.googleRequests('/token')) - before, 1);
    });

    test('is refreshed before its time when the vendor refused the token', async () => {
      const id = await world.connectGoogle();
      const { accessToken } = await world.mailboxes.openMailbox(ACME, id);
      assert.equal((await world.mailboxes.openMailbox(ACME, id)).accessToken, accessToken);
      assert.notEqual((await world.mailboxes.openMailbox(ACME, id, { renew: true })).accessToken, accessToken);
    });

    test('keeps the rotated secret of Outlook', async () => {
      await world.renameRae('noor@acme.example');
      const id = connectionOf(await world.consentMicrosoft('noor@acme.example'));
      for (let round = 0; round < 3; round += 1) assert.ok((await world.mailboxes.openMailbox(ACME, id, { renew: true })).accessToken);
    });

    test('asks to be connected again when the access was revoked, and says why', async () => {
      const id = await world.connectGoogle();
      await world.orderGoogle(`/sim/accounts/${RAE}/revoke`);
      const failure = await providerFailure(world.mailboxes.openMailbox(ACME, id, { renew: true }));
      assert.deepEqual([failure.kind, failure.reason], ['reconnect_required', 'revoked']);
      assert.deepEqual(await world.stateOf(id), { state: 'reconnect_required', reason: 'revoked' });
      const before = await world.googleRequests('/token');
      assert.equal((await providerFailure(world.mailboxes.openMailbox(ACME, id))).kind, 'reconnect_required');
      assert.equal(await world.googleRequests('/token'), before);
    });

    for (const [name, action] of [
      ['Google is down', { kind: 'status', status: 503, body: 'down' }],
      ['the socket is cut', { kind: 'cut' }],
      ['our own secret is wrong', { kind: 'status', status: 401, body: { error: 'invalid_client' } }],
    ] as const) {
      test(`stays connected when ${name}`, async () => {
        const id = await world.connectGoogle();
        await world.orderGoogle('/sim/faults', { match: { path: '/token' }, action });
        await providerFailure(world.mailboxes.openMailbox(ACME, id, { renew: true }));
        assert.deepEqual(await world.stateOf(id), { state: 'connected', reason: null });
        assert.ok((await world.mailboxes.openMailbox(ACME, id, { renew: true })).accessToken);
      });
    }

    const refusal = (kind: ProviderErrorKind, vendorCode: string, trouble?: MailboxTrouble) =>
      new ProviderError(kind, 'no', { provider: 'google', vendorCode, trouble });
    const profileSays = (status: number, reason: string): Promise<unknown> =>
      world.orderGoogle('/sim/faults', {
        match: { path: '/gmail/v1/users/me/profile' },
        times: -1,
        action: { kind: 'status', status, body: { error: { code: status, message: 'no', errors: [{ reason }] } } },
      });

    test('is closed by what only its owner’s administrator can mend: said for minutes, and confirmed by its profile', async () => {
      const id = await world.connectGoogle();
      await profileSays(403, 'domainPolicy');
      for (let times = 1; times <= 4; times += 1) {
        assert.equal((await world.stateOf(id))?.state, 'connected');
        if (times > 1) world.service.clock.advance(61_000);
        await world.mailboxes.reportMailboxProblem(ACME, id, refusal('admin_action', 'domainPolicy', 'closed'));
      }
      assert.deepEqual(await world.stateOf(id), { state: 'reconnect_required', reason: 'admin_blocked' });
    });

    test('is closed neither by many faults of one moment, nor by what its profile denies, nor by what is not about it', async () => {
      const id = await world.connectGoogle();
      for (let times = 0; times < 10; times += 1)
        await world.mailboxes.reportMailboxProblem(ACME, id, refusal('admin_action', 'failedPrecondition', 'doubtful'));
      world.service.clock.advance(10 * 60_000);
      await world.mailboxes.reportMailboxProblem(ACME, id, refusal('admin_action', 'failedPrecondition', 'doubtful'));
      for (const harmless of [
        refusal('rate_limited', 'rateLimitExceeded'),
        refusal('permission', 'forbidden'),
        refusal('admin_action', 'invalid_client'),
      ])
        await world.mailboxes.reportMailboxProblem(ACME, id, harmless);
      assert.equal((await world.stateOf(id))?.state, 'connected');
    });
  });

  describe('disconnected', () => {
    test('ends at the vendor and here; what waited for it stays and can be seen', async () => {
      const id = await world.connectGoogle();
      await world.waitingEmail(id);
      await world.mailboxes.disconnectMailbox(ACME, world.rae.id, id);
      assert.deepEqual(await world.rows('select 1 from connection_secrets where connection_id = $1', [id]), []);
      assert.equal((await providerFailure(world.mailboxes.openMailbox(ACME, id))).vendorCode, 'NOT_CONNECTED');
      const [mailbox] = await world.mailboxes.listEmailConnections(ACME, world.rae.id);
      assert.deepEqual([mailbox?.state, mailbox?.stateReason, mailbox?.waitingEmails], ['disconnected', 'disconnected_by_user', 1]);
      assert.equal(await world.googleRequests('/revoke'), 1);
    });

    test('ends here also while the vendor cannot be reached', async () => {
      const id = await world.connectGoogle();
      await world.orderGoogle('/sim/faults', { match: { path: '/revoke' }, action: { kind: 'cut' } });
      await world.mailboxes.disconnectMailbox(ACME, world.rae.id, id);
      assert.equal((await world.stateOf(id))?.state, 'disconnected');
    });
  });

  describe('over the API', () => {
    const panel = (): Promise<TestPanel> => world.service.openPanel(world.acme, world.rae);

    test('is listed for its owner', async () => {
      await world.connectGoogle();
      const { status, body } = await (await panel()).request('GET', '/v1/email-connections');
      assert.equal(status, 200);
      assert.deepEqual(
        (body as { emailConnections: { address: string }[] }).emailConnections.map(({ address }) => address),
        [RAE],
      );
    });

    test('is connected through a link that lives for a minute', async () => {
      const { status, body } = await (await panel()).request('POST', '/v1/email-connections/google');
      assert.equal(status, 200);
      const url = new URL((body as { url: string }).url);
      assert.equal(url.pathname, '/onboarding/connect');
      const [ticket] = await world.rows<{ purpose: string; data: unknown; expires_at: Date }>(
        'select purpose, data, expires_at from onboarding_tickets where token_hash = $1',
        [hashSecret(url.searchParams.get('ticket') ?? '')],
      );
      assert.deepEqual([ticket?.purpose, ticket?.data], ['connect_mailbox', { provider: 'google' }]);
      const lifetimeMs = (ticket?.expires_at.getTime() ?? 0) - world.service.clock.now().getTime();
      assert.ok(lifetimeMs > 0 && lifetimeMs <= 60_000);
    });

    test('of an unknown vendor is refused', async () => {
      const { status, body } = await (await panel()).request('POST', '/v1/email-connections/yahoo');
      assert.deepEqual([status, (body as { code: string }).code], [400, 'validation_failed']);
    });

    test('is disconnected by its owner and by nobody else', async () => {
      const id = await world.connectGoogle();
      const other = await world.acme.addUser({ salesforceUserId: '005000000000003AAA', email: 'noor@acme.example' });
      const stranger = await world.service.openPanel(world.acme, other);
      assert.equal((await stranger.request('DELETE', `/v1/email-connections/${id}`)).status, 404);
      assert.equal((await (await panel()).request('DELETE', `/v1/email-connections/${randomUUID()}`)).status, 404);
      assert.equal((await world.stateOf(id))?.state, 'connected');
      assert.equal((await (await panel()).request('DELETE', `/v1/email-connections/${id}`)).status, 204);
      assert.equal((await world.stateOf(id))?.state, 'disconnected');
    });

    test('is nobody’s business without a session', async () => {
      for (const [method, url] of [
        ['GET', '/v1/email-connections'],
        ['POST', '/v1/email-connections/google'],
        ['DELETE', `/v1/email-connections/${randomUUID()}`],
      ] as const)
        assert.equal((await world.service.app.inject({ method, url })).statusCode, 401);
    });

    test('cannot be completed by a browser without our cookie', async () => {
      const back = await world.googleBack();
      const answer = await world.service.app.inject({ method: 'GET', url: `/oauth/google/callback${back.search}` });
      assert.equal(answer.statusCode, 400);
      assert.deepEqual(await world.mailboxes.listEmailConnections(ACME, world.rae.id), []);
    });
  });
});
