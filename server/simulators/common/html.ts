import type { FastifyReply } from 'fastify';
import { PAGE_STYLE } from './page-style.ts';

/** Markup that is already safe; made only by `html` and `trusted`. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | Html | readonly Html[] | null | undefined | false;

/** Template tag: every value is escaped unless it is markup made by this tag. Null, undefined and false print nothing. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(parts.map((part, index) => part + print(values[index])).join(''));
}

/** Marks text as markup that needs no escaping. Never for anything that came from outside. */
function trusted(text: string): Html {
  return new Html(text);
}

/** Hidden form fields that carry values from one page to the next; undefined values are left out. */
export function hiddenFields(values: Readonly<Record<string, string | undefined>>): Html[] {
  return Object.entries(values)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

export interface Page {
  title: string;
  /** Name of the vendor, shown above the title. */
  brand: string;
  body: Html;
  /** CSS colour of the brand line and the main button. */
  accent?: string;
  /** `card` is a small centred box for sign-in and consent; `wide` fills the window, for mailboxes. */
  layout?: 'card' | 'wide';
  status?: number;
}

/** Sends a whole page. Scripts are forbidden by policy, so pages must work with links and forms alone. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .code(page.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; frame-src 'self' data:; base-uri 'none'",
    )
    .send(renderPage(page));
}

export function renderPage({ title, brand, body, accent, layout = 'card' }: Page): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - ${brand}</title>
        <style>
          ${trusted(PAGE_STYLE)} :root {
            --accent: ${safeColour(accent)};
          }
        </style>
      </head>
      <body class="${layout}">
        <main>
          <p class="brand">${brand}</p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.text;
}

function print(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'string' || typeof value === 'number' ? escapeHtml(String(value)) : value.map(print).join('');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function safeColour(colour: string | undefined): string {
  return colour && /^#[0-9a-f]{3,8}$/i.test(colour) ? colour : '#0b5cab';
}
