import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import PostalMime, { type Email } from 'postal-mime';
import type { Frame, Locator, Page } from 'playwright-core';
import { makeReadyWithoutTour } from '../../bench/ready-rep.ts';
import { png } from '../pictures.ts';
import { until } from '../until.ts';
import { DANA, RAE } from './cast.ts';
import { focused } from './keyboard.ts';
import { deliveredTo } from './outcome.ts';
import { openSalesforce, waitForRow } from './rep.ts';
import { lookAtWidths, openStage, type Stage } from './stage.ts';

/** A line of text as it stands on the screen: where, beside the first line, and in which letters. */
interface ShownLine {
  text: string;
  x: number;
  y: number;
  font: string;
}

/** Tolerance for what differs because one side is framed: less than anybody sees. */
const SAME_PX = 1.5;

describe('The editor of an email', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await makeReadyWithoutTour(stage.world, { salesforceUserId: RAE.id, email: RAE.email }, DANA.id);
  });
  after(() => stage.close());

  for (const [where, query] of [
    ['in Lightning', ''],
    ['under Lightning Web Security', '?lws=1'],
  ] as const)
    describe(where, () => writeEmails(() => stage, query));
});

function writeEmails(stageOf: () => Stage, query: string): void {
  let stage: Stage;
  let page: Page;
  let problems: string[];
  beforeEach(async () => {
    stage = stageOf();
    ({ page, problems } = await stage.enter());
  });

  const compose = () => page.getByRole('dialog');
  const text = () => compose().getByRole('textbox', { name: 'Email', exact: true });
  const tool = (name: string) => compose().getByRole('button', { name, exact: true });
  const html = async () =>
    compose()
      .locator('c-rich-text-editor')
      .evaluate((editor) => (editor as unknown as { value: string }).value);

  async function open(): Promise<void> {
    await openSalesforce(page, stage.world, RAE.id, DANA.page + query);
    await page.getByRole('button', { name: 'Send Sales Email' }).first().click();
    await text().waitFor();
  }

  async function untilReady(): Promise<void> {
    await until('the tools can be used', async () => tool('Bold').isEnabled());
    await until('the sender is known', async () => (await compose().getByText(`<${RAE.email}>`).count()) > 0);
  }

  /** With the caret before the first word. */
  async function begin(subject: string): Promise<void> {
    await open();
    await untilReady();
    await compose().getByLabel('Subject').fill(subject);
    await text().click();
    await page.keyboard.press('Control+Home');
  }

  it('takes over what was typed before its library came, with the caret, and says so when it cannot come', async () => {
    let load = (): void => undefined;
    const isDue = new Promise<void>((resolve) => (load = resolve));
    await page.route('**/resource/**', async (route) => {
      await isDue;
      await route.continue();
    });
    await open();
    await text().click();
    await page.keyboard.type('How about Thursday');
    await page.keyboard.press('Enter');
    await page.keyboard.type('or Monday?');
    for (const _ of 'Monday?') await page.keyboard.press('ArrowLeft');
    load();
    await untilReady();
    await page.keyboard.type('on ');
    await until('the words are whole', async () => (await text().innerText()).startsWith('How about Thursday\n\nor on Monday?'));
    assert.deepEqual(problems, []);
  });

  if (!query)
    it('can be written in without its tools, and says why there are none', async () => {
      await page.route('**/resource/**', async (route) => route.abort());
      await open();
      await compose().getByText('The formatting tools could not be loaded. You can write without them.').waitFor();
      await text().click();
      await page.keyboard.type('Plain words');
      await until('they are part of the email', async () => (await html()).includes('Plain words'));
      await lookAtWidths(page, 'compose-without-tools');
      await page.unroute('**/resource/**');
      await compose().getByRole('button', { name: 'Try Again' }).click();
      await untilReady();
      await page.keyboard.type(' and more');
      await until('the words stay', async () => (await html()).includes('and more') && (await html()).includes('Plain words'));
    });

  if (!query)
    it('formats by keyboard alone, and gives the caret back', async () => {
      await open();
      await untilReady();
      await text().click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('Plans ');
      await page.keyboard.press('Control+B');
      await page.keyboard.type('for you');
      await page.keyboard.press('Control+B');
      await page.keyboard.press('Alt+F10');
      await until('the tools have the focus', async () => (await focused(page)) === 'Font');
      await pressUntil('ArrowRight', 'Highlight color');
      await page.keyboard.press('Enter');
      await until('the colors have the focus', async () => (await focused(page)) === 'None');
      await lookAtWidths(page, 'compose-colors');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await until('the text has the focus', async () => (await focused(page)) === 'Email');
      await page.keyboard.type(' now');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+K');
      await until('the address has the focus', async () => (await focused(page)) === 'Web or email address');
      await page.keyboard.type('nowhere');
      await page.keyboard.press('Enter');
      await compose().getByText('Enter an address such as').waitFor();
      await lookAtWidths(page, 'compose-link-wrong');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('www.acme.example/plans');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Escape');
      await until('the text has the focus again', async () => (await focused(page)) === 'Email');
      assert.equal(
        (await html()).split('<p><br></p>')[0],
        '<p>Plans <strong>for you</strong><span style="background-color:#fff475"> now</span></p>' +
          '<p><a href="https://www.acme.example/plans"><span style="background-color:#fff475">https://www.acme.example/plans</span>' +
          '</a></p>',
      );
      await page.keyboard.press('Tab');
      assert.notEqual(await focused(page), 'Email', 'Tab leaves the text');
      await page.keyboard.press('Escape');
      assert.deepEqual(problems, []);
    });

  if (!query)
    it('takes words from an input method', async () => {
      await open();
      await untilReady();
      await text().click();
      await page.keyboard.press('Control+Home');
      const hands = await page.context().newCDPSession(page);
      for (const [words, length] of [
        ['に', 1],
        ['にほ', 2],
        ['日本', 2],
      ] as const)
        await hands.send('Input.imeSetComposition', { text: words, selectionStart: length, selectionEnd: length });
      await hands.send('Input.insertText', { text: '日本' });
      await page.keyboard.type(' ok');
      await until('they are part of the email', async () => (await html()).startsWith('<p>日本 ok</p>'));
      await page.keyboard.press('Control+Z');
      await page.keyboard.press('Control+Z');
      await until('they can be taken back', async () => !(await html()).includes('日本'));
      assert.deepEqual(problems, []);
    });

  it('shows what arrives: the same letters in the same places, in the preview, in the mailbox, and as text', async () => {
    const subject = `Two plans${query}`;
    await begin(subject);
    await page.keyboard.type('Hello Dana,');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two plans:');
    await page.keyboard.press('Enter');
    await tool('Bulleted list').click();
    await page.keyboard.type('Pro');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('40 seats');
    for (const _ of ['out of the inner list', 'out of the list']) await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await tool('Table').click();
    await compose().getByLabel('Rows').fill('2');
    await compose().getByLabel('Columns').fill('2');
    await tool('Insert Table').click();
    for (const words of ['Plan', 'Price', 'Pro', '10']) {
      await page.keyboard.type(words);
      if (words !== '10') await page.keyboard.press('Tab');
    }
    await lookAtWidths(page, 'compose-formatted');
    const written = await linesIn(text());
    await compose().getByRole('button', { name: 'Send', exact: true }).click();
    await compose().waitFor({ state: 'hidden' });

    const mail = await delivered(subject);
    assert.equal(mail.text, 'Hello Dana,\n\ntwo plans:\n- Pro\n  - 40 seats\n\nPlan | Price\nPro | 10\n');
    const reader = await stage.enter();
    await reader.page.setContent(mail.html ?? '');
    sameLines(await linesIn(reader.page.locator('body > div')), written, 'at the recipient');

    // The preview of an email that has left is another one
    await waitForRow(page, subject, 'Sent');
    await page.getByRole('button', { name: subject }).first().click();
    const preview = await until('the preview is shown', async () => previewOf(page));
    sameLines(await linesIn(preview.locator('body > div, body > * > div[dir]').first()), written, 'in the preview');
  });

  it('takes a picture from a file, shows it, and sends it inside the message', async () => {
    const subject = `A picture${query}`;
    await begin(subject);
    await page.keyboard.type('The plan: ');
    const files = compose().locator('c-rich-text-toolbar input[type="file"]');
    await files.setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await compose().getByText('This file cannot be read as a picture.').waitFor();
    await lookAtWidths(page, 'compose-picture-refused');
    await files.setInputFiles({ name: 'Our plan.png', mimeType: 'image/png', buffer: png({ width: 300, height: 120 }) });
    const picture = text().getByRole('img', { name: 'Our plan' });
    await until('it is shown', async () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth === 300));
    await lookAtWidths(page, 'compose-picture');
    await compose().getByRole('button', { name: 'Send', exact: true }).click();
    await compose().waitFor({ state: 'hidden' });
    const mail = await delivered(subject);
    assert.deepEqual(
      mail.attachments.map(({ mimeType, disposition, related }) => ({ mimeType, disposition, related })),
      [{ mimeType: 'image/png', disposition: 'inline', related: true }],
    );
    assert.match(mail.html ?? '', /<img src="cid:[^"]+" alt="Our plan" width="300" height="120"/);
    assert.deepEqual(problems, []);
  });

  /** It waits ten seconds for somebody who wants it back. */
  async function delivered(subject: string): Promise<Email> {
    const find = async () => {
      const mails = await Promise.all((await deliveredTo(stage.world, DANA.email)).map(async (raw) => PostalMime.parse(raw)));
      return mails.find((one) => one.subject === subject);
    };
    return until('the email is delivered', find, { deadlineMs: 30_000 });
  }

  async function pressUntil(key: string, name: string): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      if ((await focused(page)) === name) return;
      await page.keyboard.press(key);
    }
    throw new Error(`"${name}" cannot be reached with ${key}.`);
  }
}

