import type { Language } from './languages.ts';

/**
 * A day as people of a language write it, such as `December 28, 2026 (UTC)`. The zone is named, because whoever reads a page or a letter of
 * ours may be anywhere.
 */
export function dayWords(language: Language, moment: Date): string {
  return `${new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(moment)} (UTC)`;
}

/** A moment to the minute as people of a language write it, such as `December 28, 2026 at 2:05 PM UTC`. */
export function minuteWords(language: Language, moment: Date): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(moment);
}
