import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { DANA, RAE } from './journeys/cast.ts';
import {
  answerAs,
  button,
  finish,
  openSalesforce,
  openWelcomeEmail,
  activate,
  allowGmail,
  chooseMailbox,
  waitForRow,
  writeText,
} from './journeys/rep.ts';
import { openStage } from './journeys/stage.ts';

/**
 * `npm run docs:pictures`: plays a rep's first day in a world of its own, and writes the pictures of README, of the user guide and of the
 * tour on the onboarding pages. Look at them before they are committed.
 */
const DOCS = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const TOUR = fileURLToPath(new URL('../src/features/onboarding/assets/', import.meta.url));

const SUBJECT = 'Pricing for 40 seats';
const TEXT = 'here is what we spoke about: 40 seats at last year’s price, and a quarter to try them.';
const ANSWER = 'Thank you, Rae. Can we talk on Tuesday?';
/** Sharp on the screens of today, and still small. */
const SCALE = 1.5;

const stage = await openStage();
try {
  const { page } = await stage.enter({ deviceScaleFactor: SCALE, viewport: { width: 1366, height: 1100 } });
  await getReady(page);
  await sendFirstEmail(page);
  await readFirstReply(page);
  await addTask(page);
} finally {
  await stage.close();
}

async function getReady(page: Page): Promise<void> {
  await openWelcomeEmail(page, stage.world, RAE.email);
  const letter = await stage.enter({ deviceScaleFactor: SCALE, viewport: { width: 760, height: 520 } });
  await letter.page.goto(`${stage.world.urls.prospect}/mailbox/${RAE.email}`);
  await letter.page
    .getByRole('link', { name: /MSI Actions|invite/i })
    .first()
    .click();
  await letter.page.goto(`${stage.world.urls.prospect}${(await letter.page.locator('iframe').getAttribute('src')) ?? ''}`);
  await take([letter.page.locator('body')], `${DOCS}welcome-email.png`, 0);
  await activate(page, RAE.email);
  await page.getByLabel('Gmail').check();
  await take([page.locator('main')], `${DOCS}choose-mailbox.png`);
  await chooseMailbox(page, 'Gmail');
  await allowGmail(page);
  await finish(page, 'Rae Ortiz\nAccount Executive, Acme');
}

async function sendFirstEmail(page: Page): Promise<void> {
  const panel = panelOf(page);
  const compose = page.getByRole('dialog');
  await openSalesforce(page, stage.world, RAE.id, DANA.page);
  await button(page, 'Not Now').click();
  await button(page, 'Send Sales Email').first().waitFor();
  await leaveFocus(page);
  await take([panel], `${TOUR}tour-1.png`);
  await panel.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Add Task' }).waitFor();
  await take([panel], `${DOCS}panel-actions.png`);
  await page.keyboard.press('Escape');
  await button(page, 'Send Sales Email').first().click();
  await compose.getByLabel('Subject').fill(SUBJECT);
  await writeText(page, `Hello Dana, ${TEXT}`);
  await takeWindow(page, `${DOCS}compose.png`);
  await compose.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: /^Undo/ }).waitFor();
  await leaveFocus(page);
  await take([panel], `${TOUR}tour-2.png`);
  await waitForRow(page, SUBJECT, 'Sent');
  await button(page, SUBJECT).click();
  await page.frameLocator('c-sales-email-detail iframe').getByText(TEXT).waitFor();
  await page.getByText('What happened').waitFor();
  await take([panel], `${TOUR}tour-3.png`);
  await take([panel], `${DOCS}panel-sent.png`);
}

async function readFirstReply(page: Page): Promise<void> {
  const dana = await stage.enter();
  await answerAs(dana.page, stage.world, DANA.email, SUBJECT, 'Reply', { text: ANSWER });
  await waitForRow(page, SUBJECT, 'Replied');
  await take([panelOf(page)], `${DOCS}panel-replied.png`);
}

async function addTask(page: Page): Promise<void> {
  const form = page.getByRole('dialog');
  await panelOf(page).getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Add Task' }).click();
  await form.getByLabel('Subject').fill('Call Dana about the price');
  await takeWindow(page, `${DOCS}add-task.png`);
}

/** A ring around what has the focus would be taken for a part of the picture. */
async function leaveFocus(page: Page): Promise<void> {
  await page.mouse.click(2, 2);
}

function panelOf(page: Page): Locator {
  return page.locator('c-msi-panel');
}

/** The window without what is around it. */
async function takeWindow(page: Page, file: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await take([dialog.locator('.slds-modal__header'), dialog.locator('.slds-modal__footer')], file, 0);
}

/** Everything from the first to the last of `whats`, and so many pixels around. Nothing is under the pointer, and no caret blinks. */
async function take(whats: Locator[], file: string, around = 8): Promise<void> {
  const page = whats[0]?.page();
  const boxes = (await Promise.all(whats.map((what) => what.boundingBox()))).filter((box) => box !== null);
  if (!page || boxes.length === 0) throw new Error(`There is nothing to take for ${file}.`);
  await page.mouse.move(0, 0);
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - around);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - around);
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + around - x;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + around - y;
  await page.screenshot({ path: file, clip: { x, y, width, height }, animations: 'disabled', caret: 'hide' });
  console.log(file);
}
