import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeReady, sendEmails } from '../../bench/ready-rep.ts';
import { lookAtWidths, look, openStage, type Stage } from './stage.ts';
import { tasksOf } from './outcome.ts';
import { at, AVERY, DANA, NOOR, RAE } from './cast.ts';
import {
  activate,
  allowOutlook,
  answerAs,
  button,
  heading,
  openSalesforce,
  openSettings,
  openWelcomeEmail,
  rowOf,
  sendSalesEmail,
  waitForRow,
} from './rep.ts';

const OMAR = {
  id: '003000000000001AAA',
  name: 'Omar Reyes',
  page: '/lightning/r/Contact/003000000000001AAA/view',
  email: at('omar@globex.example'),
};

describe('What comes back to a sales email', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('is told in the panel without a reload: a reply, an absence, a bounce, and the reply of a colleague', async () => {
    const { world } = stage;
    const admin = await stage.enter();
    await openSettings(admin.page, world, AVERY.id, 'permissions');
    await admin.page.getByRole('group', { name: 'Gmail' }).getByText('Send and read emails').click();
    await admin.page.getByRole('group', { name: 'Outlook' }).getByText('Send and read emails').click();
    await button(admin.page, 'Save').click();
    await admin.page.getByText('The mailbox permissions are saved.').waitFor();

    await makeReady(world, { salesforceUserId: RAE.id, email: RAE.email });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, RAE.id, DANA.page);
    await button(page, 'Not Now').click();
    await sendEmails(world, { salesforceUserId: RAE.id, email: RAE.email }, DANA.id, ['Two seats', 'Three seats', 'Four seats']);
    await sendSalesEmail(page, { subject: 'One seat', text: 'Hello Dana.' });
    for (const subject of ['One seat', 'Two seats', 'Three seats', 'Four seats']) await waitForRow(page, subject, 'Sent');

    const dana = await stage.enter();
    await answerAs(dana.page, world, DANA.email, 'One seat', 'Reply');
    await answerAs(dana.page, world, DANA.email, 'Two seats', 'Out of office', { returnsOn: '2026-12-18' });
    await answerAs(dana.page, world, DANA.email, 'Three seats', 'Bounce');
    await answerAs(dana.page, world, DANA.email, 'Four seats', 'Reply from another address');

    await waitForRow(page, 'One seat', 'Replied');
    await rowOf(page, 'One seat').getByText(`by ${DANA.email}`).waitFor();
    await waitForRow(page, 'Four seats', 'Replied');
    await rowOf(page, 'Four seats')
      .getByText(`by ${at('assistant@globex.example')}`)
      .waitFor();
    await rowOf(page, 'Two seats').getByText('Out of office until').waitFor();
    await rowOf(page, 'Two seats').getByText('Sent', { exact: true }).waitFor();
    await waitForRow(page, 'Three seats', 'Bounced');

    await button(page, 'One seat').click();
    await page.getByText(`${DANA.email} replied.`).waitFor();
    await look(page, 'panel-replied');
    await button(page, 'Four seats').click();
    await page.getByText(`${at('assistant@globex.example')} replied: a colleague, or another address of the person.`).waitFor();
    await button(page, 'Two seats').click();
    await page.getByText(`${DANA.email} is out of office until`).waitFor();
    await look(page, 'panel-away');
    await button(page, 'Three seats').click();
    await page.getByText(`Not delivered to ${DANA.email}. The address does not exist. (5.1.1)`).waitFor();
    assert.match(
      await rowOf(page, 'Three seats').innerText(),
      /What happened[^]*Sent from your mailbox\.[^]*The recipient's mail server returned it\./,
    );
    assert.equal(await page.getByText('Your email provider refused the address.').count(), 0);
    await lookAtWidths(page, 'panel-bounced');
    await page.getByRole('button', { name: 'Send Sales Email' }).first().click();
    const compose = page.getByRole('dialog');
    await compose.getByText(new RegExp(`An email to ${DANA.email} came back on .*2026\\. The address does not exist\\.`)).waitFor();
    await compose.getByRole('textbox', { name: 'Email', exact: true }).waitFor();
    await lookAtWidths(page, 'compose-bounced');
    await compose.getByRole('button', { name: 'Discard', exact: true }).click();
    await compose.waitFor({ state: 'hidden' });

    const tasks = await tasksOf(world, (found) => found.length === 6 && found.filter(({ MSE_Replied__c }) => MSE_Replied__c).length === 2);
    assert.deepEqual(
      tasks
        .map(({ Subject, Type, Status, MSE_Replied__c, MSE_Email_Status__c }) => [
          Subject,
          Type,
          Status,
          MSE_Replied__c,
          MSE_Email_Status__c,
        ])
        .sort(),
      [
        ['Email: Four seats', 'Email', 'Completed', true, 'sent'],
        ['Email: One seat', 'Email', 'Completed', true, 'sent'],
        ['Email: Three seats', 'Email', 'Completed', false, 'bounced'],
        ['Email: Two seats', 'Email', 'Completed', false, 'sent'],
        ['Reply: Four seats', 'Reply', 'Completed', false, null],
        ['Reply: One seat', 'Reply', 'Completed', false, null],
      ],
    );
    await page.getByRole('tab', { name: 'Activity' }).click();
    const reply = page.locator('sim-timeline-item').filter({ hasText: 'Reply: One seat' });
    await reply.getByText(`You had a task with ${DANA.name}`).waitFor();
    assert.deepEqual(problems, []);
  });

  it('is told for Outlook as well, which a rep connects on the Settings tab', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openWelcomeEmail(page, world, NOOR.email);
    await activate(page, NOOR.email);
    await openSettings(page, world, NOOR.id, 'connection');
    await look(page, 'settings-connection-empty');
    const window = page.waitForEvent('popup');
    await button(page, 'Connect Outlook').click();
    const consent = await window;
    await allowOutlook(consent, NOOR.email);
    await heading(consent, 'Your email is connected').waitFor();
    await consent.close();
    await page.bringToFront();
    await page.getByText('Outlook connected').waitFor();
    await lookAtWidths(page, 'settings-connection');

    await openSalesforce(page, world, NOOR.id, OMAR.page);
    await button(page, 'Not Now').click();
    await sendSalesEmail(page, { subject: 'Security questionnaire', text: 'Dear Omar,' });
    await waitForRow(page, 'Security questionnaire', 'Sent');
    const omar = await stage.enter();
    await answerAs(omar.page, world, OMAR.email, 'Security questionnaire', 'Reply from a colleague');
    await waitForRow(page, 'Security questionnaire', 'Replied');
    await rowOf(page, 'Security questionnaire')
      .getByText(`by ${at('colleague@globex.example')}`)
      .waitFor();

    // Without the record open: on the bar of our app's Home page
    await openSalesforce(page, world, NOOR.id, '/lightning/app/c__MSI_Actions');
    await button(page, 'MSI Actions (1)').click();
    const feed = page.locator('c-live-feed-list');
    await feed.getByText('Replied').waitFor();
    await button(page, 'MSI Actions').waitFor();
    await lookAtWidths(page, 'live-feed');
    await feed.getByRole('link', { name: OMAR.name }).click();
    await waitForRow(page, 'Security questionnaire', 'Replied');
    await button(page, 'MSI Actions').waitFor();
    assert.deepEqual(problems, []);
  });
});
