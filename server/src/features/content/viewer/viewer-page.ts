import { html, type Html } from '../../../platform/html.ts';
import { directionOf, type Language } from '../../../platform/languages/index.ts';
import { megabytes } from '../../files/index.ts';
import type { ShownContent, ShownPage } from '../viewer-repository.ts';
import type { SayContent } from '../words/index.ts';

/**
 * Who learns what is done on a page. `tells`: the sender; `quiet`: nobody, as its reader has chosen, and `browser`: as the browser wants;
 * `own`: nobody, because a colleague reads it; `look`: a rep looks at it as recipients do; `never`: the link is not tracked.
 */
export type Telling = 'tells' | 'quiet' | 'browser' | 'own' | 'look' | 'never';

export interface ViewerPage {
  content: ShownContent;
  pages: readonly ShownPage[];
  /** What the addresses of its parts begin with. */
  path: string;
  /** The last part of the address of its link; empty for a rep's own look. */
  linkName: string;
  telling: Telling;
}

/** These load with the page; the others when they come near. */
const AT_ONCE = 2;

/** A content as its recipients see it. Needs no JavaScript and nothing from elsewhere; names nobody but the sender. */
export function viewerPage(say: SayContent, { content, pages, path, linkName, telling }: ViewerPage): string {
  const { name, orgName } = content;
  const views = telling === 'tells' && html`data-views="${path}/views"`;
  return frame(
    say,
    say('frame.title', { name, company: orgName }),
    html`<main ${views}>
        <p class="company"><bdi>${orgName}</bdi></p>
        ${telling === 'look' && html`<p class="notice" role="status">${say.html('telling.look', { company: bdi(orgName) })}</p>`}
        <h1><bdi>${name}</bdi></h1>
        ${sender(say, content)} ${tellingLine(say, content, linkName, telling)}
        ${pages.length > 0 ? pageList(say, { content, pages, path }) : downloadCard(say, content, path)}
      </main>
      <script src="/content/assets/viewer.js" type="module"></script>`,
  );
}

/** The one page of every address that shows nothing, and of a failure. */
export function emptyPage(say: SayContent, kind: 'gone' | 'trouble'): string {
  const title = say(`${kind}.title`);
  return frame(
    say,
    title,
    html`<main class="card">
      <h1>${title}</h1>
      <p>${say(`${kind}.text`)}</p>
    </main>`,
  );
}

function frame(say: SayContent, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${say.language}" dir="${directionOf(say.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/content/assets/viewer.css" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;
}

function sender(say: SayContent, { senderName, senderAddress }: ShownContent): Html {
  const address = html`<a href="mailto:${encodeURIComponent(senderAddress).replace('%40', '@')}"><bdi>${senderAddress}</bdi></a>`;
  if (senderName === null) return html`<p class="sender">${say.html('page.sender', { sender: address })}</p>`;
  return html`<p class="sender">${say.html('page.sender', { sender: bdi(senderName) })}<br />${address}</p>`;
}

function pageList(say: SayContent, { content, pages, path }: Pick<ViewerPage, 'content' | 'pages' | 'path'>): Html {
  const count = content.pageCount ?? pages.length;
  return html`<nav class="bar" aria-label="${say('page.tools')}">
      <span class="place" role="status">${say('page.pages', { count })}</span>
      ${pages.length > 1 && steps(say)} ${download(say, content, path)}
    </nav>
    <div class="pages">
      ${pages.map(
        ({ number, width, height }, index) =>
          html`<img
            class="page"
            id="page-${number}"
            src="${path}/pages/${number}"
            alt="${say('page.place', { page: number, count })}"
            width="${width}"
            height="${height}"
            loading="${index < AT_ONCE ? 'eager' : 'lazy'}"
            decoding="async"
            data-page="${number}"
          />`,
      )}
    </div>
    ${pages.length < count && html`<p class="notice">${say('page.first', { shown: pages.length, count })}</p>`}`;
}

/** A script shows them, which they need. */
function steps(say: SayContent): Html {
  return html`<button class="button" type="button" data-step="-1" hidden>${say('page.previous.button')}</button>
    <button class="button" type="button" data-step="1" hidden>${say('page.next.button')}</button>`;
}

function downloadCard(say: SayContent, content: ShownContent, path: string): Html {
  const { state, stateReason } = content;
  const why = stateReason === 'locked' ? 'page.locked' : 'page.downloadOnly';
  return html`<div class="card">
    <p>${say(state === 'no_pages' ? why : 'page.preparing')}</p>
    ${state !== 'no_pages' && html`<a class="button" href="">${say('page.again.button')}</a>`} ${download(say, content, path)}
  </div>`;
}

function download(say: SayContent, { size }: ShownContent, path: string): Html {
  return html`<a class="button primary" href="${path}/file" data-download>
    ${say('page.download.button')} <span class="size">${sizeWords(say.language, size)}</span>
  </a>`;
}

/** Above the pages: whoever reads the first one has learnt of it. */
function tellingLine(
  say: SayContent,
  { senderName, senderAddress, orgName }: ShownContent,
  linkName: string,
  telling: Telling,
): Html | false {
  if (telling === 'never' || telling === 'look') return false;
  const words = say.html(`telling.${telling}`, { sender: bdi(senderName ?? senderAddress), company: bdi(orgName) });
  return html`<div class="telling">
    <p>${words}</p>
    ${telling === 'tells' && choice(say('telling.stop.button'), linkName, 'yes')}
    ${telling === 'quiet' && choice(say('telling.start.button'), linkName, 'no')}
  </div>`;
}

function choice(label: string, linkName: string, quiet: 'yes' | 'no'): Html {
  return html`<form method="post" action="/content/quiet">
    <input type="hidden" name="link" value="${linkName}" />
    <button class="button" name="quiet" value="${quiet}">${label}</button>
  </form>`;
}

/** A name keeps its own direction and turns nothing around it. */
function bdi(name: string): Html {
  return html`<bdi>${name}</bdi>`;
}

/** Rounded as the panel does it (`sizeText` of c/fileUpload). */
function sizeWords(language: Language, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), 'kilobyte'] : [megabytes(bytes), 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
