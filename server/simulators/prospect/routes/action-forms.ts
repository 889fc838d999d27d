import { html, type Html } from '../../common/index.ts';
import { AWAY_LANGUAGES } from '../../mail/index.ts';
import type { ReceivedMessage } from '../entities.ts';
import { answerAddress, colleagueOf, othersIn } from '../store.ts';
import { VISITORS, type Targets } from '../visits.ts';

/** What can be done about a message, by the name of the action. */
export const ACTIONS = {
  reply: 'Reply',
  'reply-from': 'Reply from another address',
  'reply-from-cc': 'Reply from a Cc',
  'reply-from-colleague': 'Reply from a colleague',
  'reply-in-new-thread': 'Reply with a new subject',
  'out-of-office': 'Out of office',
  'auto-reply': 'Ticket robot',
  'read-receipt': 'Read receipt',
  bounce: 'Bounce',
  'forged-bounce': 'Forged bounce',
  open: 'Open',
  click: 'Click',
};
type ActionName = keyof typeof ACTIONS;

const BOUNCE_CHOICES = {
  unknown_address: 'The address does not exist',
  mailbox_full: 'The mailbox is full',
  blocked: 'Blocked by a policy',
  spam: 'Taken for spam',
  too_large: 'The message is too large',
  sending_limit: 'The sender has sent too much',
  delayed: 'Delayed for now',
  multi: 'Everybody the message names, each for another reason',
};
const PROGRAM_CHOICES = { exchange: 'Exchange', gmail: "Gmail's vacation responder", vacation: 'A mail server' };
const WORDING_CHOICES = { until: '“Away until the day before”', back: '“Back on that day”' };
const HOST_CHOICES = { '': "The sender's own mail host", google: 'Gmail', microsoft: 'Exchange Online', smtp: 'Another mail server' };

/** The forms under a message; each posts to `<path>/<action>`. */
export function actionForms(message: ReceivedMessage, path: string, { images, links }: Targets): Html {
  const form = (action: ActionName, fields: Html | null, button: string) =>
    html`<h2 id="${action}">${ACTIONS[action]}</h2>
      <form method="post" action="${path}/${action}">
        ${fields}
        <p><button type="submit">${button}</button></p>
      </form>`;
  const impossible = (action: ActionName, why: string) =>
    html`<h2 id="${action}">${ACTIONS[action]}</h2>
      <p class="muted">${why}</p>`;
  const others = othersIn(message);

  return html`
    ${form('reply', textField('reply-text', 'Your reply', 'Thanks, this is interesting. Can we talk on Thursday?'), 'Reply')}
    ${form(
      'reply-from',
      html`${addressField('reply-from-address', `assistant@${message.mailbox.split('@')[1] ?? 'globex.example'}`)}
      ${textField('reply-from-text', 'Reply as someone else', 'I answer for my colleague: yes, we are interested.')}`,
      'Reply from this address',
    )}
    ${
      others.length === 0
        ? impossible('reply-from-cc', 'The message names nobody else who could answer.')
        : form(
            'reply-from-cc',
            html`${select('reply-from-cc-address', 'from', 'From', Object.fromEntries(others.map((other) => [other, other])))}
            ${textField('reply-from-cc-text', 'Reply as this reader', 'I was in copy: count me in.')}`,
            'Reply as this reader',
          )
    }
    ${form(
      'reply-from-colleague',
      html`${addressField('reply-from-colleague-address', colleagueOf(message))}
      ${textField('reply-from-colleague-text', 'Reply to a forwarded copy', 'This was forwarded to me. I handle purchasing here.')}`,
      'Reply as a colleague',
    )}
    ${form(
      'reply-in-new-thread',
      textField('reply-in-new-thread-text', 'Your words', 'Something else: do you work with resellers?'),
      'Send',
    )}
    ${form(
      'out-of-office',
      html`${select('away-language', 'language', 'Language', languageChoices())} <label for="away-returns">First day back (optional)</label
        ><input
          id="away-returns"
          name="returnsOn"
          type="text"
          inputmode="numeric"
          placeholder="2026-12-03"
          pattern="\\d{4}-\\d{2}-\\d{2}"
        />
        ${select('away-wording', 'wording', 'In the words', WORDING_CHOICES)}
        ${select('away-program', 'program', 'Sent by', PROGRAM_CHOICES)}
        <label for="away-text">Own words instead (optional)</label><textarea id="away-text" name="text"></textarea>`,
      'Answer automatically',
    )}
    ${form('auto-reply', null, 'Answer as a ticket system')} ${form('read-receipt', null, 'Send a read receipt')}
    ${form(
      'bounce',
      html`${select('bounce-kind', 'kind', 'Why it could not be delivered', BOUNCE_CHOICES)}
      ${select('bounce-host', 'host', 'Whose report', HOST_CHOICES)}`,
      'Bounce',
    )}
    ${form(
      'forged-bounce',
      html`<p class="muted">A report that names another message than the one that was sent.</p>`,
      'Send a forged bounce',
    )}
    ${
      images.length === 0
        ? impossible('open', 'There are no images that opening would load.')
        : form(
            'open',
            html`<p class="muted">Loads from the sender: ${images.join(', ')}</p>
              ${visitorField('open-visitor')}`,
            'Open',
          )
    }
    ${
      links.length === 0
        ? impossible('click', 'There are no links to click.')
        : form(
            'click',
            html`${select('click-link', 'link', 'Link', Object.fromEntries(links.map((link) => [link, link])))}
            ${visitorField('click-visitor')}`,
            'Click',
          )
    }
    <p class="muted">Answers go to ${answerAddress(message)}.</p>
  `;
}

function textField(id: string, label: string, text: string): Html {
  return html`<label for="${id}">${label}</label><textarea id="${id}" name="text" required>${text}</textarea>`;
}

function addressField(id: string, address: string): Html {
  return html`<label for="${id}">From</label><input id="${id}" name="from" type="email" value="${address}" required />`;
}

function select(id: string, name: string, label: string, choices: Record<string, string>): Html {
  return html`<label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      ${Object.entries(choices).map(([value, words]) => html`<option value="${value}">${words}</option>`)}
    </select>`;
}

function visitorField(id: string): Html {
  return select(id, 'visitor', 'By', Object.fromEntries(Object.entries(VISITORS).map(([value, { label }]) => [value, label])));
}

function languageChoices(): Record<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return Object.fromEntries(AWAY_LANGUAGES.map((language) => [language, names.of(language) ?? language]));
}
