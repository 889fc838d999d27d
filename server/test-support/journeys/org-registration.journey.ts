import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFile } from 'node:fs/promises';
import { createTestCertificate } from '../org.ts';
import { look, lookAtWidths, openStage, type Stage } from './stage.ts';
import { AVERY, ORG_ID, RAE } from './cast.ts';
import { button, heading, openLetter, openSalesforce, openSettings } from './rep.ts';

describe('The admin of an org that nobody has registered', () => {
  let stage: Stage;
  before(async () => (stage = await openStage('nothing')));
  after(() => stage.close());

  it('refuses someone who is not an administrator, and says so', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, '/lightning/page/home');
    await page.goto(`${world.urls.service}/onboarding/org`);
    await button(page, 'Sign In with Salesforce').click();
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
    await lookAtWidths(page, 'org-1-connect');
    await button(page, 'Sign In with Salesforce').click();
    await button(page, 'Allow').click();
    await heading(page, 'Upload your certificate').waitFor();
    await page
      .getByLabel('Certificate file')
      .setInputFiles({ name: 'notes.crt', mimeType: 'text/plain', buffer: Buffer.from('not a certificate') });
    await button(page, 'Upload Certificate').click();
    await page.getByRole('alert').waitFor();
    await look(page, 'org-2-wrong-certificate');

    const certificate = await fetch(`${world.urls.salesforce}/sim/orgs/${ORG_ID}/certificate.pem`);
    await page.getByLabel('Certificate file').setInputFiles({
      name: 'MSI_Panel.crt',
      mimeType: 'application/x-x509-ca-cert',
      buffer: Buffer.from(await certificate.arrayBuffer()),
    });
    await button(page, 'Upload Certificate').click();
    await heading(page, 'Confirm your Lightning address').waitFor();
    await lookAtWidths(page, 'org-3-origin');
    const address = page.getByLabel('Lightning address of Acme');
    const own = await address.inputValue();
    await address.fill('https://globex.lightning.force.com/lightning/page/home');
    await button(page, 'Confirm').click();
    await page.getByRole('alert').filter({ hasText: 'does not belong to Acme' }).waitFor();
    await lookAtWidths(page, 'org-3-other-org');
    await address.fill(`${own}/lightning/page/home`);
    await button(page, 'Confirm').click();
    await heading(page, 'Acme is connected').waitFor();
    await look(page, 'org-4-connected');
    await page.getByRole('link', { name: 'Check What Is Left to Do' }).click();
    await heading(page, 'Checklist for Acme').waitFor();
    await lookAtWidths(page, 'org-5-checklist');
    await page.getByRole('link', { name: 'Check Again' }).press('Enter');
    await page.getByText('The package is in your org.').waitFor();

    await openSalesforce(page, world, AVERY.id, '/lightning/n/MSI_Users');
    await button(page, 'Invite Users').waitFor();
    assert.equal(await page.getByText(AVERY.email).count(), 1);
    await look(page, 'users-one');
  });

  it('replaces a certificate after a new sign-in, revokes one after reading what stops, and each step is told', async () => {
    const { world } = stage;
    const { page, problems } = await stage.enter();
    await openSalesforce(page, world, AVERY.id, '/lightning/page/home');
    await page.goto(`${world.urls.service}/onboarding/org`);
    await button(page, 'Sign In with Salesforce').click();
    await heading(page, 'Certificates of Acme').waitFor();
    const { pem } = await createTestCertificate();
    await page.getByLabel('Certificate file').setInputFiles({ name: 'New.crt', mimeType: 'text/plain', buffer: Buffer.from(pem) });
    await button(page, 'Upload Certificate').click();
    await page.getByText('Never', { exact: true }).waitFor();
    await lookAtWidths(page, 'org-certificates');

    await page.getByRole('listitem').filter({ hasText: 'Never' }).getByRole('link', { name: 'Revoke' }).click();
    await heading(page, 'Revoke this certificate?').waitFor();
    await lookAtWidths(page, 'org-revocation');
    await button(page, 'Revoke Certificate').click();
    await page.getByText('No longer trusted (1)').click();
    await page.getByText(`by ${AVERY.email}`).last().waitFor();
    await lookAtWidths(page, 'org-certificates-revoked');
    await page.getByRole('link', { name: 'Revoke' }).click();
    await page.getByText('It cannot be revoked yet').waitFor();
    await lookAtWidths(page, 'org-revocation-refused');
    assert.equal(await button(page, 'Revoke Certificate').count(), 0);

    await openSettings(page, world, AVERY.id, 'certificates');
    await page.getByText('Lightning address: ').waitFor();
    await lookAtWidths(page, 'settings-certificates');
    await page.getByRole('link', { name: 'Security log' }).click();
    await page.getByRole('rowheader', { name: 'Revocation of a certificate' }).waitFor();
    await lookAtWidths(page, 'settings-log');
    await page.getByLabel('Event').selectOption({ label: 'Revocation of a certificate' });
    await page.getByRole('rowheader', { name: 'Registration of the org' }).waitFor({ state: 'detached' });
    const download = page.waitForEvent('download');
    await button(page, 'Download CSV').click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? '', new RegExp(`,certificate_revoked,done,${AVERY.email},`));
    await page.getByLabel('Name, address or fingerprint').fill('nobody at all');
    await page.getByText('No events match this filter.').waitFor();
    await lookAtWidths(page, 'settings-log-nothing');
    assert.deepEqual(problems, []);

    await openLetter(page, world, AVERY.email, 'A certificate of Acme was revoked', 'Look at the certificates');
    await heading(page, 'Certificates of Acme').waitFor();
  });

  it('is told, when it is registered already, who can help', async () => {
    const { world } = stage;
    const { page } = await stage.enter();
    await openSalesforce(page, world, RAE.id, '/lightning/page/home');
    await page.goto(`${world.urls.service}/onboarding/org`);
    await button(page, 'Sign In with Salesforce').click();
    await button(page, 'Allow').click();
    await page
      .getByRole('alert')
      .filter({ hasText: `Avery Stone (${AVERY.email}) can invite you` })
      .waitFor();
    await look(page, 'org-registered-already');
  });
});
