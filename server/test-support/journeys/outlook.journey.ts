import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import { look, openStage, type Stage } from './stage.ts';
import { deliveredTo, timelineOf } from './outcome.ts';
import { at, NOOR } from './cast.ts';
import {
  activate,
  allowOutlook,
  button,
  chooseMailbox,
  finish,
  openSalesforce,
  openWelcomeEmail,
  sendSalesEmail,
  waitForRow,
} from './rep.ts';

const OPPORTUNITY = { id: '006000000000001AAA', page: '/lightning/r/Opportunity/006000000000001AAA/view' };

describe('A rep with Outlook', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('leaves the set-up half way, resumes there, and sends from an Opportunity to one of its contact roles', async () => {
    const { world } = stage;
    const first = await stage.enter({ viewport: { width: 420, height: 900 } });
    await openWelcomeEmail(first.page, world, NOOR.email);
    await activate(first.page, NOOR.email);
    await chooseMailbox(first.page, 'Outlook');
    await first.context.close();

    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, NOOR.id, OPPORTUNITY.page);
    await page.getByRole('heading', { name: 'Connect your mailbox' }).waitFor();
    await look(page, 'panel-mailbox-missing');
    const window = page.waitForEvent('popup');
    await button(page, 'Connect Mailbox').click();
    const setUp = await window;
    await chooseMailbox(setUp, 'Outlook');
    await allowOutlook(setUp, NOOR.email);
    await finish(setUp, null);

    await page.bringToFront();
    await button(page, 'Not Now').click({ timeout: 45_000 });
    await look(page, 'panel-opportunity');
    await button(page, 'Send Sales Email').first().click();
    await page.getByRole('heading', { name: 'Who is it for?' }).waitFor();
    await look(page, 'compose-choose-person');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Omar Reyes/ })
      .click();
    await sendSalesEmail(page, { subject: 'Security questionnaire', text: 'Dear Omar,', isOpen: true });
    await waitForRow(page, 'Security questionnaire', 'Sent');

    const [mail, ...others] = await deliveredTo(world, at('omar@globex.example'));
    assert.ok(mail);
    assert.equal(others.length, 0);
    const message = await PostalMime.parse(mail);
    assert.equal(message.from?.address, NOOR.email);
    assert.match(message.text ?? '', /Dear Omar,/);
    const tasks = await timelineOf(world, OPPORTUNITY.id, (found) => found.length > 0);
    assert.deepEqual(
      tasks.map(({ subject, isClosed }) => ({ subject, isClosed })),
      [{ subject: 'Email: Security questionnaire', isClosed: true }],
    );
    assert.deepEqual(problems, []);
  });
});
