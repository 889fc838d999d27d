import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { makeReadyWithoutTour } from '../../bench/ready-rep.ts';
import { until } from '../until.ts';
import { DANA, RAE } from './cast.ts';
import { deliveredTo } from './outcome.ts';
import { button, openSalesforce, waitForRow } from './rep.ts';
import { look, lookAtWidths, openStage, withoutStatus, type Stage } from './stage.ts';

const LONG = 'A very long name of an offer that nobody reads to its end, and that goes on and on, for Globex 2026.pdf';
const OFFER = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000_000, 'offer ')]);
const PLAN = Buffer.from('Ünsere Pläne\r\n.\r\nFrom here on\r\n');

function sum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Under Lightning Web Security, which is the stricter of the two. */
describe('Files of an email', () => {
  let stage: Stage;
  let page: Page;
  let problems: string[];
  before(async () => {
    stage = await openStage();
    await makeReadyWithoutTour(stage.world, { salesforceUserId: RAE.id, email: RAE.email }, DANA.id);
    ({ page, problems } = await stage.enter());
    await openSalesforce(page, stage.world, RAE.id, `${DANA.page}?lws=1`);
  });
  after(() => stage.close());

  const compose = () => page.getByRole('dialog');
  const files = () => compose().getByRole('region', { name: 'Attached files' });
  const attach = async (...given: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const chooser = page.waitForEvent('filechooser');
    await compose().getByRole('button', { name: 'Attach', exact: true }).press('Enter');
    await (await chooser).setFiles(given);
  };

  it('are seen on their way, refused with the reason, kept in the draft, and arrive as they were', async () => {
    await button(page, 'Send Sales Email').first().click();
    await compose().getByLabel('Subject').fill('The offer');
    // As slow as a mobile network, so that the way can be seen
    const network = await page.context().newCDPSession(page);
    const speed = { offline: false, latency: 0, downloadThroughput: -1 };
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: 500_000 });
    await attach({ name: LONG, mimeType: 'application/pdf', buffer: OFFER });
    const dragged = await page.evaluateHandle((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'Pläne.txt', { type: 'text/plain' }));
      return { dataTransfer, bubbles: true, cancelable: true, composed: true };
    }, PLAN.toString());
    await compose().getByLabel('Subject').dispatchEvent('dragover', dragged);
    await compose().getByText('Drop files here to attach them').waitFor();
    await look(page, 'attachments-drop');
    await compose().getByLabel('Subject').dispatchEvent('drop', dragged);
    const bar = files().getByRole('progressbar', { name: `Uploading ${LONG}` });
    await until('the upload is under way', async () => {
      const percent = Number(await bar.getAttribute('aria-valuenow'));
      return percent > 0 && percent < 100;
    });
    await compose().getByRole('button', { name: 'Send', exact: true }).click();
    await compose()
      .getByRole('button', { name: /still being uploaded/ })
      .waitFor();
    await lookAtWidths(page, 'attachments-upload');
    await network.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1 });
    await compose().getByText('Pläne.txt is attached.').waitFor({ state: 'attached' });
    await files().getByText('2 files, 5.1 of 20 MB').waitFor();

    await attach({ name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
    await files()
      .getByText(/Mail providers do not take files that end in \.exe/)
      .waitFor();
    await lookAtWidths(page, 'attachments-refused');
    await files().getByRole('button', { name: 'Remove setup.exe' }).press('Enter');
    await compose().getByText('Draft saved').waitFor();

    await page.reload();
    await button(page, 'Send Sales Email').first().click();
    await compose().getByRole('button', { name: 'Continue Draft' }).click();
    await files().getByText('2 files, 5.1 of 20 MB').waitFor();
    await compose().getByRole('textbox', { name: 'Email', exact: true }).fill('As we said.');
    await lookAtWidths(page, 'attachments-kept');
    await compose().getByRole('button', { name: 'Send', exact: true }).click();
    await waitForRow(page, 'The offer', 'Sent');
    const [raw] = await until('it has arrived', async () => {
      const arrived = await deliveredTo(stage.world, DANA.email);
      return arrived.length > 0 ? arrived : null;
    });
    const { attachments } = await PostalMime.parse(raw ?? '');
    assert.deepEqual(
      attachments.map(({ filename, content }) => [filename, sum(new Uint8Array(content as ArrayBuffer))]),
      [
        [LONG, sum(OFFER)],
        ['Pläne.txt', sum(PLAN)],
      ],
    );
    await button(page, 'The offer').first().click();
    await page.getByText(`${LONG} (5.1 MB), Pläne.txt (0.1 MB)`).waitFor();
    assert.deepEqual(withoutStatus(problems, 415), []);
  });
});
