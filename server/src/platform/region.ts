/** ON-6: the languages in which the service writes. */
export const LANGUAGES = ['en', 'fr', 'de', 'ja', 'pt', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Of a language or a locale such as `pt_BR`; null for one in which we do not write. */
export function languageOf(text: string | null): Language | null {
  const [first] = text?.toLowerCase().split(/[_-]/) ?? [];
  return LANGUAGES.find((language) => language === first) ?? null;
}

/**
 * A locale as this runtime writes it, such as `en-GB`; null when it can format nothing with it. Salesforce writes `en_GB`, and adds to some
 * what no standard knows, such as `de_DE_EURO`.
 */
export function localeOf(text: string | null): string | null {
  const parts = text?.split(/[_-]/).filter(Boolean) ?? [];
  return canonicalLocale(parts) ?? canonicalLocale(parts.slice(0, 2));
}

/** Whether it is the name of a zone, such as `Europe/Berlin`; a distance from UTC is none. */
export function isTimeZone(name: string): boolean {
  try {
    // The list has one name of each zone, so that an older or newer one is looked up first
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function canonicalLocale(parts: readonly string[]): string | null {
  if (parts.length === 0) return null;
  try {
    const [locale] = Intl.getCanonicalLocales(parts.join('-'));
    return locale && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0 ? locale : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
