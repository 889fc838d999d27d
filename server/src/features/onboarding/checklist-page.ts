import { html, type Html } from '../../platform/html.ts';
import type { Org } from '../orgs/index.ts';
import { link, type Page } from './layout.ts';
import { lightningOf } from './lightning-of.ts';
import { CHECKS, type Checklist, type Finding } from './read-checklist.ts';
import type { SayPage } from './words/index.ts';

/** Where each thing is done. */
const PATHS: Record<(typeof CHECKS)[number], string> = {
  package: '/lightning/setup/DeployStatus/home',
  permissionSets: '/lightning/setup/PermSets/home',
  pages: '/lightning/setup/FlexiPageList/home',
  taskTypes: '/lightning/setup/ObjectManager/Task/FieldsAndRelationships/view',
  activityFields: '/lightning/setup/ObjectManager/Activity/FieldsAndRelationships/view',
  firstRep: '/lightning/n/MSI_Users',
};

/** What is left to do in Salesforce, with the way to where each thing is done. */
export function checklistPage(say: SayPage, org: Org, checklist: Checklist): Page {
  const left = CHECKS.filter((name) => checklist[name].state !== 'done').length;
  return {
    title: say('checklist.title', { org: org.name }),
    body: html`<p role="status">${say('checklist.left', { count: left })}</p>
      <ul class="cards checklist">
        ${CHECKS.map((name) => line(say, org, name, checklist[name]))}
      </ul>
      ${link('/onboarding/org/checklist', say('checklist.button'))} ${link('/onboarding/setup', say('goTo.ownMailbox.button'), false)}
      ${link('/onboarding/org/certificate', say('goTo.certificates.button'), false)}`,
  };
}

function line(say: SayPage, org: Org, name: (typeof CHECKS)[number], { state, text }: Finding): Html {
  const address = `${lightningOf(org)}${PATHS[name]}`;
  return html`<li>
    <h2>${say(`line.${name}`)} <span class="state ${state}">${say(`state.${state}`)}</span></h2>
    <p>${text}</p>
    <a href="${address}" target="_blank" rel="noopener noreferrer">${say(`line.${name}.open`)}</a>
  </li>`;
}
