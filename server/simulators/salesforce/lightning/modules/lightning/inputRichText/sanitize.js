const KEPT = new Set(['P', 'BR', 'STRONG', 'EM', 'U', 'S', 'UL', 'OL', 'LI', 'A', 'BLOCKQUOTE', 'IMG', 'H1', 'H2', 'H3']);
const RENAMED = { B: 'STRONG', I: 'EM', STRIKE: 'S', DEL: 'S', DIV: 'P', H4: 'H3', H5: 'H3', H6: 'H3' };
const DROPPED = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'OBJECT',
  'IFRAME',
  'TEMPLATE',
  'SVG',
  'FORM',
  'BUTTON',
  'INPUT',
]);
const BLOCKS = new Set(['P', 'UL', 'OL', 'BLOCKQUOTE', 'H1', 'H2', 'H3']);
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const SAFE_IMAGE = /^(https?:|data:image\/(png|jpeg|gif|webp);base64,)/i;

/** HTML with nothing left but the tags, links and images that the editor knows. Reads it in an inert document. */
export function sanitize(html) {
  const { body } = new DOMParser().parseFromString(html ?? '', 'text/html');
  const result = document.implementation.createHTMLDocument('').body;
  appendClean(body, result);
  return result.innerHTML;
}

function appendClean(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.tagName.toUpperCase())) appendElement(node, to);
  }
}

function appendElement(element, to) {
  const tag = RENAMED[element.tagName] ?? element.tagName;
  // a block in a paragraph, as after <div><div>, would be torn apart by the parser
  const isNestedParagraph =
    tag === 'P' && (to.tagName === 'P' || [...element.children].some((child) => BLOCKS.has(RENAMED[child.tagName] ?? child.tagName)));
  if (!KEPT.has(tag) || isNestedParagraph) {
    appendClean(element, to);
    return;
  }
  const clean = to.ownerDocument.createElement(tag);
  if (tag === 'A') {
    const href = normalizeLink(element.getAttribute('href') ?? '');
    if (!href) {
      appendClean(element, to);
      return;
    }
    clean.setAttribute('href', href);
    clean.setAttribute('target', '_blank');
  }
  if (tag === 'IMG') {
    const source = element.getAttribute('src') ?? '';
    if (!SAFE_IMAGE.test(source)) return;
    clean.setAttribute('src', source);
    clean.setAttribute('alt', element.getAttribute('alt') ?? '');
  }
  appendClean(element, clean);
  to.append(clean);
}

/** An address that may stand in a link, with https where no protocol was written; undefined for any other protocol. */
export function normalizeLink(address) {
  const text = address.trim();
  if (!text || SAFE_LINK.test(text)) return text || undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  return text.includes('@') && !text.includes('/') ? `mailto:${text}` : `https://${text.replace(/^\/+/, '')}`;
}
