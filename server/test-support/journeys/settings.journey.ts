import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeReady } from '../../bench/ready-rep.ts';
import { startMailServer, type MailServer } from '../mail-server.ts';
import { order } from './outcome.ts';
import { look, lookAtWidths, openStage, type Stage, withoutStatus } from './stage.ts';
import { at, AVERY, DANA, RAE } from './cast.ts';
import { button, heading, openLetter, openSalesforce, openSettings, rowOf, sendSalesEmail, waitForRow, writeText } from './rep.ts';

const GLOBEX_PAGE = '/lightning/r/Account/001000000000001AAA/view';
const LAYLA_PAGE = '/lightning/r/Lead/00Q000000000005AAA/view';
const GAIL = at('GAIL@globex.example');
const SECRET = 'a-secret-that-nobody-sees-again';

describe('On the Settings tab', () => {
  let stage: Stage;
  let mailServer: MailServer;
  before(async () => {
    stage = await openStage();
    mailServer = await startMailServer({ user: 'sales', password: 'right' });
    await makeReady(stage.world, { salesforceUserId: RAE.id, email: RAE.email });
  });
  after(async () => {
    await stage.close();
    await mailServer.close();
  });

  it('a wrong limit is refused at its field and no word is lost; a right one is kept, and a rep reads why an email waits', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openSettings(page, world, AVERY.id, 'connection');
    await page.getByRole('link', { name: 'Sending limits' }).click();
    await page.getByLabel('Emails per minute').fill('0');
    await page.getByLabel('Recipients per domain per day').fill('40');
    await button(page, 'Save').click();
    await page.getByText('Enter a whole number from 1 to 60.').waitFor();
    assert.equal(await page.getByLabel('Recipients per domain per day').inputValue(), '40');
    await lookAtWidths(page, 'settings-limits-refused');

    await page.getByRole('link', { name: 'Delivery channels' }).click();
    await heading(page, 'Leave without saving?').waitFor();
    await look(page, 'settings-unsaved');
    await button(page, 'Cancel').click();
    await page.getByLabel('Emails per minute').fill('1');
    await button(page, 'Save').click();
    await page.getByText('The sending limits are saved.').waitFor();
    await page.reload();
    await page.getByLabel('Emails per minute').waitFor();
    assert.equal(await page.getByLabel('Emails per minute').inputValue(), '1');
    assert.equal(await page.getByLabel('Recipients per domain per day').inputValue(), '40');
    await page.getByText(`by ${AVERY.name}`).waitFor();
    await lookAtWidths(page, 'settings-limits');

    const rae = await stage.enter();
    await openSalesforce(rae.page, world, RAE.id, DANA.page);
    await button(rae.page, 'Not Now').click();
    await sendSalesEmail(rae.page, { subject: 'Sends right away', text: 'Hello Dana.' });
    await sendSalesEmail(rae.page, { subject: 'Waits for the next minute', text: 'Hello again.' });
    await waitForRow(rae.page, 'Sends right away', 'Sent');
    const row = rowOf(rae.page, 'Waits for the next minute');
    await row.getByText(/^Waiting: .* minute\.$/).waitFor({ timeout: 45_000 });
    await row.getByText(/^Sends in \d+ seconds\.$/).waitFor();
    await row.getByText('Waiting', { exact: true }).waitFor();
    await lookAtWidths(rae.page, 'panel-waiting');
    assert.deepEqual(problems, []);
    assert.deepEqual(rae.problems, []);
  });

  it('a rep sees what is connected first, and what was chosen and not saved is still there after another tab of the app', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, RAE.id, '/lightning/app/c__MSI_Actions');
    const tabs = page.getByRole('navigation', { name: 'Global' });
    await tabs.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('Gmail connected', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Identities and signatures' }).waitFor();
    await lookAtWidths(page, 'settings-profile');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByText(/^This is how it looks now: .*GMT\+9/).waitFor();

    await tabs.getByRole('link', { name: 'Leads' }).click();
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await tabs.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('You have unsaved changes.').waitFor();
    assert.equal(await page.getByLabel('Time zone').inputValue(), 'Asia/Tokyo');
    await lookAtWidths(page, 'settings-unsaved-kept');
    await button(page, 'Save').click();
    await page.getByText('Your profile is saved.').waitFor();
    await page.reload();
    await page.getByText(/^This is how it looks now: .*GMT\+9/).waitFor();
    assert.equal(await page.getByText('You have unsaved changes.').count(), 0);
    assert.deepEqual(problems, []);
  });

  it('a rep who may not see who said no reads whom to ask, the admin decides, and a copy to who said no is refused there', async () => {
    const { world } = stage;
    const hide = (hiddenFields: string[]) => order(world.urls.salesforce, `/sim/users/${RAE.id}`, { hiddenFields });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, RAE.id, GLOBEX_PAGE);
    await button(page, 'Send Sales Email').first().waitFor();
    await hide(['Lead.HasOptedOutOfEmail', 'Contact.HasOptedOutOfEmail']);
    await openSalesforce(page, world, RAE.id, LAYLA_PAGE);
    await page.getByText(/^Your Salesforce permissions do not show whether .* opted out of email/).waitFor();
    await lookAtWidths(page, 'panel-opt-out-unknown');

    const admin = await stage.enter();
    await openSettings(admin.page, world, AVERY.id, 'optOuts');
    await admin.page.getByText('Nobody has decided yet.').waitFor();
    await lookAtWidths(admin.page, 'settings-opt-outs');
    await admin.page.getByText('Send anyway').click();
    await button(admin.page, 'Save').click();
    await admin.page.getByText(`${AVERY.name} decided this.`).waitFor();
    await openSettings(admin.page, world, AVERY.id, 'visibility');
    await admin.page.getByText('Nobody has changed this yet.').waitFor();
    await lookAtWidths(admin.page, 'settings-visibility');

    await page.reload();
    await button(page, 'Send Sales Email').first().click();
    const compose = page.getByRole('dialog');
    await compose.getByLabel('Subject').fill('With a copy');
    await writeText(page, 'A copy for the file.');
    await compose.getByRole('button', { name: 'Cc', exact: true }).click();
    await compose.getByRole('combobox', { name: 'Cc' }).fill(GAIL);
    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await compose.getByText(`Cc: ${GAIL} opted out of email. Remove this address.`).waitFor();
    await lookAtWidths(page, 'compose-copy-refused');
    await compose.getByRole('button', { name: `Remove ${GAIL}` }).click();
    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await compose.waitFor({ state: 'hidden' });
    await hide([]);
    assert.deepEqual(withoutStatus(problems, 409), []);
    assert.deepEqual(admin.problems, []);
  });

  it('an admin chooses the font of emails by a sentence in it', async () => {
    const { page, problems } = await stage.enter();
    await openSettings(page, stage.world, AVERY.id, 'font');
    const sample = page.getByText('Thank you for your time today.');
    const styleOf = (property: string) => sample.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    await page.getByText('Nobody has changed this yet.').waitFor();
    assert.deepEqual([await styleOf('font-family'), await styleOf('font-size')], ['Arial, Helvetica, sans-serif', '14px']);
    await lookAtWidths(page, 'settings-font');
    await page.getByLabel('Font', { exact: true }).selectOption({ label: 'Times New Roman' });
    await page.getByLabel('Size in pixels').selectOption('18');
    assert.deepEqual([await styleOf('font-size'), await styleOf('line-height')], ['18px', '27px']);
    await button(page, 'Save').click();
    await page.getByText(`${AVERY.name} changed this.`).waitFor();
    await page.reload();
    await page.getByText(`${AVERY.name} changed this.`).waitFor();
    assert.equal(await styleOf('font-family'), '"Times New Roman", Times, serif');
    await lookAtWidths(page, 'settings-font-chosen');
    await openSettings(page, stage.world, AVERY.id, 'log');
    await page.getByText('Times New Roman, 18 px').waitFor();
    assert.deepEqual(problems, []);
  });

  it('the permissions of mailboxes and an app of the own company are kept, and its secret is never shown again', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openSettings(page, world, AVERY.id, 'permissions');
    const outlook = page.getByRole('group', { name: 'Outlook' });
    await outlook.getByText('Send only').click();
    await button(page, 'Save').click();
    await page.getByText('The mailbox permissions are saved.').waitFor();

    const app = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Outlook' }) });
    await app.getByRole('button', { name: 'Use Your Own App' }).click();
    await app.getByLabel('Client ID').fill('11111111-2222-4333-8444-555555555555');
    await app.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Enter the client secret. It is never shown again.').waitFor();
    await lookAtWidths(page, 'settings-app-refused');
    await app.getByLabel('Client secret').fill(SECRET);
    await app.getByRole('button', { name: 'Save' }).click();
    await page.getByText('New connections use your app.').waitFor();

    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/v1/'))
        response.text().then(
          (text) => answers.push(text),
          () => undefined,
        );
    });
    await page.reload();
    await app.getByText("Your company's app: 11111111-2222-4333-8444-555555555555").waitFor();
    assert.ok(await outlook.getByRole('radio', { name: 'Send only' }).isChecked());
    await app.getByRole('button', { name: 'Edit' }).click();
    assert.equal(await app.getByLabel('Client secret').inputValue(), '');
    assert.ok(answers.some((text) => text.includes('11111111-2222-4333-8444-555555555555')));
    assert.ok(!answers.some((text) => text.includes(SECRET)));
    await lookAtWidths(page, 'settings-permissions');
    assert.deepEqual(problems, []);
  });

  it('a mail server of the team that refuses the password says so, a right one is saved, and a link verifies an address', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openSettings(page, world, AVERY.id, 'channels');
    await page.getByLabel('Server').fill('localhost');
    await page.getByLabel('Port').fill(String(mailServer.port));
    await page.getByLabel('Encryption').selectOption('None');
    await page.getByLabel('User name').fill('sales');
    await page.getByLabel('Password').fill('wrong');
    await button(page, 'Send Test Email').click();
    await page.getByText('The mail server refused the user name or the password.').waitFor();
    await lookAtWidths(page, 'settings-server-refused');
    await page.getByLabel('Password').fill('right');
    await button(page, 'Send Test Email').click();
    await page.getByText(`The mail server took the test email for ${AVERY.email}.`).waitFor();
    assert.deepEqual(
      mailServer.received.map(({ to, user }) => [to, user]),
      [[[AVERY.email], 'sales']],
    );
    await button(page, 'Save').click();
    await page.getByText('The mail server is saved.').waitFor();
    await page.reload();
    await page.getByText('Working', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Password').inputValue(), '');
    await lookAtWidths(page, 'settings-server');

    const rae = await stage.enter();
    await openSettings(rae.page, world, RAE.id, 'profile');
    await button(rae.page, 'Add Identity').click();
    const dialog = rae.page.getByRole('dialog');
    await dialog.getByLabel('Email address').fill(at('team@acme-sales.example'));
    await dialog.getByLabel('Name that recipients see').fill('Rae of the team');
    await look(rae.page, 'settings-identity-add');
    await button(rae.page, 'Send Verification Email').click();
    await rae.page.getByText('Not verified').waitFor();
    await lookAtWidths(rae.page, 'settings-identities');
    const reader = await stage.enter();
    await openLetter(reader.page, world, at('team@acme-sales.example'), 'Please verify your email address', 'Look at the request');
    await look(reader.page, 'identity-request');
    await reader.page.getByRole('button').click();
    await reader.page.getByRole('heading', { level: 1 }).waitFor();
    await look(reader.page, 'identity-verified');
    await rae.page.reload();
    await rae.page.getByText("Sent through your team's mail server").waitFor();
    assert.equal(await rae.page.getByText('Not verified').count(), 0);
    assert.deepEqual(problems, []);
    assert.deepEqual(rae.problems, []);
  });

  it('is in the language of the user, with numbers as the locale writes them, and fits a narrow screen in long German words', async () => {
    const { world } = stage;
    const speak = (language: string, locale: string) => order(world.urls.salesforce, `/sim/users/${AVERY.id}`, { language, locale });
    await speak('de', 'de_DE');
    const { page, problems } = await stage.enter();
    await openSettings(page, world, AVERY.id, 'limits');
    await heading(page, 'Sendelimits').waitFor();
    await page.getByText('60 E-Mails pro Minute und 2.000 pro Tag').waitFor();
    await page.getByRole('link', { name: 'Einstellungen' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    await lookAtWidths(page, 'settings-limits-german');
    await speak('en_US', 'en_US');
    assert.deepEqual(problems, []);
  });

  it('an emergency stop asks for the name of the org, reports every grant, refuses what a rep is sending, and can be lifted', async () => {
    const { world } = stage;
    const rae = await stage.enter();
    await openSalesforce(rae.page, world, RAE.id, DANA.page);
    await button(rae.page, 'Send Sales Email').first().click();
    const compose = rae.page.getByRole('dialog');
    await compose.getByLabel('Subject').fill('Too late');
    await writeText(rae.page, 'The offer ends today.');

    const { page, problems } = await stage.enter();
    await openSettings(page, world, AVERY.id, 'mailboxes');
    await page.getByRole('cell', { name: RAE.email }).waitFor();
    await lookAtWidths(page, 'settings-mailboxes');
    await page.getByRole('link', { name: 'Emergency stop' }).click();
    await page.getByLabel('To confirm, type the name of your org').fill('Acne');
    await button(page, 'Stop Everything').click();
    await page.getByText('This is not the name of your org.').waitFor();
    await lookAtWidths(page, 'settings-stop-refused');
    await page.getByLabel('To confirm, type the name of your org').fill('Acme');
    await button(page, 'Stop Everything').click();
    await page.getByText(/^Finished/).waitFor();
    for (const grant of [
      `Gmail ${RAE.name}, ${RAE.email}`,
      `Salesforce ${RAE.name}, ${RAE.email}`,
      `Salesforce ${AVERY.name}, ${AVERY.email}`,
    ])
      assert.equal(await page.getByRole('row', { name: grant }).count(), 1, grant);
    await lookAtWidths(page, 'settings-stopped');

    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await compose.getByRole('alert').waitFor();
    await look(rae.page, 'compose-stopped');
    assert.equal(await compose.getByLabel('Subject').inputValue(), 'Too late');
    await rae.page.reload();
    await heading(rae.page, 'Sales emails are stopped').waitFor();
    await lookAtWidths(rae.page, 'panel-stopped');
    assert.equal(await button(rae.page, 'Send Sales Email').count(), 0);

    await button(page, 'Let People Connect Again').click();
    await page.getByText('People can connect again.').waitFor();
    await button(rae.page, 'Try Again').click();
    await heading(rae.page, 'Connect Salesforce again').waitFor();
    assert.deepEqual(withoutStatus(problems, 422), []);
    assert.deepEqual(withoutStatus(rae.problems, 401, 409), []);
  });
});
