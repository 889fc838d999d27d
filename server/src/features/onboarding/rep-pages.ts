import { html, type Html, type HtmlValue } from '../../platform/html.ts';
import { utcDay } from '../../platform/utc-words.ts';
import { button, hidden, link, type Page } from './layout.ts';
import type { MailboxTier } from '../email-connections/schemas.ts';
import type { Rep } from './repository.ts';

/**
 * The rep's way in, one function per screen, in order; numbers skip what the vendors show. The first are those of links, in
 * `link-pages.ts`.
 */

export function apiAccessPage(csrf: string, rep: Rep): Page {
  return {
    title: 'One permission is missing',
    step: 'Salesforce',
    body: html`<div class="notice error" role="alert">Your Salesforce user does not have the permission <strong>API Enabled</strong>.</div>
      <p>Your account stays active. Without this permission, MSI Actions cannot look up the people you email or log your emails.</p>
      <p>Ask your Salesforce admin to do one of these:</p>
      <ul>
        <li>tick <strong>API Enabled</strong> in your profile, under Administrative Permissions, or</li>
        <li>assign you a permission set that has <strong>API Enabled</strong>.</li>
      </ul>
      ${button(csrf, '/onboarding/api-access', 'Check again')}
      <p class="muted">You are signed in as ${rep.email}. You can close this window and come back later from the panel in Salesforce.</p>`,
  };
}

/** 5. */
export function welcomePage(csrf: string, rep: Rep): Page {
  return {
    title: `Welcome, ${rep.name ?? rep.email}`,
    step: 'Salesforce',
    body: html`<div class="notice" role="status">Salesforce is connected.</div>
      <p>Three short steps to go: choose your mailbox, allow MSI Actions to send from it, and add your signature.</p>
      ${button(csrf, '/onboarding/step', 'Start', { fields: { from: 'welcome' } })}`,
  };
}

/** 6. */
export function introPage(csrf: string): Page {
  return {
    title: 'How it works',
    step: 'Email',
    body: html`<p>
        You email leads and contacts right from their record in Salesforce. Each email is sent from your own mailbox, in your name, and
        replies come straight back to you.
      </p>
      <p>Every email is logged in Salesforce as a task, so your team can see it.</p>
      ${button(csrf, '/onboarding/step', 'Next', { fields: { from: 'intro' } })}`,
  };
}

/** 7. */
export function mailboxPage(csrf: string, rep: Rep, problem: string | null = null): Page {
  return {
    title: 'Which mailbox do you use?',
    step: 'Email',
    body: html`${problem && html`<div class="notice error" role="alert">${problem}</div>`}
      ${rep.mailboxAddress && keepMailbox(rep.mailboxAddress)}
      <form method="post" action="/onboarding/mailbox">
        ${hidden({ csrf })}
        <fieldset>
          <legend>Your email provider</legend>
          <label class="choice"><input type="radio" name="provider" value="google" required /> Gmail</label>
          <label class="choice"><input type="radio" name="provider" value="microsoft" /> Outlook</label>
        </fieldset>
        <button class="button primary">Next</button>
      </form>
      <p class="muted">
        Next, you sign in to your mailbox as ${rep.email}. We never see your password. Your admin has chosen what we ask for:
      </p>
      <ul class="muted">
        ${
          rep.tiers.google === rep.tiers.microsoft
            ? html`<li>${ASKED_FOR[rep.tiers.google]}</li>`
            : html`<li>Gmail: ${ASKED_FOR[rep.tiers.google]}</li>
                <li>Outlook: ${ASKED_FOR[rep.tiers.microsoft]}</li>`
        }
      </ul>`,
  };
}

function keepMailbox(address: string): Html {
  return html`<div class="notice" role="status">${address} is connected.</div>
    ${link('/onboarding/setup?step=signature', `Keep ${address}`)}
    <p>Or connect another mailbox instead:</p>`;
}

const ASKED_FOR: Record<MailboxTier, string> = {
  send: 'permission to send, and nothing else. We read nothing in your mailbox.',
  headers:
    'permission to send, and to see who has replied. We read who wrote to whom and when, and why an email of yours came back. ' +
    'We never read what people write.',
  bodies: 'permission to send, and to read replies to your sales emails. We keep nothing else from your mailbox.',
};

export function confirmAddressPage(
  csrf: string,
  { provider, address, userAddress, confirmation }: { provider: string; address: string; userAddress: string; confirmation: string },
): Page {
  return {
    title: 'Is this the right mailbox?',
    step: 'Consent',
    body: html`<p>You signed in to the mailbox <strong>${address}</strong>. Your MSI Actions account is <strong>${userAddress}</strong>.</p>
      <p>If you connect it, your sales emails are sent from ${address}, and replies arrive there.</p>
      ${button(csrf, '/onboarding/confirm-mailbox', `Connect ${address}`, { fields: { provider, confirmation, answer: 'yes' } })}
      ${button(csrf, '/onboarding/confirm-mailbox', 'Choose another mailbox', { fields: { provider, confirmation, answer: 'no' }, primary: false })}`,
  };
}

/** 11. */
export function connectedPage(rep: Rep): Page {
  return {
    title: 'Your email is connected',
    step: 'Consent',
    body: html`<div class="notice" role="status">Your sales emails will be sent from <strong>${rep.mailboxAddress}</strong>.</div>
      ${endsByItself(rep)}
      ${
        rep.step === 'done'
          ? html`<p>You can close this window and carry on in Salesforce.</p>
              ${link(salesforceHome(rep), 'Launch Salesforce')}`
          : link('/onboarding/setup', 'Continue')
      }`,
    ...(rep.step === 'done' ? {} : { back: '/onboarding/setup?step=mailbox' }),
  };
}

/** 13. */
export function finishPage(csrf: string, rep: Rep): Page {
  return {
    title: 'You are all set',
    step: 'Done',
    body: html`<dl>
        <dt>Salesforce</dt>
        <dd>${rep.name ?? rep.email}, ${rep.orgName}</dd>
        <dt>Mailbox</dt>
        <dd>${rep.mailboxAddress ?? 'Not connected yet'}</dd>
      </dl>
      ${endsByItself(rep)} ${button(csrf, '/onboarding/step', 'Finish', { fields: { from: 'finish' } })}`,
  };
}

/** A Google project whose consent screen is in testing gives grants of seven days, which nobody would expect. */
function endsByItself({ mailboxEndsAt }: Rep): HtmlValue {
  return (
    mailboxEndsAt &&
    html`<div class="notice error" role="alert">
      Google will end this connection on ${utcDay(mailboxEndsAt)}, because the app is still in testing there. You will have to connect again
      then. Tell your admin: it stops once the app is published at Google.
    </div>`
  );
}

/** 15. */
export function exitPage(rep: Rep): Page {
  return {
    title: 'Ready to sell',
    step: 'Done',
    body: html`<p>
        MSI Actions is set up${rep.mailboxAddress ? html` for <strong>${rep.mailboxAddress}</strong>` : ''}. Open a lead or contact in
        Salesforce to send your first email.
      </p>
      ${link(`${lightningOrigin(rep)}/lightning/app/c__MSI_Actions`, 'Open MSI Actions')}
      ${link(salesforceHome(rep), 'Launch Salesforce', false)}`,
  };
}

function lightningOrigin(rep: Rep): string {
  return rep.lightningOrigin ?? new URL(rep.myDomainUrl).origin;
}
function salesforceHome(rep: Rep): string {
  return `${lightningOrigin(rep)}/lightning/page/home`;
}
