import sanitize from 'sanitize-html';
import { checkHtml } from '../../platform/capped-html.ts';
import { reachablePicture, withScheme } from '../../platform/web-addresses.ts';
import { pictureName } from './lost-pictures.ts';

const STYLES = [
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'list-style-type',
  'text-align',
  'text-decoration',
  'text-indent',
  'vertical-align',
  'white-space',
  'width',
  'max-width',
  'height',
  ...['', '-top', '-right', '-bottom', '-left'].flatMap((side) => [`margin${side}`, `padding${side}`, `border${side}`]),
  'border-collapse',
  'border-radius',
];
/** Anything but `url(…)`, `expression(…)` and the like: a style must not fetch or run. */
const HARMLESS_VALUE = /^(?!.*(?:url|expression|javascript|@import)\s*[(:]).{1,200}$/i;

const RULES: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'div', 'span', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'address', 'center', 'font'],
    ...['b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'ins', 'sub', 'sup', 'small', 'big', 'mark', 'a', 'img'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    '*': ['style', 'dir', 'lang', 'title', 'align'],
    a: ['href', 'name'],
    img: ['src', 'alt', 'width', 'height'],
    font: ['color', 'face', 'size'],
    ol: ['start', 'type'],
    table: ['border', 'cellpadding', 'cellspacing', 'width', 'bgcolor', 'role'],
    td: ['colspan', 'rowspan', 'width', 'height', 'valign', 'bgcolor'],
    th: ['colspan', 'rowspan', 'width', 'height', 'valign', 'bgcolor', 'scope'],
    col: ['span', 'width'],
  },
  allowedStyles: { '*': Object.fromEntries(STYLES.map((property) => [property, [HARMLESS_VALUE]])) },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  // What stands between these tags is code, not words
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'xml', 'iframe'],
  transformTags: {
    a: (tagName, { href, ...attribs }) => ({ tagName, attribs: href ? { ...attribs, href: withScheme(href) } : attribs }),
    img: (tagName, attributes) => ({ tagName, attribs: sendablePicture(attributes) }),
  },
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
