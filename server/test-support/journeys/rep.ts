import type { Page } from 'playwright-core';
import type { World } from '../../local-world/world.ts';
import { until } from '../until.ts';
import { focused, tabTo } from './keyboard.ts';
import { deliveredTo } from './outcome.ts';
import { look, lookAtWidths } from './stage.ts';

/** What a rep does in the browser, in the words on the screen. */

export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}
export function heading(page: Page, name: string | RegExp) {
  return page.getByRole('heading', { name });
}

/** As somebody without a mouse does it: the Tab key up to what has this name, then Enter. */
async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** The name of the app of Salesforce that the page is shown in. */
export function appNamed(page: Page, name: string) {
  return page.locator('.slds-context-bar__app-name').filter({ hasText: new RegExp(`^${name}$`) });
}

/** Opens a page of Salesforce as this user. */
export async function openSalesforce(page: Page, world: Pick<World, 'urls'>, userId: string, to: string): Promise<void> {
  await page.goto(`${world.urls.salesforce}/sim/login?as=${userId}&to=${encodeURIComponent(to)}`);
}

/** On the Users page. */
export async function invite(page: Page, ...addresses: string[]): Promise<void> {
  await button(page, 'Invite Users').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email addresses').fill(addresses.join('\n'));
  await look(page, 'users-invite');
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('heading', { name: /invited$/ }).waitFor();
  // Somebody who has no Salesforce user of that address is left out unless the admin wants otherwise
  const others = dialog.getByText('Also invite people without an active Salesforce user');
  if ((await others.count()) > 0) await others.click();
  await dialog.getByRole('button', { name: /^Invite \d+ Pe(rson|ople)$/ }).click();
  await dialog.getByText(`${addresses.length} of ${addresses.length} invited`).waitFor();
  await button(page, 'Done').click();
}

/** Opens the newest welcome email in the rep's mailbox and presses Get Started. */
export async function openWelcomeEmail(page: Page, world: Pick<World, 'urls'>, address: string): Promise<void> {
  await openLetter(page, world, address, /MSI Actions|invite|Salesforce/i, 'Get Started');
}

/** Opens the newest email with this subject in a mailbox of the outside world and follows a link in it. */
export async function openLetter(
  page: Page,
  world: Pick<World, 'urls'>,
  address: string,
  subject: string | RegExp,
  linkName: string,
): Promise<void> {
  await untilMailboxHas(world, address);
  await page.goto(`${world.urls.prospect}/mailbox/${address}`);
  await page.getByRole('link', { name: subject }).first().click();
  const letter = page.frameLocator('iframe');
  const link = await letter.getByRole('link', { name: linkName }).getAttribute('href');
  if (!link) throw new Error(`The email has no link "${linkName}".`);
  await page.goto(link);
}

/**
 * From Get Started to the choice of the mailbox; our own pages with the keyboard alone, as in the steps after it. `signInAs` names the user
 * when this browser has no session in Salesforce yet.
 */
export async function activate(page: Page, signInAs?: string): Promise<void> {
  await heading(page, 'Activate your account').waitFor();
  await lookAtWidths(page, 'onboarding-1-activate');
  await press(page, 'Activate Account with Salesforce');
  if (signInAs) await page.getByRole('button', { name: signInAs }).click();
  await button(page, 'Allow').waitFor();
  await look(page, 'onboarding-2-salesforce-consent');
  await button(page, 'Allow').click();
  await button(page, 'Start').waitFor();
  await look(page, 'onboarding-3-welcome');
  await press(page, 'Start');
  await heading(page, 'How it works').waitFor();
  await look(page, 'onboarding-4-intro');
  await press(page, 'Next');
  await heading(page, 'Which mailbox do you use?').waitFor();
}

export async function chooseMailbox(page: Page, provider: 'Gmail' | 'Outlook'): Promise<void> {
  await heading(page, 'Which mailbox do you use?').waitFor();
  await lookAtWidths(page, 'onboarding-5-mailbox');
  await tabTo(page, 'Gmail');
  await page.keyboard.press(provider === 'Gmail' ? 'Space' : 'ArrowDown');
  await press(page, 'Next');
}

export async function allowGmail(page: Page, address?: string): Promise<void> {
  await page.waitForURL(/\/o\/oauth2\/v2\/auth/);
  if (address) await page.getByLabel(/email/i).fill(address);
  await button(page, 'Next').click();
  await page.getByLabel(/password/i).fill('a password');
  await button(page, 'Next').click();
  await look(page, 'onboarding-6-google-consent');
  await button(page, 'Continue').click();
}

