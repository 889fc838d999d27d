import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import { ACME, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';
import { inOrg } from '../../platform/postgres.ts';
import { renderPage } from './layout.ts';
import { connectedPage } from './rep-pages.ts';
import { findRep } from './repository.ts';
import { signaturePage } from './signature/signature-page.ts';
import { inLanguage } from './words/index.ts';

describe("The rep's way in", () => {
  let world: ConsentWorld;
  let acme: TestOrg;

  before(async () => {
    world = await startConsentWorld();
    acme = await world.service.addOrg({ orgId: ACME });
    await acme.addUser({ ...PEOPLE.avery, name: 'Avery Stone', role: 'admin' });
  });
  after(() => world.close());

  /** Invites as the admin does, and returns the link of the welcome email. */
  const invite = async (email: string): Promise<string> => {
    const panel = await world.service.openPanel(acme, PEOPLE.avery);
    const { body } = await panel.request('POST', '/v1/users/invitations', { emails: [email] });
    assert.equal((body as { results: { outcome: string }[] }).results[0]?.outcome, 'invited');
    await world.runJobs();
    const links = await world.welcomeLinks(email);
    return links[0] ?? '';
  };
  const repOf = (email: string) =>
    inOrg(world.service.database.pool, ACME, async (tx) => {
      const { rows } = await tx.query<{ id: string }>('select id from users where email = $1', [email]);
      return findRep(tx, ACME, rows[0]?.id ?? '');
    });
  const allowSalesforce = async (browser: FormBrowser) => {
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
  };
  const giveGmail = async (browser: FormBrowser, email: string) => {
    await browser.press('Next', { provider: 'google' });
    await browser.press('Next', { email });
    await browser.press('Next', { password: 'anything' });
  };

  test('From the welcome email to the exit choice, as the guide has it', async () => {
    const link = await invite(PEOPLE.rae.email);
    const browser = await world.browser(PEOPLE.rae.salesforceUserId);

    await browser.open(link);
    assert.equal(browser.page.heading, 'Activate your account');
    await browser.press('Activate Account with Salesforce');
    await allowSalesforce(browser);
    assert.equal(browser.page.heading, 'Welcome, Rae Ortiz');
    await browser.press('Start');
    await browser.press('Next');
    assert.equal(browser.page.heading, 'Which mailbox do you use?');
    await giveGmail(browser, PEOPLE.rae.email);
    await browser.press('Continue', { granted: '' });
    assert.equal(browser.page.heading, 'Which mailbox do you use?');
    assert.match(browser.page.text, /permission to send/);
    await giveGmail(browser, PEOPLE.rae.email);
    await browser.press('Continue');
    assert.equal(browser.page.heading, 'Your email is connected');
    assert.match(browser.page.text, /will be sent from rae@acme\.example/);
    await browser.press('Continue');
    assert.match(browser.page.text, /You can change it later in your profile/);
    await browser.press('Save', { signature: 'Rae Ortiz\n<b>Acme</b>' });
    assert.equal(browser.page.heading, 'You are all set');
    await browser.press('Finish');
    await browser.press('Start Tour');
    await browser.press('Next');
    await browser.press('Next');
    await browser.press('Done');
    assert.equal(browser.page.heading, 'Ready to sell');
    assert.match(browser.page.text, /Open MSI Actions.*Launch Salesforce/);

    const rep = await repOf(PEOPLE.rae.email);
    assert.deepEqual([rep?.state, rep?.step, rep?.mailboxAddress], ['activated', 'done', 'rae@acme.example']);
    assert.equal(rep?.signatureHtml, 'Rae Ortiz<br />&lt;b&gt;Acme&lt;/b&gt;');
  });

  test('Who left at any step goes on there, with the link or without', async () => {
    const link = await invite(PEOPLE.noor.email);
    const first = await world.browser(PEOPLE.noor.salesforceUserId);
    await first.open(link);
    await first.press('Activate Account with Salesforce');
    await allowSalesforce(first);
    await first.press('Start');

    const second = await world.browser(PEOPLE.noor.salesforceUserId);
    await second.open(link);
    assert.equal(second.page.heading, 'This link no longer works');
    await second.press('Continue with Salesforce');
    assert.equal(second.page.heading, 'How it works');

    const third = await world.browser(PEOPLE.noor.salesforceUserId);
    await third.open(`${world.url}/onboarding/setup`);
    await third.press('Continue with Salesforce');
    assert.equal(third.page.heading, 'How it works');
  });

  test('Each step leads back to the one before, changes nothing by that, and leads on to where the rep was', async () => {
    const browser = await world.browser(PEOPLE.rae.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    const seen = [browser.page.heading];
    for (let steps = 0; steps < 6; steps += 1) seen.push((await browser.press('Back')).heading);
    assert.deepEqual(seen, [
      'Ready to sell',
      'Take a short tour?',
      'You are all set',
      'Add your signature',
      'Which mailbox do you use?',
      'How it works',
      'Welcome, Rae Ortiz',
    ]);
    assert.equal((await repOf(PEOPLE.rae.email))?.step, 'done');
    await browser.press('Start');
    await browser.press('Next');
    await browser.press('Keep rae@acme.example');
    await browser.press('Skip');
    await browser.press('Finish');
    await browser.press('Not Now');
    assert.equal(browser.page.heading, 'Ready to sell');
    assert.equal((await repOf(PEOPLE.rae.email))?.step, 'done');
  });

  test('The page that says that the email is connected stays until the rep goes on', async () => {
    const rep = await repOf(PEOPLE.rae.email);
    assert.ok(rep);
    const markup = renderPage(inLanguage('en'), connectedPage(inLanguage('en'), { ...rep, step: 'signature' }));
    assert.match(markup, /Your email is connected/);
    assert.doesNotMatch(markup, /http-equiv="refresh"/);
  });

  test('"Later in your profile" leads to the profile in Settings, in a tab of its own', async () => {
    const rep = await repOf(PEOPLE.rae.email);
    assert.ok(rep);
    const [, address] =
      /<a href="([^"]*)" target="_blank" rel="noopener noreferrer">your profile</.exec(
        renderPage(inLanguage('en'), signaturePage(inLanguage('en'), 'csrf', rep)),
      ) ?? [];
    assert.equal(address, `${rep.lightningOrigin ?? ''}/lightning/n/MSI_Settings?c__page=profile`);
  });

  test('Nobody is shown a step that they have not reached', async () => {
    const browser = await world.browser(PEOPLE.noor.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    for (const step of ['done', 'signature', 'nonsense']) {
      await browser.open(`${world.url}/onboarding/setup?step=${step}`);
      assert.deepEqual([browser.page.status, browser.page.heading], [200, 'How it works'], step);
    }
  });

  test('Outlook connects as well, and the signature can wait', async () => {
    const browser = await world.browser(PEOPLE.noor.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    await browser.press('Next');
    await browser.press('Next', { provider: 'microsoft' });
    await walkThroughMicrosoft(browser, PEOPLE.noor.email);
    assert.equal(browser.page.heading, 'Your email is connected');
    await browser.press('Continue');
    await browser.press('Skip');
    await browser.press('Finish');
    await browser.press('Not Now');
    assert.equal(browser.page.heading, 'Ready to sell');
  });

  test('The Salesforce address and the invited address must be equal, and the page names both', async () => {
    const link = await invite('k.larsen@acme.example');
    const browser = await world.browser(PEOPLE.kim.salesforceUserId);
    await browser.open(link);
    await browser.press('Activate Account with Salesforce');
    await allowSalesforce(browser);
    assert.equal(browser.page.status, 409);
    assert.match(browser.page.text, /Your Salesforce address is kim\.larsen@acme\.example, the invitation went to k\.larsen@acme\.example/);
    assert.equal((await repOf('k.larsen@acme.example'))?.state, 'invited');
    assert.ok(
      Object.values(world.salesforce.store.state.grants).every(({ userId, revoked }) => userId !== PEOPLE.kim.salesforceUserId || revoked),
    );
  });

  test('Who says no to Salesforce is told so and can try again', async () => {
    const link = await invite('nobody@acme.example');
    world.salesforce.store.state.approvals = [];
    const browser = await world.browser(PEOPLE.kim.salesforceUserId);
    await browser.open(link);
    await browser.press('Activate Account with Salesforce');
    await browser.press('Deny');
    assert.match(browser.page.text, /access to Salesforce was not allowed/);
    await browser.press('Try Again');
    assert.equal(browser.page.heading, 'Allow Access?');
  });

  test('An org that blocks the app is told what its admin does', async () => {
    const user = world.salesforce.store.findUser(PEOPLE.kim.salesforceUserId)!;
    user.oauthBlock = 'OAUTH_APP_BLOCKED';
    const browser = await world.browser(PEOPLE.kim.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    user.oauthBlock = null;
    assert.match(browser.page.text, /Connected Apps OAuth Usage/);
  });

  test('Without API Enabled the page names the permission, and goes on once it is there', async () => {
    const link = await invite(PEOPLE.sam.email);
    const browser = await world.browser(PEOPLE.sam.salesforceUserId);
    await browser.open(link);
    await browser.press('Activate Account with Salesforce');
    await allowSalesforce(browser);
    assert.equal(browser.page.heading, 'One permission is missing');
    assert.match(browser.page.text, /API Enabled/);
    await browser.press('Check Again');
    assert.equal(browser.page.heading, 'One permission is missing');
    world.salesforce.store.findUser(PEOPLE.sam.salesforceUserId)!.apiEnabled = true;
    await browser.press('Check Again');
    assert.equal(browser.page.heading, 'Welcome, Sam Blake');
  });

  test('A mailbox with another address is connected only when the rep says so', async () => {
    const browser = await world.browser(PEOPLE.sam.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    await browser.press('Start');
    await browser.press('Next');
    await giveGmail(browser, 'sales@acme.example');
    await browser.press('Continue');
    assert.equal(browser.page.heading, 'Is this the right mailbox?');
    await browser.press('Choose Another Mailbox');
    assert.equal((await repOf(PEOPLE.sam.email))?.mailboxAddress, null);
    await giveGmail(browser, 'sales@acme.example');
    await browser.press('Continue');
    await browser.press('Connect sales@acme.example');
    assert.equal((await repOf(PEOPLE.sam.email))?.mailboxAddress, 'sales@acme.example');
  });

  describe('Links', () => {
    let person: TestUser;
    before(async () => {
      person = await acme.addUser({ salesforceUserId: '005000000000091AAA', email: 'link@acme.example' });
    });
    const continueLink = async (): Promise<string> => {
      const panel = await world.service.openPanel(acme, person);
      const { body } = await panel.request('POST', '/v1/onboarding/link');
      return (body as { url: string }).url;
    };

    test('The panel leads a rep who is not ready to the step reached, once', async () => {
      const link = await continueLink();
      const browser = await world.browser();
      await browser.open(link);
      await browser.press('Continue to Setup');
      assert.equal(browser.page.heading, 'Welcome back');
      const other = await world.browser();
      await other.open(link);
      assert.deepEqual([other.page.status, other.page.heading], [410, 'This link has already been used']);
    });

    test('Looking at a link does not use it up', async () => {
      const link = await continueLink();
      for (let look = 0; look < 3; look += 1) assert.equal((await (await world.browser()).open(link)).status, 200);
    });

    test('A link of the panel dies after a minute, that of an email after 30 days', async () => {
      const link = await continueLink();
      world.service.clock.advance(61_000);
      assert.equal((await (await world.browser()).open(link)).heading, 'This link has expired');
      const invitation = await invite('late@acme.example');
      world.service.clock.advance(30 * 86_400_000 + 1_000);
      const page = await (await world.browser()).open(invitation);
      world.service.clock.advance(-30 * 86_400_000 - 62_000);
      assert.deepEqual([page.status, page.heading], [410, 'This link has expired']);
    });

    test('An email link alone opens no session', async () => {
      const link = await invite('forwarded@acme.example');
      const ticket = new URL(link).searchParams.get('ticket') ?? '';
      const page = await fetch(link);
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      const answer = await fetch(`${world.url}/onboarding/continue`, {
        method: 'POST',
        headers: { cookie: page.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
        body: new URLSearchParams({ ticket, csrf }),
      });
      assert.equal(answer.status, 410);
    });

    test('A link that was cut off or invented says so', async () => {
      const browser = await world.browser();
      assert.equal((await browser.open(`${world.url}/onboarding/welcome`)).status, 404);
      assert.equal((await browser.open(`${world.url}/onboarding/welcome?ticket=${ACME}.${'A'.repeat(32)}`)).status, 404);
    });
  });

  test('A form from elsewhere is refused', async () => {
    const answer = await fetch(`${world.url}/onboarding/activate`, { method: 'POST', body: new URLSearchParams({}) });
    assert.equal(answer.status, 403);
  });

  test('A way back from Salesforce that this browser did not begin is refused', async () => {
    const victim = await world.browser(PEOPLE.kim.salesforceUserId);
    const page = await victim.open(`${world.url}/oauth/salesforce/callback?code=x&state=${ACME}.${'A'.repeat(32)}`);
    assert.deepEqual([page.status, page.heading], [400, 'This took too long']);
  });

  test('Pages load nothing from elsewhere, cannot be framed, and set a cookie that scripts cannot read', async () => {
    const answer = await fetch(`${world.url}/onboarding/setup`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(answer.headers.getSetCookie()[0] ?? '', /HttpOnly; SameSite=Lax/);
    assert.doesNotMatch(await answer.text(), /(?:src|href)="(?:https?:)?\/\//);
  });
});

/** Outlook asks for the address, then the password, then consent. */
async function walkThroughMicrosoft(browser: FormBrowser, email: string): Promise<void> {
  await browser.press('Next', { login: email, loginfmt: email, email, username: email });
  await browser.press('Sign in', { passwd: 'anything', password: 'anything' });
  await browser.press('Accept');
}
