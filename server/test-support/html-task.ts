import { AppError } from '../src/platform/errors.ts';
import { threadTask } from '../src/platform/threads.ts';
import { sanitizeSignature } from '../src/platform/rich-text/sanitize-signature.ts';
import { cleanBody } from '../src/platform/rich-text/clean-body.ts';
import { findLostPictures } from '../src/platform/rich-text/lost-pictures.ts';
import { plainText } from '../src/platform/rich-text/plain-text.ts';
import { renderHtml } from '../src/features/send-engine/render-html.ts';

/** What came of one text on all the ways that HTML takes through the product. */
interface HtmlOutcome {
  isRefused: boolean;
  faults: string[];
}

const UNSAFE =
  /<(?:script|style|iframe|svg|math|form|textarea|template|noscript|select)\b|<[^>]* (?:on\w+=|(?:href|src)="\s*(?:javascript|data):|style="[^"]*url\()/i;

/** For the fuzz test: a thread that takes too long is ended by whoever started it. */
export default threadTask((html: string): HtmlOutcome => {
  const faults: string[] = [];
  try {
    const clean = cleanBody(html);
    if (UNSAFE.test(clean)) faults.push('something unsafe was left');
    const leaving = renderHtml({ bodyHtml: clean, bodyIsClean: true, font: null });
    if (UNSAFE.test(leaving)) faults.push('something unsafe leaves');
    if (findLostPictures(leaving).length > 0) faults.push('an empty box is left');
    if (!plainText(leaving).isWellFormed() && html.isWellFormed()) faults.push('half a character came out');
    sanitizeSignature(html);
    return { isRefused: false, faults };
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return { isRefused: true, faults };
    throw error;
  }
});
