import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { RAE, startRig, type Rig } from './test-rig.ts';

const AVERY = '005000000000001AAA';

describe('The setup of an org', () => {
  let rig: Rig;
  let admin: Connection;
  before(async () => {
    rig = await startRig();
    admin = await rig.connect(AVERY);
  });
  after(() => rig.simulator.close());
  afterEach(() => setOrg({ packageDeployed: true, panelPages: ['Lead', 'Contact', 'Account', 'Opportunity'], taskCustomFields: true }));

  const setOrg = async (change: object) => assert.ok((await rig.post('/sim/orgs/00D000000000001EAA/settings', change)).ok);
  const pages = async () =>
    (
      await admin.tooling.query(
        "SELECT Id, DeveloperName, EntityDefinitionId FROM FlexiPage WHERE Type = 'RecordPage' ORDER BY DeveloperName",
      )
    ).records;

  test('shows classes, fields of Activity and record pages to an administrator', async () => {
    const classes = await admin.tooling.query("SELECT Name FROM ApexClass WHERE Name = 'PanelToken' AND NamespacePrefix = null");
    assert.equal(classes.totalSize, 1);
    const fields = await admin.tooling.query("SELECT DeveloperName FROM CustomField WHERE TableEnumOrId = 'Activity'");
    assert.ok(fields.records.some((field) => field['DeveloperName'] === 'MSI_External_Id'));
    assert.equal((await pages()).length, 8);
  });

  test('gives what a page holds for one page at a time', async () => {
    const [page] = (await pages()).filter((one) => one['DeveloperName'] === 'MSI_Lead_Record_Page');
    const { records } = await admin.tooling.query(`SELECT Metadata FROM FlexiPage WHERE Id = '${String(page?.Id)}'`);
    assert.match(JSON.stringify(records[0]?.['Metadata']), /"componentName":"msiPanel"/);
    await assert.rejects(Promise.resolve(admin.tooling.query('SELECT Metadata FROM FlexiPage')), /no more than one row/);
  });

  test('is without what was not deployed', async () => {
    await setOrg({ packageDeployed: false, taskCustomFields: false });
    assert.equal((await admin.tooling.query('SELECT Id FROM ApexClass')).totalSize, 0);
    assert.equal((await admin.tooling.query('SELECT Id FROM CustomField')).totalSize, 0);
    assert.equal((await pages()).length, 4);
    assert.equal((await admin.query("SELECT Id FROM PermissionSet WHERE Name = 'MSI_User'")).totalSize, 0);
  });

  test('is not shown to a rep, and permission sets show who has them', async () => {
    const rep = await rig.connect(RAE);
    await assert.rejects(Promise.resolve(rep.tooling.query('SELECT Id FROM ApexClass')), { errorCode: 'INVALID_TYPE' });
    const { records } = await admin.query(
      "SELECT Assignee.Name FROM PermissionSetAssignment WHERE PermissionSet.Name = 'MSI_Admin' AND Assignee.IsActive = true",
    );
    assert.deepEqual(
      records.map((record) => (record['Assignee'] as { Name: string }).Name),
      ['Avery Stone'],
    );
  });
});
