import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import { ACME, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import { keepSalesforce } from '../../../test-support/keep-salesforce.ts';
import type { TestOrg } from '../../../test-support/org.ts';
import { LANGUAGES } from '../../platform/languages/index.ts';
import { renderPage } from './layout.ts';
import { confirmAddressPage, welcomePage } from './rep-pages.ts';
import type { Rep } from './repository.ts';
import { CATALOGUE, inLanguage } from './words/index.ts';

/** English sentences that no page of another language may have. */
const ENGLISH = Object.values(CATALOGUE.en).filter((text) => text.length > 15 && !/[{<]/.test(text));

describe('The languages of pages and letters', () => {
  let world: ConsentWorld;
  let acme: TestOrg;
  before(async () => {
    world = await startConsentWorld();
    acme = await world.service.addOrg({ orgId: ACME });
    const avery = await acme.addUser({ ...PEOPLE.avery, name: 'Avery <Stone>', role: 'admin' });
    await keepSalesforce(world.service, avery);
    await sql(`update users set language = 'de'`);
  });
  after(() => world.close());

  const sql = (text: string) => world.service.database.ownerPool.query(text);
  const invite = async (email: string): Promise<void> => {
    const panel = await world.service.openPanel(acme, PEOPLE.avery);
    await panel.request('POST', '/v1/users/invitations', { emails: [email] });
    await world.runJobs();
  };
  const home = (language?: string) =>
    world.service.app.inject({ url: '/', headers: language === undefined ? {} : { 'accept-language': language } });
  const nothingIsEnglish = ({ page }: FormBrowser) =>
    assert.deepEqual(
      ENGLISH.filter((text) => page.text.includes(text)),
      [],
      page.url,
    );

  test('a German browser sees German pages from the link to the exit', async () => {
    await invite(PEOPLE.rae.email);
    const [link = ''] = await world.welcomeLinks(PEOPLE.rae.email);
    const browser = await world.browser(PEOPLE.rae.salesforceUserId, 'de-AT,de;q=0.9,en;q=0.5');
    const sees = (heading: string) => {
      assert.equal(browser.page.heading, heading);
      nothingIsEnglish(browser);
    };
    const giveGmail = async () => {
      await browser.press('Weiter', { provider: 'google' });
      await browser.press('Next', { email: PEOPLE.rae.email });
      await browser.press('Next', { password: 'anything' });
    };

    await browser.open(link);
    sees('Konto aktivieren');
    await browser.press('Konto mit Salesforce aktivieren');
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
    sees('Willkommen, Rae Ortiz');
    await browser.press('Starten');
    sees('So funktioniert es');
    await browser.press('Weiter');
    sees('Welches Postfach verwenden Sie?');
    await giveGmail();
    await browser.press('Continue', { granted: '' });
    sees('Welches Postfach verwenden Sie?');
    await giveGmail();
    await browser.press('Continue');
    sees('Ihr Postfach ist verbunden');
    await browser.open(`${world.url}/onboarding/tour/1`);
    sees('Das Panel');
    await sql(`update users set onboarding_step = 'finish' where email = '${PEOPLE.rae.email}'`);
    await browser.open(`${world.url}/onboarding/setup`);
    sees('Alles ist eingerichtet');
    await browser.press('Abschließen');
    sees('Möchten Sie eine kurze Tour?');
    await browser.press('Jetzt nicht');
    sees('Bereit zum Verkaufen');
    await browser.open(link);
    sees('Dieser Link funktioniert nicht mehr');
    await browser.open(`${world.url}/onboarding/nowhere`);
    sees('Seite nicht gefunden');
  });

  test('the pages of an administrator are in the language of the browser as well', async () => {
    const browser = await world.browser(PEOPLE.avery.salesforceUserId, 'ja');
    await browser.open(`${world.url}/onboarding/org`);
    await browser.press('Salesforce でログイン', { myDomain: 'not an address' });
    assert.deepEqual([browser.page.status, browser.page.heading], [400, 'Salesforce 組織の接続']);
    await browser.press('Salesforce でログイン', { myDomain: '' });
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
    for (const [path, heading] of [
      ['certificate', 'Acme の証明書'],
      ['origin', 'Lightning アドレスの確認'],
      ['done', 'Acme を接続しました'],
      ['checklist', 'Acme のチェックリスト'],
    ]) {
      await browser.open(`${world.url}/onboarding/org/${path ?? ''}`);
      assert.equal(browser.page.heading, heading);
      nothingIsEnglish(browser);
    }
    assert.match(browser.page.text, /まだ誰もパネルを開いていません: リード、取引先責任者、取引先、商談。/);
  });

  test('an answer says its language and depends on what the browser asks for; an unknown language gets English', async () => {
    const german = await home('de');
    assert.match(german.body, /<html lang="de" dir="ltr">/);
    assert.equal(german.headers['content-language'], 'de');
    assert.match(String(german.headers.vary), /\baccept-language\b/i);
    for (const language of ['nl-NL,zu;q=0.5', '*', undefined]) {
      const { body, headers } = await home(language);
      assert.deepEqual([headers['content-language'], body.includes('There is nothing to do here.')], ['en', true], language);
    }
  });

  test('a name with markup stays words in every language', () => {
    const rep = { name: '<img src=x>', email: 'rae@acme.example' } as Rep;
    const address = { provider: 'google', address: '<b>@x.example', userAddress: 'rae@acme.example', confirmation: 'c' };
    for (const language of LANGUAGES) {
      const say = inLanguage(language);
      const pages = renderPage(say, welcomePage(say, 'csrf', rep)) + renderPage(say, confirmAddressPage(say, 'csrf', address));
      assert.doesNotMatch(pages, /<img src=x>|<b>@/, language);
      assert.match(pages, /&lt;img src=x&gt;[^]*<strong>&lt;b&gt;@x\.example<\/strong>/, language);
    }
  });

  test('a welcome email is in the language that Salesforce says of its reader, in its subject and in both parts', async () => {
    await fetch(`${world.salesforce.url}/sim/users/${PEOPLE.noor.salesforceUserId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'ja' }),
    });
    await invite(PEOPLE.noor.email);
    const letter = (await world.letters(PEOPLE.noor.email)).at(-1);
    assert.equal(letter?.subject, 'Avery <Stone> さんが Acme の MSI Actions に招待しています');
    for (const words of [/Noor 様/, /このリンクはあなた専用で、\d{4}年\d{1,2}月\d{1,2}日 \(UTC\) まで 1 回だけ使用できます。/]) {
      assert.match(letter.text, words);
      assert.match(letter.html, words);
    }
    assert.match(letter.html, /<html lang="ja" dir="ltr">[^]*Avery &lt;Stone&gt; さんから/);
    assert.match(letter.text, /開始する: http/);
  });

  test('whom Salesforce does not know is written to in the language of who invites', async () => {
    await invite('somebody@acme.example');
    const letter = (await world.letters('somebody@acme.example')).at(-1);
    assert.match(letter?.text ?? '', /^Guten Tag liebes Teammitglied,\n\nAvery <Stone> hat Sie zu MSI Actions bei Acme eingeladen\./);
    assert.match(letter?.text ?? '', /Loslegen: http/);
  });
});
