import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { makeReadyWithoutTour } from '../../bench/ready-rep.ts';
import { until } from '../until.ts';
import { at, DANA, ORG_ID, RAE } from './cast.ts';
import { focused, tabTo } from './keyboard.ts';
import { deliveredTo } from './outcome.ts';
import { button, openSalesforce } from './rep.ts';
import { look, lookAtWidths, openStage, type Stage, withoutStatus } from './stage.ts';

const GLOBEX = '001000000000001AAA';
const PEOPLE = 200;
const LONG = 'Maximiliane Charlotte';
const LONGER = 'Hohenstein-Schwarzenberg von der Leine zu Aschaffenburg-Oberfranken';

/** The first 13 of them cannot get it, each kind of reason for a few. */
function leadNumber(number: number): Record<string, unknown> {
  const lead = {
    FirstName: number % 40 === 20 ? LONG : 'Person',
    LastName: number % 40 === 20 ? `${LONGER} ${String(number)}` : `No ${String(number).padStart(3, '0')}`,
    Company: 'Globex',
    Title: number < 40 && number > 34 ? null : 'Buyer',
    Phone: '+1 555 0100',
    Email: at(`person-${String(number)}@globex.example`),
  };
  if (number < 5) return { ...lead, Email: null };
  if (number < 8) return { ...lead, HasOptedOutOfEmail: true };
  if (number < 10) return { ...lead, Email: at('person-199@globex.example').toUpperCase() };
  if (number < 13) return { ...lead, Phone: null };
  return lead;
}

