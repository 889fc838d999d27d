import { AppError } from '../../platform/errors.ts';
import { languageOf, localeOf, type Language } from '../../platform/region.ts';
import { checkHtml } from '../../platform/rich-text/capped-html.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { withoutLostPictures } from '../../platform/rich-text/lost-pictures.ts';
import { withoutFields } from '../dynamic-fields/index.ts';
import { dayIn, momentWords, timeOfDayIn } from '../../platform/zoned-time.ts';

/** The rep who writes: the line above a quote is in their language and tells their time. */
export interface Writer {
  language: string | null;
  locale: string | null;
  timeZone: string | null;
}

export interface Quoted {
  who: string;
  at: Date;
  html: string;
}

const WROTE: Record<Language, (who: string, at: string) => string> = {
  en: (who, at) => `On ${at}, ${who} wrote:`,
  fr: (who, at) => `Le ${at}, ${who} a écrit :`,
  de: (who, at) => `Am ${at} schrieb ${who}:`,
  ja: (who, at) => `${at}、${who}のメール:`,
  pt: (who, at) => `Em ${at}, ${who} escreveu:`,
  es: (who, at) => `El ${at}, ${who} escribió:`,
};

/** What an earlier email said, below a line that names who wrote it and when. Null where it would leave too little room for what is new. */
export function quoteOf({ who, at, html }: Quoted, { language, locale, timeZone }: Writer): string | null {
  const clean = cleanIfSmall(html);
  if (clean === null) return null;
  const usable = localeOf(locale);
  const moment = usable ? momentWords(usable, timeZone, at) : `${dayIn(timeZone, at)} ${timeOfDayIn(timeZone, at)}`;
  const line = WROTE[languageOf(language) ?? 'en'](who, moment);
  // Whoever wrote it must not choose what the rep's rights are used for
  return withoutFields(`<p>${asHtml(line)}</p><blockquote>${clean}</blockquote>`);
}

/** Room for blocks around it, as a quote of the quote has. */
const ROOM = '<div>'.repeat(20);

/** Half of what one text may have is left for the rep's words and the signature. */
function cleanIfSmall(html: string): string | null {
  try {
    checkHtml(ROOM + html + html);
    return withoutLostPictures(cleanBody(html));
  } catch (error) {
    if (error instanceof AppError && error.code === 'text_too_large') return null;
    throw error;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
function asHtml(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
}
