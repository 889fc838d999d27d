import { html } from '../../platform/html.ts';
import { button, type Page } from './layout.ts';
import type { Rep } from './repository.ts';
import type { SayPage } from './words/index.ts';

/** Where the links of emails and of the panel lead, and whoever comes without one. */

/** 2. Where Get Started leads, and the panel of somebody who is invited. The account is named only where the link names it. */
export function activationPage(
  say: SayPage,
  csrf: string,
  { orgName, rep, ticket }: { orgName: string; rep: Pick<Rep, 'email' | 'state'> | null; ticket: string | null },
): Page {
  const isNew = rep?.state !== 'activated';
  return {
    title: say(isNew ? 'activate.title' : 'activate.again'),
    step: 'Salesforce',
    body: html`<p>${say('activate.org', { org: orgName })} ${rep && say.html('activate.account', { address: rep.email })}</p>
      ${button(csrf, '/onboarding/activate', say(isNew ? 'activate.button' : 'signIn.button'), {
        fields: ticket ? { ticket } : {},
      })}
      <p class="muted">${say('activate.next')}</p>`,
  };
}

/** What a welcome email leads to when it has activated its account, or was taken back. */
export function spentInvitationPage(say: SayPage, csrf: string, ticket: string): Page {
  return {
    title: say('spent.title'),
    step: 'Salesforce',
    body: html`<div class="notice" role="status">${say('spent.why')}</div>
      <p>${say('spent.signIn')}</p>
      ${button(csrf, '/onboarding/activate', say('signIn.button'), { fields: { ticket } })}
      <p class="muted">${say('spent.tell')}</p>`,
  };
}

/** For a browser that nobody has signed in with, or too long ago. */
export function signInPage(say: SayPage, csrf: string): Page {
  return {
    title: say('resume.title'),
    step: 'Salesforce',
    body: html`<p>${say('resume.signIn')}</p>
      ${button(csrf, '/onboarding/activate', say('signIn.button'))}
      <p class="muted">${say('resume.invitation')}</p>`,
  };
}

/**
 * What a one-time link of the panel opens: it posts itself, and without JavaScript there is the button. It leads to a vendor or to the
 * setup.
 */
export function continuePage(say: SayPage, csrf: string, ticket: string, vendor: string | null): Page {
  const label = vendor ? say('leave.button', { where: vendor }) : say('continue.setup.button');
  return {
    title: say('continue.title'),
    body: html`<p>${say('continue.from')}</p>
      ${button(csrf, '/onboarding/continue', label, { fields: { ticket }, autoContinue: true })}`,
    autoContinue: true,
  };
}
