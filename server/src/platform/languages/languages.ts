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

function baseOf(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? '').toLowerCase();
}
