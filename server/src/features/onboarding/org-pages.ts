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
        <label for="my-domain">My Domain (only for a sandbox, or when your org asks for it)</label>
        <input
          type="text"
          id="my-domain"
          name="myDomain"
          value="${typed}"
          placeholder="https://acme--uat.sandbox.my.salesforce.com"
          autocomplete="url"
        />
        <button class="button primary">Sign in with Salesforce</button>
      </form>
      <p class="muted">
        We ask Salesforce who you are, whether you are an administrator, and for your own connection to the API. We change nothing in your
        org, and we never see your password.
      </p>`,
  };
}

/** What stands in place of a form while Salesforce has not said lately that the person may fill it in. */
export function signInAgain(csrf: string): Html {
  return html`<p>
      To change this, sign in with Salesforce again as an administrator. You can then change it for ${PROOF_MINUTES} minutes, and every
      admin is told by email.
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
    title: 'Where is Lightning?',
    body: html`${notice(problem?.title ?? null)}
      <p>Browsers may call us from this address only. It is where your record pages are.</p>
      ${org.registrationStep === 'done' && html`<p>Now: <strong>${org.lightningOrigin}</strong></p>`}
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
          Use this address all the same
        </label>`
      }
      <button class="button primary">Confirm</button>
    </form>
    <p class="muted">
      ${
        org.registrationStep === 'done'
          ? 'Panels at another address stop working as soon as this is confirmed.'
          : 'We made it out of your My Domain. Compare it with the address bar of a record page.'
      }
    </p>`;
}

export function orgDonePage(org: Org, publicUrl: string): Page {
  return {
    title: `${org.name} is connected`,
    body: html`<div class="notice" role="status">You are the first admin.</div>
      <p>Two things remain in Salesforce:</p>
      <ol>
        <li>In the settings of the package, set the server address to <strong>${publicUrl}</strong>.</li>
        <li>Assign the permission set <strong>MSI User</strong> to your reps, and <strong>MSI Admin</strong> to yourself.</li>
      </ol>
      <p>Then invite your reps on the Users tab of the MSI Actions app.</p>
      ${link('/onboarding/setup', 'Set up my own mailbox')} ${link('/onboarding/org/certificate', 'Certificates', false)}`,
  };
}

export function notice(problem: string | null): Html | null {
  return problem ? html`<div class="notice error" role="alert">${problem}</div>` : null;
}
