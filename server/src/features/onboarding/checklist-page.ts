import { html, type Html } from '../../platform/html.ts';
import { lightningOriginOf } from '../../providers/salesforce/index.ts';
import type { Org } from '../orgs/index.ts';
import { link, type Page } from './layout.ts';
import { CHECKS, type Checklist, type Finding } from './read-checklist.ts';

const LINES: Record<(typeof CHECKS)[number], { title: string; where: string; path: string }> = {
  package: { title: 'Package', where: 'Deployment Status', path: '/lightning/setup/DeployStatus/home' },
  permissionSets: { title: 'Permission sets', where: 'Permission Sets', path: '/lightning/setup/PermSets/home' },
  pages: { title: 'Panel on the record pages', where: 'Lightning App Builder', path: '/lightning/setup/FlexiPageList/home' },
  taskTypes: {
    title: 'Task types',
    where: 'fields of Task',
    path: '/lightning/setup/ObjectManager/Task/FieldsAndRelationships/view',
  },
  activityFields: {
    title: 'Activity fields',
    where: 'fields of Activity',
    path: '/lightning/setup/ObjectManager/Activity/FieldsAndRelationships/view',
  },
  firstRep: { title: 'First person ready to send', where: 'the Users tab', path: '/lightning/n/MSI_Users' },
};
const STATES: Record<Finding['state'], string> = { done: 'Done', to_do: 'To do', unseen: 'Cannot be seen' };

/** What is left to do in Salesforce, with the way to where each thing is done. */
export function checklistPage(org: Org, checklist: Checklist): Page {
  const left = CHECKS.filter((name) => checklist[name].state !== 'done').length;
  return {
    title: `Checklist for ${org.name}`,
    body: html`<p role="status">
        ${left === 0 ? 'Everything is done.' : left === 1 ? '1 line needs a look.' : `${String(left)} lines need a look.`}
      </p>
      <ul class="cards checklist">
        ${CHECKS.map((name) => line(org, name, checklist[name]))}
      </ul>
      ${link('/onboarding/org/checklist', 'Check Again')} ${link('/onboarding/setup', 'Set up my own mailbox', false)}
      ${link('/onboarding/org/certificate', 'Certificates', false)}`,
  };
}

function line({ lightningOrigin, myDomainUrl }: Org, name: (typeof CHECKS)[number], { state, text }: Finding): Html {
  const { title, where, path } = LINES[name];
  return html`<li>
    <h2>${title} <span class="state ${state}">${STATES[state]}</span></h2>
    <p>${text}</p>
    <a href="${`${lightningOrigin ?? lightningOriginOf(myDomainUrl)}${path}`}" target="_blank" rel="noopener noreferrer">Open ${where}</a>
  </li>`;
}
