import type { IOptions } from 'sanitize-html';
import { withScheme } from './web-addresses.ts';

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

/**
 * What rich text may hold, in bodies and in signatures alike: formatting that mail programs show, links and pictures. Scripts, style
 * sheets, frames and forms do not survive (EM-7). What becomes of a picture is for each use to say.
 */
export const ALLOWED_HTML: IOptions = {
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
};

/** A link leads to where it was meant to, also when its writer left the scheme out. */
export function absoluteLink(tagName: string, { href, ...others }: Record<string, string>) {
  return { tagName, attribs: href ? { ...others, href: withScheme(href) } : others };
}
