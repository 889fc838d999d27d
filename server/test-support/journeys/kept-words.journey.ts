import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { makeReadyWithoutTour } from '../../bench/ready-rep.ts';
import { DANA, NOOR, RAE } from './cast.ts';
import { until } from '../until.ts';
import { openSalesforce } from './rep.ts';
import { lookAtWidths, openStage, type Stage } from './stage.ts';

const SUBJECT = 'Two dates for a call';
const BODY = 'How about Thursday at ten, or Friday at three?';

/** A page may be gone at any moment: reloaded, closed, crashed. Under Lightning Web Security too, whose storage is its own. */
describe('What a rep has written', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    for (const { id, email } of [RAE, NOOR]) await makeReadyWithoutTour(stage.world, { salesforceUserId: id, email }, DANA.id);
  });
  after(() => stage.close());

  describe('in Lightning', () => loseThePage(() => stage, ''));
  describe('under Lightning Web Security', () => loseThePage(() => stage, '?lws=1'));
});

function loseThePage(stageOf: () => Stage, security: string): void {
  let stage: Stage;
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    stage = stageOf();
    ({ page, context } = await stage.enter());
    await openRecord(RAE.id);
  });

  const compose = () => page.getByRole('dialog');
  const subject = () => compose().getByLabel('Subject');
  const body = () => compose().getByRole('textbox', { name: 'Email', exact: true });

  it('is all there after a reload right after the last key, and is saved then', async () => {
    await write(SUBJECT, BODY);
    const lastKeyAt = Date.now();
    const reload = page.reload();
    assert.ok(Date.now() - lastKeyAt < 100);
    await reload;
    await goOn(`“${SUBJECT}” to ${DANA.name}`);
    assert.equal(await subject().inputValue(), SUBJECT);
    await until('the body has every word', async () => (await body().innerText()).includes(BODY));
    await compose().getByText('Draft saved').waitFor();
    assert.equal(await keptHere(), 0);
    await discard();
  });

  it('is all there in a new tab after the first was closed without a subject', async () => {
    await write('', BODY);
    await page.close();
    page = await context.newPage();
    await openRecord(RAE.id);
    await goOn(`An email without a subject to ${DANA.name}`, 'compose-kept-here');
    assert.ok((await body().innerText()).includes(BODY));
    await discard();
    assert.equal(await keptHere(), 0);
  });

  it('outlives a service that does not answer, and goes there as soon as it does', async () => {
    await open();
    await compose().getByText(`<${RAE.email}>`).or(compose().getByLabel('From')).first().waitFor();
    await context.route('**/v1/**', (route) => route.abort('connectionrefused'));
    await fill(SUBJECT, BODY);
    await compose().getByText('Kept on this computer, not saved yet').waitFor();
    await lookAtWidths(page, 'compose-not-saved');
    await page.reload();
    await context.unroute('**/v1/**');
    await page.reload();
    await goOn(`“${SUBJECT}” to ${DANA.name}`);
    assert.ok((await body().innerText()).includes(BODY));
    await compose().getByText('Draft saved').waitFor();
    await discard();
  });

  it('is shown to nobody else who uses the same browser, and is there when its writer is back', async () => {
    await write('', BODY);
    await page.reload();
    await openRecord(NOOR.id);
    await open();
    await compose().getByText(`<${NOOR.email}>`).or(compose().getByLabel('From')).first().waitFor();
    assert.equal(await compose().getByRole('button', { name: 'Continue Draft' }).count(), 0);
    assert.ok(!(await body().innerText()).includes(BODY));
    await openRecord(RAE.id);
    await goOn(`An email without a subject to ${DANA.name}`);
    await discard();
  });

  it('does not come back once it was sent, also when nobody waited for the answer', async () => {
    let accepted = 0;
    await page.route('**/v1/sales-emails', async (route) => {
      // The service has it, and the page never learns of it
      accepted = (await route.fetch()).status();
    });
    await openRecord(RAE.id);
    await write(SUBJECT, BODY);
    await page.keyboard.press('Control+Enter');
    await until('the service has accepted it', () => accepted === 202);
    await page.reload();
    await open();
    await compose().getByText(`<${RAE.email}>`).or(compose().getByLabel('From')).first().waitFor();
    assert.equal(await compose().getByRole('button', { name: 'Continue Draft' }).count(), 0);
    assert.equal(await keptHere(), 0);
  });

  async function openRecord(userId: string): Promise<void> {
    await openSalesforce(page, stage.world, userId, `${DANA.page}${security}`);
  }

  async function open(): Promise<void> {
    await page.getByRole('button', { name: 'Send Sales Email' }).first().click();
    await compose().waitFor();
  }

  async function write(line: string, text: string): Promise<void> {
    await open();
    await compose().getByText(`<${RAE.email}>`).or(compose().getByLabel('From')).first().waitFor();
    await fill(line, text);
  }

  async function fill(line: string, text: string): Promise<void> {
    await subject().click();
    await page.keyboard.type(line);
    await body().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(text);
  }

  async function goOn(offer: string, name?: string): Promise<void> {
    await open();
    await compose().getByText(offer).waitFor();
    await compose().getByText('Kept on this computer').waitFor();
    if (name) await lookAtWidths(page, name);
    await compose().getByRole('button', { name: 'Continue Draft' }).click();
    await body().waitFor();
  }

  async function discard(): Promise<void> {
    await compose().getByRole('button', { name: 'Discard', exact: true }).click();
    await compose().getByRole('button', { name: 'Discard Email' }).click();
    await compose().waitFor({ state: 'hidden' });
  }

  /** How many emails this browser keeps, whatever Lightning Web Security puts before their names. */
  async function keptHere(): Promise<number> {
    const keys = await page.evaluate(() => Object.keys(localStorage));
    return keys.filter((key) => key.includes('msi-email/')).length;
  }
}
