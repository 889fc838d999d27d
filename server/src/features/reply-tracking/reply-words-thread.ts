import PostalMime from 'postal-mime';
import { AppError } from '../../platform/errors.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { withoutPictures } from '../../platform/rich-text/lost-pictures.ts';
import { storable } from '../../platform/text.ts';
import { threadTask } from '../../platform/threads.ts';
import type { ReplyTask, ReplyWords } from './read-reply.ts';

/** Runs in a thread of its own: one message that a stranger wrote. */
export default threadTask(async ({ raw }: ReplyTask): Promise<ReplyWords> => {
  const { html, text, from } = await PostalMime.parse(raw);
  const name = from?.name.trim();
  return storable({ html: cleaned(html ?? htmlOf(text ?? '')), who: name || null });
});

function cleaned(html: string): string | null {
  try {
    return withoutPictures(cleanBody(html));
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return null;
    throw error;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A plain text with its lines. */
function htmlOf(text: string): string {
  const escaped = text.trim().replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
  return `<p>${escaped.replace(/\r?\n/g, '<br>')}</p>`;
}
