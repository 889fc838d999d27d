import { html, type Html, type HtmlValue } from '../../platform/html.ts';
import { dayWords } from '../../platform/languages/index.ts';
import { button, hidden, link, type Page } from './layout.ts';
import { lightningOf } from './lightning-of.ts';
import type { Rep } from './repository.ts';
import type { SayPage } from './words/index.ts';

/**
 * The rep's way in, one function per screen, in order; numbers skip what the vendors show. The first are those of links, in
 * `link-pages.ts`.
 */

export function apiAccessPage(say: SayPage, csrf: string, rep: Rep): Page {
  return {
    title: say('apiAccess.title'),
    step: 'Salesforce',
    body: html`<div class="notice error" role="alert">${say.html('apiAccess.missing')}</div>
      <p>${say('apiAccess.effect')}</p>
      <p>${say('apiAccess.ask')}</p>
      <ul>
        <li>${say.html('apiAccess.profile')}</li>
        <li>${say.html('apiAccess.permissionSet')}</li>
      </ul>
      ${button(csrf, '/onboarding/api-access', say('apiAccess.button'))}
      <p class="muted">${say('apiAccess.later', { address: rep.email })}</p>`,
  };
}

/** 5. */
export function welcomePage(say: SayPage, csrf: string, rep: Rep): Page {
  return {
    title: say('welcome.title', { name: rep.name ?? rep.email }),
    step: 'Salesforce',
    body: html`<div class="notice" role="status">${say('welcome.connected')}</div>
      <p>${say('welcome.steps')}</p>
      ${button(csrf, '/onboarding/step', say('welcome.button'), { fields: { from: 'welcome' } })}`,
  };
}

/** 6. */
export function introPage(say: SayPage, csrf: string): Page {
  return {
    title: say('intro.title'),
    step: 'Email',
    body: html`<p>${say('intro.sending')}</p>
      <p>${say('intro.logging')}</p>
      ${button(csrf, '/onboarding/step', say('next.button'), { fields: { from: 'intro' } })}`,
  };
}

/** 7. */
export function mailboxPage(say: SayPage, csrf: string, rep: Rep, problem: string | null = null): Page {
  const { google, microsoft } = rep.tiers;
  return {
    title: say('mailbox.title'),
    step: 'Email',
    body: html`${problem && html`<div class="notice error" role="alert">${problem}</div>`}
      ${rep.mailboxAddress && keepMailbox(say, rep.mailboxAddress)}
      <form method="post" action="/onboarding/mailbox">
        ${hidden({ csrf })}
        <fieldset>
          <legend>${say('mailbox.provider')}</legend>
          <label class="choice"><input type="radio" name="provider" value="google" required /> Gmail</label>
          <label class="choice"><input type="radio" name="provider" value="microsoft" /> Outlook</label>
        </fieldset>
        <button class="button primary">${say('next.button')}</button>
      </form>
      <p class="muted">${say('mailbox.signIn', { address: rep.email })}</p>
      <ul class="muted">
        ${
          google === microsoft
            ? html`<li>${say(`tier.${google}`)}</li>`
            : html`<li>${say('tier.of', { vendor: 'Gmail', tier: say(`tier.${google}`) })}</li>
                <li>${say('tier.of', { vendor: 'Outlook', tier: say(`tier.${microsoft}`) })}</li>`
        }
      </ul>`,
  };
}

function keepMailbox(say: SayPage, address: string): Html {
  return html`<div class="notice" role="status">${say('mailbox.connected', { address })}</div>
    ${link('/onboarding/setup?step=signature', say('mailbox.keep', { address }))}
    <p>${say('mailbox.instead')}</p>`;
}

export function confirmAddressPage(
  say: SayPage,
  csrf: string,
  { provider, address, userAddress, confirmation }: { provider: string; address: string; userAddress: string; confirmation: string },
): Page {
  return {
    title: say('confirm.title'),
    step: 'Consent',
    body: html`<p>${say.html('confirm.addresses', { address, userAddress })}</p>
      <p>${say('confirm.effect', { address })}</p>
      ${button(csrf, '/onboarding/confirm-mailbox', say('confirm.yes', { address }), { fields: { provider, confirmation, answer: 'yes' } })}
      ${button(csrf, '/onboarding/confirm-mailbox', say('confirm.no.button'), {
        fields: { provider, confirmation, answer: 'no' },
        primary: false,
      })}`,
  };
}

/** 11. */
export function connectedPage(say: SayPage, rep: Rep): Page {
  return {
    title: say('connected.title'),
    step: 'Consent',
    body: html`<div class="notice" role="status">${say.html('connected.address', { address: rep.mailboxAddress ?? '' })}</div>
      ${endsByItself(say, rep)}
      ${
        rep.step === 'done'
          ? html`<p>${say('connected.close')}</p>
              ${link(salesforceHome(rep), say('exit.launch.button'))}`
          : link('/onboarding/setup', say('connected.button'))
      }`,
    ...(rep.step === 'done' ? {} : { back: '/onboarding/setup?step=mailbox' }),
  };
}

/** 13. */
export function finishPage(say: SayPage, csrf: string, rep: Rep): Page {
  return {
    title: say('finish.title'),
    step: 'Done',
    body: html`<dl>
        <dt>${say('finish.salesforce')}</dt>
        <dd>${say('finish.person', { name: rep.name ?? rep.email, org: rep.orgName })}</dd>
        <dt>${say('finish.mailbox')}</dt>
        <dd>${rep.mailboxAddress ?? say('finish.noMailbox')}</dd>
      </dl>
      ${endsByItself(say, rep)} ${button(csrf, '/onboarding/step', say('finish.button'), { fields: { from: 'finish' } })}`,
  };
}

/** A Google project whose consent screen is in testing gives grants of seven days, which nobody would expect. */
function endsByItself(say: SayPage, { mailboxEndsAt }: Rep): HtmlValue {
  return (
    mailboxEndsAt &&
    html`<div class="notice error" role="alert">${say('connected.endsByItself', { day: dayWords(say.language, mailboxEndsAt) })}</div>`
  );
}

/** 15. */
export function exitPage(say: SayPage, rep: Rep): Page {
  return {
    title: say('exit.title'),
    step: 'Done',
    body: html`<p>${rep.mailboxAddress ? say.html('exit.readyFor', { address: rep.mailboxAddress }) : say('exit.ready')}</p>
      ${link(`${lightningOf(rep)}/lightning/app/c__MSI_Actions`, say('exit.open.button'))}
      ${link(salesforceHome(rep), say('exit.launch.button'), false)}`,
  };
}

function salesforceHome(rep: Rep): string {
  return `${lightningOf(rep)}/lightning/page/home`;
}
