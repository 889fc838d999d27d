import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { look, openStage, type Stage } from './stage.ts';
import { ORG_ID, AVERY, RAE } from './cast.ts';
import { button, heading, openSalesforce } from './rep.ts';

describe('The admin of an org that nobody has registered', () => {
  let stage: Stage;
  before(async () => (stage = await openStage('nothing')));
  after(() => stage.close());

  it('refuses someone who is not an administrator, and says so', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, '/lightning/page/home');
    await page.goto(`${world.urls.service}/onboarding/org`);
    await button(page, 'Sign in with Salesforce').click();
    await button(page, 'Allow').click();
    await page
      .getByRole('alert')
      .filter({ hasText: /administrator/ })
      .waitFor();
    await look(page, 'org-not-admin');
  });

  it('registers it at /onboarding/org, is told what is wrong with a wrong certificate, and becomes the first admin', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, AVERY.id, '/lightning/page/home');
    await page.goto(`${world.urls.service}/onboarding/org`);
    await look(page, 'org-1-connect');
    await button(page, 'Sign in with Salesforce').click();
    await button(page, 'Allow').click();
    await heading(page, 'Upload your certificate').waitFor();
    await page
      .getByLabel('Certificate file')
      .setInputFiles({ name: 'notes.crt', mimeType: 'text/plain', buffer: Buffer.from('not a certificate') });
    await button(page, 'Upload certificate').click();
    await page.getByRole('alert').waitFor();
    await look(page, 'org-2-wrong-certificate');

    const certificate = await fetch(`${world.urls.salesforce}/sim/orgs/${ORG_ID}/certificate.pem`);
    await page.getByLabel('Certificate file').setInputFiles({
      name: 'MSI_Panel.crt',
      mimeType: 'application/x-x509-ca-cert',
      buffer: Buffer.from(await certificate.arrayBuffer()),
    });
    await button(page, 'Upload certificate').click();
    await heading(page, 'Where is Lightning?').waitFor();
    await look(page, 'org-3-origin');
    await button(page, 'Confirm').click();
    await heading(page, 'Acme is connected').waitFor();
    await look(page, 'org-4-connected');

    await openSalesforce(page, world, AVERY.id, '/lightning/n/MSI_Users');
    await button(page, 'Invite Users').waitFor();
    assert.equal(await page.getByText(AVERY.email).count(), 1);
    await look(page, 'users-one');
  });

  it('is told, when it is registered already, who can help', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, '/lightning/page/home');
    await page.goto(`${world.urls.service}/onboarding/org`);
    await button(page, 'Sign in with Salesforce').click();
    await button(page, 'Allow').click();
    await page
      .getByRole('alert')
      .filter({ hasText: `Avery Stone (${AVERY.email}) can invite you` })
      .waitFor();
    await look(page, 'org-registered-already');
  });
});
