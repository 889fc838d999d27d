import type { Page } from 'playwright-core';
import { DANA, RAE } from './cast.ts';
import { button, openSalesforce, sendSalesEmail, waitForRow } from './rep.ts';
import { look, type Stage } from './stage.ts';

export const SUBJECT = 'Pricing for 40 seats';

/** A rep who is ready sends a first sales email from a record and follows it to the timeline. `parameters` go to the Lightning page. */
export async function tellPanelStory(page: Page, world: Stage['world'], parameters = ''): Promise<void> {
  await openSalesforce(page, world, RAE.id, `${DANA.page}${parameters}`);
  await button(page, 'Not Now').click();
  await look(page, 'panel-empty');
  await sendSalesEmail(page, { subject: SUBJECT, text: 'Hello Dana, here is what we spoke about.' });
  await look(page, 'panel-undo');
  await waitForRow(page, SUBJECT, 'Sent');
  await button(page, SUBJECT).click();
  await page.frameLocator('c-sales-email-detail iframe').getByText('Hello Dana, here is what we spoke about.').waitFor();
  await page.getByText('What happened').waitFor();
  await look(page, 'panel-sent');
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.getByText(`Email: ${SUBJECT}`, { exact: true }).waitFor();
  await look(page, 'timeline');
}
