import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { html } from '../../platform/html.ts';
import { button, link, type Page } from './layout.ts';
import type { SayPage } from './words/index.ts';

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

/** Failures with a heading of their own, `heading.<code>`. */
const WITH_HEADING = [
  'wrong_email',
  'wrong_salesforce_org',
  'salesforce_access_denied',
  'salesforce_app_blocked',
  'salesforce_my_domain',
  'wrong_salesforce_user',
  'address_in_use',
  'in_other_instance',
  'invitation_expired',
  'too_many_sign_ins',
  'consent_expired',
  'link_expired',
  'link_used',
  'link_unknown',
  'not_invited',
  'org_unknown',
  'user_deactivated',
  'access_ending',
  'salesforce_admins_only',
  'org_registered',
  'page_out_of_date',
  'not_found',
] as const satisfies readonly ErrorCode[];

/** One clear page per failure: the cause and the next step, and what was done so far is kept. */
export function problemPage(
  say: SayPage,
  csrf: string,
  { code, title, requestId }: { code: ErrorCode; title: string; requestId: string },
): Page {
  const heading = WITH_HEADING.find((one) => one === code) ?? 'other';
  return {
    title: say(`heading.${heading}`),
    body: html`<div class="notice error" role="alert">${title}</div>
      ${OTHER_USER.includes(code) && html`<p>${say('problem.otherUser')}</p>`}
      ${RETRY_SIGN_IN.includes(code) && button(csrf, '/onboarding/activate', say('problem.retry.button'))}
      ${code === 'page_out_of_date' && link('/onboarding/setup', say('problem.continue.button'))}
      ${RETRY_ORG.includes(code) && link('/onboarding/org', say('frame.back.button'), false)}
      <details class="muted">
        <summary>${say('problem.details')}</summary>
        ${say('problem.request', { code, requestId })}
      </details>`,
  };
}
