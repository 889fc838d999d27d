import sanitize from 'sanitize-html';
import { checkHtml } from './capped-html.ts';
import { reachablePicture } from './web-addresses.ts';
import { absoluteLink, ALLOWED_HTML } from './allowed-html.ts';

const RULES: sanitize.IOptions = {
  ...ALLOWED_HTML,
  transformTags: {
    a: absoluteLink,
    img: (tagName, { src = '', ...others }) => ({ tagName, attribs: { ...others, src: reachablePicture(src) ?? '' } }),
  },
  // A picture that only the rep's own browser or disk has would be an empty box in every email
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
};

/** As long as a signature may be, markup included. */
export const MOST_SIGNATURE_CHARACTERS = 100_000;

/**
 * Keeps what belongs into a signature and takes out everything that could run, load a frame or hide behind an address, and pictures that a
 * recipient could not load. AppError 413 `text_too_large`.
 */
export function sanitizeSignature(html: string): string {
  checkHtml(html);
  return sanitize(html, RULES);
}
