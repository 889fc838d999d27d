import sanitize from 'sanitize-html';
import { checkHtml } from './capped-html.ts';
import { reachablePicture } from './web-addresses.ts';
import { absoluteLink, ALLOWED_HTML } from './allowed-html.ts';
import { pictureName } from './lost-pictures.ts';

const RULES: sanitize.IOptions = {
  ...ALLOWED_HTML,
  transformTags: { a: absoluteLink, img: (tagName, attributes) => ({ tagName, attribs: sendablePicture(attributes) }) },
};

/** Without an address where the recipient's mail program could not load it; then its name stays, for the rep to know which one it was. */
function sendablePicture(attributes: sanitize.Attributes): sanitize.Attributes {
  const { src = '', alt, ...others } = attributes;
  const address = reachablePicture(src);
  if (address) return { ...attributes, src: address };
  const name = pictureName(alt, src);
  return name ? { ...others, alt: name } : others;
}

/**
 * EM-7: the rep's words with their formatting; scripts, style sheets, frames and forms do not survive. To be called once, where words come
 * in. AppError 413 `text_too_large`.
 */
export function cleanBody(html: string): string {
  checkHtml(html);
  return sanitize(html, RULES).trim();
}
