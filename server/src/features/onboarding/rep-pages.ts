import { html, type HtmlValue } from '../../platform/html.ts';
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
      <p>
        Your account is active and stays so. Without this permission MSI Actions cannot read the people you write to, or log your emails.
      </p>
      <p>Ask your Salesforce admin to do one of these:</p>
      <ul>
        <li>tick <strong>API Enabled</strong> in your profile, under Administrative Permissions, or</li>
        <li>assign you a permission set that has <strong>API Enabled</strong>.</li>
      </ul>
      ${button(csrf, '/onboarding/api-access', 'Check again')}
      <p class="muted">Signed in as ${rep.email}. You can close this window and come back later from the panel.</p>`,
  };
}

/** 5. */
export function welcomePage(csrf: string, rep: Rep): Page {
  return {
    title: `Welcome, ${rep.name ?? rep.email}`,
    step: 'Salesforce',
    body: html`<div class="notice" role="status">Salesforce is connected.</div>
      <p>Three short steps remain: choose your mailbox, allow sending from it, and add a signature.</p>
      ${button(csrf, '/onboarding/step', 'Start', { fields: { from: 'welcome' } })}`,
  };
}

/** 6. */
export function introPage(csrf: string): Page {
  return {
    title: 'How it works',
    step: 'Email',
    body: html`<p>
        You write to a Lead or Contact on its record page. The email leaves from your own mailbox, under your own name, and answers come
        back to you.
      </p>
      <p>Salesforce keeps a Task for each email, so your team sees what was said.</p>
      ${button(csrf, '/onboarding/step', 'Next', { fields: { from: 'intro' } })}`,
  };
}

/** 7. */
export function mailboxPage(csrf: string, rep: Rep, problem: string | null = null): Page {
  return {
    title: 'Which mailbox do you use?',
    step: 'Email',
    body: html`${problem && html`<div class="notice error" role="alert">${problem}</div>`}
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
        Next, your provider asks you to sign in as ${rep.email}. We never see your password. What we ask for was chosen by your admin:
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

const ASKED_FOR: Record<MailboxTier, string> = {
  send: 'the permission to send, and nothing else. Nothing in your mailbox is read.',
  headers:
    'the permission to send, and to notice who answered. Of the messages in your mailbox we read who wrote, to whom and when, never what they say.',
  bodies: 'the permission to send, and to read messages that answer your sales emails. Nothing else in your mailbox is kept.',
};

export function confirmAddressPage(
  csrf: string,
  { provider, address, userAddress, confirmation }: { provider: string; address: string; userAddress: string; confirmation: string },
): Page {
  return {
    title: 'Is this the right mailbox?',
    step: 'Consent',
    body: html`<p>You signed in to the mailbox <strong>${address}</strong>. Your account is <strong>${userAddress}</strong>.</p>
      <p>If you connect it, your sales emails leave from ${address}, and answers arrive there.</p>
      ${button(csrf, '/onboarding/confirm-mailbox', `Connect ${address}`, { fields: { provider, confirmation, answer: 'yes' } })}
      ${button(csrf, '/onboarding/confirm-mailbox', 'Choose another mailbox', { fields: { provider, confirmation, answer: 'no' }, primary: false })}`,
  };
}

/** 11. */
export function connectedPage(rep: Rep): Page {
  return {
    title: 'Set up email connection',
    step: 'Consent',
    body: html`<div class="notice" role="status">Your mailbox ${rep.mailboxAddress} is connected.</div>
      ${endsByItself(rep)}
      ${
        rep.step === 'done'
          ? html`<p>You can close this window and go on in Salesforce.</p>
              ${link(salesforceHome(rep), 'Launch Salesforce')}`
          : link('/onboarding/setup', 'Continue')
      }`,
    ...(rep.step === 'done' ? {} : { moveOn: { to: '/onboarding/setup', seconds: 3 } }),
  };
}

/** 12. */
export function signaturePage(csrf: string, rep: Rep): Page {
  return {
    title: 'Add your signature',
    step: 'Signature',
    body: html`<form method="post" action="/onboarding/signature">
        ${hidden({ csrf })}
        <label for="signature">Signature</label>
        <textarea id="signature" name="signature" maxlength="10000" aria-describedby="signature-help">
${plainText(rep.signatureHtml)}</textarea>
        <p class="muted" id="signature-help">It goes below every new email. You can change it in the panel at any time.</p>
        <button class="button primary">Save</button>
      </form>
      ${button(csrf, '/onboarding/step', 'Skip', { fields: { from: 'signature' }, primary: false })}`,
  };
}

/** 13. */
export function finishPage(csrf: string, rep: Rep): Page {
  return {
    title: 'You are set up',
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
      Google ends this connection on ${utcDay(mailboxEndsAt)}, because the app is still in testing there. You will have to connect again
      then. Tell your admin: publishing the app at Google ends this.
    </div>`
  );
}

/** 14. */
export function tourOfferPage(csrf: string): Page {
  return {
    title: 'Take a short tour?',
    step: 'Done',
    body: html`<p>Three pages show where things are in the panel.</p>
      ${link('/onboarding/tour/1', 'Next')} ${button(csrf, '/onboarding/step', 'Not Now', { fields: { from: 'tour' }, primary: false })}`,
  };
}

const TOUR: readonly { title: string; text: string }[] = [
  {
    title: 'The panel',
    text: 'Open a Lead, Contact, Account or Opportunity. The panel there has one button for what you do most: Send Sales Email.',
  },
  {
    title: 'After you press Send',
    text: 'The window closes at once, and you have ten seconds to undo. A row in the panel tells where the email is, in words.',
  },
  {
    title: 'Nothing gets lost',
    text: 'If your mailbox does not answer, the row says so, and you decide: look again, mark as sent, or send again.',
  },
];
export const TOUR_PAGES = TOUR.length;

export function tourPage(csrf: string, number: number): Page {
  const { title, text } = TOUR[number - 1] ?? { title: 'The panel', text: '' };
  const last = number === TOUR_PAGES;
  return {
    title,
    step: 'Done',
    body: html`<p>${text}</p>
      <p class="muted">${number} of ${TOUR_PAGES}</p>
      ${last ? button(csrf, '/onboarding/step', 'Done', { fields: { from: 'tour' } }) : link(`/onboarding/tour/${String(number + 1)}`, 'Next')}`,
  };
}

/** 15. */
export function exitPage(rep: Rep): Page {
  return {
    title: 'Ready to sell',
    step: 'Done',
    body: html`<p>Everything is set up${rep.mailboxAddress ? html` for <strong>${rep.mailboxAddress}</strong>` : ''}.</p>
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

/** The text of a signature for a plain field: line breaks stay, markup goes. */
function plainText(signatureHtml: string): string {
  return signatureHtml
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}
