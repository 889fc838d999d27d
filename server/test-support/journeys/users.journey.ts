import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeReady } from '../../bench/ready-rep.ts';
import { at, AVERY, DANA, KIM, RAE, SAM } from './cast.ts';
import { chooseFromMenu, focused, tabTo } from './keyboard.ts';
import { order } from './outcome.ts';
import { until } from '../until.ts';
import { button, openSalesforce, openSettings } from './rep.ts';
import { look, lookAtWidths, openStage, type Stage, withoutStatus } from './stage.ts';

const TEAM = 'Sales West';
const USERS = '/lightning/n/MSI_Users';

describe('On the Users page', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await makeReady(stage.world, { salesforceUserId: RAE.id, email: RAE.email });
  });
  after(() => stage.close());

  it('an admin makes a team, puts somebody into it and takes them out, with the keyboard alone', async () => {
    const { page, problems } = await stage.enter();
    await openSettings(page, stage.world, AVERY.id, 'teams');
    await page.getByText('There is no team besides Everyone yet.').waitFor();
    await button(page, 'New Team').press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Team name').waitFor();
    await page.keyboard.type(' everyone ');
    await dialog.getByRole('button', { name: 'Create Team' }).press('Enter');
    await dialog.getByText('The team Everyone is there already').waitFor();
    await lookAtWidths(page, 'settings-team-name');
    await dialog.getByLabel('Team name').fill(TEAM);
    await dialog.getByRole('button', { name: 'Create Team' }).press('Enter');
    await page.getByText('Nobody is in this team yet.').waitFor();
    await page.getByLabel('Add people').fill('rae');
    await page.getByRole('button', { name: `Add ${RAE.name}` }).press('Enter');
    await page.getByText('1 member', { exact: true }).waitFor();
    await page.getByLabel('Add people').fill('s');
    await page.getByRole('button', { name: `Add ${AVERY.name}` }).waitFor();
    await lookAtWidths(page, 'settings-team');
    await page.getByRole('button', { name: `Remove ${RAE.name} from the team` }).press('Enter');
    await page.getByText('Nobody is in this team yet.').waitFor();
    await page.getByRole('button', { name: 'All Teams' }).press('Enter');
    await button(page, TEAM).waitFor();
    await lookAtWidths(page, 'settings-teams');
    await page.getByRole('button', { name: `Actions for the team ${TEAM}` }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await dialog.getByText('A deleted team cannot be brought back.').waitFor();
    await look(page, 'settings-team-delete');
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    assert.deepEqual(withoutStatus(problems, 409), []);
  });

  it('an admin finds people, sees who cannot work, invites from a file with one bad row, sends again and changes a role', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, AVERY.id, USERS);
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row(RAE.name).waitFor();
    await lookAtWidths(page, 'users');
    await page.getByLabel('Search by name or address').fill('rae@');
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.getByLabel('Search by name or address').fill('');

    await order(world.urls.salesforce, `/sim/users/${RAE.id}`, { apiEnabled: false });
    const more = page.getByRole('button', { name: 'More actions' });
    await more.click();
    await page.getByRole('menuitem', { name: 'Check Salesforce Access' }).click();
    await row(RAE.name).getByText('No API access').waitFor({ timeout: 45_000 });
    await page.getByLabel('Show').selectOption('Needs attention');
    await row(AVERY.name).waitFor({ state: 'hidden' });
    await lookAtWidths(page, 'users-attention');
    await page.getByLabel('Show').selectOption('Everyone');
    await order(world.urls.salesforce, `/sim/users/${RAE.id}`, { apiEnabled: true });

    await more.click();
    await page.getByRole('menuitem', { name: 'Invite from a CSV File' }).click();
    const dialog = page.getByRole('dialog');
    const csv =
      `Name,Email,Role,Team\n${KIM.name},${KIM.email},rep,${TEAM}\n` +
      `Nobody,not an address,rep,\nStranger,${at('stranger@acme.example')},admin,\n`;
    await dialog.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await dialog.getByText('2 people can be invited').waitFor();
    await dialog.getByText('Line 3').waitFor();
    await lookAtWidths(page, 'users-csv');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByText('1 person will be invited').waitFor();
    await dialog.getByText('No Salesforce user of your org has this email address.').waitFor();
    await lookAtWidths(page, 'users-check');
    await dialog.getByRole('button', { name: 'Invite 1 Person' }).click();
    await dialog.getByText('1 of 1 invited').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await row(KIM.name)
      .getByText(/^Invitation sent/)
      .waitFor({ timeout: 45_000 });

    await button(page, 'Invite Users').click();
    await dialog.getByLabel('Find people in Salesforce').waitFor();
    await page.keyboard.type('blake');
    await dialog.getByRole('button', { name: `Add ${SAM.name}` }).click();
    assert.equal(await dialog.getByLabel('Email addresses').inputValue(), SAM.email);
    await lookAtWidths(page, 'users-search');
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();

    await more.click();
    await page.getByRole('menuitem', { name: 'Resend to All Not Activated' }).click();
    await look(page, 'users-resend');
    await dialog.getByRole('button', { name: 'Resend Invitations' }).click();
    await dialog
      .getByText(/^You can send the invitation again/)
      .first()
      .waitFor();
    await lookAtWidths(page, 'users-resent');
    await dialog.getByRole('button', { name: 'Done' }).click();

    await row(RAE.name)
      .getByRole('button', { name: `Actions for ${RAE.name}` })
      .click();
    await page.getByRole('menuitem', { name: 'Make Admin' }).click();
    await row(RAE.name).getByRole('cell', { name: 'Admin', exact: true }).waitFor();
    await row(AVERY.name)
      .getByRole('button', { name: `Actions for ${AVERY.name}` })
      .click();
    assert.equal(await page.getByRole('menuitem', { name: 'Deactivate' }).count(), 0);
    assert.deepEqual(problems, []);

    await page.goto(`${world.urls.prospect}/mailbox/${KIM.email}`);
    await page
      .getByRole('link', { name: /has invited you to MSI Actions at Acme/ })
      .first()
      .click();
    await page
      .frameLocator('iframe')
      .getByText(`Hello ${KIM.name.split(' ')[0] ?? ''},`)
      .waitFor();
    await look(page, 'welcome-email');
  });

  it('an admin searches, filters, invites and takes the CSV with the keyboard alone, and never loses the focus', async () => {
    const { page, problems } = await stage.enter();
    await openSalesforce(page, stage.world, AVERY.id, USERS);
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row(RAE.name).waitFor();
    await tabTo(page, 'Invite Users');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Email addresses').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'Invite Users');

    await tabTo(page, 'More actions');
    const download = page.waitForEvent('download');
    await chooseFromMenu(page, 'Download as CSV');
    assert.equal((await download).suggestedFilename(), 'users.csv');
    assert.equal(await focused(page), 'More actions');

    await tabTo(page, 'Search by name or address');
    await page.keyboard.type('rae@');
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await row(AVERY.name).waitFor();
    await tabTo(page, 'Show');
    await page.keyboard.press('ArrowDown');
    await row(AVERY.name).waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowUp');
    await row(AVERY.name).waitFor();

    const menu = `Actions for ${RAE.name}`;
    await tabTo(page, menu);
    await chooseFromMenu(page, 'Deactivate');
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
    await tabTo(page, 'Cancel');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await focused(page), menu);
    assert.deepEqual(problems, []);
  });

  it('an admin writes the welcome email and reads it as it would arrive', async () => {
    const { page, problems } = await stage.enter();
    await openSettings(page, stage.world, AVERY.id, 'welcomeLetter');
    await page.getByLabel('Subject').fill('Start selling at {{company}}');
    await button(page, 'Preview').click();
    await page.getByText('Start selling at Acme').waitFor();
    await lookAtWidths(page, 'settings-welcome-email');
    await button(page, 'Save').click();
    await page.getByText('The welcome email is saved.').waitFor();
    assert.deepEqual(problems, []);
  });

  it('a rep sees no Users tab, reads on the page whom to ask, and learns from the open panel that access has ended', async () => {
    const { world } = stage;
    const rep = await stage.enter();
    await openSalesforce(rep.page, world, SAM.id, USERS);
    await rep.page.getByText('This page is for admins.').waitFor();
    await rep.page.getByRole('link', { name: 'Settings' }).waitFor();
    assert.equal(await rep.page.getByRole('link', { name: 'Users' }).count(), 0);
    await lookAtWidths(rep.page, 'users-for-a-rep');

    await openSalesforce(rep.page, world, RAE.id, DANA.page);
    await button(rep.page, 'Send Sales Email').first().waitFor();
    const admin = await stage.enter();
    await openSalesforce(admin.page, world, AVERY.id, USERS);
    const menu = `Actions for ${RAE.name}`;
    await admin.page.getByRole('button', { name: menu }).waitFor();
    await tabTo(admin.page, menu);
    await chooseFromMenu(admin.page, 'Deactivate');
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).waitFor();
    await tabTo(admin.page, 'Deactivate');
    await admin.page.keyboard.press('Enter');
    await admin.page.getByRole('table').getByText('Deactivated', { exact: true }).waitFor();
    await until('the menu of the row has the focus again', async () => (await focused(admin.page)) === menu);
    await lookAtWidths(admin.page, 'users-deactivated');
    await rep.page.getByText('Your admin has ended your access to MSI Actions.').waitFor({ timeout: 45_000 });
    await lookAtWidths(rep.page, 'panel-access-ended');
  });
});
