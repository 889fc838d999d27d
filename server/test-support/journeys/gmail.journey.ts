import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStage, look, type Stage } from './stage.ts';
import { activate, allowGmail, chooseMailbox, DANA, finish, openSalesforce, openWelcomeEmail, RAE, sendSalesEmail } from './rep.ts';

interface Delivered {
  messages: { headers: Record<string, string>; raw: string }[];
}

describe('A rep with Gmail', () => {
  let stage: Stage;
  before(async () => (stage = await openStage()));
  after(() => stage.close());

  it('gets from the welcome email to a sales email in the prospect’s mailbox and on the timeline', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openWelcomeEmail(page, world, RAE.email);
    await activate(page, RAE.name);
    await chooseMailbox(page, 'Gmail');
    await allowGmail(page);
    await finish(page, 'Rae Ortiz\nAcme');

    await openSalesforce(page, world, RAE.id, DANA.page);
    await page.getByRole('button', { name: 'Not Now' }).click();
    await look(page, 'panel-ready');
    await sendSalesEmail(page, { subject: 'Pricing for 40 seats', text: 'Hello Dana, here is what we spoke about.' });
    await look(page, 'panel-after-send');
    await page.getByText('Sent', { exact: true }).waitFor({ timeout: 30_000 });
    await look(page, 'panel-sent');
    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.getByText('Pricing for 40 seats').nth(1).waitFor();
    await look(page, 'timeline');

    const answer = await fetch(`${world.urls.prospect}/sim/mailboxes/${DANA.email}/messages`);
    const { messages } = (await answer.json()) as Delivered;
    assert.equal(messages.length, 1);
    assert.deepEqual(problems, []);
  });
});
