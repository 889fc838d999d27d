/** What our pages, letters and sentences are written in, as BCP 47 tags. English is the source. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language of ours for the first of `wanted` that we have; English when there is none. Takes the tags of browsers (`pt-PT`) and of
 * Salesforce (`pt_BR`). A region decides nothing: Portuguese of any country gets what we have of it.
 */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => baseOf(language) === baseOf(tag));
    if (found) return found;
  }
  return 'en';
}

/**
 * The language of a letter: the recipient's, as they have chosen it or as Salesforce says. Only where nothing is known of the recipient is
 * it the language of whoever has the letter written. English where we do not have theirs.
 */
export function languageOfLetter({ recipient, askedBy }: { recipient: string | null; askedBy: string | null }): Language {
  return languageFor([recipient ?? askedBy ?? 'en']);
}

/** Which way a language is written, as HTML names it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

function baseOf(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? '').toLowerCase();
}
