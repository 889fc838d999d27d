import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startSalesforce } from '../../../simulators/salesforce/index.ts';
import type { TestAnswer, TestPanel } from '../../../test-support/app.ts';
import { keepSalesforce } from '../../../test-support/keep-salesforce.ts';
import { startMailServer } from '../../../test-support/mail-server.ts';
import { MailboxWorld, RAE } from '../../../test-support/mailbox-world.ts';
import { inOrg } from '../../platform/postgres.ts';
import { setActivated } from '../users/index.ts';

const NOOR = { salesforceUserId: '005000000000003AAA', email: 'noor@acme.example', name: 'Noor Haddad' };
const NOTHING = { language: null, locale: null, timeZone: null };
const GERMAN = { language: 'de', locale: 'de-DE', timeZone: 'Europe/Berlin' };

describe('The profile of a user (ON-6)', () => {
  let world: MailboxWorld;
  let salesforce: Awaited<ReturnType<typeof startSalesforce>>;
  let rae: TestPanel;
  before(async () => {
    salesforce = await startSalesforce();
    world = await MailboxWorld.start({ salesforce: salesforce.url });
  });
  beforeEach(async () => {
    await world.reset();
    await world.rows('delete from team_smtp_servers');
    await world.rows(`update users set time_zone = 'Europe/London', locale = 'en_GB', language = 'en_US' where id = $1`, [world.rae.id]);
    rae = await world.service.openPanel(world.acme, world.rae);
  });
  after(async () => {
    await world.close();
    await salesforce.close();
  });

  const show = async () => (await rae.request('GET', '/v1/profile')).body;
  const health = async () => (await show()).health;
  const put = (change: object): Promise<TestAnswer> => rae.request('PUT', '/v1/profile', { ...NOTHING, ...change });
  const chosen = async () => {
    const { language, locale, timeZone } = await show();
    return [language, locale, timeZone].map((one: { chosen: string | null }) => one.chosen);
  };
  const setApi = (apiEnabled: boolean) =>
    fetch(`${salesforce.url}/sim/users/${world.rae.salesforceUserId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ apiEnabled }),
    });
  const watch = (aliveMinutesAgo: number) =>
    world.rows(
      `update mailbox_watches set last_alive_at = $1; update email_connections set connected_at = $1`.replaceAll(
        '$1',
        `'${new Date(world.service.clock.now().getTime() - aliveMinutesAgo * 60_000).toISOString()}'`,
      ),
    );

  test('begins with what Salesforce says, in words that this page can use', async () => {
    const { name, email, language, locale, timeZone } = await show();
    assert.deepEqual([name, email], ['Rae Ortiz', RAE]);
    assert.deepEqual(language, { chosen: null, salesforce: 'en' });
    assert.deepEqual(locale, { chosen: null, salesforce: 'en-GB' });
    assert.deepEqual(timeZone, { chosen: null, salesforce: 'Europe/London' });
  });

  test('keeps what the user chose, and what Salesforce says comes back when the choice is taken away', async () => {
    assert.deepEqual((await put(GERMAN)).status, 200);
    assert.deepEqual(await chosen(), ['de', 'de-DE', 'Europe/Berlin']);
    const { body } = await put(NOTHING);
    assert.deepEqual(body.timeZone, { chosen: null, salesforce: 'Europe/London' });
    assert.deepEqual(await chosen(), [null, null, null]);
  });

  for (const [field, value, words] of [
    ['timeZone', 'Mars/Olympus', /^This time zone is not known\./],
    ['timeZone', '+05:30', /^This time zone is not known\./],
    ['locale', 'not a locale', /^This locale is not known\./],
    ['locale', 'en_GB', /^This locale is not known\./],
    ['language', 'nl', /./],
  ] as const)
    test(`a ${field} of "${value}" is refused with a sentence, and changes nothing`, async () => {
      await put(GERMAN);
      const { status, body } = await put({ ...GERMAN, language: 'fr', [field]: value });
      assert.deepEqual([status, body.code], [400, 'validation_failed']);
      assert.match(body.title, words);
      assert.deepEqual(await chosen(), ['de', 'de-DE', 'Europe/Berlin']);
    });

  test('of somebody else is neither read nor changed: everybody has the own one only', async () => {
    await world.connectGoogle();
    await put(GERMAN);
    const noor = await world.service.openPanel(world.acme, await world.acme.addUser(NOOR));
    const { body } = await noor.request('PUT', '/v1/profile', { ...NOTHING, timeZone: 'Asia/Tokyo' });
    assert.equal(body.email, NOOR.email);
    assert.doesNotMatch(JSON.stringify(body), /rae@acme|Europe/);
    assert.deepEqual(await chosen(), ['de', 'de-DE', 'Europe/Berlin']);
  });

  test('a new sign-in brings what Salesforce says now, and leaves what was chosen', async () => {
    await put(GERMAN);
    const { id, salesforceUserId } = world.rae;
    const says = { name: 'Rae Ortiz-Berg', timeZone: 'Asia/Tokyo', language: 'pt_BR', locale: 'pt_BR' };
    const person = { ...says, salesforceUserId, provenAddress: null, now: world.service.clock.now() };
    await inOrg(world.service.database.pool, world.acme.orgId, (tx) => setActivated(tx, world.acme.orgId, id, person));
    const { name, language, timeZone } = await show();
    assert.deepEqual([name, language], ['Rae Ortiz-Berg', { chosen: 'de', salesforce: 'pt' }]);
    assert.deepEqual(timeZone, { chosen: 'Europe/Berlin', salesforce: 'Asia/Tokyo' });
  });

  describe('says what works and what does not', () => {
    test('nothing is connected yet', async () => {
      assert.deepEqual(await health(), {
        mailbox: null,
        replies: 'mailbox_needed',
        channel: 'mailbox_needed',
        salesforce: 'disconnected',
      });
    });

    test('all is well', async () => {
      await keepSalesforce(world.service, world.rae);
      await world.connectGoogle();
      await watch(1);
      const { mailbox, ...others } = await health();
      assert.deepEqual([mailbox.state, mailbox.trouble, mailbox.missingCapabilities], ['connected', null, []]);
      assert.deepEqual(others, { replies: 'noticed', channel: 'mailbox', salesforce: 'connected' });
    });

    test('the mailbox has to be connected again, and until then no answer is noticed', async () => {
      await world.connectGoogle();
      await world.rows(`update email_connections set state = 'reconnect_required', state_reason = 'revoked'`);
      const { mailbox, replies, channel } = await health();
      assert.deepEqual([mailbox.state, mailbox.stateReason], ['reconnect_required', 'revoked']);
      assert.deepEqual([replies, channel], ['mailbox_needed', 'mailbox_needed']);
    });

    test('a mailbox that was disconnected is none, also while emails wait for it', async () => {
      const id = await world.connectGoogle();
      await world.waitingEmail(id);
      await world.mailboxes.disconnectMailbox(world.acme.orgId, world.rae.id, id);
      assert.equal((await health()).mailbox, null);
    });

    test('the mailbox is full', async () => {
      await world.connectGoogle();
      await world.rows(`update email_connections set trouble = 'full', trouble_count = 1, trouble_since = now()`);
      assert.equal((await health()).mailbox.trouble.kind, 'full');
    });

    test('the mailbox was not heard of for long', async () => {
      await world.connectGoogle();
      await watch(16);
      assert.equal((await health()).replies, 'silent');
    });

    test('a permission is missing', async () => {
      await world.connectGoogle({ untick: ['gmail.metadata', 'gmail.readonly'] });
      const { mailbox, replies } = await health();
      assert.ok(mailbox.missingCapabilities.includes('notice_replies'));
      assert.equal(replies, 'permission_missing');
    });

    test('the admin lets the product see nothing of mailboxes', async () => {
      await world.connectGoogle();
      await world.rows(
        `insert into mailbox_policies (org_id, google_tier, microsoft_tier, updated_at, updated_by)
         select org_id, 'send', 'send', now(), id from users limit 1`,
      );
      assert.equal((await health()).replies, 'not_wanted');
    });

    test('Salesforce does not allow its API, and is asked again when the user presses', async () => {
      await keepSalesforce(world.service, world.rae);
      await setApi(false);
      assert.equal((await rae.request('POST', '/v1/profile/api-access-check')).body.health.salesforce, 'api_disabled');
      assert.equal((await health()).salesforce, 'api_disabled');
      await setApi(true);
      assert.equal((await rae.request('POST', '/v1/profile/api-access-check')).body.health.salesforce, 'connected');
    });

    test('Salesforce has to be connected again', async () => {
      await keepSalesforce(world.service, world.rae);
      await world.rows(`update salesforce_connections set state = 'reconnect_required'`);
      assert.equal((await health()).salesforce, 'reconnect_required');
      assert.equal((await rae.request('POST', '/v1/profile/api-access-check')).body.health.salesforce, 'reconnect_required');
    });

    test("the default address leaves by the team's mail server, and the server may refuse", async () => {
      const server = await startMailServer({ user: 'team' });
      const admin = await world.adminPanel();
      const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: 'team', password: 'right' };
      assert.equal((await admin.request('PUT', '/v1/team-smtp', settings)).status, 200);
      await world.rows(
        `insert into identities (org_id, user_id, address, name, channel, is_default, verified_at, created_at)
         values ($1, $2, 'team@acme.example', 'Rae', 'team_smtp', true, now(), now())`,
        [world.acme.orgId, world.rae.id],
      );
      assert.equal((await health()).channel, 'team_smtp');
      await world.rows(`update team_smtp_servers set state = 'refused', state_code = 'EAUTH'`);
      assert.equal((await health()).channel, 'team_smtp_refused');
      await server.close();
    });

    test('an admin has stopped everything', async () => {
      await world.rows('update orgs set stopped_at = now() where org_id = $1', [world.acme.orgId]);
      assert.equal((await show()).isStopped, true);
      await world.rows('update orgs set stopped_at = null where org_id = $1', [world.acme.orgId]);
    });
  });
});
