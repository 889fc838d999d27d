import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { makeReadyWithoutTour } from '../../bench/ready-rep.ts';
import { drawnPdf } from '../drawn-pdf.ts';
import { until } from '../until.ts';
import { DANA, RAE } from './cast.ts';
import { focused } from './keyboard.ts';
import { deliveredTo } from './outcome.ts';
import { button, openSalesforce, waitForRow, writeText } from './rep.ts';
import { look, lookAtWidths, openStage, type Stage, withoutStatus } from './stage.ts';

const TAB = '/lightning/n/MSI_Content';
const PRICING = 'Pricing.pdf';
/** A busy machine takes its time for them. */
const PAGES_ARE_MADE = { deadlineMs: 30_000 };
const LONG = 'عرض أسعار مفصل جدا لشركة غلوبكس لا يقرؤه أحد إلى نهايته ويستمر ويستمر ويستمر حتى نهاية السطر وما بعده.txt';

describe('Content', () => {
  let stage: Stage;
  let page: Page;
  let problems: string[];
  before(async () => {
    stage = await openStage();
    await makeReadyWithoutTour(stage.world, { salesforceUserId: RAE.id, email: RAE.email }, DANA.id);
    ({ page, problems } = await stage.enter());
  });
  after(() => stage.close());

  const give = async (name: string, mimeType: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Upload Files').press('Enter');
    await (await chooser).setFiles({ name, mimeType, buffer });
  };
  const row = (name: string) => page.getByRole('row').filter({ has: page.locator(`button[title="${name}"]`) });

  it('is uploaded where an email is written, and linked to with the keyboard', async () => {
    await openSalesforce(page, stage.world, RAE.id, `${DANA.page}?lws=1`);
    await button(page, 'Send Sales Email').first().click();
    const compose = page.getByRole('dialog');
    await compose.getByLabel('Subject').fill('What it costs');
    await writeText(page, 'See ');
    await compose.getByRole('button', { name: 'Content', exact: true }).click();
    await compose.getByText('No content yet. Upload a file to link to it.').waitFor();
    await give(PRICING, 'application/pdf', drawnPdf({ pages: 3 }));
    await until('what was uploaded has the focus', async () => (await focused(page)).includes(PRICING));
    await lookAtWidths(page, 'content-picker');
    await page.keyboard.press('Enter');
    await compose.getByText(`The link to ${PRICING} is in the text.`).waitFor();
    await page.keyboard.type(' for 40 seats.');
    const text = compose.getByRole('textbox', { name: 'Email', exact: true });
    await text.getByRole('link', { name: PRICING, exact: true }).waitFor();
    assert.match(await text.innerText(), /^See Pricing\.pdf for 40 seats\./);
    await look(page, 'content-in-compose');
    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await waitForRow(page, 'What it costs', 'Sent');
  });

  it('is read by the recipient, and the rep learns which pages', async () => {
    const [raw] = await until('it has arrived', async () => {
      const arrived = await deliveredTo(stage.world, DANA.email);
      return arrived.length > 0 ? arrived : null;
    });
    const [, address = ''] = /<a [^>]*href="([^"]+\/content\/[^"]+)"/.exec((await PostalMime.parse(raw ?? '')).html ?? '') ?? [];
    const reader = await stage.enter();
    // In a narrow window the second page is in sight as well, and may be told of before the button is pressed
    const told: string[] = [];
    reader.page.on('request', (request) => {
      if (request.url().endsWith('/views')) told.push(request.postData() ?? '');
    });
    await until(
      'its pages are there',
      async () => {
        await reader.page.goto(address);
        return (await reader.page.getByRole('img', { name: 'Page 1 of 3' }).count()) > 0;
      },
      PAGES_ARE_MADE,
    );
    await reader.page.getByText('learns when you open this').waitFor();
    await lookAtWidths(reader.page, 'content-viewer');
    const isTold = (number: number) =>
      until(`page ${String(number)} is told of`, async () => told.some((what) => what.includes(`"page":${String(number)}`)));
    await isTold(1);
    await reader.page.getByRole('button', { name: 'Next' }).click();
    await isTold(2);
    const download = reader.page.waitForEvent('download');
    await reader.page.getByRole('link', { name: /^Download/ }).click();
    assert.equal((await download).suggestedFilename(), PRICING);
    assert.deepEqual(reader.problems, []);

    await until('the email says so', async () => {
      await page.reload();
      await button(page, 'What it costs').first().click();
      await page.getByRole('heading', { name: 'Content' }).waitFor();
      return (await page.getByText('Downloaded 1 time').count()) > 0;
    });
    await page.getByText(/Pages 1–[23] of 3/).waitFor();
    await lookAtWidths(page, 'content-detail');
  });

  it('stands in a tab of its own, with what can be done with it', async () => {
    await page.goto(`${stage.world.urls.salesforce}${TAB}?lws=1`);
    await row(PRICING).getByText('Opened by 1 person').waitFor();
    await give(LONG, 'text/plain', Buffer.from('Long'));
    await row(LONG).getByText('Only a PDF shows its pages.').waitFor();
    await give('setup.exe', 'application/x-msdownload', Buffer.from('MZ'));
    await page.getByText('Files that end in .exe can carry viruses, so they cannot be content.').waitFor();
    await lookAtWidths(page, 'content-tab');
    await button(page, 'Remove setup.exe').click();
    const popup = page.waitForEvent('popup');
    await page.locator(`button[title="${PRICING}"]`).click();
    const own = await popup;
    await own.getByText('This is how recipients see it.').waitFor();
    await look(own, 'content-own-look');
    await own.close();
    await button(page, `Actions for ${PRICING}`).click();
    await page.getByRole('menuitem', { name: 'Share with Everyone' }).click();
    await row(PRICING).getByText('Shared', { exact: true }).waitFor();
    await button(page, `Actions for ${PRICING}`).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Links to it in emails that were sent or scheduled stop working.').waitFor();
    await lookAtWidths(page, 'content-delete');
    await dialog.getByRole('button', { name: 'Delete Content' }).click();
    await row(PRICING).waitFor({ state: 'hidden' });
    assert.deepEqual(withoutStatus(problems, 415), []);
  });
});
