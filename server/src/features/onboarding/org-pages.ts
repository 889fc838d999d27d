import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { html, type Html } from '../../platform/html.ts';
import { PROOF_MINUTES, type Org } from '../orgs/index.ts';
import { button, hidden, link, type Page } from './layout.ts';
import { lightningOf } from './lightning-of.ts';
import type { OrgAdmin } from './org-admin.ts';
import type { SayPage } from './words/index.ts';

/** Connecting an org: pages for its Salesforce administrator. */

export function connectOrgPage(say: SayPage, csrf: string, problem: string | null = null, typed = ''): Page {
  return {
    title: say('connect.title'),
    body: html`${notice(problem)}
      <p>${say('connect.needs')}</p>
      <form method="post" action="/onboarding/org">
        ${hidden({ csrf })}
        <label for="my-domain">${say('connect.address')}</label>
        <input type="text" id="my-domain" name="myDomain" value="${typed}" autocomplete="url" aria-describedby="my-domain-help" />
        <p class="muted" id="my-domain-help">${say('connect.help')}</p>
        <button class="button primary">${say('connect.button')}</button>
      </form>
      <p class="muted">${say('connect.reads')}</p>`,
  };
}

/** What stands in place of a form while Salesforce has not said lately that the person may fill it in. */
export function signInAgain(say: SayPage, csrf: string): Html {
  return html`<p>${say('proof.again', { minutes: PROOF_MINUTES })}</p>
    ${button(csrf, '/onboarding/org/sign-in', say('connect.button'))}`;
}

export function originPage(
  say: SayPage,
  csrf: string,
  { org, isProven }: Pick<OrgAdmin, 'org' | 'isProven'>,
  { problem, typed }: { problem?: { title: string; code: ErrorCode }; typed?: string } = {},
): Page {
  const offersOther = problem?.code === 'lightning_address_of_another_org';
  return {
    title: say('origin.title'),
    body: html`${notice(problem?.title ?? null)}
      <p>${say('origin.what')}</p>
      ${org.registrationStep === 'done' && html`<p>${say.html('origin.current', { address: org.lightningOrigin ?? '' })}</p>`}
      ${isProven ? originForm(say, csrf, org, { typed, offersOther }) : signInAgain(say, csrf)}
      ${org.registrationStep === 'done' && link('/onboarding/org/certificate', say('goTo.certificates.button'), false)}`,
  };
}

function originForm(
  say: SayPage,
  csrf: string,
  org: Org,
  { typed, offersOther }: { typed: string | undefined; offersOther: boolean },
): Html {
  return html`<form method="post" action="/onboarding/org/origin">
      ${hidden({ csrf })}
      <label for="origin">${say('origin.label', { org: org.name })}</label>
      <input type="text" id="origin" name="origin" value="${typed ?? lightningOf(org)}" required autocomplete="url" />
      ${
        offersOther &&
        html`<label class="choice">
          <input type="checkbox" name="isMeant" value="yes" />
          ${say('origin.anyway')}
        </label>`
      }
      <button class="button primary">${say('origin.button')}</button>
    </form>
    <p class="muted">${say(org.registrationStep === 'done' ? 'origin.stops' : 'origin.guessed')}</p>`;
}

export function orgDonePage(say: SayPage, org: Org, publicUrl: string): Page {
  return {
    title: say('orgDone.title', { org: org.name }),
    body: html`<div class="notice" role="status">${say('orgDone.first')}</div>
      <p>${say('orgDone.left')}</p>
      <ol>
        <li>${say.html('orgDone.server', { address: publicUrl })}</li>
        <li>${say.html('orgDone.permissionSets')}</li>
      </ol>
      <p>${say('orgDone.invite')}</p>
      ${link('/onboarding/org/checklist', say('orgDone.checklist.button'))}
      ${link('/onboarding/setup', say('goTo.ownMailbox.button'), false)}
      ${link('/onboarding/org/certificate', say('goTo.certificates.button'), false)}`,
  };
}

export function notice(problem: string | null): Html | null {
  return problem ? html`<div class="notice error" role="alert">${problem}</div>` : null;
}
