import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { FormBrowser } from '../../../../local-world/form-browser.ts';
import { ACME, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../../test-support/consent-world.ts';
import type { TestUser } from '../../../../test-support/org.ts';
import { inOrg } from '../../../platform/postgres.ts';
import { renderPage } from '../layout.ts';
import { findRep } from '../repository.ts';
import { inLanguage } from '../words/index.ts';
import { showSignature, signatureOfForm } from './shown-signature.ts';
import { signaturePage } from './signature-page.ts';

const BRANDED =
  '<table><tbody><tr><td><img alt="Acme" src="https://acme.example/logo.png" /></td>' +
  '<td style="color:#333"><b>Rae Ortiz</b></td></tr></tbody></table>';

describe('The signature in the way in', () => {
  let world: ConsentWorld;
  let rae: TestUser;
  let browser: FormBrowser;
  before(async () => {
    world = await startConsentWorld();
    const acme = await world.service.addOrg({ orgId: ACME });
    const avery = await acme.addUser({ ...PEOPLE.avery, role: 'admin' });
    await sql(`insert into mailbox_policies (org_id, google_tier, updated_at, updated_by) values ($1, 'bodies', now(), $2)`, [
      ACME,
      avery.id,
    ]);
    rae = await acme.addUser({ ...PEOPLE.rae, name: 'Rae Ortiz' });
    browser = await world.browser(PEOPLE.rae.salesforceUserId);
    await browser.open(`${world.url}/onboarding/setup`);
    await browser.press('Continue with Salesforce');
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
    await browser.press('Next', { provider: 'google' });
    await browser.press('Next', { email: PEOPLE.rae.email });
    await browser.press('Next', { password: 'anything' });
    await browser.press('Continue');
  });
  after(() => world.close());
  beforeEach(() => have('<p>Of before</p>'));

  function sql<T extends object>(text: string, values: unknown[]): Promise<T[]> {
    return inOrg(world.service.database.pool, ACME, async (tx) => (await tx.query<T>(text, values)).rows);
  }
  async function have(signatureHtml: string): Promise<void> {
    await sql('update users set signature_html = $2 where id = $1', [rae.id, signatureHtml]);
    await browser.open(`${world.url}/onboarding/setup?step=signature`);
    assert.equal(browser.page.heading, 'Add your signature');
  }
  async function saved(): Promise<string | undefined> {
    const [row] = await sql<{ signature: string }>('select signature_html as signature from users where id = $1', [rae.id]);
    return row?.signature;
  }
  async function orderGmail(signature: string): Promise<void> {
    const { status } = await fetch(`${world.googleUrl}/sim/accounts/${PEOPLE.rae.email}/send-as`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signature }),
    });
    assert.equal(status, 204);
  }

  test('pictures, tables and colours survive a save that changes no word, without JavaScript too', async () => {
    await have(BRANDED);
    assert.match(browser.page.text, /What is not shown stays/);
    await browser.press('Save');
    assert.equal(browser.page.heading, 'You are all set');
    assert.equal(await saved(), BRANDED);
  });

  test('changed words take the place of the signature, and an emptied field removes it', async () => {
    await have(BRANDED);
    await browser.press('Save', { signature: 'Rae Ortiz\r\n<b>Acme</b>' });
    assert.equal(await saved(), 'Rae Ortiz<br />&lt;b&gt;Acme&lt;/b&gt;');
    await browser.open(`${world.url}/onboarding/setup?step=signature`);
    assert.doesNotMatch(browser.page.text, /What is not shown stays/);
    await browser.press('Save', { signature: '' });
    assert.equal(await saved(), '');
  });

  test('what the editor has written is saved as it is, its links with their scheme', () => {
    const written = '<div><strong>Rae Ortiz</strong><br /><a href="https://acme.example">Acme</a></div><ul><li>One</li></ul>';
    assert.equal(signatureOfForm({ html: written }), written);
    assert.equal(signatureOfForm({ html: '<a href="www.acme.example">a</a>' }), '<a href="https://www.acme.example">a</a>');
  });

  test('the editor is given no words that run together, and what it does not show is told', () => {
    const { editable, hides } = showSignature(BRANDED.replace('<td style', '<td>Acme</td><td style'));
    assert.equal(editable, '<div><div></div><div>Acme</div><div><b>Rae Ortiz</b></div></div>');
    assert.deepEqual(hides, { inText: true, inEditor: true });
    assert.deepEqual(showSignature('<div dir="ltr"><b>Rae</b><br>Acme</div>').hides, { inText: true, inEditor: false });
    assert.deepEqual(showSignature('Rae<br />Acme').hides, { inText: false, inEditor: false });
  });

  test('the signature in Gmail fills the field, and becomes the signature when it is saved and not before', async () => {
    await orderGmail(BRANDED);
    await browser.press('Use Your Gmail Signature');
    assert.match(browser.page.text, /This is your signature from Gmail/);
    assert.equal(await saved(), '<p>Of before</p>');
    await browser.press('Save');
    assert.equal(await saved(), BRANDED);
  });

  test('Gmail without a signature leaves the page and the signature as they are, and says so', async () => {
    await orderGmail('');
    await browser.press('Use Your Gmail Signature');
    assert.deepEqual([browser.page.status, browser.page.heading], [200, 'Add your signature']);
    assert.match(browser.page.text, /Gmail has no signature for this address/);
    await browser.press('Save');
    assert.equal(await saved(), '<p>Of before</p>');
  });

  test('where we may not read it, nothing is offered and Google is not asked', async () => {
    const setTier = (tier: string) => sql('update mailbox_policies set google_tier = $1', [tier]);
    await setTier('headers');
    await browser.open(`${world.url}/onboarding/setup?step=signature`);
    assert.doesNotMatch(browser.page.text, /Gmail signature/);
    await browser.open(`${world.url}/onboarding/signature/gmail`);
    await setTier('bodies');
    assert.equal(browser.page.url, `${world.url}/onboarding/setup?step=signature`);
    await sql('update email_connections set scopes = array_remove(scopes, $1)', ['https://www.googleapis.com/auth/gmail.readonly']);
    await browser.open(`${world.url}/onboarding/setup?step=signature`);
    assert.doesNotMatch(browser.page.text, /Gmail signature/);
  });

  test('a stranger is led to the sign-in', async () => {
    const stranger = await world.browser();
    await stranger.open(`${world.url}/onboarding/signature/gmail`);
    assert.equal(stranger.page.heading, 'Continue where you left off');
  });

  test('the page speaks the language of the browser', async () => {
    const rep = await inOrg(world.service.database.pool, ACME, (tx) => findRep(tx, ACME, rae.id));
    assert.ok(rep);
    assert.match(
      renderPage(inLanguage('de'), signaturePage(inLanguage('de'), 'csrf', rep)),
      /Signatur hinzufügen[\s\S]*Ihrem Profil<\/a> ändern/,
    );
  });
});
