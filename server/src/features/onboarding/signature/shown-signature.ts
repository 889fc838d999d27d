import sanitize from 'sanitize-html';
import { html } from '../../../platform/html.ts';
import { plainText } from '../../../platform/rich-text/plain-text.ts';
import { sanitizeSignature } from '../../../platform/rich-text/sanitize-signature.ts';

/** What the editor of the page can write. `u`, colours, pictures and tables it cannot. */
const EDITOR_TAGS = ['div', 'p', 'br', 'b', 'strong', 'i', 'em', 'a', 'ul', 'ol', 'li'];
/** Begin a line of their own, so that their words do not run together when the element goes. */
const LINES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'address', 'center', 'tr', 'td', 'th', 'dl', 'dt', 'dd', 'caption'];
const RULES: sanitize.IOptions = {
  allowedTags: EDITOR_TAGS,
  allowedAttributes: { a: ['href'] },
  transformTags: Object.fromEntries(LINES.map((tag) => [tag, 'div'])),
};
/** These say nothing that a reader would miss. */
const NO_LOSS: sanitize.IOptions = { allowedTags: [...EDITOR_TAGS, 'span'], allowedAttributes: { a: ['href'], '*': ['dir'] } };

/** A signature as the fields of the page show it. */
export interface ShownSignature {
  /** All of it, cleaned. */
  html: string;
  /** For the plain field. */
  text: string;
  /** For the editor. */
  editable: string;
  /** Who shows less than there is. */
  hides: { inText: boolean; inEditor: boolean };
}

/** AppError 413 `text_too_large`. */
export function showSignature(signatureHtml: string): ShownSignature {
  const clean = sanitizeSignature(signatureHtml);
  const text = asText(clean);
  return {
    html: clean,
    text,
    editable: sanitize(clean, RULES),
    hides: { inText: ofLines(text) !== clean, inEditor: sanitize(clean, NO_LOSS) !== clean },
  };
}

/**
 * What a form saves. The words of the plain field count; as long as they are those of the signature that it showed, all of that stays, with
 * what a plain field cannot show. The editor sends no plain words. AppError 413 `text_too_large`.
 */
export function signatureOfForm({ html: shown, signature: words }: { html: string; signature?: string | undefined }): string {
  const clean = sanitizeSignature(shown);
  if (words === undefined) return clean;
  const text = normalised(words);
  return text === asText(clean) ? clean : sanitizeSignature(ofLines(text));
}

function asText(signatureHtml: string): string {
  return normalised(plainText(signatureHtml));
}

/** Browsers send line ends as CRLF. */
function normalised(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function ofLines(text: string): string {
  return text
    .split('\n')
    .map((line) => html`${line}`.markup)
    .join('<br />');
}
