import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { html, type Html } from '../../platform/html.ts';
import { lightningOriginOf } from '../../providers/salesforce/index.ts';
import { PROOF_MINUTES, type Org } from '../orgs/index.ts';
import { button, hidden, link, type Page } from './layout.ts';
import type { OrgAdmin } from './org-admin.ts';

/** Connecting an org: pages for its Salesforce administrator. */

export function connectOrgPage(csrf: string, problem: string | null = null, typed = ''): Page {
  return {
    title: 'Connect your Salesforce org',
    body: html`${notice(problem)}
      <p>You need to be a Salesforce administrator, and the MSI Actions package must be installed.</p>
      <form method="post" action="/onboarding/org">
        ${hidden({ csrf })}
        <label for="my-domain">Address of your Salesforce org (only for a sandbox, or if your org has a sign-in page of its own)</label>
        <input type="text" id="my-domain" name="myDomain" value="${typed}" autocomplete="url" aria-describedby="my-domain-help" />
        <p class="muted" id="my-domain-help">While you are in Salesforce, copy all of what stands in the address bar of your browser.</p>
        <button class="button primary">Sign in with Salesforce</button>
      </form>
      <p class="muted">
        We ask Salesforce who you are and whether you are an administrator, and connect with your own access. We change nothing in your org,
        and we never see your password.
      </p>`,
  };
}

/** What stands in place of a form while Salesforce has not said lately that the person may fill it in. */
export function signInAgain(csrf: string): Html {
  return html`<p>
      To change this, sign in with Salesforce again as an administrator. You then have ${PROOF_MINUTES} minutes. Every admin gets an email
      about the change.
    </p>
    ${button(csrf, '/onboarding/org/sign-in', 'Sign in with Salesforce')}`;
}

export function originPage(
  csrf: string,
  { org, isProven }: Pick<OrgAdmin, 'org' | 'isProven'>,
  { problem, typed }: { problem?: { title: string; code: ErrorCode }; typed?: string } = {},
): Page {
  const offersOther = problem?.code === 'lightning_address_of_another_org';
  return {
    title: 'Confirm your Lightning address',
    body: html`${notice(problem?.title ?? null)}
      <p>This is where your record pages are. The panel works at this address only.</p>
      ${org.registrationStep === 'done' && html`<p>Current address: <strong>${org.lightningOrigin}</strong></p>`}
      ${isProven ? originForm(csrf, org, { typed, offersOther }) : signInAgain(csrf)}
      ${org.registrationStep === 'done' && link('/onboarding/org/certificate', 'Certificates', false)}`,
  };
}

function originForm(csrf: string, org: Org, { typed, offersOther }: { typed: string | undefined; offersOther: boolean }): Html {
  return html`<form method="post" action="/onboarding/org/origin">
      ${hidden({ csrf })}
      <label for="origin">Lightning address of ${org.name}</label>
      <input
        type="text"
        id="origin"
        name="origin"
        value="${typed ?? org.lightningOrigin ?? lightningOriginOf(org.myDomainUrl)}"
        required
        autocomplete="url"
      />
      ${
        offersOther &&
        html`<label class="choice">
          <input type="checkbox" name="isMeant" value="yes" />
          Use this address anyway
        </label>`
      }
      <button class="button primary">Confirm</button>
    </form>
    <p class="muted">
      ${
        org.registrationStep === 'done'
          ? 'As soon as you confirm, the panel stops working at any other address.'
          : 'We worked it out from your My Domain. Compare it with the address bar of a record page; you can paste all of that here.'
      }
    </p>`;
}

export function orgDonePage(org: Org, publicUrl: string): Page {
  return {
    title: `${org.name} is connected`,
    body: html`<div class="notice" role="status">You are the first admin.</div>
      <p>Two things are left to do in Salesforce:</p>
      <ol>
        <li>In the settings of the package, set the server address to <strong>${publicUrl}</strong>.</li>
        <li>
          Assign the permission set <strong>MSI Actions User</strong> to your reps, and <strong>MSI Actions Admin</strong> to yourself.
        </li>
      </ol>
      <p>Then invite your reps on the Users tab of the MSI Actions app.</p>
      ${link('/onboarding/org/checklist', 'Check what is left to do')} ${link('/onboarding/setup', 'Set up my own mailbox', false)}
      ${link('/onboarding/org/certificate', 'Certificates', false)}`,
  };
}

export function notice(problem: string | null): Html | null {
  return problem ? html`<div class="notice error" role="alert">${problem}</div>` : null;
}
