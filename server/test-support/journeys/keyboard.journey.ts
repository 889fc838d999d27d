import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../until.ts';
import { makeReady } from '../../bench/ready-rep.ts';
import { look, lookAtWidths, openStage, type Stage } from './stage.ts';
import { deliveredTo } from './outcome.ts';
import { at, DANA, RAE } from './cast.ts';
import { focused, tabTo } from './keyboard.ts';
import { openSalesforce, rowOf, waitForRow } from './rep.ts';

describe('The keyboard alone', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('writes an email with a copy, keeps it as a draft, continues it and sends it; schedules another, and sends that now', async () => {
    const { world } = stage;
    await makeReady(world, { salesforceUserId: RAE.id, email: RAE.email });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, RAE.id, DANA.page);
    await page.getByRole('button', { name: 'Not Now' }).waitFor();
    await tabTo(page, 'Not Now');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Send Sales Email');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Subject').waitFor();

    await tabTo(page, 'Cc', { backwards: true });
    await page.keyboard.press('Enter');
    await page.keyboard.type(`${at('lin@globex.example')},`);
    await dialog.getByText(at('lin@globex.example'), { exact: true }).waitFor();
    await tabTo(page, 'Subject');
    await page.keyboard.type('From the keyboard');
    await tabTo(page, 'Email');
    await page.keyboard.type('No mouse was used.');
    await dialog.getByText('Draft saved').waitFor();
    await look(page, 'keyboard-compose');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    assert.equal(await focused(page), 'Send Sales Email');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Continue Draft' }).waitFor();
    await look(page, 'compose-draft-offer');
    await tabTo(page, 'Continue Draft');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Subject').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    await waitForRow(page, 'From the keyboard', 'Sent');

    assert.equal((await deliveredTo(world, DANA.email)).length, 1);
    assert.equal((await deliveredTo(world, at('lin@globex.example'))).length, 1);

    await tabTo(page, 'Send Sales Email');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Subject').fill('For tomorrow');
    await tabTo(page, 'Email');
    await page.keyboard.type('It can wait.');
    await tabTo(page, 'Schedule');
    await page.keyboard.press('Enter');
    await dialog.getByText(/^Leaves on .*9:00/).waitFor();
    await lookAtWidths(page, 'compose-schedule');
    await dialog.getByRole('button', { name: 'Schedule Send' }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await waitForRow(page, 'For tomorrow', 'Scheduled');
    await tabTo(page, 'Change Time: For tomorrow');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Time', { exact: true }).fill('10:15');
    await dialog.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await dialog.getByText(/^Leaves on .*10:15 \(Asia\/Tokyo\)/).waitFor();
    await lookAtWidths(page, 'change-time');
    await dialog.getByRole('button', { name: 'Change Time' }).press('Enter');
    // By the own clock, in winter or in summer
    await rowOf(page, 'For tomorrow')
      .getByText(/^Scheduled for .*[12]:15/)
      .waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await until('the focus is back where the window was opened', async () => (await focused(page)) === 'Change Time: For tomorrow');
    await tabTo(page, 'Send Now: For tomorrow');
    await page.keyboard.press('Enter');
    await waitForRow(page, 'For tomorrow', 'Sent');
    assert.equal((await deliveredTo(world, DANA.email)).length, 2);
    assert.deepEqual(problems, []);
  });
});
