import { html } from '../../platform/html.ts';
import { button, link, type Page } from './layout.ts';
import type { SayPage } from './words/index.ts';

/** 14. */
export function tourOfferPage(say: SayPage, csrf: string): Page {
  return {
    title: say('tour.offer'),
    step: 'Done',
    body: html`<p>${say('tour.what')}</p>
      ${link('/onboarding/tour/1', say('tour.start.button'))}
      ${button(csrf, '/onboarding/step', say('tour.skip.button'), { fields: { from: 'tour' }, primary: false })}`,
  };
}

/** Each has its words under its number. The pictures are taken by `npm run docs:pictures`, so that they show the panel as it is. */
const TOUR = ['1', '2', '3'] as const;
export const TOUR_PAGES = TOUR.length;

export function tourPage(say: SayPage, csrf: string, number: number): Page {
  const page = TOUR[number - 1] ?? '1';
  const last = number === TOUR_PAGES;
  return {
    title: say(`tour.${page}.title`),
    step: 'Done',
    body: html`<p>${say(`tour.${page}.text`)}</p>
      <img class="picture" src="/onboarding/assets/tour-${page}.png" alt="${say(`tour.${page}.picture`)}" />
      <p class="muted">${say('tour.page', { number, pages: TOUR_PAGES })}</p>
      ${
        last
          ? button(csrf, '/onboarding/step', say('tour.done.button'), { fields: { from: 'tour' } })
          : link(`/onboarding/tour/${String(number + 1)}`, say('next.button'))
      }`,
    back: number === 1 ? '/onboarding/setup?step=tour' : `/onboarding/tour/${String(number - 1)}`,
  };
}
