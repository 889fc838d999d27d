import { html, type Html, type HtmlValue } from '../../platform/html.ts';
import { directionOf } from '../../platform/languages/index.ts';
import type { SayPage } from './words/index.ts';

export const STEPS = ['Salesforce', 'Email', 'Consent', 'Signature', 'Done'] as const;
export type Step = (typeof STEPS)[number];

export interface Page {
  title: string;
  /** Which of the five the person is at; absent on pages outside the rep's way in. */
  step?: Step;
  body: Html;
  /** The page before this one. */
  back?: string;
  /** Moves on by itself after `seconds`. The page holds the same link, for those who do not wait. */
  moveOn?: { to: string; seconds: number };
  /** A form of the page may post itself at once. */
  autoContinue?: boolean;
}

/** One centred card: progress, one heading, one decision. Needs no JavaScript and nothing from elsewhere. */
export function renderPage(say: SayPage, { title, step, body, back, moveOn, autoContinue }: Page): string {
  return html`<!doctype html>
    <html lang="${say.language}" dir="${directionOf(say.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${moveOn && html`<meta http-equiv="refresh" content="${`${String(moveOn.seconds)};url=${moveOn.to}`}" />`}
        <title>${say('frame.title', { title })}</title>
        <link rel="icon" href="/onboarding/assets/mark.svg" />
        <link rel="stylesheet" href="/onboarding/assets/onboarding.css" />
      </head>
      <body>
        <header><img src="/onboarding/assets/mark.svg" alt="" width="32" height="32" />MSI Actions</header>
        <main>
          ${step && progress(say, step)}
          <h1>${title}</h1>
          ${body} ${back && html`<p class="back"><a href="${back}">${say('frame.back.button')}</a></p>`}
        </main>
        ${autoContinue && html`<script src="/onboarding/assets/continue.js" defer></script>`}
      </body>
    </html> `.markup;
}

function progress(say: SayPage, step: Step): Html {
  const now = STEPS.indexOf(step);
  const hidden = (words: Html) => html`<span class="assistive">${words}</span>`;
  return html`<ol class="progress" aria-label="${say('frame.progress')}">
    ${STEPS.map((one, index) => {
      const name = say(`step.${one}`);
      if (index === now) return html`<li class="now" aria-current="step">${name}</li>`;
      return index < now ? html`<li class="passed">${say.html('frame.passed', { step: name, hidden })}</li>` : html`<li>${name}</li>`;
    })}
  </ol>`;
}

/** A form with one button. `csrf` comes from the request; `fields` are hidden. */
export function button(
  csrf: string,
  action: string,
  label: string,
  {
    fields = {},
    primary = true,
    autoContinue = false,
  }: { fields?: Record<string, string>; primary?: boolean; autoContinue?: boolean } = {},
): Html {
  return html`<form method="post" action="${action}" ${autoContinue && html`data-continue`}>
    ${hidden({ csrf, ...fields })}
    <button class="button ${primary && 'primary'}">${label}</button>
  </form>`;
}

export function hidden(fields: Record<string, string>): HtmlValue {
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

export function link(href: string, label: string, primary = true): Html {
  return html`<p><a class="button ${primary && 'primary'}" href="${href}">${label}</a></p>`;
}

/** Leaves for a vendor's page. A redirect out of a form would need their addresses in our content security policy. */
export function leavingPage(say: SayPage, to: string, where: string): Page {
  return {
    title: say('leave.title', { where }),
    body: html`<p>${say('leave.comeBack')}</p>
      ${link(to, say('leave.button', { where }))}`,
    moveOn: { to, seconds: 0 },
  };
}
