import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeReady } from '../../bench/ready-rep.ts';
import { DANA, RAE } from './cast.ts';
import { button, openSalesforce } from './rep.ts';
import { lookAtWidths, openStage, type Stage } from './stage.ts';

describe('Add Task', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('asks before it throws a task away, and puts one into Salesforce from the menu of the panel', async () => {
    const { world } = stage;
    await makeReady(world, { salesforceUserId: RAE.id, email: RAE.email });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, RAE.id, DANA.page);
    await button(page, 'Not Now').click();
    await button(page, 'Actions').click();
    await page.getByRole('menuitem', { name: 'Add Task' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Subject').waitFor();
    await page.keyboard.type('Send the offer');
    await dialog.getByLabel('Due Date').fill('2026-12-24');
    await dialog.getByLabel('Priority').selectOption('High');
    await dialog.getByLabel('Details').fill('Two pages, no discount.');
    await lookAtWidths(page, 'add-task');
    await page.keyboard.press('Escape');
    await dialog.getByText('Discard this task?').waitFor();
    await lookAtWidths(page, 'add-task-discard');
    await button(page, 'Keep Writing').click();
    await button(page, 'Save').click();
    await page.getByText('Task added.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(problems, []);
  });
});
