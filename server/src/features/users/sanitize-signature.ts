import sanitizeHtml from 'sanitize-html';
import { checkHtml } from '../../platform/capped-html.ts';
import { reachablePicture, withScheme } from '../../platform/web-addresses.ts';

const COLOR = /^[#\w(),.\s%-]+$/;

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['a', 'b', 'blockquote', 'br', 'div', 'em', 'font', 'h1', 'h2', 'h3', 'hr', 'i', 'img', 'li', 'ol', 'p', 's', 'span', 'strong'],
    ...['sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul'],
  ],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    font: ['color', 'face', 'size'],
    '*': ['style', 'align', 'dir', 'width'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https', 'http'] },
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'xml', 'iframe'],
  allowedStyles: {
    '*': {
      color: [COLOR],
      'background-color': [COLOR],
      'font-family': [/^[\w\s,'"-]+$/],
      'font-size': [/^[\d.]+(?:px|pt|em|rem|%)$/],
      'font-weight': [/^\w+$/],
      'font-style': [/^\w+$/],
      'line-height': [/^[\d.]+(?:px|pt|em|rem|%)?$/],
      'text-align': [/^\w+$/],
      'text-decoration': [/^[\w\s]+$/],
      margin: [/^[\d.\s\w%-]+$/],
      padding: [/^[\d.\s\w%-]+$/],
    },
  },
  transformTags: {
    a: (tagName, { href, ...attribs }) => ({ tagName, attribs: href ? { ...attribs, href: withScheme(href) } : attribs }),
    img: (tagName, { src = '', ...attribs }) => ({ tagName, attribs: { ...attribs, src: reachablePicture(src) ?? '' } }),
  },
  // A picture that only the rep's own browser or disk has would be an empty box in every email
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
};

/**
 * Keeps what belongs into a signature and takes out everything that could run, load a frame or hide behind an address, and pictures that a
 * recipient could not load. AppError 413 `text_too_large`.
 */
export function sanitizeSignature(html: string): string {
  checkHtml(html);
  return sanitizeHtml(html, RULES);
}
