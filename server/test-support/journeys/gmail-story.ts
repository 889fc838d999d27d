import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import { look, openStage, type Stage } from './stage.ts';
import { deliveredTo, inSent, timelineOf } from './outcome.ts';
import { AVERY, DANA, RAE } from './cast.ts';
import {
  activate,
  allowGmail,
  button,
  chooseMailbox,
  finish,
  invite,
  openSalesforce,
  openWelcomeEmail,
  sendSalesEmail,
  waitForRow,
} from './rep.ts';

/** From the invitation to the timeline with Gmail. `parameters` go to every Lightning page. */
export function tellGmailStory(mode: string, parameters: string): void {
  describe(`A rep with Gmail, ${mode}`, () => {
    let stage: Stage;
    before(async () => (stage = await openStage('org')));
    after(() => stage.close());

    it('gets from the invitation to a sales email in the prospect’s mailbox, in Sent and on the timeline', async () => {
      const { world } = stage;
      const admin = await stage.enter();
      await openSalesforce(admin.page, world, AVERY.id, `/lightning/n/MSI_Users${parameters}`);
      await invite(admin.page, RAE.email);

      const { page, problems } = await stage.enter();
      await openWelcomeEmail(page, world, RAE.email);
      await activate(page, RAE.email);
      await chooseMailbox(page, 'Gmail');
      await allowGmail(page);
      await finish(page, 'Rae Ortiz\nAcme');
      await page.getByRole('link', { name: 'Launch Salesforce' }).click();
      await page.waitForURL(/\/lightning\//);

      await openSalesforce(page, world, RAE.id, `${DANA.page}${parameters}`);
      await button(page, 'Not Now').click();
      await look(page, 'panel-empty');
      await sendSalesEmail(page, { subject: 'Pricing for 40 seats', text: 'Hello Dana, here is what we spoke about.' });
      await look(page, 'panel-undo');
      await waitForRow(page, 'Pricing for 40 seats', 'Sent');
      await button(page, 'Pricing for 40 seats').click();
      await page.frameLocator('c-sales-email-detail iframe').getByText('Hello Dana, here is what we spoke about.').waitFor();
      await page.getByText('What happened').waitFor();
      await look(page, 'panel-sent');
      await page.getByRole('tab', { name: 'Activity' }).click();
      await page.getByText('Email: Pricing for 40 seats', { exact: true }).waitFor();
      await look(page, 'timeline');

      const [mail, ...others] = await deliveredTo(world, DANA.email);
      assert.ok(mail);
      assert.equal(others.length, 0);
      assert.deepEqual(await inSent(world.urls.google, RAE.email), [mail]);
      const message = await PostalMime.parse(mail);
      assert.equal(message.subject, 'Pricing for 40 seats');
      assert.equal(message.from?.address, RAE.email);
      assert.match(message.text ?? '', /Hello Dana, here is what we spoke about\.[\s\S]*Rae Ortiz\r?\nAcme/);
      assert.match(message.html ?? '', /Hello Dana/);
      const [task, ...moreTasks] = await timelineOf(world, DANA.id);
      assert.equal(moreTasks.length, 0);
      assert.equal(task?.subject, 'Email: Pricing for 40 seats');
      assert.equal(task.isClosed, true);

      await admin.page.reload();
      await admin.page.getByText('Mailbox connected').waitFor();
      await look(admin.page, 'users');
      assert.deepEqual(problems, []);
      assert.deepEqual(admin.problems, []);
    });

    it('leaves no token, address or sentence of it in the logs', async () => {
      const logs = await stage.logs();
      assert.ok(logs.includes('"requestId"'));
      const secrets = [
        RAE.email,
        DANA.email,
        DANA.name,
        'Pricing for 40 seats',
        'Hello Dana',
        'ya29.',
        '1//',
        '5Aep',
        'eyJ',
        '00D000000000001EAA!',
      ];
      assert.deepEqual(
        secrets.filter((secret) => logs.includes(secret)),
        [],
      );
    });
  });
}
