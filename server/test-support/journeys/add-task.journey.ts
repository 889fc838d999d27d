import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { makeReady } from '../../bench/ready-rep.ts';
import { DANA, NOOR, ORG_ID, RAE } from './cast.ts';
import { tellClassicStory } from './classic-story.ts';
import { chooseFromMenu, focused, tabTo } from './keyboard.ts';
import { order, tasksOf } from './outcome.ts';
import { button, openSalesforce } from './rep.ts';
import { look, lookAtWidths, openStage, type Stage, withoutStatus } from './stage.ts';

/** The platform names a menu by its label and its alternative text. */
const MENU = 'Actions Show menu';
const REASON = 'Tasks need a campaign.';

describe('Add Task', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('puts a task into Salesforce with the keyboard alone, and tells of one that is refused until it is saved again', async () => {
    await makeReady(stage.world, { salesforceUserId: RAE.id, email: RAE.email });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, stage.world, RAE.id, DANA.page);
    await tellTaskStory(page, 'Send the offer');
    assert.deepEqual(problems, []);
  });

  it('does the same under Lightning Web Security', async () => {
    await makeReady(stage.world, { salesforceUserId: NOOR.id, email: NOOR.email });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, stage.world, NOOR.id, `${DANA.page}?lws=1`);
    await tellTaskStory(page, 'Send the contract');
    assert.deepEqual(problems, []);
  });

  it('does so in Salesforce Classic too, after a sales email, in windows of the browser', async () => {
    const { page, problems } = await stage.enter();
    await tellClassicStory(page, stage.world);
    assert.deepEqual(withoutStatus(problems, 503), []);
  });

  async function tellTaskStory(page: Page, subject: string): Promise<void> {
    const dialog = page.getByRole('dialog');
    await button(page, 'Not Now').waitFor();
    await tabTo(page, 'Not Now');
    await page.keyboard.press('Enter');
    await openFromMenu(page);
    await page.keyboard.type(subject);
    await tabTo(page, 'Details');
    await page.keyboard.type('Two pages, no discount.');
    await lookAtWidths(page, 'add-task');
    await page.keyboard.press('Escape');
    await dialog.getByText('Discard this task?').waitFor();
    await lookAtWidths(page, 'add-task-discard');
    assert.equal(await focused(page), 'Keep Writing');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Task added.').waitFor();
    await page.getByRole('link', { name: subject }).first().waitFor();
    await look(page, 'add-task-added');
    assert.equal(await focused(page), MENU);

    const fault = { object: 'Task', contains: 'again', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: REASON, times: 99 };
    await order(stage.world.urls.salesforce, `/sim/orgs/${ORG_ID}/record-faults`, fault);
    await openFromMenu(page);
    await page.keyboard.type(`${subject} again`);
    await page.keyboard.press('Control+Enter');
    await dialog.getByText(REASON).waitFor();
    await lookAtWidths(page, 'add-task-refused');
    await page.reload();
    await button(page, 'Edit').waitFor();
    await lookAtWidths(page, 'panel-task-refused');
    await button(page, 'Edit').click();
    await dialog.getByText(REASON).waitFor();
    await dialog.getByLabel('Subject').fill(`${subject} for the campaign`);
    await button(page, 'Save').click();
    await page.getByText('Task added.').waitFor();
    await button(page, 'Edit').waitFor({ state: 'detached' });
    const tasks = await tasksOf(stage.world, (all) => all.filter(({ Subject }) => Subject.startsWith(subject)).length === 2);
    assert.ok(tasks.every(({ Status }) => Status === 'Not Started'));
  }

  async function openFromMenu(page: Page): Promise<void> {
    await button(page, MENU).waitFor();
    await tabTo(page, MENU);
    await chooseFromMenu(page, 'Add Task');
    await page.getByRole('dialog').getByLabel('Subject').waitFor();
  }
});
