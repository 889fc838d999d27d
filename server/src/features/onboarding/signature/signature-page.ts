import { html, type Html } from '../../../platform/html.ts';
import { MOST_SIGNATURE_CHARACTERS } from '../../../platform/rich-text/sanitize-signature.ts';
import { canReadBodies } from '../../../providers/gmail/index.ts';
import { button, hidden, type Page } from '../layout.ts';
import { lightningOf } from '../lightning-of.ts';
import type { Rep } from '../repository.ts';
import type { SayPage } from '../words/index.ts';
import { editorFrame } from './editor-frame.ts';
import { showSignature } from './shown-signature.ts';

/** What Gmail has for this address, or why there is nothing. */
export type FromGmail = { signatureHtml: string } | { missing: 'noGmailSignature' | 'gmailSilent' };

/**
 * 12. A plain field that works without JavaScript; `signature.js` makes it an editor. `gmail` is what the rep asked for: it stands in the
 * field, and is the signature when the rep saves it.
 */
export function signaturePage(say: SayPage, csrf: string, rep: Rep, gmail?: FromGmail): Page {
  const imported = gmail && 'signatureHtml' in gmail ? gmail.signatureHtml : null;
  const { html: all, text, editable, hides } = showSignature(imported ?? rep.signatureHtml);
  return {
    title: say('signature.title'),
    step: 'Signature',
    body: html`<link rel="stylesheet" href="/onboarding/assets/signature.css" />
      ${imported !== null && html`<div class="notice" role="status">${say('signature.imported')}</div>`}
      ${gmail && 'missing' in gmail && html`<div class="notice error" role="alert">${say(`signature.${gmail.missing}`)}</div>`}
      <form method="post" action="/onboarding/signature" id="signature-form">
        ${hidden({ csrf })}
        <input type="hidden" name="html" id="signature-html" value="${all}" />
        <label for="signature" id="signature-label">${say('signature.label')}</label>
        <textarea id="signature" name="signature" maxlength="${MOST_SIGNATURE_CHARACTERS}" aria-describedby="signature-help">
${text}</textarea>
        ${editorFrame(say, editable)}
        ${
          (hides.inText || hides.inEditor) &&
          html`<p class="muted" id="signature-kept" ${!hides.inEditor && html`data-plain-field`}>${say('signature.kept')}</p>`
        }
        <p class="muted" id="signature-help">${say.html('signature.help', { profile: (words) => profileLink(rep, words) })}</p>
        <button class="button primary">${say('signature.save.button')}</button>
      </form>
      ${canImport(rep) && html`<p><a class="button" href="/onboarding/signature/gmail">${say('signature.useGmail.button')}</a></p>`}
      ${button(csrf, '/onboarding/step', say('signature.skip.button'), { fields: { from: 'signature' }, primary: false })}
      <script src="/onboarding/assets/signature.js" type="module"></script>`,
  };
}

/** Where the org's admin and the grant both let us read it; elsewhere nothing is offered (the admin chose so). */
export function canImport({ mailboxProvider, mailboxScopes, tiers }: Rep): boolean {
  return mailboxProvider === 'google' && tiers.google === 'bodies' && canReadBodies(mailboxScopes ?? []);
}

/** To the first page of Settings in the app (ON-6). */
function profileLink(rep: Rep, words: Html): Html {
  const profile = `${lightningOf(rep)}/lightning/n/MSI_Settings?c__page=profile`;
  return html`<a href="${profile}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}
