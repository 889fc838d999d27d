import { html } from '../../platform/html.ts';
import { button, type Page } from './layout.ts';
import type { Rep } from './repository.ts';

/** Where the links of emails and of the panel lead, and whoever comes without one. */

/** 2. Where Get Started leads, and the panel of somebody who is invited. The account is named only where the link names it. */
export function activationPage(
  csrf: string,
  { orgName, rep, ticket }: { orgName: string; rep: Pick<Rep, 'email' | 'state'> | null; ticket: string | null },
): Page {
  const isNew = rep?.state !== 'activated';
  return {
    title: isNew ? 'Activate your account' : 'Welcome back',
    step: 'Salesforce',
    body: html`<p>
        ${orgName} uses MSI Actions to send sales emails from inside Salesforce.
        ${rep && html`Your account is <strong>${rep.email}</strong>.`}
      </p>
      ${button(csrf, '/onboarding/activate', isNew ? 'Activate Account with Salesforce' : 'Continue with Salesforce', {
        fields: ticket ? { ticket } : {},
      })}
      <p class="muted">
        We ask Salesforce for the permission to read the people you work with and to log your emails, always with your own rights. We never
        change anything else, and we never see your Salesforce password.
      </p>`,
  };
}

/** What a welcome email leads to when it has activated its account, or was taken back. */
export function spentInvitationPage(csrf: string, ticket: string): Page {
  return {
    title: 'This link no longer works',
    step: 'Salesforce',
    body: html`<div class="notice" role="status">It has activated an account, or a newer invitation has taken its place.</div>
      <p>If the account is yours, sign in with Salesforce, and you go on at the step you had reached.</p>
      ${button(csrf, '/onboarding/activate', 'Continue with Salesforce', { fields: { ticket } })}
      <p class="muted">You have not activated an account with it? Tell your admin.</p>`,
  };
}

/** For a browser that nobody has signed in with, or too long ago. */
export function signInPage(csrf: string): Page {
  return {
    title: 'Continue where you left off',
    step: 'Salesforce',
    body: html`<p>Sign in with Salesforce, and you go on at the step you had reached. Everything you did so far is kept.</p>
      ${button(csrf, '/onboarding/activate', 'Continue with Salesforce')}
      <p class="muted">You need an invitation from your admin. The welcome email and the panel in Salesforce lead here as well.</p>`,
  };
}

/** What a one-time link of the panel opens: it posts itself, and without JavaScript there is the button. */
export function continuePage(csrf: string, ticket: string, where: string): Page {
  return {
    title: 'Continue',
    body: html`<p>You come from the panel in Salesforce.</p>
      ${button(csrf, '/onboarding/continue', `Continue to ${where}`, { fields: { ticket }, autoContinue: true })}`,
    autoContinue: true,
  };
}
