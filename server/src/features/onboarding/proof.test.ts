import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import { ACME, INITECH, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import type { TestOrg } from '../../../test-support/org.ts';

const INES = { salesforceUserId: '005000000000021AAA', email: 'ines@initech.example' };

describe('What a Salesforce sign-in proves', () => {
  let world: ConsentWorld;
  let acme: TestOrg;
  let initech: TestOrg;

  before(async () => {
    world = await startConsentWorld();
    acme = await world.service.addOrg({ orgId: ACME });
    initech = await world.service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
  });
  after(() => world.close());
  beforeEach(async () => {
    await rows(
      'delete from users; delete from security_events; delete from oauth_transactions; delete from letters; delete from letter_slots',
    );
    await acme.addUser({ ...PEOPLE.avery, name: 'Avery Stone', role: 'admin' });
    await initech.addUser({ ...INES, name: 'Ines Vidal', role: 'admin' });
  });

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await world.service.database.ownerPool.query(sql, values)).rows as Row[];
  const invite = async (email: string, org = acme, admin: { salesforceUserId: string; email: string } = PEOPLE.avery): Promise<string> => {
    const panel = await world.service.openPanel(org, admin);
    const { body } = await panel.request('POST', '/v1/users/invitations', { emails: [email] });
    assert.equal(body.results[0]?.outcome, 'invited', JSON.stringify(body));
    await world.runJobs();
    return (await world.welcomeLinks(email)).at(0) ?? '';
  };
  const allow = async (browser: FormBrowser) => {
    const { heading } = browser.page;
    if (heading === 'Allow Access?') await browser.press('Allow');
  };
  const activate = async (link: string, salesforceUserId: string): Promise<FormBrowser> => {
    const browser = await world.browser(salesforceUserId);
    await browser.open(link);
    await browser.press('Activate Account with Salesforce');
    await allow(browser);
    return browser;
  };
  const sim = (id: string) => world.salesforce.store.findUser(id)!;
  const events = () =>
    rows<{ kind: string; code: string | null }>(
      `select kind, details->>'code' as code from security_events
        where org_id = $1 and kind in ('sign_in_refused', 'user_activated') order by id`,
      [ACME],
    );

  test('An address that is active in another org cannot be activated here, and the page does not say where it is', async () => {
    await initech.addUser({ salesforceUserId: '005000000000029AAA', email: PEOPLE.rae.email });
    const browser = await activate(await invite(PEOPLE.rae.email), PEOPLE.rae.salesforceUserId);
    assert.equal(browser.page.status, 409);
    assert.match(browser.page.text, /rae@acme\.example.*another org/);
    assert.doesNotMatch(browser.page.text, /Initech|initech/);
    assert.deepEqual(await rows('select state from users where org_id = $1 and email = $2', [ACME, PEOPLE.rae.email]), [
      { state: 'invited' },
    ]);
    assert.deepEqual(await events(), [{ kind: 'sign_in_refused', code: 'address_in_use' }]);

    await rows(`update users set state = 'deactivated', proven_address = null where org_id = $1 and email = $2`, [
      INITECH,
      PEOPLE.rae.email,
    ]);
    await browser.press('Try Again');
    await allow(browser);
    assert.match(browser.page.heading, /^Welcome/);
  });

  test('A deactivation gives the address free for other orgs', async () => {
    const elsewhere = await initech.addUser({ salesforceUserId: '005000000000029AAA', email: PEOPLE.rae.email });
    const panel = await world.service.openPanel(initech, INES);
    await panel.request('POST', `/v1/users/${elsewhere.id}/deactivation`);
    const browser = await activate(await invite(PEOPLE.rae.email), PEOPLE.rae.salesforceUserId);
    assert.match(browser.page.heading, /^Welcome/);
    assert.equal(
      (await panel.request('POST', `/v1/users/${elsewhere.id}/reactivation`)).status,
      200,
      'the admin there learns nothing of it',
    );
  });

  test('Of two orgs that activate one address at the same moment one wins', async () => {
    const twin = sim('005000000000022AAA');
    const email = twin.email;
    twin.email = PEOPLE.rae.email;
    const here = await invite(PEOPLE.rae.email);
    const panel = await world.service.openPanel(initech, INES);
    await panel.request('POST', '/v1/users/invitations', { emails: [PEOPLE.rae.email] });
    const there = async () => {
      const browser = await world.browser(twin.id);
      await browser.open(`${world.url}/onboarding/setup`);
      await browser.press('Continue with Salesforce');
      await allow(browser);
      return browser;
    };
    const outcomes = await Promise.all([activate(here, PEOPLE.rae.salesforceUserId), there()]);
    twin.email = email;
    assert.deepEqual(outcomes.map(({ page }) => page.status).sort(), [200, 409], outcomes.map(({ page }) => page.text).join('\n'));
    assert.equal((await rows(`select 1 from users where email = $1 and state = 'activated'`, [PEOPLE.rae.email])).length, 1);
  });

  test('An address that Salesforce has not verified, or says nothing about, activates nobody', async () => {
    const link = await invite(PEOPLE.rae.email);
    const rae = sim(PEOPLE.rae.salesforceUserId);
    for (const verified of [false, undefined]) {
      Object.assign(rae, { emailVerified: verified });
      const browser = await activate(link, rae.id);
      assert.match(browser.page.text, /has not verified the address/);
    }
    rae.emailVerified = true;
    assert.match((await activate(link, rae.id)).page.heading, /^Welcome/);
  });

  test('An account belongs to its Salesforce user: another one with the same address does not get in', async () => {
    const link = await invite(PEOPLE.rae.email);
    await activate(link, PEOPLE.rae.salesforceUserId);
    const noor = sim(PEOPLE.noor.salesforceUserId);
    noor.email = PEOPLE.rae.email;
    await rows(`update salesforce_connections set state = 'reconnect_required'`);
    const panel = await world.service.openPanel(acme, PEOPLE.rae);
    const browser = await world.browser(noor.id);
    await browser.open(((await panel.request('POST', '/v1/onboarding/link')).body as { url: string }).url);
    await browser.press('Continue to Setup');
    await browser.press('Continue with Salesforce');
    await allow(browser);
    noor.email = PEOPLE.noor.email;
    assert.match(browser.page.text, /belongs to another Salesforce user/);
    const [linked] = await rows<{ id: string }>('select salesforce_user_id as id from users where email = $1', [PEOPLE.rae.email]);
    assert.equal(linked?.id, PEOPLE.rae.salesforceUserId);
  });

  test('A welcome email is spent once it has activated: it says so and leads on to the sign-in', async () => {
    const link = await invite(PEOPLE.rae.email);
    await activate(link, PEOPLE.rae.salesforceUserId);
    const browser = await world.browser(PEOPLE.rae.salesforceUserId);
    await browser.open(link);
    assert.deepEqual([browser.page.status, browser.page.heading], [410, 'This link no longer works']);
    assert.doesNotMatch(browser.page.text, /rae@acme\.example/);
    await browser.press('Continue with Salesforce');
    assert.match(browser.page.heading, /^Welcome/);
    assert.deepEqual(await events(), [{ kind: 'user_activated', code: null }]);
  });

  test('An invitation that was taken back stays so: its link does not work again after a new one', async () => {
    const link = await invite(PEOPLE.rae.email);
    const panel = await world.service.openPanel(acme, PEOPLE.avery);
    const [{ id } = { id: '' }] = await rows<{ id: string }>('select id from users where email = $1', [PEOPLE.rae.email]);
    await panel.request('POST', `/v1/users/${id}/deactivation`);
    world.service.clock.advance(120_000);
    assert.equal((await panel.request('POST', `/v1/users/${id}/reactivation`)).status, 200);
    assert.equal((await (await world.browser()).open(link)).status, 410);
  });

  test('Whoever has lost access reads so in the same way, with a link of the panel and after a sign-in', async () => {
    await activate(await invite(PEOPLE.rae.email), PEOPLE.rae.salesforceUserId);
    const panel = await world.service.openPanel(acme, PEOPLE.rae);
    await rows(`update salesforce_connections set state = 'reconnect_required'`);
    const { url } = (await panel.request('POST', '/v1/onboarding/link')).body as { url: string };
    await rows(`update users set state = 'deactivated' where email = $1`, [PEOPLE.rae.email]);
    const browser = await world.browser(PEOPLE.rae.salesforceUserId);
    await browser.open(url);
    const withLink = [browser.page.status, browser.page.heading];
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    await allow(browser);
    assert.deepEqual(withLink, [409, 'Your access has ended']);
    assert.deepEqual([browser.page.status, browser.page.heading], withLink);
  });

  test('The cookie of a browser is worth nothing after a deactivation, also when the user comes back', async () => {
    const browser = await activate(await invite(PEOPLE.rae.email), PEOPLE.rae.salesforceUserId);
    assert.match((await browser.open(`${world.url}/onboarding/setup`)).heading, /^Welcome/);
    const panel = await world.service.openPanel(acme, PEOPLE.avery);
    const [{ id } = { id: '' }] = await rows<{ id: string }>('select id from users where email = $1', [PEOPLE.rae.email]);
    await panel.request('POST', `/v1/users/${id}/deactivation`);
    assert.equal((await browser.open(`${world.url}/onboarding/setup`)).heading, 'Continue where you left off');
    await panel.request('POST', `/v1/users/${id}/reactivation`);
    assert.equal((await browser.open(`${world.url}/onboarding/setup`)).heading, 'Continue where you left off');
  });

  test('A letter that waits for those of other orgs looks as if it had left, and leaves when it may', async () => {
    const { clock } = world.service;
    for (let letter = 0; letter < 3; letter += 1)
      await rows(`select take_letter_slot(sha256('kim.larsen@acme.example'), $1, 3, 10)`, [clock.now()]);
    await invite(PEOPLE.kim.email);
    assert.equal((await world.welcomeLinks(PEOPLE.kim.email)).length, 0);
    const [row] = await rows<{ sent: boolean }>('select invitation_sent_at is not null as sent from users where email = $1', [
      PEOPLE.kim.email,
    ]);
    assert.equal(row?.sent, true);
    clock.advance(86_400_000 + 1_000);
    await world.service.database.jobsPool.query('update graphile_worker._private_jobs set run_at = now()');
    await world.runJobs();
    clock.advance(-86_400_000 - 1_000);
    assert.equal((await world.welcomeLinks(PEOPLE.kim.email)).length, 1);
  });

  test('From the panel an invited person gets in by signing in to Salesforce', async () => {
    await invite(PEOPLE.rae.email);
    const panel = await world.service.openPanel(acme, PEOPLE.rae);
    const { url } = (await panel.request('POST', '/v1/onboarding/link')).body as { url: string };
    const browser = await world.browser(PEOPLE.rae.salesforceUserId);
    await browser.open(url);
    assert.equal(browser.page.heading, 'Activate your account');
    await browser.press('Activate Account with Salesforce');
    await allow(browser);
    assert.match(browser.page.heading, /^Welcome/);
    const now = await world.service.openPanel(acme, PEOPLE.rae);
    assert.equal((await now.request('GET', '/v1/me')).body.email, PEOPLE.rae.email);
    assert.equal((await panel.request('GET', '/v1/me')).status, 401, 'a session from before somebody was a user is renewed by the panel');
  });

  describe('Anonymous beginnings', () => {
    const page = async (): Promise<{ cookie: string; csrf: string }> => {
      const answer = await fetch(`${world.url}/onboarding/setup`);
      const csrf = /name="csrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', csrf };
    };
    const begin = ({ cookie, csrf }: { cookie: string; csrf: string }) =>
      fetch(`${world.url}/onboarding/activate`, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ csrf }) });
    const kept = async () => (await rows('select 1 from oauth_transactions')).length;

    test('one browser keeps its last five, however often it begins', async () => {
      const browser = await page();
      for (let attempt = 0; attempt < 20; attempt += 1) assert.equal((await begin(browser)).status, 200);
      assert.equal(await kept(), 5);
    });

    test('one network address keeps 30 under way, and is told when to go on', async () => {
      const answers: number[] = [];
      for (let attempt = 0; attempt < 40; attempt += 1) answers.push((await begin(await page())).status);
      assert.deepEqual([answers.filter((status) => status === 200).length, answers.filter((status) => status === 429).length], [30, 10]);
      assert.equal(await kept(), 30);
      world.service.clock.advance(11 * 60_000);
      assert.equal((await begin(await page())).status, 200);
      world.service.clock.advance(-11 * 60_000);
    });

    test('what was not finished in ten minutes is cleaned away', async () => {
      await begin(await page());
      const { deleteExpiredTokens } = await import('../../platform/one-time-tickets.ts');
      await deleteExpiredTokens(world.service.database.pool, new Date(world.service.clock.now().getTime() + 11 * 60_000));
      assert.equal(await kept(), 0);
    });
  });
});
