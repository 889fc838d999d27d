import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { look, lookAtWidths, openStage, type Stage } from './stage.ts';
import { deliveredTo, order } from './outcome.ts';
import { at, AVERY, DANA, KIM, RAE, SAM } from './cast.ts';
import {
  activate,
  allowGmail,
  button,
  chooseMailbox,
  finish,
  heading,
  invite,
  openSalesforce,
  openWelcomeEmail,
  sendSalesEmail,
  waitForRow,
  writeText,
} from './rep.ts';

describe('When something is refused, the rep reads why and loses nothing', () => {
  let stage: Stage;
  before(async () => (stage = await openStage('org')));
  after(() => stage.close());

  it('invites three people', async () => {
    const { page } = await stage.enter();
    await openSalesforce(page, stage.world, AVERY.id, '/lightning/n/MSI_Users');
    await invite(page, RAE.email, SAM.email, at('k.larsen@acme.example'));
  });

  it('names both addresses when the Salesforce user has another one than the invitation', async () => {
    const { page } = await stage.enter();
    await openSalesforce(page, stage.world, KIM.id, '/lightning/page/home');
    await openWelcomeEmail(page, stage.world, at('k.larsen@acme.example'));
    await button(page, 'Activate Account with Salesforce').click();
    await button(page, 'Allow').click();
    await page.getByText(KIM.email).first().waitFor();
    assert.ok((await page.locator('body').innerText()).includes(at('k.larsen@acme.example')));
    await look(page, 'refused-other-address');
  });

  it('names the missing permission API Enabled, keeps the account, and goes on once it is given', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, SAM.id, '/lightning/page/home');
    await openWelcomeEmail(page, world, SAM.email);
    await button(page, 'Activate Account with Salesforce').click();
    await button(page, 'Allow').click();
    await heading(page, 'One permission is missing').waitFor();
    await look(page, 'refused-api-enabled');
    await openSalesforce(page, world, SAM.id, DANA.page);
    await heading(page, 'Your profile has no API access').waitFor();
    await look(page, 'panel-api-disabled');

    await order(world.urls.salesforce, `/sim/users/${SAM.id}`, { apiEnabled: true });
    await page.goto(`${world.urls.service}/onboarding/setup`);
    await button(page, 'Check Again').click();
    await button(page, 'Start').waitFor();
  });

  it('explains a refused consent in Salesforce and at Google, and both can be tried again', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, '/lightning/page/home');
    await openWelcomeEmail(page, world, RAE.email);
    await button(page, 'Activate Account with Salesforce').click();
    await button(page, 'Deny').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'refused-salesforce');
    await openWelcomeEmail(page, world, RAE.email);
    await activate(page);

    await chooseMailbox(page, 'Gmail');
    await page.waitForURL(/\/o\/oauth2\/v2\/auth/);
    await button(page, 'Next').click();
    await page.getByLabel(/password/i).fill('a password');
    await button(page, 'Next').click();
    await button(page, 'Cancel').click();
    await page.getByRole('alert').waitFor();
    await look(page, 'refused-google');
    await page.goto(`${world.urls.service}/onboarding/setup`);
    await chooseMailbox(page, 'Gmail');
    await allowGmail(page);
    await finish(page, null);
  });

  it('keeps a waiting email when the mailbox is revoked, and sends it once after Reconnect', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, DANA.page);
    await button(page, 'Not Now').click();
    await sendSalesEmail(page, { subject: 'Waits for the mailbox', text: 'Hello Dana.' });
    await order(world.urls.google, `/sim/accounts/${RAE.email}/revoke`);
    await page.getByText('Waiting until you reconnect your mailbox.').waitFor({ timeout: 45_000 });
    await heading(page, 'Reconnect your mailbox').waitFor();
    await look(page, 'panel-revoked');
    assert.equal((await deliveredTo(world, DANA.email)).length, 0);

    const window = page.waitForEvent('popup');
    await button(page, 'Reconnect').click();
    const consent = await window;
    await allowGmail(consent);
    await heading(consent, 'Your email is connected').waitFor();
    await page.bringToFront();
    await waitForRow(page, 'Waits for the mailbox', 'Sent');
    assert.equal((await deliveredTo(world, DANA.email)).length, 1);
  });

  it('says that nothing answers after a while, and Try Again goes on from there', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, DANA.page);
    await button(page, 'Send Sales Email').first().click();
    const compose = page.getByRole('dialog');
    await compose.getByLabel('Subject').fill('Sent into a silence');
    await writeText(page, 'Does anybody hear this?');
    await compose.getByText('Draft saved').waitFor();

    // The service takes the email, and its answer never arrives
    await page.route(`${world.urls.service}/v1/**`, async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
    });
    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await compose.getByText('did not answer').waitFor();
    await lookAtWidths(page, 'compose-no-answer');
    await page.unroute(`${world.urls.service}/v1/**`);
    await compose.getByRole('button', { name: 'Try Again' }).click();
    await compose.waitFor({ state: 'hidden' });
    await waitForRow(page, 'Sent into a silence', 'Sent');
    const delivered = await deliveredTo(world, DANA.email);
    assert.equal(delivered.filter((raw) => raw.includes('Sent into a silence')).length, 1);

    await page.route(`${world.urls.service}/v1/**`, () => undefined);
    await page.reload();
    await page.getByText('did not answer').waitFor();
    await lookAtWidths(page, 'panel-no-answer');
    await page.unroute(`${world.urls.service}/v1/**`);
    await button(page, 'Try Again').click();
    await waitForRow(page, 'Sent into a silence', 'Sent');
  });
});
