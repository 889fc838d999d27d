import { AppError } from '../../platform/errors.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { beginsFromRight, withInlineLook } from '../../platform/rich-text/inline-look.ts';
import { withoutLostPictures } from '../../platform/rich-text/lost-pictures.ts';
import { bodyStyleOf, type EmailFont } from '../email-font/index.ts';

/** Words as they are kept. What was kept before words were cleaned on their way in is cleaned when it is used. */
export interface KeptBody {
  bodyHtml: string;
  bodyIsClean: boolean;
  /** As the org has it now; null: no admin has chosen one. */
  font: EmailFont | null;
}

/**
 * What leaves as HTML: the cleaned words in a block that follows their own reading direction, with font and spacing in each element, as
 * the composers of Gmail and Outlook write them: mail programs agree on nothing that is not said there. AppError 413 `text_too_large` for
 * words that were kept when nothing was too large.
 */
export function renderHtml({ bodyHtml, bodyIsClean, font }: KeptBody): string {
  const style = bodyStyleOf(font);
  const words = withoutLostPictures(bodyIsClean ? bodyHtml : cleanBody(bodyHtml));
  const direction = beginsFromRight(words) ? 'rtl' : 'auto';
  return `<div dir="${direction}" style="${style}">${withInlineLook(words, style)}</div>`;
}

/** As `renderHtml`, for showing: null where the words are too large to be read. */
export function showableHtml(kept: KeptBody): string | null {
  try {
    return renderHtml(kept);
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return null;
    throw error;
  }
}
