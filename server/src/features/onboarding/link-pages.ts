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
        Next, Salesforce asks you to allow MSI Actions. We look up the people you work with and log your emails and tasks, and can never do
        more than you can yourself. We change nothing else, and we never see your Salesforce password.
      </p>`,
  };
}

/** What a welcome email leads to when it has activated its account, or was taken back. */
export function spentInvitationPage(csrf: string, ticket: string): Page {
  return {
    title: 'This link no longer works',
    step: 'Salesforce',
    body: html`<div class="notice" role="status">It has already been used, or you were sent a newer one.</div>
      <p>If this is your account, sign in with Salesforce to carry on where you left off.</p>
      ${button(csrf, '/onboarding/activate', 'Continue with Salesforce', { fields: { ticket } })}
      <p class="muted">If you did not use this link yourself, tell your admin.</p>`,
  };
}

/** For a browser that nobody has signed in with, or too long ago. */
export function signInPage(csrf: string): Page {
  return {
    title: 'Continue where you left off',
    step: 'Salesforce',
    body: html`<p>Sign in with Salesforce to carry on with your setup. Everything you have done so far is saved.</p>
      ${button(csrf, '/onboarding/activate', 'Continue with Salesforce')}
      <p class="muted">No invitation yet? Ask your MSI Actions admin for one.</p>`,
  };
}

/** What a one-time link of the panel opens: it posts itself, and without JavaScript there is the button. */
export function continuePage(csrf: string, ticket: string, where: string): Page {
  return {
    title: 'Continue',
    body: html`<p>You came here from Salesforce.</p>
      ${button(csrf, '/onboarding/continue', `Continue to ${where}`, { fields: { ticket }, autoContinue: true })}`,
    autoContinue: true,
  };
}
