import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { makeReadyWithoutTour, openSession } from '../../bench/ready-rep.ts';
import { DANA, RAE } from './cast.ts';
import { deliveredTo } from './outcome.ts';
import { button, openSalesforce, waitForRow } from './rep.ts';
import { lookAtWidths, openStage, withoutStatus, type Stage } from './stage.ts';

const REP = { salesforceUserId: RAE.id, email: RAE.email };
const TEMPLATE = {
  name: 'First meeting',
  subject: 'Twenty minutes, {{first_name}}?',
  bodyHtml: '<p>Hi {{first_name}},</p><p>I read about {{company}}. {{! Say what you read}}</p><p>{{custom_field_shoe_size}}</p>',
};

/** Under Lightning Web Security, which is the stricter of the two. */
describe('A template and its fields', () => {
  let stage: Stage;
  let page: Page;
  let problems: string[];
  before(async () => {
    stage = await openStage();
    await makeReadyWithoutTour(stage.world, REP, DANA.id);
    const call = await openSession(stage.world, REP, DANA.id);
    const { categories } = await call<{ categories: { id: string }[] }>('GET', '/template-categories');
    await call('POST', '/templates', { ...TEMPLATE, categoryId: categories[0]?.id });
    ({ page, problems } = await stage.enter());
    await openSalesforce(page, stage.world, RAE.id, `${DANA.page}?lws=1`);
  });
  after(() => stage.close());

  const compose = () => page.getByRole('dialog');
  const body = () => compose().getByRole('textbox', { name: 'Email', exact: true });
  const send = () => compose().getByRole('button', { name: 'Send', exact: true }).click();

  it('become an email of the person: chosen by keyboard, mended, looked at, and sent', async () => {
    await button(page, 'Send Sales Email').first().click();
    await compose().getByLabel('Subject').fill('My own words');
    await compose().getByRole('button', { name: 'Templates', exact: true }).press('Enter');
    const picker = page.locator('c-template-picker');
    await picker.getByRole('searchbox').pressSequentially('MEETING');
    await picker.getByRole('status').getByText('1 template').waitFor();
    await lookAtWidths(page, 'compose-templates');
    await picker.getByRole('button', { name: /First meeting/ }).press('Enter');

    await compose().getByRole('alertdialog').getByText('Replace what you have written?').waitFor();
    await lookAtWidths(page, 'compose-replace');
    await compose().getByRole('button', { name: 'Use Template' }).press('Enter');
    await body().getByText('Hi {{first_name}},').waitFor();
    assert.equal(await compose().getByLabel('Subject').inputValue(), TEMPLATE.subject);

    await compose().getByText('Still to be replaced: Say what you read.').waitFor();
    await compose().getByText('There is no such field: custom_field_shoe_size.').waitFor();
    await lookAtWidths(page, 'compose-fields');
    await send();
    await compose()
      .getByRole('alert')
      .getByText(/replaced/)
      .waitFor();
    await lookAtWidths(page, 'compose-fields-refused');

    await replace('{{! Say what you read}}', 'Congratulations.');
    await replace('{{custom_field_shoe_size}}', '');
    await compose().getByRole('button', { name: 'Insert Field', exact: true }).press('Enter');
    const fields = page.locator('c-field-picker');
    await fields.getByRole('combobox').pressSequentially('your name');
    await fields.getByRole('option', { name: 'Your name' }).first().waitFor();
    await lookAtWidths(page, 'compose-insert-field');
    await page.keyboard.press('Enter');
    await body().getByText('{{my_name}}').waitFor();
    await page.keyboard.type(' wrote this.');

    await compose().getByRole('button', { name: 'Preview', exact: true }).press('Enter');
    const preview = page.locator('c-email-preview');
    await preview.getByText('Twenty minutes, Dana?').waitFor();
    await preview.frameLocator('iframe').getByText('Hi Dana,').waitFor();
    await lookAtWidths(page, 'compose-preview');
    await preview.getByRole('button', { name: 'Plain text' }).press('Enter');
    const text = await preview.locator('pre').innerText();
    await lookAtWidths(page, 'compose-preview-text');
    await compose().getByRole('button', { name: 'Back to Writing' }).press('Enter');
    await body().getByText('{{my_name}} wrote this.').waitFor();

    await send();
    await compose().waitFor({ state: 'hidden' });
    await waitForRow(page, 'Twenty minutes, Dana?', 'Sent');
    const [arrived] = await deliveredTo(stage.world, DANA.email);
    const message = await PostalMime.parse(arrived ?? Buffer.alloc(0));
    assert.match(message.html ?? '', /Hi Dana,.*Congratulations\..*Rae[^<>{]* wrote this\./s);
    assert.equal(message.text?.trim(), text.trim());
    assert.deepEqual(withoutStatus(problems, 409), []);
  });

  /** Puts words in the place of others, as somebody does who selects them and types. */
  async function replace(words: string, by: string): Promise<void> {
    await body().evaluate((editor, wanted) => {
      const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const start = node.data.indexOf(wanted);
        if (start >= 0) getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      }
    }, words);
    // The editor learns of a selection when it gets to it, which a busy machine lets wait
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
    if (by) await page.keyboard.type(by);
    else await page.keyboard.press('Delete');
    await body().getByText(words).waitFor({ state: 'detached' });
  }
});
