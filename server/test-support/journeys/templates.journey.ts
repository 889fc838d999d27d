import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { makeReady } from '../../bench/ready-rep.ts';
import { AVERY, NOOR, RAE } from './cast.ts';
import { chooseFromMenu, focused, tabTo } from './keyboard.ts';
import { button, openSalesforce } from './rep.ts';
import { look, lookAtWidths, openStage, type Stage, withoutStatus } from './stage.ts';

const TAB = '/lightning/n/MSI_Templates';
const PRICING = 'Pricing for a team';
const SEARCH = 'Search name, subject, or text';

describe('On the Templates tab', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await Promise.all([RAE, NOOR].map(({ id, email }) => makeReady(stage.world, { salesforceUserId: id, email })));
  });
  after(() => stage.close());

  const open = async (page: Page, userId: string) => {
    await openSalesforce(page, stage.world, userId, TAB);
    await button(page, 'New Template').first().waitFor();
  };
  const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });

  it('an admin decides who may share, and a rep writes a template with the keyboard alone and shares it', async () => {
    const admin = await stage.enter();
    await open(admin.page, AVERY.id);
    await admin.page.getByText(/^No templates yet/).waitFor();
    await lookAtWidths(admin.page, 'templates-empty');
    await button(admin.page, 'Who May Share').click();
    await button(admin.page, 'Who may share into General').click();
    const grants = admin.page.getByRole('dialog');
    await grants.getByText('Everyone', { exact: true }).click();
    await look(admin.page, 'templates-grants');
    await grants.getByRole('button', { name: 'Save', exact: true }).click();
    await grants.waitFor({ state: 'hidden' });
    await admin.page.getByText('Everyone', { exact: true }).waitFor();
    await look(admin.page, 'templates-sharing');
    assert.deepEqual(admin.problems, []);

    const { page, problems } = await stage.enter();
    await open(page, RAE.id);
    await tabTo(page, 'New Template');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    assert.match(await focused(page), /Name$/);
    await page.keyboard.type(PRICING);
    await tabTo(page, 'Subject');
    await page.keyboard.type('What 40 seats cost');
    await tabTo(page, 'Email');
    await page.keyboard.type('Hello {{first_name}}');
    await lookAtWidths(page, 'templates-editor');
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');
    await page.getByText('The template is saved.').waitFor();

    await tabTo(page, `Actions for ${PRICING}`, { backwards: true });
    await chooseFromMenu(page, 'Share…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Everyone', { exact: true }).click();
    await lookAtWidths(page, 'templates-share');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await button(page, 'Back to the List').click();
    await row(page, PRICING).getByText('Everyone', { exact: true }).waitFor();
    assert.equal(await focused(page), PRICING);
    await lookAtWidths(page, 'templates-list');

    await tabTo(page, 'Columns Show menu', { backwards: true });
    await chooseFromMenu(page, 'Owner');
    await page.getByRole('columnheader', { name: 'Owner' }).waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'Columns Show menu');
    assert.deepEqual(problems, []);
  });

  it('a colleague finds it by a word of its text, clones it, and does not lose words that are not saved', async () => {
    const { page, problems } = await stage.enter();
    await openSalesforce(page, stage.world, NOOR.id, '/lightning/app/c__MSI_Actions');
    const tabs = page.getByRole('navigation', { name: 'Global' });
    await tabs.getByRole('link', { name: 'Templates' }).click();
    await page.getByLabel(SEARCH).fill('nothing like this');
    await page.getByText('No template matches nothing like this.').waitFor();
    await page.getByLabel(SEARCH).fill('hello seats');
    await page.getByRole('status').getByText('1 template', { exact: true }).waitFor();
    await button(page, `Add ${PRICING} to favorites`).click();
    await button(page, `Remove ${PRICING} from favorites`).waitFor();
    await button(page, PRICING).click();
    await page.getByText(`${RAE.name} owns this template. Clone it to change it.`).waitFor();
    await lookAtWidths(page, 'templates-view');
    await button(page, 'Clone').click();
    await button(page, 'Edit as HTML').click();
    await page.getByLabel('HTML of the email').fill('<p>Hello <b>{{first_name}}</b></p><script>x()</script>');
    await button(page, 'Edit as HTML').click();
    await page.getByText('Taken out, because an email cannot have it: <script>.').waitFor();
    await page.getByRole('textbox', { name: 'Subject' }).fill('What 50 seats cost');
    await button(page, 'Back to the List').click();
    await page.getByRole('dialog').getByText('Your changes on this page are not saved.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
    await tabs.getByRole('link', { name: 'Leads' }).click();
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await tabs.getByRole('link', { name: 'Templates' }).click();
    await page.getByText('You have unsaved changes.').first().waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Subject' }).inputValue(), 'What 50 seats cost');
    await look(page, 'templates-unsaved');
    await button(page, 'Save').click();
    await page.getByText('The template is saved.').waitFor();
    assert.deepEqual(problems, []);
  });

  it('what is deleted says first what goes with it', async () => {
    const { page, problems } = await stage.enter();
    await open(page, RAE.id);
    await button(page, `Actions for ${PRICING}`).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nobody it is shared with can use it any more.').waitFor();
    await look(page, 'templates-delete');
    await dialog.getByRole('button', { name: 'Delete Template' }).click();
    await row(page, PRICING).waitFor({ state: 'hidden' });
    assert.deepEqual(withoutStatus(problems, 404), []);
  });
});