async function previewOf(page: Page): Promise<Frame | undefined> {
  const frame = page.frames().find((one) => one.url().includes('/previews/'));
  return frame && (await frame.locator('table').count()) > 0 ? frame : undefined;
}

/** All lines of text inside an element, in order. */
async function linesIn(root: Locator): Promise<ShownLine[]> {
  return root.evaluate((element) => {
    const lines: ShownLine[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode as Text;
      if (!node.data.trim() || !node.parentElement) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { x, y } = range.getBoundingClientRect();
      const { fontFamily, fontSize, fontWeight, lineHeight } = getComputedStyle(node.parentElement);
      lines.push({ text: node.data.trim(), x, y, font: [fontFamily, fontSize, fontWeight, lineHeight].join(' ') });
    }
    const [first] = lines;
    return lines.map((line) => ({ ...line, x: line.x - (first?.x ?? 0), y: line.y - (first?.y ?? 0) }));
  });
}

function sameLines(actual: ShownLine[], written: ShownLine[], where: string): void {
  const letters = (lines: ShownLine[]) => lines.map(({ text, font }) => `${text}: ${font.replaceAll(', ', ',')}`);
  assert.deepEqual(letters(actual), letters(written), where);
  for (const [index, line] of actual.entries()) {
    const wanted = written[index];
    const distance = Math.max(Math.abs(line.x - (wanted?.x ?? 0)), Math.abs(line.y - (wanted?.y ?? 0)));
    assert.ok(distance <= SAME_PX, `${where} "${line.text}" stands at ${line.x}, ${line.y} and was written at ${wanted?.x}, ${wanted?.y}`);
  }
}
