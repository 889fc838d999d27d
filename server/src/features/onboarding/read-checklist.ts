import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient } from '../../providers/salesforce/index.ts';
import { listOpenedObjects } from '../people/index.ts';
import type { SalesforceConnections } from '../salesforce-connections/index.ts';
import { countReadyUsers } from './checklist-repository.ts';

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
const PANEL_OBJECTS = ['Lead', 'Contact', 'Account', 'Opportunity'];
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
  return async function readChecklist(orgId: string, adminId: string): Promise<Checklist> {
    const ask = async (find: (salesforce: SalesforceClient) => Promise<Finding>): Promise<Finding> => {
      try {
        return await salesforceConnections.withSalesforce(orgId, adminId, find, 'look at the setup');
      } catch (error) {
        if (error instanceof ProviderError) return { state: 'unseen', text: whyUnseen(error) };
        throw error;
      }
    };
    const ours = await inOrg(pool, orgId, async (tx) => ({
      opened: await listOpenedObjects(tx, orgId),
      ready: await countReadyUsers(tx, orgId),
    }));
    const [packageLine, permissionSets, pages, taskTypes, activityFields] = await Promise.all([
      ask(findPackage),
      ask(findPermissionSets),
      ask((salesforce) => findPages(salesforce, ours.opened)),
      ask(findTaskTypes),
      ask(findActivityFields),
    ]);
    return { package: packageLine, permissionSets, pages, taskTypes, activityFields, firstRep: firstRep(ours.ready) };
  };
}

async function findPackage(salesforce: SalesforceClient): Promise<Finding> {
  return (await (await salesforce.setup()).hasApexClass(APEX_CLASS))
    ? { state: 'done', text: 'The package is in your org.' }
    : { state: 'to_do', text: 'Deploy the package.' };
}

async function findPermissionSets(salesforce: SalesforceClient): Promise<Finding> {
  const given = await (await salesforce.setup()).assignments(['MSI_User', 'MSI_Admin']);
  const [users, admins] = [given.get('MSI_User'), given.get('MSI_Admin')];
  if (users === undefined || admins === undefined)
    return { state: 'to_do', text: 'Your org does not have the permission sets yet. They come with the package.' };
  const text = `MSI Actions User: ${people(users)}. MSI Actions Admin: ${people(admins)}.`;
  if (users > 0 && admins > 0) return { state: 'done', text };
  return { state: 'to_do', text: `${text} Assign MSI Actions User to your reps, and MSI Actions Admin to yourself.` };
}

/** Salesforce does not tell which page is active. Where somebody has opened the panel, one is. */
async function findPages(salesforce: SalesforceClient, opened: readonly string[]): Promise<Finding> {
  const pages = await (await salesforce.setup()).pagesWith(PANEL, PANEL_OBJECTS);
  const without = PANEL_OBJECTS.filter((object) => pages.get(object) === false && !opened.includes(object));
  if (without.length > 0) return { state: 'to_do', text: `No page has the panel yet for: ${without.join(', ')}.` };
  const unopened = PANEL_OBJECTS.filter((object) => !opened.includes(object));
  if (unopened.length === 0) return { state: 'done', text: 'The panel has been opened on all four objects.' };
  return {
    state: 'unseen',
    text: `We cannot see which page is active; check it here. Nobody has opened the panel yet on: ${unopened.join(', ')}.`,
  };
}

async function findTaskTypes(salesforce: SalesforceClient): Promise<Finding> {
  const { types, createableFields } = await salesforce.describeTask();
  if (!createableFields.has('Type')) return { state: 'unseen', text: 'Your Salesforce user cannot set the type of a task; check it here.' };
  const missing = TASK_TYPES.filter((type) => !types.includes(type));
  return missing.length === 0
    ? { state: 'done', text: 'Tasks can have the types Email, Call and Reply.' }
    : { state: 'to_do', text: `Add these values to the field Type: ${missing.join(', ')}.` };
}

async function findActivityFields(salesforce: SalesforceClient): Promise<Finding> {
  const fields = new Set(await (await salesforce.setup()).activityFields());
  const missing = ACTIVITY_FIELDS.filter((field) => !fields.has(field));
  return missing.length === 0
    ? { state: 'done', text: `All ${String(ACTIVITY_FIELDS.length)} fields are there.` }
    : { state: 'to_do', text: `These fields are missing: ${missing.join(', ')}. They come with the package.` };
}

function firstRep(ready: number): Finding {
  return ready > 0
    ? { state: 'done', text: `Ready to send: ${people(ready)}.` }
    : { state: 'to_do', text: 'Nobody has connected Salesforce and a mailbox yet. Invite your reps.' };
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${String(count)} people`;
}

function whyUnseen({ kind }: ProviderError): string {
  switch (kind) {
    case 'auth_expired':
    case 'reconnect_required':
      return 'We cannot see this: your connection to Salesforce has ended. Sign in with Salesforce again.';
    case 'admin_action':
      return 'We cannot see this: your Salesforce user may not use the API. Ask for the permission "API Enabled".';
    case 'permission':
    case 'not_found':
    case 'invalid':
      return 'We cannot see this: your Salesforce user may not look at it. Check it here.';
    default:
      return 'We cannot see this: Salesforce did not answer. Check again in a minute.';
  }
}
