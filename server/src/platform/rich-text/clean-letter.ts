import sanitize from 'sanitize-html';
import { checkHtml } from './capped-html.ts';

const RULES: sanitize.IOptions = {
  allowedTags: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li'],
  allowedAttributes: {},
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head', 'xml', 'iframe'],
};

/**
 * The words of a letter that leaves from our own address to people who have not signed in yet: paragraphs, lists and emphasis. No links and
 * no pictures, so that nobody can make us write them to strangers. AppError 413 `text_too_large`.
 */
export function cleanLetter(html: string): string {
  checkHtml(html);
  return sanitize(html, RULES).trim();
}
