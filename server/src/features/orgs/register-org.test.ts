import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import { ACME, INITECH, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import { createTestCertificate } from '../../../test-support/org.ts';

const INES = '005000000000021AAA';

describe('Connecting an org', () => {
  let world: ConsentWorld;

  before(async () => {
    world = await startConsentWorld();
  });
  after(() => world.close());

  const signIn = async (salesforceUserId: string): Promise<FormBrowser> => {
    const browser = await world.browser(salesforceUserId);
    await browser.open(`${world.url}/onboarding/org`);
    await browser.press('Sign In with Salesforce');
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
    return browser;
  };
  const beginning = async () => {
    const answer = await fetch(`${world.url}/onboarding/org`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
    return { csrf, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };
  const upload = (browser: FormBrowser, content: string | Buffer) =>
    browser.press('Upload Certificate', { certificate: new File([new Uint8Array(Buffer.from(content))], 'MSI_Panel.crt') });
  const panelAnswer = async (userId: string, origin = 'https://elsewhere.lightning.force.com') => {
    const login = await fetch(`${world.salesforce.url}/sim/login?as=${userId}&to=/`, { redirect: 'manual' });
    const cookie = login.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const issued = await fetch(`${world.salesforce.url}/sim/apex/PanelToken/issue`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    const { token } = (await issued.json()) as { token: string };
    const answer = await fetch(`${world.url}/v1/me`, { headers: { authorization: `PanelToken ${token}`, origin } });
    return {
      status: answer.status,
      allowed: answer.headers.get('access-control-allow-origin'),
      body: (await answer.json()) as { code?: string; role?: string },
    };
  };

  test('The sign-in begins at the My Domain of whatever address the administrator copied', async () => {
    const browser = await world.browser();
    for (const copied of [
      'https://acme--uat.sandbox.lightning.force.com/lightning/r/Lead/00Q000000000001EAA/view',
      'https://acme--uat.sandbox.my.salesforce-setup.com/lightning/setup/SetupOneHome/home',
      'acme--uat.sandbox.my.salesforce.com',
    ]) {
      const { csrf, cookie } = await beginning();
      const answer = await fetch(`${world.url}/onboarding/org`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ csrf, myDomain: copied }),
      });
      assert.match(await answer.text(), /href="https:\/\/acme--uat\.sandbox\.my\.salesforce\.com\/services\/oauth2\/authorize/, copied);
    }
    await browser.open(`${world.url}/onboarding/org`);
    await browser.press('Sign In with Salesforce', { myDomain: 'https://acme.lightning.force.com.evil.example/lightning' });
    assert.deepEqual([browser.page.status, browser.page.heading], [400, 'Connect your Salesforce org']);
  });

  test('Somebody who is no Salesforce administrator is told who is, and nothing is kept', async () => {
    const browser = await signIn(PEOPLE.rae.salesforceUserId);
    assert.deepEqual([browser.page.status, browser.page.heading], [403, 'Only for administrators']);
    const { rows } = await world.service.database.ownerPool.query('select 1 from orgs');
    assert.equal(rows.length, 0);
    assert.ok(world.salesforce.store.state.grants.every(({ revoked }) => revoked));
  });

  test('An administrator connects the org and becomes its first admin, and the panel works from then on', async () => {
    const browser = await signIn(PEOPLE.avery.salesforceUserId);
    assert.equal(browser.page.heading, 'Upload your certificate');
    assert.equal((await panelAnswer(PEOPLE.avery.salesforceUserId)).body.code, 'panel_token_invalid');

    await upload(browser, 'Dear Sir or Madam');
    assert.match(browser.page.text, /This file is not a certificate/);
    await upload(browser, '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n');
    assert.match(browser.page.text, /holds a private key\. It was not kept/);
    await upload(browser, (await createTestCertificate({ bits: 1024 })).pem);
    assert.match(browser.page.text, /has 1024 bits/);
    await upload(browser, (await createTestCertificate({ notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') })).pem);
    assert.match(browser.page.text, /expired on 2021-01-01/);
    await upload(browser, '');
    assert.match(browser.page.text, /Choose the certificate file first/);

    const certificate = await (await fetch(`${world.salesforce.url}/sim/orgs/${ACME}/certificate.pem`)).text();
    await upload(browser, certificate);
    assert.equal(browser.page.heading, 'Confirm your Lightning address');
    await browser.press('Confirm', { origin: 'https://evil.example' });
    assert.match(browser.page.text, /not an address of Salesforce Lightning/);
    await browser.press('Confirm', { origin: world.salesforce.url });
    assert.equal(browser.page.heading, 'Acme is connected');

    const { status, allowed, body } = await panelAnswer(PEOPLE.avery.salesforceUserId, world.salesforce.url);
    assert.deepEqual([status, allowed, body.role], [200, world.salesforce.url, 'admin']);

    const { rows } = await world.service.database.ownerPool.query<{ kind: string; by: string; ip: string }>(
      `select kind, actor_name as by, ip_address as ip from security_events where org_id = $1 and outcome = 'done' order by id`,
      [ACME],
    );
    assert.deepEqual(
      rows.map(({ kind, by, ip }) => [kind, by, ip !== null]),
      ['org_registered', 'certificate_uploaded', 'lightning_origin_changed'].map((kind) => [kind, 'avery@acme.example', true]),
    );
  });

  test('A second registration of the same org says who can help', async () => {
    const sam = world.salesforce.store.findUser(PEOPLE.noor.salesforceUserId)!;
    sam.isAdmin = true;
    const browser = await signIn(PEOPLE.noor.salesforceUserId);
    assert.equal(browser.page.heading, 'This org is already connected');
    assert.match(browser.page.text, /Avery Stone \(avery@acme\.example\) can invite you/);
  });

  test('The admin comes back to replace the certificate; two are active at most', async () => {
    const browser = await signIn(PEOPLE.avery.salesforceUserId);
    assert.equal(browser.page.heading, 'Certificates of Acme');
    for (let round = 0; round < 3; round += 1) await upload(browser, (await createTestCertificate()).pem);
    const { rows } = await world.service.database.ownerPool.query<{ active: number }>(
      'select count(*) filter (where active)::int as active from org_certificates where org_id = $1',
      [ACME],
    );
    assert.equal(rows[0]?.active, 2);
    assert.equal(browser.page.text.match(/Valid until/g)?.length, 2);
  });

  test('Another org registers beside the first', async () => {
    const browser = await signIn(INES);
    const certificate = await (await fetch(`${world.salesforce.url}/sim/orgs/${INITECH}/certificate.pem`)).text();
    await upload(browser, certificate);
    await browser.press('Confirm', { origin: world.salesforce.url.replace('localhost', 'initech.localhost') });
    assert.equal(browser.page.heading, 'Initech is connected');
  });

  test('Sign-in goes only to addresses of Salesforce', async () => {
    const browser = await world.browser();
    await browser.open(`${world.url}/onboarding/org`);
    await browser.press('Sign In with Salesforce', { myDomain: 'https://salesforce.com.evil.example' });
    assert.match(browser.page.text, /not the address of a Salesforce org/);
    assert.ok(browser.page.url.startsWith(world.url));
  });

  test('Nobody reaches the settings of an org without being its admin', async () => {
    const browser = await world.browser();
    for (const page of ['certificate', 'origin', 'done']) {
      await browser.open(`${world.url}/onboarding/org/${page}`);
      assert.equal(browser.page.heading, 'Connect your Salesforce org');
    }
  });
});