describe('On the page Select and Send', () => {
  let stage: Stage;
  let ids: string[];
  before(async () => {
    stage = await openStage();
    await makeReadyWithoutTour(stage.world, { salesforceUserId: RAE.id, email: RAE.email }, DANA.id);
    ids = await createLeads(stage);
  });
  after(() => stage.close());

  const list = (page: Page) => page.locator('c-bulk-recipients');
  const subject = (page: Page) => page.getByRole('textbox', { name: 'Subject' });
  const body = (page: Page) => page.getByRole('textbox', { name: 'Email', exact: true });
  const person = (page: Page, name: string) => list(page).locator('button.person').filter({ hasText: name });

  it('a rep writes to 200 people, sees who will not get it and why, gives one of them own words, and sends', async () => {
    const { page, problems } = await stage.enter();
    await openSalesforce(page, stage.world, RAE.id, `/lightning/cmp/c__msiSelectAndSend?c__ids=${ids.join(',')}&lws=1`);
    await list(page).getByText('190 will get it, 10 will not').waitFor();
    await page.waitForURL(/c__id=/);

    await subject(page).fill('Pricing, {{first_name}}');
    await body(page).click();
    await page.keyboard.type('Is {{phone}} the right number for a {{title}} at {{company}}?');
    await list(page).getByText('187 will get it, 13 will not').waitFor();
    await page.getByText('3 people will not get it, because this is not known: phone.').waitFor();
    await page.getByText('Empty for 5 people, so nothing stands in its place: title.').waitFor();
    await lookAtWidths(page, 'select-and-send-fields');

    await person(page, 'No 013').click();
    await page.getByRole('heading', { name: 'Only Person No 013' }).waitFor();
    await subject(page).fill('Just for you');
    await list(page)
      .getByRole('button', { name: /^Everybody/ })
      .click();
    await page.getByText('200 in all; 1 keeps words of their own').waitFor();
    await subject(page).fill('Better pricing, {{first_name}}');
    await person(page, 'No 013').click();
    await page.waitForFunction("document.activeElement && document.body.innerText.includes('Only Person No 013')");
    assert.equal(await subject(page).inputValue(), 'Just for you');
    await lookAtWidths(page, 'select-and-send-one');
    await person(page, 'No 014').click();
    await page.getByText('Gets the words for everybody. What you change here is for Person No 014 alone.').waitFor();
    await button(page, 'Back to Everybody').click();
    await page.getByText('200 in all; 1 keeps words of their own').waitFor();
    await person(page, 'No 013').click();

    await button(page, 'Preview').click();
    const preview = page.locator('c-email-preview');
    await preview.getByText('Just for you').waitFor();
    await button(page, 'Next Person').click();
    await preview.getByText('Better pricing, Person').waitFor();
    await preview.frameLocator('iframe').getByText('Is +1 555 0100 the right number for a Buyer at Globex?').waitFor();
    await page.getByText('3 of 187', { exact: true }).waitFor();
    await look(page, 'select-and-send-preview');
    await button(page, 'Back to Writing').click();

    await page.getByRole('navigation', { name: 'Global' }).getByRole('link', { name: 'Leads' }).click();
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await page.goBack();
    await page.getByText('200 in all; 1 keeps words of their own').waitFor();
    assert.equal(await subject(page).inputValue(), 'Better pricing, {{first_name}}');
    await button(page, 'Schedule').click();
    await page.getByText(/^Sends between \w+ /).waitFor();
    await look(page, 'select-and-send-schedule');
    await button(page, 'Remove Schedule').click();

    await button(page, 'Send to 187 people').click();
    const question = page.getByRole('dialog');
    await question.getByText('Send to 187 people? 13 will not get it.').waitFor();
    await look(page, 'select-and-send-question');
    await question.getByRole('button', { name: 'Send to 187 people' }).click();
    await page.getByText(/of 187 emails have left/).waitFor();
    await page.getByText('13 people did not get it, and the list says why.').waitFor();
    await lookAtWidths(page, 'select-and-send-progress');
    assert.deepEqual(await Promise.all([13, 14].map(subjectTo)), ['Just for you', 'Better pricing, Person']);

    await button(page, 'Stop the Rest').click();
    await question.getByText('What has left stays sent.').waitFor();
    await question.getByRole('button', { name: 'Stop the Rest' }).click();
    await page.getByText(/^\d+ emails were cancelled\.$/).waitFor();
    await button(page, 'Stop the Rest').waitFor({ state: 'detached' });
    assert.deepEqual(problems, []);
  });

  it('two windows with one draft take no words from each other, and the list is worked with the keyboard alone', async () => {
    const { page, context, problems } = await stage.enter();
    await openSalesforce(page, stage.world, RAE.id, `/lightning/cmp/c__msiSelectAndSend?c__ids=${ids.slice(20, 23).join(',')}`);
    await list(page).getByText('All 3 people will get it').waitFor();
    await page.waitForURL(/c__id=/);
    await subject(page).fill('Of the first window');
    await page.getByText('Draft saved').waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await list(other).getByText('All 3 people will get it').waitFor();
    await subject(other).fill('Of the second window');
    await other.getByText('Draft saved').waitFor();
    await subject(page).fill('Of the first window again');
    await page.getByText('This email was changed in another window.').waitFor();
    await lookAtWidths(page, 'select-and-send-newer');
    await button(page, 'Load the Newer Words').click();
    await page.waitForFunction("document.body.innerText.includes('Everybody')");
    assert.equal(await subject(page).inputValue(), 'Of the second window');

    await tabTo(page, 'Add People');
    await page.keyboard.press('Enter');
    await page.keyboard.type('No 030');
    await list(page).getByRole('button', { name: 'Add Person No 030' }).waitFor();
    await lookAtWidths(page, 'select-and-send-add');
    await tabTo(page, 'Add Person No 030');
    await page.keyboard.press('Enter');
    await list(page).getByText('All 4 people will get it').waitFor();
    await page.keyboard.press('Escape');
    await person(page, 'No 021').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    await list(page).getByText('All 3 people will get it').waitFor();
    assert.match(await focused(page), /^Person No 022/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Only Person No 022' }).waitFor();

    await page.route('**/v1/bulk-emails/**', (route) => route.abort());
    await subject(page).fill('Not saved yet');
    await page.getByText('Kept on this computer, not saved yet').waitFor();
    await button(page, 'Send to 3 people').click();
    await page.getByRole('alert').first().waitFor();
    await lookAtWidths(page, 'select-and-send-offline');
    await page.unroute('**/v1/bulk-emails/**');
    await page.getByText('Draft saved').waitFor();
    await button(page, 'Discard').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard Email' }).click();
    await page.locator('c-bulk-start').getByRole('heading').first().waitFor();
    assert.deepEqual(
      withoutStatus(problems, 409).filter((problem) => !problem.includes('ERR_FAILED')),
      [],
    );
  });

  it('a rep begins with several people of an Account, with a list of leads, and with a list view', async () => {
    const { page, problems } = await stage.enter();
    await create(stage, 'Contact', { LastName: 'Quist', Email: at('quist@globex.example'), AccountId: GLOBEX });
    await openSalesforce(page, stage.world, RAE.id, `/lightning/r/Account/${GLOBEX}/view?lws=1`);
    await button(page, 'Send Sales Email').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Select all').click();
    await button(page, 'Write to 3 people').waitFor();
    await lookAtWidths(page, 'compose-choose-several');
    await dialog.getByRole('checkbox', { name: 'Omar Reyes' }).focus();
    await page.keyboard.press('Space');
    await button(page, 'Write to 2 people').click();
    await list(page).getByText('All 2 people will get it').waitFor();
    assert.match(page.url(), /\/lightning\/cmp\/c__msiSelectAndSend\?c__id=/);

    await page.getByRole('navigation', { name: 'Global' }).getByRole('link', { name: 'Leads' }).click();
    await page.getByRole('checkbox', { name: 'Select item Dana Whitfield' }).check();
    await page.getByRole('checkbox', { name: 'Select item Jo Lindqvist' }).check();
    await button(page, 'Send Sales Email').click();
    await list(page).getByText('1 will get it, 1 will not').waitFor();

    await openSalesforce(page, stage.world, RAE.id, '/lightning/n/MSI_Select_and_Send?lws=1');
    await page.getByRole('searchbox', { name: 'Find a lead or contact' }).fill('reyes');
    await page.getByText('Enter adds Omar Reyes.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('List view').selectOption({ label: 'All Open Leads' });
    await page.getByText('The list view has more people. The first 200 are shown.').waitFor();
    await lookAtWidths(page, 'select-and-send-choose');
    await page.getByRole('button', { name: /^Add \d+ People$/ }).click();
    await page.getByRole('button', { name: /^Write to 1\d\d people$/ }).waitFor();
    await lookAtWidths(page, 'select-and-send-chosen');
    await button(page, 'Continue: (no subject)').last().click();
    await list(page).getByText('All 2 people will get it').waitFor();
    assert.deepEqual(problems, []);
  });

  /** As it arrived. */
  async function subjectTo(number: number): Promise<string | undefined> {
    const address = at(`person-${String(number)}@globex.example`);
    const [arrived] = await until(
      `there is an email to ${address}`,
      async () => {
        const messages = await deliveredTo(stage.world, address);
        return messages.length > 0 ? messages : null;
      },
      { deadlineMs: 60_000 },
    );
    return (await PostalMime.parse(arrived ?? Buffer.alloc(0))).subject;
  }
});

async function createLeads(stage: Stage): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < PEOPLE; number += 1) ids.push((await create(stage, 'Lead', leadNumber(number))).slice(0, 15));
  return ids;
}

/** The id of the new record. */
async function create({ world }: Stage, object: string, values: Record<string, unknown>): Promise<string> {
  const answer = await fetch(`${world.urls.salesforce}/sim/orgs/${ORG_ID}/records/${object}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ OwnerId: RAE.id, ...values }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { Id: string }).Id;
}
