import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ACME, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import type { TestPanel } from '../../../test-support/app.ts';

describe('The permission of a Microsoft administrator for everybody', () => {
  let world: ConsentWorld;
  let admin: TestPanel;
  before(async () => {
    world = await startConsentWorld();
    const acme = await world.service.addOrg({ orgId: ACME });
    await acme.addUser({ ...PEOPLE.avery, name: 'Avery Stone', role: 'admin' });
    admin = await world.service.openPanel(acme, PEOPLE.avery);
  });
  after(() => world.close());

  const link = async (): Promise<string> => (await admin.request('POST', '/v1/microsoft-admin-consent')).body.url;
  const shown = async () => (await admin.request('GET', '/v1/microsoft-admin-consent')).body;

  test('is asked for on Microsoft’s page and what was answered is shown, as an answer and not as a proof', async () => {
    assert.deepEqual(await shown(), { answer: null, answeredAt: null });
    const browser = await world.browser();
    await browser.open(await link());
    await browser.press('Continue to Microsoft');
    assert.equal(browser.page.heading, 'Permissions requested for your organization');
    await browser.press('Accept');
    assert.equal(browser.page.heading, 'Allowed for everyone');
    assert.equal((await shown()).answer, 'given');

    await browser.open(await link());
    await browser.press('Continue to Microsoft');
    await browser.press('Cancel');
    assert.equal(browser.page.heading, 'Nothing was changed');
    assert.equal((await shown()).answer, 'refused');
  });

  test('cannot be answered from elsewhere, twice or by an invented address, whatever tenant it names', async () => {
    const before = await shown();
    const browser = await world.browser();
    await browser.open(await link());
    let back = '';
    await browser.press('Continue to Microsoft');
    back = `${world.url}/oauth/microsoft/admin-consent?admin_consent=True&tenant=00000000-0000-4000-8000-00000000bbbb&state=${
      new URL(browser.page.url).searchParams.get('state') ?? ''
    }`;
    const stranger = await world.browser();
    assert.equal((await stranger.open(back)).status, 400);
    assert.equal((await stranger.open(`${world.url}/oauth/microsoft/admin-consent?admin_consent=True`)).status, 400);
    assert.deepEqual(await shown(), before);
    assert.equal((await browser.open(back)).status, 200);
    assert.equal((await browser.open(back)).status, 400);
  });

  test('is begun by a link that works once', async () => {
    const url = await link();
    await (await world.browser()).open(url);
    const browser = await world.browser();
    await browser.open(url);
    await browser.press('Continue to Microsoft');
    assert.equal((await (await world.browser()).open(url)).status, 410);
  });
});
