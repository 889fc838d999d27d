import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { makeReadyWithoutTour } from '../../bench/ready-rep.ts';
import { DANA, RAE } from './cast.ts';
import { until } from '../until.ts';
import { focused } from './keyboard.ts';
import { openSalesforce } from './rep.ts';
import { lookAtWidths, openStage, type Stage } from './stage.ts';

const WORDS = 'Two dates for a call';

/** What somebody does who knows where the focus will be and waits for nothing. */
describe('Typing from the first moment', () => {
  let stage: Stage;
  let page: Page;
  let hands: CDPSession;
  before(async () => {
    stage = await openStage();
    await makeReadyWithoutTour(stage.world, { salesforceUserId: RAE.id, email: RAE.email }, DANA.id);
  });
  after(() => stage.close());

  beforeEach(async () => {
    ({ page } = await stage.enter());
    hands = await page.context().newCDPSession(page);
    await openSalesforce(page, stage.world, RAE.id, DANA.page);
    await opener().waitFor();
  });

  const opener = () => page.getByRole('button', { name: 'Send Sales Email' }).first();
  const compose = () => page.getByRole('dialog');
  const subject = () => compose().getByLabel('Subject');
  const body = () => compose().getByRole('textbox', { name: 'Email', exact: true });

  for (const how of ['mouse', 'keyboard'] as const) {
    it(`loses no letter when the window was opened by ${how}, the first time and the next`, async () => {
      for (const time of ['first', 'second', 'third']) {
        await openAndType(how, WORDS);
        await body().waitFor();
        await rest(page);
        assert.equal(await subject().inputValue(), WORDS, time);
        // and nothing has moved the focus since
        await page.keyboard.type('?');
        assert.equal(await subject().inputValue(), `${WORDS}?`, time);
        await discard();
      }
    });
  }

  it('finds no fault with a subject that nobody has left yet', async () => {
    await openAndType('mouse', '');
    await body().waitFor();
    await rest(page);
    assert.equal(await compose().getByText('Enter a subject.').count(), 0);
    await page.keyboard.type('?');
    assert.equal(await subject().inputValue(), '?');
    await discard();
  });

  it('asks before an email without text leaves, and leads back to where it is written', async () => {
    await openAndType('keyboard', WORDS);
    await body().waitFor();
    await page.keyboard.press('Control+Enter');
    await compose().getByText('Send this email without text?').waitFor();
    await lookAtWidths(page, 'compose-without-text');
    await until('the answer that sends nothing has the focus', async () => (await focused(page)) === 'Keep Writing');
    await page.keyboard.press('Enter');
    await until('the body has the focus', async () => (await focused(page)) === 'Email');
    await discard();
  });

  it('loses no letter to a kept draft, and keeps the draft', async () => {
    await openAndType('mouse', 'Kept words');
    await compose().getByText('Draft saved').waitFor();
    await page.keyboard.press('Escape');
    await compose().waitFor({ state: 'hidden' });

    await openAndType('keyboard', WORDS);
    await compose().getByRole('button', { name: 'Continue Draft' }).waitFor();
    await rest(page);
    await page.keyboard.type('?');
    assert.equal(await subject().inputValue(), `${WORDS}?`);
    await compose().getByText('Continuing it replaces what you have written here.').waitFor();
    await page.keyboard.press('Control+Enter');
    await compose().getByRole('button', { name: 'Continue Draft' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await until('the draft is in its fields', async () => (await subject().inputValue()) === 'Kept words');
    await discard();
  });

  it('loses no letter while the service takes its time, and neither subject nor body has to wait for it', async () => {
    let answer = (): void => undefined;
    const isDue = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/v1/compose?*', async (route) => {
      await isDue;
      await route.continue();
    });
    await openAndType('mouse', WORDS);
    await body().waitFor();
    await page.keyboard.press('Tab');
    await tabInto(body());
    await page.keyboard.type('How about Thursday, ');
    answer();
    await compose().getByText(`<${RAE.email}>`).or(compose().getByLabel('From')).first().waitFor();
    await page.keyboard.type('or Friday?');
    assert.equal(await subject().inputValue(), WORDS);
    assert.match(await body().innerText(), /^How about Thursday, or Friday\?/);
    await discard();
  });

  /** All keys and clicks are on their way before the page has answered to the first of them. */
  async function openAndType(how: 'mouse' | 'keyboard', words: string): Promise<void> {
    const sent: Promise<unknown>[] = [];
    if (how === 'mouse') {
      const { x, y, width, height } = (await opener().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const at = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1 } as const;
      for (const type of ['mousePressed', 'mouseReleased'] as const) sent.push(hands.send('Input.dispatchMouseEvent', { type, ...at }));
    } else {
      await opener().focus();
      sent.push(...press({ key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }));
    }
    for (const letter of words) sent.push(...press({ key: letter, text: letter }));
    await Promise.all(sent);
  }

  function press({ text, ...key }: { key: string; text: string; code?: string; windowsVirtualKeyCode?: number }): Promise<unknown>[] {
    return [
      hands.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key }),
      hands.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
    ];
  }

  async function tabInto(field: Locator): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      if (await field.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The body cannot be reached with the Tab key.');
  }

  async function discard(): Promise<void> {
    await compose().getByRole('button', { name: 'Discard', exact: true }).click();
    await compose().getByRole('button', { name: 'Discard Email' }).click();
    await compose().waitFor({ state: 'hidden' });
  }
});

/** Whatever was going to move the focus has done so. */
async function rest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
