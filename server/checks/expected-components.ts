import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBundles } from './bundles.ts';
import { projectRoot } from './run-check.ts';

/** What an admin's steps in the install guide rely on by name. The rest is found by looking into force-app. */
const NAMED: Record<string, string[]> = {
  ApexPage: ['MSI_Account', 'MSI_Contact', 'MSI_Contact_List', 'MSI_Lead', 'MSI_Lead_List', 'MSI_Opportunity', 'MSI_Window'],
  AuraDefinitionBundle: ['MSI_Classic'],
  CspTrustedSite: ['MSI_Service'],
  CustomApplication: ['MSI_Actions'],
  CustomField: [
    'Activity.MSI_External_Id__c',
    'MSI_Setting__mdt.Certificate_Name__c',
    'MSI_Setting__mdt.Server_URL__c',
    'MSI_Setting__mdt.User_Guide_URL__c',
  ],
  CustomLabels: ['CustomLabels'],
  CustomMetadata: ['MSI_Setting.Default'],
  CustomObject: ['MSI_Setting__mdt'],
  CustomPermission: ['Administer_Sales_Actions', 'Use_Sales_Actions'],
  CustomTab: ['MSI_Content', 'MSI_Select_and_Send', 'MSI_Settings', 'MSI_Templates', 'MSI_Users'],
  FlexiPage: [
    'MSI_Account_Record_Page',
    'MSI_Actions_UtilityBar',
    'MSI_Contact_Record_Page',
    'MSI_Lead_Record_Page',
    'MSI_Opportunity_Record_Page',
  ],
  Flow: ['MSI_Select_and_Send'],
  Layout: ['MSI_Setting__mdt-MSI Setting Layout'],
  LightningComponentBundle: ['msiContent', 'msiLiveFeed', 'msiPanel', 'msiSelectAndSend', 'msiSettings', 'msiTemplates', 'msiUsers'],
  PermissionSet: ['MSI_Admin', 'MSI_User'],
  StaticResource: ['MSI_Rich_Text'],
  WebLink: ['Contact.MSI_Send_Sales_Email', 'Lead.MSI_Send_Sales_Email'],
};

function found(pattern: string, suffix: string): string[] {
  return globSync(pattern, { cwd: fileURLToPath(projectRoot) }).map((file) => basename(file).slice(0, -suffix.length));
}

/** Metadata type → full names that package.xml must hold. */
export function expectedComponents(): Map<string, Set<string>> {
  const expected = new Map(Object.entries(NAMED).map(([type, names]) => [type, new Set(names)]));
  const add = (type: string, names: string[]) => expected.set(type, new Set([...(expected.get(type) ?? []), ...names]));
  add('ApexClass', found('force-app/**/*.cls', '.cls'));
  add('ApexComponent', found('force-app/**/*.component', '.component'));
  add('ApexPage', found('force-app/**/*.page', '.page'));
  add('AuraDefinitionBundle', found('force-app/**/aura/*/*.app', '.app'));
  add(
    'LightningComponentBundle',
    findBundles().map(({ name }) => name),
  );
  add(
    'CustomField',
    found('force-app/**/objects/Activity/fields/*.field-meta.xml', '.field-meta.xml').map((name) => `Activity.${name}`),
  );
  return expected;
}