export async function allowOutlook(page: Page, address?: string): Promise<void> {
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  if (address) await page.getByLabel(/email|account/i).fill(address);
  await button(page, 'Next').click();
  await page.getByLabel(/password/i).fill('a password');
  await button(page, 'Sign in').click();
  await look(page, 'onboarding-6-microsoft-consent');
  await button(page, 'Accept').click();
}

/** From the connected mailbox to the choice at the end. */
export async function finish(page: Page, signature: string | null): Promise<void> {
  await heading(page, 'Your email is connected').waitFor();
  await lookAtWidths(page, 'onboarding-7-connected');
  await press(page, 'Continue');
  await heading(page, 'Add your signature').waitFor();
  // The editor takes the place of a plain field as soon as it has arrived
  await page.locator('trix-editor[connected]').waitFor();
  await lookAtWidths(page, 'onboarding-8-signature');
  if (signature === null) await press(page, 'Skip');
  else {
    await writeSignature(page, signature);
    await press(page, 'Save');
  }
  await heading(page, 'You are all set').waitFor();
  await look(page, 'onboarding-9-finish');
  await press(page, 'Finish');
  await heading(page, 'Take a short tour?').waitFor();
  await look(page, 'onboarding-10-tour');
  await press(page, 'Not Now');
  await heading(page, 'Ready to sell').waitFor();
  await look(page, 'onboarding-11-done');
}

/** The first line in bold, by the button. */
async function writeSignature(page: Page, signature: string): Promise<void> {
  const [first = '', ...others] = signature.split('\n');
  await press(page, 'Bold');
  await tabTo(page, 'Signature');
  await page.keyboard.type(first);
  await tabTo(page, 'Bold', { backwards: true });
  await page.keyboard.press('Enter');
  await tabTo(page, 'Signature');
  for (const line of others) {
    await page.keyboard.press('Enter');
    // As fast as a person types: what comes faster than Trix can draw goes to another line
    await page.keyboard.type(line, { delay: 40 });
  }
}

/** The row of this email on the Email tab. */
export function rowOf(page: Page, subject: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('button', { name: subject, exact: true }) });
}

/** Resolves when the row of this email shows the state, without a reload; else says what it shows. */
export async function waitForRow(page: Page, subject: string, state: string): Promise<void> {
  const row = rowOf(page, subject);
  try {
    await row.getByText(state, { exact: true }).waitFor({ timeout: 45_000 });
  } catch (error) {
    const shown = (await row.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')).join(' | ');
    throw new Error(`The row of "${subject}" does not become "${state}": ${shown}. "${await focused(page)}" has the focus.`, {
      cause: error,
    });
  }
}

/** Opens a page of the Settings tab as this user. */
export async function openSettings(page: Page, world: Pick<World, 'urls'>, userId: string, name: string): Promise<void> {
  await openSalesforce(page, world, userId, `/lightning/n/MSI_Settings?c__page=${name}`);
}

/** What the person with this address does with the email: fills the form of that action on its page, and sends it. */
export async function answerAs(
  page: Page,
  world: Pick<World, 'urls'>,
  address: string,
  subject: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<void> {
  await page.goto(`${world.urls.prospect}/mailbox/${address}`);
  await page.getByRole('link', { name: subject, exact: true }).click();
  const form = page.getByRole('heading', { name: action, exact: true }).locator('xpath=following-sibling::form[1]');
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name=${name}]`).fill(value);
  await form.getByRole('button').click();
  await page.getByRole('region', { name: 'What happened to this message' }).waitFor();
}

async function untilMailboxHas(world: Pick<World, 'urls'>, address: string): Promise<void> {
  await until(`there is an email to ${address}`, async () => (await deliveredTo(world, address)).length > 0);
}

export interface Letter {
  subject: string;
  text: string;
  /** The window is open already, with a person chosen. */
  isOpen?: boolean;
}

/** Writes above what stands in the body of the open window, also while its editor is still to come. */
export async function writeText(page: Page, text: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: 'Email', exact: true }).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}

/** Writes and sends from the panel of the open record page; resolves when the window has closed. */
export async function sendSalesEmail(page: Page, { subject, text, isOpen = false }: Letter): Promise<void> {
  if (!isOpen) await button(page, 'Send Sales Email').first().click();
  const compose = page.getByRole('dialog');
  await compose.getByLabel('Subject').fill(subject);
  await writeText(page, text);
  await look(page, 'compose-filled');
  await compose.getByRole('button', { name: 'Send', exact: true }).click();
  await compose.waitFor({ state: 'hidden' });
}
