import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { World } from '../../local-world/world.ts';
import { answerWith } from './answer-with.ts';
import { DANA, RAE } from './cast.ts';
import { openSalesforce, writeText } from './rep.ts';
import { FAILED } from './answers/index.ts';
import { look, lookAtWidths } from './stage.ts';

/**
 * What a rep does on a lead in Salesforce Classic: finds the service away and tries again, sees that there is no email yet,
 * sends one, reads its preview, and adds a task. Windows are browser windows there.
 */
export async function tellClassicStory(page: Page, world: Pick<World, 'urls'>): Promise<void> {
  // The page of the frame by itself: the tool that looks at accessibility sees no frame of another host
  await page.route('**/v1/panel?*', (route) => answerWith(route, FAILED));
  await openSalesforce(page, world, RAE.id, `/apex/MSI_Lead?id=${DANA.id}`);
  await page.getByText(FAILED.title).waitFor();
  await lookAtWidths(page, 'classic-failed');
  await page.unroute('**/v1/panel?*');
  await page.getByRole('button', { name: 'Try Again' }).click();
  await page.getByText(`No emails to ${DANA.name} yet.`).waitFor();
  await lookAtWidths(page, 'classic-panel');

  await openSalesforce(page, world, RAE.id, `/${DANA.id}`);
  const panel = page.frameLocator('iframe[title="MSI Actions"]');
  await sendFromClassic(page, panel);
  await addTaskFromClassic(page, panel);
}

async function sendFromClassic(page: Page, panel: FrameLocator): Promise<void> {
  const popup = await windowOf(page, () => panel.getByRole('button', { name: 'Send Sales Email' }).first().click());
  const compose = popup.getByRole('dialog');
  await compose.getByLabel('Subject').fill('From Classic');
  await writeText(popup, 'Hello from Classic.');
  await lookAtWidths(popup, 'classic-compose');
  await closedBy(popup, () => compose.getByRole('button', { name: 'Send', exact: true }).click());

  await panel.getByRole('status').getByText(DANA.name).waitFor();
  await panel.getByRole('button', { name: 'From Classic', exact: true }).click();
  await panel.frameLocator('iframe').getByText('Hello from Classic.').waitFor();
  await look(page, 'classic-sent');
}

async function addTaskFromClassic(page: Page, panel: FrameLocator): Promise<void> {
  await panel.getByRole('button', { name: 'Actions' }).click();
  const popup = await windowOf(page, () => panel.getByRole('menuitem', { name: 'Add Task' }).click());
  await popup.getByRole('dialog').getByLabel('Subject').fill('Call from Classic');
  await look(popup, 'classic-add-task');
  await closedBy(popup, () => popup.getByRole('button', { name: 'Save' }).click());
  await panel.getByText('Task added.').waitFor();
  const href = await panel.getByRole('link', { name: 'Call from Classic' }).getAttribute('href');
  assert.match(href ?? '', /^\/00T\w{12,15}$/);
}

async function windowOf(page: Page, press: () => Promise<void>): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), press()]);
  return popup;
}

async function closedBy(popup: Page, press: () => Promise<void>): Promise<void> {
  await Promise.all([popup.waitForEvent('close'), press()]);
}
