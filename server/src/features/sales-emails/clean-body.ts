import sanitize from 'sanitize-html';

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
  allowedSchemesByTag: { img: ['http', 'https', 'cid'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  // What stands between these tags is code, not words
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'xml'],
  transformTags: {
    a: (tagName, attributes) => ({
      tagName,
      attribs: attributes['href'] ? { ...attributes, href: withScheme(attributes['href']) } : attributes,
    }),
  },
};

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LOOKS_LIKE_A_HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]|$)/u;

/** People type `www.acme.example`; a mail program would take that for a file of its own. */
function withScheme(href: string): string {
  const trimmed = href.trim();
  return !HAS_SCHEME.test(trimmed) && LOOKS_LIKE_A_HOST.test(trimmed) ? `https://${trimmed}` : trimmed;
}

/** EM-7: the rep's words with their formatting; scripts, style sheets, frames and forms do not survive. */
export const cleanBody = (html: string): string => sanitize(html, RULES).trim();

/** What leaves as HTML: the cleaned words in a block that follows their own reading direction. */
export const renderHtml = (bodyHtml: string): string => `<div dir="auto">${cleanBody(bodyHtml)}</div>`;
