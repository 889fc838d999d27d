import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient } from '../../providers/salesforce/index.ts';
import { listOpenedObjects } from '../people/index.ts';
import type { SalesforceConnections } from '../salesforce-connections/index.ts';
import { countReadyUsers } from './checklist-repository.ts';
import type { SayPage } from './words/index.ts';

/** `unseen`: it could not be read, and nothing is claimed about it. */
export interface Finding {
  state: 'done' | 'to_do' | 'unseen';
  text: string;
}

export const CHECKS = ['package', 'permissionSets', 'pages', 'taskTypes', 'activityFields', 'firstRep'] as const;
export type Checklist = Record<(typeof CHECKS)[number], Finding>;

interface Dependencies {
  pool: Pool;
  salesforceConnections: Pick<SalesforceConnections, 'withSalesforce'>;
}

const APEX_CLASS = 'PanelToken';
const PANEL = 'msiPanel';
const PANEL_OBJECTS = ['Lead', 'Contact', 'Account', 'Opportunity'] as const;
/** SF-11: what the product writes into `Task.Type`. */
const TASK_TYPES = ['Email', 'Call', 'Reply'];
/** SF-12, and the field that makes a repeated write one Task. */
const ACTIVITY_FIELDS = [
  'MSI_External_Id__c',
  'MSE_Call_Local_Presence_ID__c',
  'MSE_Call_Recording__c',
  'MSE_Campaign__c',
  'MSE_Campaign_Details_Link__c',
  'MSE_Clicked__c',
  'MSE_Current_Campaign_Step__c',
  'MSE_Details__c',
  'MSE_Email_Status__c',
  'MSE_Presentation_Viewed__c',
  'MSE_Replied__c',
  'MSE_Template__c',
  'MSE_Template_Details__c',
  'MSE_Viewed__c',
  'mktosales_call_outcome__c',
  'mktosales_call_reason__c',
];

/**
 * What is left to do after the registration of an org, read in Salesforce with the admin's own rights. Nothing is done unless it was read;
 * what Salesforce refuses or does not answer is a finding of its line alone.
 */
export function createReadChecklist({ pool, salesforceConnections }: Dependencies) {
  return async function readChecklist(say: SayPage, orgId: string, adminId: string): Promise<Checklist> {
    const ask = async (find: (salesforce: SalesforceClient) => Promise<Finding>): Promise<Finding> => {
      try {
        return await salesforceConnections.withSalesforce(orgId, adminId, find, 'look at the setup');
      } catch (error) {
        if (error instanceof ProviderError) return { state: 'unseen', text: say(whyUnseen(error)) };
        throw error;
      }
    };
    const ours = await inOrg(pool, orgId, async (tx) => ({
      opened: await listOpenedObjects(tx, orgId),
      ready: await countReadyUsers(tx, orgId),
    }));
    const [packageLine, permissionSets, pages, taskTypes, activityFields] = await Promise.all([
      ask((salesforce) => findPackage(say, salesforce)),
      ask((salesforce) => findPermissionSets(say, salesforce)),
      ask((salesforce) => findPages(say, salesforce, ours.opened)),
      ask((salesforce) => findTaskTypes(say, salesforce)),
      ask((salesforce) => findActivityFields(say, salesforce)),
    ]);
    return { package: packageLine, permissionSets, pages, taskTypes, activityFields, firstRep: firstRep(say, ours.ready) };
  };
}

async function findPackage(say: SayPage, salesforce: SalesforceClient): Promise<Finding> {
  return (await (await salesforce.setup()).hasApexClass(APEX_CLASS))
    ? { state: 'done', text: say('found.package') }
    : { state: 'to_do', text: say('found.noPackage') };
}

async function findPermissionSets(say: SayPage, salesforce: SalesforceClient): Promise<Finding> {
  const given = await (await salesforce.setup()).assignments(['MSI_User', 'MSI_Admin']);
  const [users, admins] = [given.get('MSI_User'), given.get('MSI_Admin')];
  if (users === undefined || admins === undefined) return { state: 'to_do', text: say('found.noPermissionSets') };
  return users > 0 && admins > 0
    ? { state: 'done', text: say('found.permissionSets', { users, admins }) }
    : { state: 'to_do', text: say('found.unassigned', { users, admins }) };
}

/** Salesforce does not tell which page is active. Where somebody has opened the panel, one is. */
async function findPages(say: SayPage, salesforce: SalesforceClient, opened: readonly string[]): Promise<Finding> {
  const pages = await (await salesforce.setup()).pagesWith(PANEL, [...PANEL_OBJECTS]);
  const inWords = (objects: (typeof PANEL_OBJECTS)[number][]) => ({
    objects: list(
      say,
      objects.map((object) => say(`object.${object}`)),
    ),
  });
  const without = PANEL_OBJECTS.filter((object) => pages.get(object) === false && !opened.includes(object));
  if (without.length > 0) return { state: 'to_do', text: say('found.noPages', inWords(without)) };
  const unopened = PANEL_OBJECTS.filter((object) => !opened.includes(object));
  if (unopened.length === 0) return { state: 'done', text: say('found.pages') };
  return { state: 'unseen', text: say('found.unopened', inWords(unopened)) };
}

async function findTaskTypes(say: SayPage, salesforce: SalesforceClient): Promise<Finding> {
  const { types, createableFields } = await salesforce.describeTask();
  if (!createableFields.has('Type')) return { state: 'unseen', text: say('found.typeUnseen') };
  const missing = TASK_TYPES.filter((type) => !types.includes(type));
  return missing.length === 0
    ? { state: 'done', text: say('found.types') }
    : { state: 'to_do', text: say('found.missingTypes', { types: list(say, missing) }) };
}

async function findActivityFields(say: SayPage, salesforce: SalesforceClient): Promise<Finding> {
  const fields = new Set(await (await salesforce.setup()).activityFields());
  const missing = ACTIVITY_FIELDS.filter((field) => !fields.has(field));
  return missing.length === 0
    ? { state: 'done', text: say('found.fields', { count: ACTIVITY_FIELDS.length }) }
    : { state: 'to_do', text: say('found.missingFields', { fields: list(say, missing) }) };
}

function firstRep(say: SayPage, ready: number): Finding {
  return ready > 0 ? { state: 'done', text: say('found.ready', { count: ready }) } : { state: 'to_do', text: say('found.nobodyReady') };
}

function list(say: SayPage, names: readonly string[]): string {
  return names.join(say('checklist.listSeparator'));
}

function whyUnseen({ kind }: ProviderError) {
  switch (kind) {
    case 'auth_expired':
    case 'reconnect_required':
      return 'unseen.connection';
    case 'admin_action':
      return 'unseen.api';
    case 'permission':
    case 'not_found':
    case 'invalid':
      return 'unseen.permission';
    default:
      return 'unseen.noAnswer';
  }
}
