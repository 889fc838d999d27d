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

const TOUR: readonly { title: string; text: string }[] = [
  {
    title: 'The panel',
    text: 'Open a lead, contact, account or opportunity. The MSI Actions panel is on the page, with a button for what you do most: Send Sales Email.',
  },
  {
    title: 'After you press Send',
    text: 'The window closes right away, and you have a few seconds to undo. A row in the panel then shows where your email is.',
  },
  {
    title: 'Nothing gets lost',
    text: 'If your mailbox does not respond, the row says so, and you decide: Look Again, Mark as Sent or Send Again.',
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
      <p class="muted">Page ${number} of ${TOUR_PAGES}</p>
      ${last ? button(csrf, '/onboarding/step', 'Done', { fields: { from: 'tour' } }) : link(`/onboarding/tour/${String(number + 1)}`, 'Next')}`,
    back: number === 1 ? '/onboarding/setup?step=tour' : `/onboarding/tour/${String(number - 1)}`,
  };
}
