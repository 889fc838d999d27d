import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import { createTestApp } from '../../../test-support/app.ts';
import { ACME, INITECH, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import { createTestCertificate, type TestCertificate, type TestOrg, type TestUser } from '../../../test-support/org.ts';
import { until } from '../../../test-support/until.ts';
import { inOrg } from '../../platform/postgres.ts';
import { dayWords } from '../../platform/languages/index.ts';
import type { OrgTrust } from '../orgs/schemas.ts';
import { openBrowserSession } from './salesforce-sign-in.ts';

const CERTIFICATES = '/onboarding/org/certificate';
const ORIGIN = '/onboarding/org/origin';

interface Page {
  status: number;
  text: string;
  location: string | null;
}

/** A browser that has only a cookie and posts whatever an attacker likes. */
interface Cookie {
  get(path: string): Promise<Page>;
  post(path: string, fields?: Record<string, string | Blob>): Promise<Page>;
}

describe('What an org is trusted by', () => {
  let world: ConsentWorld;
  let acme: TestOrg;
  let avery: TestUser;
  let noor: TestUser;

  before(async () => {
    world = await startConsentWorld();
    acme = await world.service.addOrg({ orgId: ACME });
  });
  beforeEach(async () => {
    await fetch(`${world.salesforce.url}/sim/reset`, { method: 'POST' });
    for (const table of ['users', 'onboarding_sessions', 'security_events']) await sql(`delete from ${table}`);
    await sql('truncate graphile_worker._private_jobs');
    await sql('update orgs set stopped_at = null, lightning_origin = $1', [world.salesforce.url]);
    await sql('delete from org_certificates where certificate_pem <> $1', [acme.certificate.pem]);
    await sql('update org_certificates set active = true, last_used_at = now(), revoked_at = null, certificate_pem = $1', [
      acme.certificate.pem,
    ]);
    avery = await acme.addUser({ ...PEOPLE.avery, name: 'Avery Stone', role: 'admin' });
    noor = await acme.addUser({ ...PEOPLE.noor, name: 'Noor Haddad', role: 'admin' });
    await acme.addUser(PEOPLE.rae);
  });
  after(() => world.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await world.service.database.ownerPool.query<Row>(text, values)).rows;
  const events = async () =>
    (
      await sql<{ kind: string; outcome: string; actor_name: string; ip_address: string; code: string | null }>(
        `select kind, outcome, actor_name, ip_address, details ->> 'code' as code from security_events order by id`,
      )
    ).map(({ kind, outcome, actor_name: by, ip_address: ip, code }) => [kind, outcome, by, ip !== null, code]);
  const fileOf = ({ pem }: TestCertificate) => new File([new Uint8Array(Buffer.from(pem))], 'MSI_Panel.crt');
  const idOf = async ({ pem }: TestCertificate): Promise<string> =>
    (
      await sql<{ id: string }>('select id from org_certificates where fingerprint_sha256 = $1', [new X509Certificate(pem).fingerprint256])
    )[0]?.id ?? '';

  /** A browser in which somebody has signed in, in whatever way, without proving that they are an administrator. */
  async function cookieOf({ orgId, id }: TestUser): Promise<Cookie> {
    const { service } = world;
    const secret = await inOrg(service.database.pool, orgId, (tx) =>
      openBrowserSession(tx, orgId, { userId: id, replaces: '', now: service.clock.now() }),
    );
    const ask = async (path: string, init: RequestInit = {}): Promise<Page> => {
      const headers = { cookie: `msi-onboarding=${secret}` };
      const answer = await fetch(`${world.url}${path}`, { ...init, headers, redirect: 'manual' });
      return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
    };
    const csrf = /name="csrf" value="([^"]+)"/.exec((await ask('/onboarding/org')).text)?.[1] ?? '';
    return {
      get: ask,
      post: (path, fields = {}) => {
        const body = Object.values(fields).some((value) => value instanceof Blob) ? new FormData() : new URLSearchParams();
        for (const [name, value] of Object.entries({ csrf, ...fields })) (body as FormData).append(name, value);
        return ask(path, { method: 'POST', body });
      },
    };
  }

  /** An administrator who has just signed in with Salesforce to change something. */
  async function administrator(): Promise<FormBrowser> {
    const browser = await world.browser(PEOPLE.avery.salesforceUserId);
    await browser.open(`${world.url}/onboarding/org`);
    await signInAgain(browser);
    assert.equal(browser.page.heading, 'Certificates of Acme');
    return browser;
  }
  async function signInAgain(browser: FormBrowser): Promise<void> {
    await browser.press('Sign In with Salesforce');
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
  }
  const upload = (browser: FormBrowser, certificate: TestCertificate, fields: Record<string, string> = {}) =>
    browser.press('Upload Certificate', { certificate: fileOf(certificate), ...fields });
  const revoke = async (browser: FormBrowser, certificate: TestCertificate) => {
    await browser.open(`${world.url}${CERTIFICATES}/${await idOf(certificate)}/revocation`);
    return browser.press('Revoke Certificate');
  };
  const signedBy = async (certificate: TestCertificate, service = world.service) => {
    const authorization = `PanelToken ${await acme.panelToken(PEOPLE.rae, { certificate })}`;
    const answer = await service.app.inject({ method: 'POST', url: '/v1/sessions', headers: { authorization } });
    return { status: answer.statusCode, ...answer.json<{ code?: string; token?: string }>() };
  };

  test('An admin of the product who is no Salesforce administrator changes none of it, and each attempt is kept', async () => {
    const cookie = await cookieOf(noor);
    const own = await createTestCertificate();
    for (const [path, fields] of [
      [CERTIFICATES, { certificate: fileOf(own) }],
      [`${CERTIFICATES}/${await idOf(acme.certificate)}/revocation`, {}],
      [ORIGIN, { origin: 'https://evil.lightning.force.com' }],
    ] as const) {
      const answer = await cookie.post(path, fields);
      assert.equal(answer.status, 403, path);
      assert.match(answer.text, /Sign in with Salesforce again first/);
    }
    const browser = await world.browser(PEOPLE.noor.salesforceUserId);
    await browser.open(`${world.url}/onboarding/org`);
    await signInAgain(browser);
    assert.deepEqual([browser.page.status, browser.page.heading], [403, 'Only for administrators']);
    await browser.open(`${world.url}${CERTIFICATES}`);
    assert.equal(browser.page.heading, 'Connect your Salesforce org', 'the refused sign-in opened no session');

    assert.equal((await signedBy(own)).status, 401);
    assert.equal((await signedBy(acme.certificate)).status, 200);
    const refused = (kind: string, code: string) => [kind, 'refused', 'noor@acme.example', true, code];
    assert.deepEqual(await events(), [
      refused('certificate_uploaded', 'administrator_proof_needed'),
      refused('certificate_revoked', 'administrator_proof_needed'),
      refused('lightning_origin_changed', 'administrator_proof_needed'),
      refused('administrator_sign_in', 'salesforce_admins_only'),
      ['panel_token_refused', 'refused', null, true, 'panel_token_invalid'],
    ]);
  });

  test('Nor does an administrator with an onboarding cookie of another sign-in, until they sign in again', async () => {
    const cookie = await cookieOf(avery);
    const { status, text } = await cookie.get(CERTIFICATES);
    assert.equal(status, 200);
    assert.doesNotMatch(text, /type="file"/);
    assert.equal((await cookie.post(CERTIFICATES, { certificate: fileOf(await createTestCertificate()) })).status, 403);
  });

  test('A sign-in counts for ten minutes and in its own browser only', async () => {
    const browser = await administrator();
    const other = await cookieOf(avery);
    assert.equal((await other.post(CERTIFICATES, { certificate: fileOf(await createTestCertificate()) })).status, 403);
    world.service.clock.advance(10 * 60_000 + 1_000);
    await upload(browser, await createTestCertificate());
    world.service.clock.advance(-10 * 60_000 - 1_000);
    assert.equal(browser.page.status, 403);
    assert.match(browser.page.text, /sign-in of the last 10 minutes/);
    await signInAgain(browser);
    assert.equal((await upload(browser, await createTestCertificate())).status, 200);
  });

  test('An admin whose role was taken away gets no further with the browser that had proved it', async () => {
    const browser = await administrator();
    await sql(`update users set role = 'rep' where id = $1`, [avery.id]);
    await upload(browser, await createTestCertificate());
    assert.equal(browser.page.heading, 'Connect your Salesforce org');
    assert.equal((await sql('select from org_certificates')).length, 1);
  });

  test('Salesforce is asked anew for the permission with every sign-in', async () => {
    const browser = await administrator();
    world.salesforce.store.findUser(PEOPLE.avery.salesforceUserId)!.isAdmin = false;
    world.service.clock.advance(10 * 60_000 + 1_000);
    await browser.open(`${world.url}${CERTIFICATES}`);
    await signInAgain(browser);
    world.service.clock.advance(-10 * 60_000 - 1_000);
    assert.deepEqual([browser.page.status, browser.page.heading], [403, 'Only for administrators']);
  });

  test('The org whose settings were to change is told of a sign-in to another org, and not by whom', async () => {
    const browser = await administrator();
    world.salesforce.store.findUser(PEOPLE.avery.salesforceUserId)!.orgId = INITECH;
    world.service.clock.advance(10 * 60_000 + 1_000);
    await browser.open(`${world.url}${CERTIFICATES}`);
    await signInAgain(browser);
    world.service.clock.advance(-10 * 60_000 - 1_000);
    assert.deepEqual([browser.page.status, browser.page.heading], [409, 'This is another Salesforce org']);
    assert.deepEqual((await events()).at(-1), ['administrator_sign_in', 'refused', null, true, 'wrong_salesforce_org']);
  });

  test('A form that does not come from our page changes nothing', async () => {
    const browser = await administrator();
    await upload(browser, await createTestCertificate(), { csrf: 'guessed' });
    assert.deepEqual([browser.page.status, browser.page.heading], [403, 'This page is out of date']);
    assert.equal((await sql('select from org_certificates')).length, 1);
  });

  test('Uploads never push out a certificate that has signed, so two of them lock nobody out', async () => {
    const browser = await administrator();
    const [first, second, third] = [await createTestCertificate(), await createTestCertificate(), await createTestCertificate()];
    await upload(browser, first);
    await upload(browser, second);
    assert.equal((await signedBy(first)).status, 401, 'it had signed nothing, and its slot was needed');
    assert.equal((await signedBy(acme.certificate)).status, 200);
    assert.equal((await signedBy(second)).status, 200);
    await upload(browser, third);
    assert.equal(browser.page.status, 409);
    assert.match(browser.page.text, /Revoke the one that you no longer need/);
    assert.equal((await signedBy(acme.certificate)).status, 200);
    assert.deepEqual((await events()).at(-1), ['certificate_uploaded', 'refused', 'avery@acme.example', true, 'certificates_in_use']);
  });

  test('The last certificate that is known to work cannot be revoked', async () => {
    const browser = await administrator();
    const second = await createTestCertificate();
    const tryAnyway = async () => {
      await browser.open(`${world.url}${CERTIFICATES}/${await idOf(acme.certificate)}/revocation`);
      assert.match(browser.page.text, /It cannot be revoked yet/);
      await assert.rejects(browser.press('Revoke Certificate'), /is not on the page/);
    };
    await tryAnyway();
    await browser.open(`${world.url}${CERTIFICATES}`);
    await upload(browser, second);
    await tryAnyway();
    assert.equal((await signedBy(second)).status, 200);
    await revoke(browser, acme.certificate);
    assert.deepEqual([browser.page.status, browser.page.heading], [200, 'Certificates of Acme']);
    assert.equal((await signedBy(acme.certificate)).status, 401);
    assert.equal((await signedBy(second)).status, 200);
  });

  test('It is refused by the service too, whatever the page offers, and the refusal is kept', async () => {
    const cookie = await cookieOf(avery);
    await sql('update onboarding_sessions set administrator_at = $1', [world.service.clock.now()]);
    const answer = await cookie.post(`${CERTIFICATES}/${await idOf(acme.certificate)}/revocation`);
    assert.equal(answer.status, 409);
    assert.deepEqual(await events(), [['certificate_revoked', 'refused', 'avery@acme.example', true, 'last_certificate']]);
  });

  test('What a revoked certificate signs is refused at once, by every process, and the panels it opened are signed out', async () => {
    const other = await createTestApp({
      database: world.service.database,
      clock: world.service.clock,
      env: { PUBLIC_URL: world.url, SESSION_SIGNING_KEY: world.service.config.SESSION_SIGNING_KEY },
    });
    try {
      const browser = await administrator();
      const stolen = await createTestCertificate();
      await upload(browser, stolen);
      const { token } = await signedBy(stolen, other);
      const me = async (app: typeof other) =>
        (await app.app.inject({ method: 'GET', url: '/v1/me', headers: { authorization: `Bearer ${token ?? ''}` } })).statusCode;
      assert.deepEqual([await me(world.service), await me(other)], [200, 200]);
      await revoke(browser, stolen);
      assert.equal((await signedBy(stolen)).code, 'panel_token_invalid');
      assert.equal((await signedBy(stolen, other)).code, 'panel_token_invalid');
      assert.equal(await me(world.service), 401);
      await until('the other process has noticed', async () => (await me(other)) === 401);
      assert.equal((await signedBy(acme.certificate, other)).status, 200);
      assert.equal(browser.page.heading, 'Certificates of Acme', 'whoever revoked it goes on');
    } finally {
      await other.close();
    }
  });

  test('A revoked certificate, or its key in a new one, comes back only when that is said after a newer sign-in', async () => {
    const browser = await administrator();
    const leaked = await createTestCertificate();
    await upload(browser, leaked);
    await revoke(browser, leaked);
    await upload(browser, leaked);
    assert.equal(browser.page.status, 409);
    assert.match(browser.page.text, /was revoked on .* by avery@acme\.example/);
    await upload(browser, leaked, { trustsAgain: 'yes' });
    assert.equal(browser.page.status, 409, 'the sign-in is older than the revocation');
    await upload(browser, await createTestCertificate({ keysOf: leaked }));
    assert.equal(browser.page.status, 409);

    await browser.open(`${world.url}/onboarding/org`);
    await signInAgain(browser);
    await upload(browser, leaked);
    assert.equal(browser.page.status, 409);
    await upload(browser, leaked, { trustsAgain: 'yes' });
    assert.equal(browser.page.status, 200);
    assert.equal((await signedBy(leaked)).status, 200);
  });

  test('The same upload twice is one change', async () => {
    const browser = await administrator();
    const certificate = await createTestCertificate();
    await upload(browser, certificate);
    await upload(browser, certificate);
    assert.equal(browser.page.status, 200);
    assert.deepEqual(
      (await events()).map(([kind]) => kind),
      ['administrator_sign_in', 'certificate_uploaded'],
    );
  });

  test('Every admin is told by email of each change: what, who, and what to do', async () => {
    const browser = await administrator();
    const certificate = await createTestCertificate();
    await upload(browser, certificate);
    await revoke(browser, certificate);
    await browser.open(`${world.url}${ORIGIN}`);
    await browser.press('Confirm', { origin: 'https://acme.lightning.force.com' });
    await browser.press('Confirm', { isMeant: 'yes' });
    await world.runJobs();
    for (const { email } of [avery, noor]) {
      const letters = await world.letters(email);
      // Jobs of one moment have no order
      assert.deepEqual(
        letters.map(({ subject }) => subject).sort(),
        ['A certificate of Acme was revoked', 'A certificate was added for Acme', 'The Lightning address of Acme was changed'],
        email,
      );
      const ofOrigin = letters.find(({ subject }) => subject.startsWith('The Lightning address'));
      assert.match(ofOrigin?.text ?? '', /New address: https:\/\/acme\.lightning\.force\.com\s+By: avery@acme\.example/);
    }
    assert.deepEqual(await world.letters(PEOPLE.rae.email), []);
    const page = await (await cookieOf(noor)).get(CERTIFICATES);
    assert.match(page.text, /No longer trusted \(1\)/);
    assert.match(page.text, /by avery@acme\.example/);
  });

  test('Each admin is told in the language that Salesforce says they read', async () => {
    await sql(`update users set language = 'ja' where email = $1`, [noor.email]);
    await upload(await administrator(), await createTestCertificate());
    await world.runJobs();
    const letter = (await world.letters(noor.email)).find(({ subject }) => subject === 'Acme に証明書が追加されました');
    assert.match(letter?.text ?? '', /^証明書が追加されました。\n\n組織: Acme\nSHA-256 フィンガープリント: /);
    assert.match(letter?.html ?? '', /<html lang="ja" dir="ltr">/);
    assert.ok((await world.letters(avery.email)).some(({ subject }) => subject === 'A certificate was added for Acme'));
  });

  test('An address of another org is taken only from somebody who is told so and means it', async () => {
    const browser = await administrator();
    await browser.open(`${world.url}${ORIGIN}`);
    await browser.press('Confirm', { origin: 'https://globex.lightning.force.com/lightning/page/home' });
    assert.equal(browser.page.status, 400);
    assert.match(browser.page.text, /https:\/\/globex\.lightning\.force\.com does not belong to Acme/);
    assert.ok(browser.page.text.includes(world.salesforce.url));
    const originOf = async () => (await sql<{ origin: string }>('select lightning_origin as origin from orgs'))[0]?.origin;
    assert.equal(await originOf(), world.salesforce.url);
    await browser.press('Confirm', { isMeant: 'yes' });
    assert.equal(await originOf(), 'https://globex.lightning.force.com');
  });

  test('An org that has a new name is known by it after a sign-in of its administrator', async () => {
    await sql(`update orgs set my_domain_url = 'https://acme-of-before.my.salesforce.com'`);
    await administrator();
    const [org] = await sql<{ myDomainUrl: string }>('select my_domain_url as "myDomainUrl" from orgs');
    assert.equal(org?.myDomainUrl, world.salesforce.url);
  });

  test('Each certificate is listed with its fingerprint, who gave it and when, on our page and in the panel', async () => {
    const certificate = await createTestCertificate();
    await upload(await administrator(), certificate);
    const { fingerprint256 } = new X509Certificate(certificate.pem);
    const [row] = await sql<{ at: Date }>('select created_at as at from org_certificates where fingerprint_sha256 = $1', [fingerprint256]);
    const { text } = await (await cookieOf(noor)).get(CERTIFICATES);
    const card = text
      .replaceAll('<wbr />', '')
      .split('<li>')
      .find((one) => one.includes(fingerprint256));
    assert.ok((card ?? '').includes(`${dayWords('en', row!.at)} by avery@acme.example`));
    const panel = await world.service.openPanel(acme, PEOPLE.noor);
    const { certificates } = (await panel.request('GET', '/v1/org-trust')).body as OrgTrust;
    assert.deepEqual(
      certificates
        .filter(({ fingerprint }) => fingerprint === fingerprint256)
        .map(({ uploadedAt, uploadedBy }) => [uploadedAt, uploadedBy]),
      [[row!.at.toISOString(), PEOPLE.avery.email]],
    );
  });

  test('With the kill switch on a certificate can be revoked, and nothing gets connected by the sign-in', async () => {
    await sql('update orgs set stopped_at = now()');
    const browser = await administrator();
    const certificate = await createTestCertificate();
    await upload(browser, certificate);
    await revoke(browser, certificate);
    assert.equal(browser.page.heading, 'Certificates of Acme');
    assert.equal((await sql('select from salesforce_connections')).length, 0);
    assert.ok(world.salesforce.store.state.grants.every(({ revoked }) => revoked));
  });
});
