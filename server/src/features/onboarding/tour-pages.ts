import { html } from '../../platform/html.ts';
import { button, link, type Page } from './layout.ts';

/** 14. */
export function tourOfferPage(csrf: string): Page {
  return {
    title: 'Take a short tour?',
    step: 'Done',
    body: html`<p>Three short pages show you around the panel in Salesforce.</p>
      ${link('/onboarding/tour/1', 'Start Tour')}
      ${button(csrf, '/onboarding/step', 'Not Now', { fields: { from: 'tour' }, primary: false })}`,
  };
}

/** The pictures are taken by `npm run docs:pictures`, so that they show the panel as it is. */
const TOUR = [
  {
    title: 'The panel',
    text: 'Open a lead, contact, account or opportunity. The MSI Actions panel is on the page, with a button for what you do most: Send Sales Email.',
    picture: 'tour-1.png',
    shows: 'The panel on a lead: the button Send Sales Email and the menu with all actions',
  },
  {
    title: 'After you press Send',
    text: 'The window closes right away, and you have a few seconds to undo. A row in the panel then shows where your email is.',
    picture: 'tour-2.png',
    shows: 'A row of the panel with an email that leaves in a moment, and the button Undo',
  },
  {
    title: 'Nothing gets lost',
    text: 'Open a row to see what happened. If your mailbox does not respond, the row says so, and you decide: Check Again, Mark as Sent or Send Again.',
    picture: 'tour-3.png',
    shows: 'An opened row: the email, and what happened to it',
  },
] as const;
export const TOUR_PAGES = TOUR.length;

export function tourPage(csrf: string, number: number): Page {
  const { title, text, picture, shows } = TOUR[number - 1] ?? TOUR[0];
  const last = number === TOUR_PAGES;
  return {
    title,
    step: 'Done',
    body: html`<p>${text}</p>
      <img class="picture" src="/onboarding/assets/${picture}" alt="${shows}" />
      <p class="muted">Page ${number} of ${TOUR_PAGES}</p>
      ${last ? button(csrf, '/onboarding/step', 'Done', { fields: { from: 'tour' } }) : link(`/onboarding/tour/${String(number + 1)}`, 'Next')}`,
    back: number === 1 ? '/onboarding/setup?step=tour' : `/onboarding/tour/${String(number - 1)}`,
  };
}
