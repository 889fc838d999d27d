import { AppError } from '../../platform/errors.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { withoutLostPictures } from '../../platform/rich-text/lost-pictures.ts';

/** Words as they are kept. What was kept before words were cleaned on their way in is cleaned when it is used. */
export interface KeptBody {
  bodyHtml: string;
  bodyIsClean: boolean;
}

/**
 * What leaves as HTML: the cleaned words in a block that follows their own reading direction. AppError 413 `text_too_large` for words that
 * were kept when nothing was too large.
 */
export function renderHtml({ bodyHtml, bodyIsClean }: KeptBody): string {
  return `<div dir="auto">${withoutLostPictures(bodyIsClean ? bodyHtml : cleanBody(bodyHtml))}</div>`;
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
