import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { FormBrowser } from '../../../local-world/form-browser.ts';
import { ACME, PEOPLE, startConsentWorld, type ConsentWorld } from '../../../test-support/consent-world.ts';
import { keepSalesforce } from '../../../test-support/keep-salesforce.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';
import { inOrg } from '../../platform/postgres.ts';
import { findOrg } from '../orgs/index.ts';
import { checklistPage } from './checklist-page.ts';
import { createReadChecklist, type Checklist } from './read-checklist.ts';
import { inLanguage } from './words/index.ts';

const CHECKLIST = '/onboarding/org/checklist';

describe('The checklist after the registration of an org', () => {
  let world: ConsentWorld;
  let acme: TestOrg;
  let avery: TestUser;
  before(async () => {
    world = await startConsentWorld();
    acme = await world.service.addOrg({ orgId: ACME });
  });
  after(() => world.close());
  beforeEach(async () => {
    await fetch(`${world.salesforce.url}/sim/reset`, { method: 'POST' });
    for (const table of ['record_views', 'users', 'onboarding_sessions']) await sql(`delete from ${table}`);
    await sql('update orgs set lightning_origin = $1', [world.salesforce.url]);
    avery = await acme.addUser({ ...PEOPLE.avery, name: 'Avery Stone', role: 'admin' });
    await keepSalesforce(world.service, avery);
  });

  const sql = (text: string, values: unknown[] = []) => world.service.database.ownerPool.query(text, values);
  const order = async (path: string, change: object) => {
    const headers = { 'content-type': 'application/json' };
    assert.ok((await fetch(`${world.salesforce.url}${path}`, { method: 'POST', headers, body: JSON.stringify(change) })).ok, path);
  };
  const setOrg = (change: object) => order(`/sim/orgs/${ACME}/settings`, change);
  const setAvery = (change: object) => order(`/sim/users/${PEOPLE.avery.salesforceUserId}`, change);
  const read = (): Promise<Checklist> =>
    createReadChecklist({ pool: world.service.database.pool, salesforceConnections: world.service.connections.salesforceConnections })(
      inLanguage('en'),
      ACME,
      avery.id,
    );
  const states = (checklist: Checklist) => Object.fromEntries(Object.entries(checklist).map(([name, { state }]) => [name, state]));
  const opened = (object: string, number: number) =>
    sql(
      `insert into record_views (org_id, user_id, record_id, object_name, name, person_ids, read_at)
       values ($1, $2, $3, $4, 'A record', '{}', now())`,
      [ACME, avery.id, `00Q00000000000${String(number)}EAA`, object],
    );
  async function openPage(): Promise<FormBrowser> {
    const browser = await world.browser(PEOPLE.avery.salesforceUserId);
    await browser.open(`${world.url}/onboarding/org`);
    await browser.press('Sign In with Salesforce');
    if (browser.page.heading === 'Allow Access?') await browser.press('Allow');
    await browser.open(`${world.url}${CHECKLIST}`);
    return browser;
  }

  test('what the package and the org bring is done, and nothing is claimed of pages that nobody has opened', async () => {
    const checklist = await read();
    assert.deepEqual(states(checklist), {
      package: 'done',
      permissionSets: 'done',
      pages: 'unseen',
      taskTypes: 'done',
      activityFields: 'done',
      firstRep: 'to_do',
    });
    assert.equal(checklist.permissionSets.text, 'MSI Actions User: 5 people. MSI Actions Admin: 1 person.');
    assert.match(checklist.pages.text, /Nobody has opened the panel yet on: Lead, Contact, Account, Opportunity\./);
  });

  test('what is missing in the org is to do, with its names', async () => {
    await setOrg({ packageDeployed: false, taskCustomFields: false, taskTypes: ['Call', 'Other'] });
    const checklist = await read();
    assert.deepEqual(states(checklist), {
      package: 'to_do',
      permissionSets: 'to_do',
      pages: 'to_do',
      taskTypes: 'to_do',
      activityFields: 'to_do',
      firstRep: 'to_do',
    });
    assert.equal(checklist.taskTypes.text, 'Add these values to the field Type: Email, Reply.');
    assert.match(checklist.activityFields.text, /MSI_External_Id__c/);
  });

  test('a page without the panel is to do for its object, unless somebody has opened the panel there', async () => {
    await setOrg({ panelPages: ['Lead', 'Contact'] });
    await opened('Account', 1);
    assert.deepEqual((await read()).pages, { state: 'to_do', text: 'No page has the panel yet for: Opportunity.' });
    for (const [index, object] of ['Lead', 'Contact', 'Opportunity'].entries()) await opened(object, index + 2);
    assert.deepEqual((await read()).pages, { state: 'done', text: 'The panel has been opened on all four objects.' });
  });

  test('permission sets that nobody has are to do, and an org without the field Type is not called done', async () => {
    await setAvery({ customPermissions: ['Use_Sales_Actions'] });
    await setOrg({ taskTypes: null });
    const { permissionSets, taskTypes } = await read();
    assert.equal(permissionSets.state, 'to_do');
    assert.match(permissionSets.text, /MSI Actions Admin: 0 people\. Assign/);
    assert.equal(taskTypes.state, 'unseen');
  });

  test('somebody with Salesforce and a mailbox connected is ready', async () => {
    await sql(
      `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
       values ($1, $2, 'google', 'key', 'avery@acme.example', now())`,
      [ACME, avery.id],
    );
    assert.deepEqual((await read()).firstRep, { state: 'done', text: 'Ready to send: 1 person.' });
  });

  test('an admin who may not see the setup is told so line by line, and what can be read is read', async () => {
    await setAvery({ isAdmin: false });
    const checklist = await read();
    assert.deepEqual(states(checklist), {
      package: 'unseen',
      permissionSets: 'done',
      pages: 'unseen',
      taskTypes: 'done',
      activityFields: 'unseen',
      firstRep: 'to_do',
    });
    assert.match(checklist.package.text, /your Salesforce user may not look at it/);
  });

  test('without API access, without a grant and without an answer each line says why, and the page stands', async () => {
    await setAvery({ apiEnabled: false });
    const withoutApi = await read();
    assert.deepEqual(new Set(Object.values(states(withoutApi))), new Set(['unseen', 'to_do']));
    assert.match(withoutApi.taskTypes.text, /API Enabled/);
    await setAvery({ apiEnabled: true });
    await sql(`update salesforce_connections set state = 'reconnect_required'`);
    const withoutGrant = await read();
    assert.deepEqual(new Set(Object.values(states(withoutGrant))), new Set(['unseen', 'to_do']));
    assert.match(withoutGrant.package.text, /your connection to Salesforce has ended/);
    await sql(`update salesforce_connections set state = 'connected'`);
    await setOrg({ apiCalls: 15_000 });
    assert.match((await read()).package.text, /Salesforce did not answer/);
  });

  test('the page shows each line with its state and the way to its place in Setup, to admins alone', async () => {
    const { page } = await openPage();
    assert.deepEqual([page.status, page.heading], [200, 'Checklist for Acme']);
    for (const words of ['Package Done', 'Permission sets Done', 'First person ready to send To do', '2 lines need a look.'])
      assert.ok(page.text.includes(words), `${words}: ${page.text}`);
    const org = await inOrg(world.service.database.pool, ACME, (tx) => findOrg(tx, ACME));
    assert.ok(org);
    const { markup } = checklistPage(inLanguage('en'), org, await read()).body;
    for (const path of ['DeployStatus/home', 'PermSets/home', 'FlexiPageList/home', 'ObjectManager/Activity/FieldsAndRelationships/view'])
      assert.ok(markup.includes(`href="${world.salesforce.url}/lightning/setup/${path}"`), path);
    const stranger = await world.browser();
    await stranger.open(`${world.url}${CHECKLIST}`);
    assert.equal(stranger.page.heading, 'Connect your Salesforce org');
  });
});
