import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import type { TestPanel } from '../../../test-support/app.ts';
import { ACME, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import type { TestOrg } from '../../../test-support/org.ts';

const { avery, rae, noor } = PEOPLE;
const SIGNATURE = '<b>Rae</b>, Acme';
const LEAD = '00Q000000000001EAA';

interface Row {
  id: string;
  salesforceUserId: string | null;
  email: string;
  role: string;
  state: string;
  signature: string;
}

describe('Invited under the address of a user whose access has ended', () => {
  let world: ConsentWorld;
  let acme: TestOrg;
  let admin: TestPanel;
  /** Rae's user, deactivated, with a signature and an email. */
  let left: { id: string };

  before(async () => {
    world = await startConsentWorld();
    acme = await world.service.addOrg({ orgId: ACME });
  });
  after(() => world.close());
  beforeEach(async () => {
    await sql(
      `delete from teams; delete from sales_emails; delete from users; delete from oauth_transactions;
       delete from letters; delete from letter_slots`,
    );
    sim(noor).email = noor.email;
    sim(rae).email = rae.email;
    await acme.addUser({ ...avery, name: 'Avery Stone', role: 'admin' });
    admin = await world.service.openPanel(acme, avery);
    left = await acme.addUser({ ...rae, name: 'Rae Ortiz', role: 'admin' });
    await sql('update users set signature_html = $2 where id = $1', [left.id, SIGNATURE]);
    await sql(
      `insert into sales_emails (org_id, user_id, record_id, record_object, state, created_at, updated_at)
       values ($1, $2, $3, 'Lead', 'sent', now(), now())`,
      [ACME, left.id, LEAD],
    );
    assert.equal((await admin.request('POST', `/v1/users/${left.id}/deactivation`)).status, 200);
  });

  const sql = async <Found extends object>(text: string, values: unknown[] = []): Promise<Found[]> =>
    (await world.service.database.ownerPool.query<Found>(text, values)).rows;
  const sim = ({ salesforceUserId }: { salesforceUserId: string }) => world.salesforce.store.findUser(salesforceUserId)!;
  const usersOf = (...people: { email: string; salesforceUserId: string }[]) =>
    sql<Row>(
      `select id, salesforce_user_id as "salesforceUserId", email, role, state, signature_html as signature from users
        where email = any($1) or salesforce_user_id = any($2) order by activated_at nulls last, id`,
      [people.map(({ email }) => email), people.map(({ salesforceUserId }) => salesforceUserId)],
    );
  const invite = async (email: string): Promise<{ id: string; link: string }> => {
    const { body } = await admin.request('POST', '/v1/users/invitations', { emails: [email] });
    assert.equal(body.results[0]?.outcome, 'invited', JSON.stringify(body));
    await world.runJobs();
    return { id: body.results[0].user.id, link: (await world.welcomeLinks(email)).at(0) ?? '' };
  };
  const allow = async (browser: FormBrowser) => {
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
    return browser;
  };
  const activate = async (link: string, { salesforceUserId }: { salesforceUserId: string }): Promise<FormBrowser> => {
    const browser = await world.browser(salesforceUserId);
    await browser.open(link);
    await browser.press('Activate Account with Salesforce');
    return allow(browser);
  };

  test('somebody else gets a user of their own and nothing of who had the address before', async () => {
    const { link } = await invite(rae.email);
    sim(noor).email = rae.email;
    assert.match((await activate(link, noor)).page.heading, /^Welcome/);

    const [before, now, ...others] = await usersOf(rae);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [before?.id, before?.salesforceUserId, before?.state, before?.signature],
      [left.id, rae.salesforceUserId, 'deactivated', SIGNATURE],
    );
    assert.notEqual(now?.id, left.id);
    assert.deepEqual([now?.salesforceUserId, now?.state, now?.signature], [noor.salesforceUserId, 'activated', '']);
    assert.deepEqual(await sql('select user_id as id from sales_emails'), [{ id: left.id }]);
    const panel = await world.service.openPanel(acme, { ...noor, email: rae.email });
    assert.equal((await panel.request('GET', '/v1/me')).body.signatureHtml, '');
  });

  test('the same Salesforce user gets the own user back, with the role of the invitation, and is one user', async () => {
    const { link } = await invite(rae.email);
    const browser = await activate(link, rae);
    assert.equal(browser.page.status, 200, browser.page.text);
    const { id } = left;
    assert.deepEqual(await usersOf(rae), [
      { id, salesforceUserId: rae.salesforceUserId, email: rae.email, role: 'rep', state: 'activated', signature: SIGNATURE },
    ]);
    const panel = await world.service.openPanel(acme, rae);
    assert.equal((await panel.request('GET', '/v1/me')).body.signatureHtml, SIGNATURE);
    const again = await world.browser();
    await again.open(link);
    assert.deepEqual([again.page.status, again.page.heading], [410, 'This link no longer works'], 'the invitation is spent');
  });

  test('the same Salesforce user is in the teams of before and in those of the invitation', async () => {
    const team = async (name: string, userId: string) => {
      const { body } = await admin.request('POST', '/v1/teams', { name });
      await sql(`insert into team_members (org_id, team_id, user_id, added_at) values ($1, $2, $3, now())`, [ACME, body.id, userId]);
      return body.id as string;
    };
    const before = await team('West', left.id);
    const { id: invitedId, link } = await invite(rae.email);
    const since = await team('North', invitedId);
    await sql(`insert into team_members (org_id, team_id, user_id, added_at) values ($1, $2, $3, now())`, [ACME, before, invitedId]);
    await activate(link, rae);
    const members = await sql<{ id: string; user: string }>('select team_id as id, user_id as user from team_members');
    assert.deepEqual(new Set(members.map(({ id }) => id)), new Set([before, since]));
    assert.deepEqual(
      members.map(({ user }) => user),
      [left.id, left.id],
    );
  });

  test('the panel leads the same Salesforce user to the sign-in that gives the user back', async () => {
    await assert.rejects(world.service.openPanel(acme, rae), /user_deactivated|401/);
    await invite(rae.email);
    const panel = await world.service.openPanel(acme, rae);
    assert.equal((await panel.request('GET', '/v1/me')).body.code, 'not_activated');
    const browser = await world.browser(rae.salesforceUserId);
    await browser.open(((await panel.request('POST', '/v1/onboarding/link')).body as { url: string }).url);
    await browser.press('Activate Account with Salesforce');
    assert.equal((await allow(browser)).page.status, 200, browser.page.text);
    assert.deepEqual(
      (await usersOf(rae)).map(({ id, state }) => [id, state]),
      [[left.id, 'activated']],
    );
  });

  test('a Salesforce user whose address has changed comes back under the new one', async () => {
    const { link } = await invite('rae.ortiz@acme.example');
    sim(rae).email = 'rae.ortiz@acme.example';
    assert.equal((await activate(link, rae)).page.status, 200);
    assert.deepEqual(
      (await usersOf({ ...rae, email: 'rae.ortiz@acme.example' })).map(({ id, email, state }) => [id, email, state]),
      [[left.id, 'rae.ortiz@acme.example', 'activated']],
    );
  });

  test('without a verified address the same Salesforce user gets nothing back', async () => {
    const { link } = await invite(rae.email);
    sim(rae).emailVerified = false;
    const browser = await activate(link, rae);
    sim(rae).emailVerified = true;
    assert.match(browser.page.text, /has not verified the address/);
    assert.deepEqual(
      (await usersOf(rae)).map(({ state }) => state),
      ['deactivated', 'invited'],
    );
  });

  test('a Salesforce user who was not invited stays without access', async () => {
    const browser = await world.browser(rae.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    assert.match((await allow(browser)).page.text, /has ended your access/);
  });

  test('the list shows who left and who is invited, and the one who left can come back once the address is free', async () => {
    const invited = await invite(rae.email);
    const { users } = (await admin.request('GET', '/v1/users')).body as {
      users: { id: string; email: string; name: string; state: string }[];
    };
    assert.deepEqual(
      users
        .filter(({ email }) => email === rae.email)
        .map(({ id, name, state }) => [id, name, state])
        .sort(),
      [
        [left.id, 'Rae Ortiz', 'deactivated'],
        [invited.id, null, 'invited'],
      ].sort(),
    );
    const refused = await admin.request('POST', `/v1/users/${left.id}/reactivation`);
    assert.deepEqual([refused.status, refused.body.code], [409, 'address_taken']);
    assert.match(refused.body.title, /rae@acme\.example/);
    await admin.request('POST', `/v1/users/${invited.id}/deactivation`);
    const { status, body } = await admin.request('POST', `/v1/users/${left.id}/reactivation`);
    assert.deepEqual([status, body.id, body.state], [200, left.id, 'activated']);
  });

  test('who never signed in is invited anew as the same user', async () => {
    const { id } = await invite('kim.larsen@acme.example');
    await admin.request('POST', `/v1/users/${id}/deactivation`);
    world.service.clock.advance(120_000);
    assert.equal((await invite('kim.larsen@acme.example')).id, id);
  });

  test('while somebody else is active under the address, nobody is invited under it and who left is not reactivated', async () => {
    const { link } = await invite(rae.email);
    sim(noor).email = rae.email;
    await activate(link, noor);
    const [another] = (await admin.request('POST', '/v1/users/invitations', { emails: [rae.email] })).body.results;
    assert.equal(another.outcome, 'already_active');
    assert.equal((await admin.request('POST', `/v1/users/${left.id}/reactivation`)).body.code, 'address_taken');
  });
});
