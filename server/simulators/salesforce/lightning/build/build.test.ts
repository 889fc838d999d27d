import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { contentSecurityPolicy } from '../content-security.ts';
import { readSetup, withSidebar } from '../setup.ts';
import { readTranslation } from '../translations.ts';
import { buildApp, buildForLws } from './app.ts';
import { listFiles, readProject } from './project.ts';
import { publishOnce } from './publish.ts';
import { platformModules } from './vendor.ts';

const home = mkdtempSync(path.join(tmpdir(), 'lightning-'));
after(() => rmSync(home, { recursive: true, force: true }));

const META = '<LightningComponentBundle><isExposed>true</isExposed></LightningComponentBundle>';
const LABELS = '<CustomLabels><labels><fullName>Panel_Title</fullName><value>Bob &amp; co</value></labels></CustomLabels>';
const APEX =
  'public class PanelToken {\n  @AuraEnabled\n  public static String issue() { return null; }\n  public static void other() {}\n}';
let count = 0;

/** A project of one exposed component with these lines before its class, and these other files. */
function project(lines: string, files: Record<string, string> = {}) {
  const root = path.join(home, `project-${(count += 1)}`);
  const card =
    `${lines}\nimport { LightningElement } from 'lwc';\n` +
    'export default class Card extends LightningElement { title: string = String(value); }';
  const all = {
    'panel/lwc/card/card.ts': card,
    'panel/lwc/card/card.html': '<template>{title}</template>',
    'panel/lwc/card/card.js-meta.xml': META,
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return readProject(root);
}

/** The code of that component, as a browser would get it. */
async function compile(lines: string, files: Record<string, string> = {}, build = buildApp): Promise<string> {
  const source = project(lines, files);
  const outDir = path.join(home, `out-${count}`);
  await build({ project: source, production: false, outDir, platform: platformModules(source), urlOf: (id) => `/dist/vendor/${id}.js` });
  return listFiles(outDir)
    .filter((file) => build === buildForLws || path.basename(file).startsWith('card'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the local build refuses what a deploy would refuse', () => {
  const refusals = {
    'a custom label that does not exist': ["import value from '@salesforce/label/c.Nope';", /custom label c\.Nope is not in/],
    'an Apex method without @AuraEnabled': [
      "import value from '@salesforce/apex/PanelToken.other';",
      /@AuraEnabled method PanelToken\.other is not in/,
    ],
    'a custom field that does not exist': ["import value from '@salesforce/schema/Task.Nope__c';", /field Task\.Nope__c is not in/],
    'a message channel that does not exist': [
      "import value from '@salesforce/messageChannel/Nope__c';",
      /message channel Nope__c is not in/,
    ],
    'a static resource that does not exist': ["import value from '@salesforce/resourceUrl/nope';", /static resource nope is not in/],
    'a base component that does not exist': ["import value from 'lightning/nope';", /lightning\/nope/],
    'a component of ours that does not exist': ["import value from 'c/nope';", /c\/nope/],
  } satisfies Record<string, [string, RegExp]>;
  for (const [what, [line, message]] of Object.entries(refusals)) {
    it(what, async () => {
      await assert.rejects(compile(line, { 'server-api/classes/PanelToken.cls': APEX }), message);
    });
  }
});

describe('the local build', () => {
  it('puts the words of a label into the component, wherever its file lies', async () => {
    const code = await compile("import value from '@salesforce/label/c.Panel_Title';", {
      'shared/labels/CustomLabels.labels-meta.xml': LABELS,
    });
    assert.match(code, /Bob & co/);
  });

  it('has the words of a language from its translation file, and none of a language without one', () => {
    const translated = project('const value = 1;', {
      'shared/translations/pt_BR.translation-meta.xml':
        '<Translations><customLabels><label>Bob &amp; cia.</label><name>Panel_Title</name></customLabels><customTabs>' +
        '<label>Usuários</label><name>Users</name></customTabs></Translations>',
    });
    assert.deepEqual(readTranslation(translated, 'pt-BR'), { labels: { Panel_Title: 'Bob & cia.' }, tabs: { Users: 'Usuários' } });
    assert.deepEqual(readTranslation(translated, 'it'), { labels: {}, tabs: {} });
  });

  it('takes fields of Task from Activity, as the platform does', async () => {
    const field = { 'setup/objects/Activity/fields/MSI_External_Id__c.field-meta.xml': '<CustomField/>' };
    assert.match(await compile("import value from '@salesforce/schema/Task.MSI_External_Id__c';", field), /MSI_External_Id__c/);
  });

  it('prefers TypeScript to the JavaScript that was emitted from an older state of it', async () => {
    const code = await compile('const value = "new";', { 'panel/lwc/card/card.js': 'export default "older state";' });
    assert.match(code, /"new"/);
    assert.doesNotMatch(code, /older state/);
  });

  it('hands the platform to components under Lightning Web Security from outside', async () => {
    const code = await compile("import value from 'lightning/toast';", {}, buildForLws);
    assert.match(code, /import \* as \w+ from '\/dist\/vendor\/lightning\/toast\.js'/);
    assert.match(code, /evaluateInSandbox/);
  });

  it('includes a base component as soon as a template names it', () => {
    const html = '<template><lightning-button-icon></lightning-button-icon></template>';
    assert.ok(platformModules(project('const value = 1;', { 'panel/lwc/card/card.html': html })).includes('lightning/buttonIcon'));
  });

  it('is made once by callers that ask at the same time, and never again', async () => {
    const folder = path.join(home, 'kept', 'key');
    let builds = 0;
    const build = async (temporary: string) => {
      builds += 1;
      mkdirSync(temporary, { recursive: true });
    };
    assert.deepEqual((await Promise.all([publishOnce(folder, build), publishOnce(folder, build)])).sort(), [false, true]);
    assert.equal(await publishOnce(folder, build), false);
    assert.equal(builds, 1);
  });

  it('leaves nothing behind that looks complete when it fails', async () => {
    const folder = path.join(home, 'failed', 'key');
    await assert.rejects(
      publishOnce(folder, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(
      await publishOnce(folder, async (temporary) => {
        mkdirSync(temporary);
      }),
      true,
    );
  });
});

describe('a Lightning page', () => {
  const site = (active: boolean, url = 'https://msi.example.com') =>
    `<CspTrustedSite><context>LEX</context><endpointUrl>${url}</endpointUrl><isActive>${active}</isActive>` +
    '<isApplicableToConnectSrc>true</isApplicableToConnectSrc></CspTrustedSite>';
  const connectSrc = (files: Record<string, string>) => {
    const policy = contentSecurityPolicy(project('', files), { serviceUrl: 'http://localhost:3000/', lws: false });
    return /connect-src ([^;]*)/.exec(policy)?.[1];
  };

  it('may call the service only when the project ships an active trusted URL for it', () => {
    assert.equal(connectSrc({ 'server-api/cspTrustedSites/A.cspTrustedSite-meta.xml': site(true) }), "'self' http://localhost:3000");
    assert.equal(connectSrc({ 'server-api/cspTrustedSites/A.cspTrustedSite-meta.xml': site(false) }), "'self'");
    assert.equal(connectSrc({}), "'self'");
  });

  it('may not call the service because of a trusted URL for something else', () => {
    assert.equal(
      connectSrc({ 'a/cspTrustedSites/A.cspTrustedSite-meta.xml': site(true, 'https://maps.acme.test') }),
      "'self' https://maps.acme.test",
    );
  });

  it('has the apps and tabs of the project besides Sales', () => {
    const { apps, tabs } = readSetup(
      project('', {
        'setup/applications/MSI.app-meta.xml':
          '<CustomApplication><label>MSI Actions</label><tabs>standard-Lead</tabs><tabs>Users</tabs></CustomApplication>',
        'setup/permissionsets/Admin.permissionset-meta.xml':
          '<PermissionSet><customPermissions><enabled>true</enabled><name>Administer</name></customPermissions><tabSettings>' +
          '<tab>Users</tab>' +
          '<visibility>Visible</visibility></tabSettings></PermissionSet>',
        'setup/tabs/Users.tab-meta.xml': '<CustomTab><label>Users</label><lwcComponent>card</lwcComponent></CustomTab>',
      }),
    );
    assert.deepEqual(
      apps.map(({ label }) => label),
      ['Sales', 'MSI Actions'],
    );
    assert.deepEqual(apps[1]?.tabs, ['standard-Lead', 'Users']);
    assert.deepEqual(tabs, [{ name: 'Users', label: 'Users', component: 'card', shownWith: [['Administer']] }]);
  });

  it('has above a list the buttons of the project, which lead where their Visualforce pages do', () => {
    const { listButtons } = readSetup(
      project('', {
        'bulk/objects/Lead/webLinks/Write.webLink-meta.xml':
          '<WebLink><displayType>massActionButton</displayType><masterLabel>Write</masterLabel><page>Ticked</page></WebLink>',
        'bulk/pages/Ticked.page': '<apex:page standardController="Lead" recordSetVar="leads"><c:Leads ids="{!ids}" /></apex:page>',
        'bulk/components/Leads.component': "<script>var page = '/lightning/cmp/c__card?c__ids={!JSENCODE(ids)}';</script>",
      }),
    );
    assert.deepEqual(listButtons, { Lead: [{ label: 'Write', url: '/lightning/cmp/c__card?c__ids=' }] });
  });

  it('has beside a record what the project puts there, or what the address asks for', () => {
    const setup = readSetup(
      project('', {
        'setup/flexipages/Lead_Page.flexipage-meta.xml':
          '<FlexiPage><flexiPageRegions><itemInstances><componentInstance><componentName>card</componentName></componentInstance>' +
          '</itemInstances><name>sidebar</name><type>Region</type></flexiPageRegions>' +
          '<sobjectType>Lead</sobjectType><type>RecordPage</type></FlexiPage>',
      }),
    );
    assert.deepEqual(setup.recordPages['Lead']?.sidebar, ['card']);
    assert.deepEqual(withSidebar(setup, 'other').recordPages['Lead']?.sidebar, ['other']);
  });
});
