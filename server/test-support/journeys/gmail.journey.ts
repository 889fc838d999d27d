import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import { AVERY, DANA, RAE } from './cast.ts';
import { deliveredTo, inSent, timelineOf } from './outcome.ts';
import { SUBJECT, tellPanelStory } from './panel-story.ts';
import { activate, allowGmail, appNamed, button, chooseMailbox, finish, heading, invite, openSalesforce, openWelcomeEmail } from './rep.ts';
import { look, openStage, type Stage } from './stage.ts';

describe('A rep with Gmail', () => {
  let stage: Stage;
  before(async () => (stage = await openStage('org')));
  after(() => stage.close());

  it('gets from the invitation to a sales email in the prospect’s mailbox, in Sent and on the timeline', async () => {
    const { world } = stage;
    const admin = await stage.enter();
    await openSalesforce(admin.page, world, AVERY.id, '/lightning/n/MSI_Users');
    await invite(admin.page, RAE.email);

    const { page, problems } = await stage.enter();
    await openWelcomeEmail(page, world, RAE.email);
    await activate(page, RAE.email);
    await chooseMailbox(page, 'Gmail');
    await allowGmail(page);
    await finish(page, 'Rae Ortiz\nAcme');
    await page.getByRole('link', { name: 'Open MSI Actions' }).click();
    await appNamed(page, 'MSI Actions').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Launch Salesforce' }).click();
    await page.waitForURL(/\/lightning\//);

    await tellPanelStory(page, world);

    const [mail, ...others] = await deliveredTo(world, DANA.email);
    assert.ok(mail);
    assert.equal(others.length, 0);
    assert.deepEqual(await inSent(world.urls.google, RAE.email), [mail]);
    const message = await PostalMime.parse(mail);
    assert.equal(message.subject, SUBJECT);
    assert.equal(message.from?.address, RAE.email);
    assert.match(message.text ?? '', /Hello Dana, here is what we spoke about\.[\s\S]*Rae Ortiz\s+Acme/);
    assert.match(message.html ?? '', /Hello Dana[\s\S]*<strong>Rae Ortiz<\/strong>/);
    const [task, ...moreTasks] = await timelineOf(world, DANA.id);
    assert.equal(moreTasks.length, 0);
    assert.equal(task?.subject, `Email: ${SUBJECT}`);
    assert.equal(task.isClosed, true);

    await page.reload();
    await button(page, SUBJECT).click();
    await page.getByRole('link', { name: 'Open the task in Salesforce' }).click();
    await heading(page, `Task Email: ${SUBJECT}`).waitFor();
    await look(page, 'task');

    await admin.page.reload();
    await admin.page.getByText('Mailbox connected').waitFor();
    await look(admin.page, 'users');
    assert.deepEqual(problems, []);
    assert.deepEqual(admin.problems, []);
  });

  it('leaves no token, address or sentence of it in the logs', async () => {
    const logs = await stage.logs();
    assert.ok(logs.includes('"requestId"'));
    const secrets = [RAE.email, DANA.email, DANA.name, SUBJECT, 'Hello Dana', 'ya29.', '1//', '5Aep', 'eyJ', '00D000000000001EAA!'];
    assert.deepEqual(
      secrets.filter((secret) => logs.includes(secret)),
      [],
    );
  });
});
