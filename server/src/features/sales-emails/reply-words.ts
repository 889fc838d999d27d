import { languageOf, localeOf, type Language } from '../../platform/region.ts';
import { dayIn, momentWords, timeOfDayIn } from '../../platform/zoned-time.ts';

interface Reader {
  language: string | null;
  locale: string | null;
  timeZone: string | null;
}

const REPLIED: Record<Language, { somebody: string; sentence: (who: string, at: string) => string }> = {
  en: { somebody: 'Somebody', sentence: (who, at) => `${who} replied on ${at}.` },
  fr: { somebody: 'Quelqu’un', sentence: (who, at) => `${who} a répondu le ${at}.` },
  de: { somebody: 'Jemand', sentence: (who, at) => `${who} hat am ${at} geantwortet.` },
  ja: { somebody: '相手', sentence: (who, at) => `${at}に${who}から返信がありました。` },
  pt: { somebody: 'Alguém', sentence: (who, at) => `${who} respondeu em ${at}.` },
  es: { somebody: 'Alguien', sentence: (who, at) => `${who} respondió el ${at}.` },
};

/** Who replied and when, in the language of the rep, with the time as the rep's locale writes it in the rep's time zone (ON-6). */
export function replyWords({ language, locale, timeZone }: Reader, address: string | null, at: Date): string {
  const { somebody, sentence } = REPLIED[languageOf(language) ?? 'en'];
  const usable = localeOf(locale);
  return sentence(
    address ?? somebody,
    usable ? momentWords(usable, timeZone, at) : `${dayIn(timeZone, at)} at ${timeOfDayIn(timeZone, at)}`,
  );
}
