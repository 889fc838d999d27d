import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { html } from '../../platform/html.ts';
import { button, link, type Page } from './layout.ts';

const RETRY_SIGN_IN: readonly ErrorCode[] = [
  'wrong_email',
  'wrong_salesforce_org',
  'salesforce_access_denied',
  'salesforce_app_blocked',
  'salesforce_my_domain',
  'salesforce_sign_in_failed',
  'email_unverified',
  'already_linked',
  'consent_expired',
  'not_invited',
  'wrong_salesforce_user',
  'address_in_use',
  'access_ending',
];
const OTHER_USER: readonly ErrorCode[] = ['wrong_email', 'wrong_salesforce_org', 'wrong_salesforce_user', 'not_invited'];
const RETRY_ORG: readonly ErrorCode[] = ['salesforce_admins_only', 'org_registered', 'in_other_instance', 'org_unknown'];

const HEADINGS: Readonly<Partial<Record<ErrorCode, string>>> = {
  wrong_email: 'The addresses do not match',
  wrong_salesforce_org: 'This is another Salesforce org',
  salesforce_access_denied: 'Not connected',
  salesforce_app_blocked: 'Your org does not allow this yet',
  salesforce_my_domain: 'Sign in to your org first',
  wrong_salesforce_user: 'This is another Salesforce user',
  address_in_use: 'The address is in use elsewhere',
  in_other_instance: 'The address is in use elsewhere',
  invitation_expired: 'This invitation has expired',
  too_many_sign_ins: 'Too many sign-ins at once',
  consent_expired: 'This took too long',
  link_expired: 'This link has expired',
  link_used: 'This link has already been used',
  link_unknown: 'This link is not complete',
  not_invited: 'No invitation yet',
  org_unknown: 'This org is not connected',
  user_deactivated: 'Your access has ended',
  access_ending: 'Try again in a moment',
  salesforce_admins_only: 'Only for administrators',
  org_registered: 'This org is already connected',
  page_out_of_date: 'This page is out of date',
  not_found: 'Page not found',
};

/** One clear page per failure: the cause and the next step, and what was done so far is kept. */
export function problemPage(csrf: string, { code, title, requestId }: { code: ErrorCode; title: string; requestId: string }): Page {
  return {
    title: HEADINGS[code] ?? 'That did not work',
    body: html`<div class="notice error" role="alert">${title}</div>
      ${
        OTHER_USER.includes(code) &&
        html`<p>To sign in as someone else, first sign out of Salesforce in another tab. Everything you have done so far is saved.</p>`
      }
      ${RETRY_SIGN_IN.includes(code) && button(csrf, '/onboarding/activate', 'Try again')}
      ${code === 'page_out_of_date' && link('/onboarding/setup', 'Continue setup')}
      ${RETRY_ORG.includes(code) && link('/onboarding/org', 'Back', false)}
      <details class="muted">
        <summary>Details</summary>
        ${code}, request ${requestId}
      </details>`,
  };
}
