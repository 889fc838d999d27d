import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeReady } from '../../bench/ready-rep.ts';
import { AVERY, DANA, RAE } from './cast.ts';
import { answerAs, button, openSalesforce, openSettings, rowOf, sendSalesEmail, waitForRow } from './rep.ts';
import { lookAtWidths, openStage, type Stage } from './stage.ts';
import { headersOf } from '../../simulators/mail/raw-message.ts';

describe('Emails in a thread', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('a rep follows up from the row, sees what is quoted, and answers a reply; all of it is one thread', async () => {
    const { world } = stage;
    const admin = await stage.enter();
    await openSettings(admin.page, world, AVERY.id, 'permissions');
    await admin.page.getByRole('group', { name: 'Gmail' }).getByText('Send and read emails').click();
    await button(admin.page, 'Save').click();
    await admin.page.getByText('The mailbox permissions are saved.').waitFor();

    await makeReady(world, { salesforceUserId: RAE.id, email: RAE.email });
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, RAE.id, DANA.page);
    await button(page, 'Not Now').click();
    await sendSalesEmail(page, { subject: 'Another matter', text: 'Hello.' });
    await sendSalesEmail(page, { subject: 'Forty seats', text: 'Hi Dana, here is the price.' });
    await waitForRow(page, 'Forty seats', 'Sent');

    await button(page, 'Forty seats').click();
    await rowOf(page, 'Forty seats')
      .getByRole('button', { name: /^Follow Up/ })
      .click();
    const compose = page.getByRole('dialog');
    const body = compose.getByRole('textbox', { name: 'Email', exact: true });
    await body.getByText('Hi Dana, here is the price.').waitFor();
    await body.getByText(/^On .* wrote:$/).waitFor();
    assert.equal(await compose.getByLabel('Subject').inputValue(), 'Re: Forty seats');
    await body.click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Did you get it?');
    await lookAtWidths(page, 'compose-follow-up');
    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await waitForRow(page, 'Re: Forty seats', 'Sent');

    const dana = await stage.enter();
    await answerAs(dana.page, world, DANA.email, 'Re: Forty seats', 'Reply');
    await waitForRow(page, 'Re: Forty seats', 'Replied');
    await rowOf(page, 'Re: Forty seats')
      .getByRole('button', { name: /^Reply/ })
      .click();
    await body.getByText('Can we talk on Thursday?').first().waitFor();
    await body.click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('On Thursday, yes.');
    await lookAtWidths(page, 'compose-reply');
    await compose.getByRole('button', { name: 'Send', exact: true }).click();
    await compose.waitFor({ state: 'hidden' });

    await page.locator('c-sales-email-list li').nth(3).waitFor();
    const subjects = () => page.locator('c-sales-email-list li button.toggle').allInnerTexts();
    assert.deepEqual(await subjects(), ['Forty seats', 'Re: Forty seats', 'Re: Forty seats', 'Another matter']);
    assert.equal(await page.locator('c-sales-email-list li.later').count(), 2);
    await page.getByText('Email (4)').first().waitFor();
    await rowOf(page, 'Re: Forty seats').nth(1).getByText('Sent', { exact: true }).waitFor();
    await button(page, 'Forty seats').first().click();
    await lookAtWidths(page, 'panel-thread');

    const answer = await fetch(`${world.urls.prospect}/sim/mailboxes/${DANA.email}/messages`);
    const { messages } = (await answer.json()) as { messages: { raw: string }[] };
    const fields = messages.map(
      ({ raw }) => new Map(headersOf(Buffer.from(raw, 'base64')).map(({ name, value }) => [name.toLowerCase(), value])),
    );
    const [third, second, first] = fields;
    assert.equal(second?.get('in-reply-to'), first?.get('message-id'));
    assert.ok(third?.get('references')?.startsWith(first?.get('message-id') ?? '?'));
    assert.deepEqual(problems, []);
  });
});
