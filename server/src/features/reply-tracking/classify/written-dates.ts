import { dayOf } from '../../../platform/zoned-time.ts';
import type { CalendarLanguage } from './calendar-languages.ts';

/** It has every day that a date without a year can name. */
const LEAP_YEAR = 2024;

/** A date as it stands in a text. */
export interface WrittenDate {
  start: number;
  end: number;
  /** Every day that it can mean; the year is null where it is not written. */
  readings: { year: number | null; month: number; day: number }[];
  /** 0 is Sunday; set when a weekday is written with the date, or alone. */
  weekday: number | null;
}

interface Vocabulary {
  pattern: RegExp;
  months: Map<string, number>;
  weekdays: [name: string, number: number][];
}

const vocabularies = new Map<CalendarLanguage, Vocabulary>();

/** All dates that the language can read in a text (lower case, NFKC), in order, none overlapping another. */
export function datesIn(text: string, language: CalendarLanguage): WrittenDate[] {
  const { pattern, months, weekdays } = vocabularyOf(language);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = match.groups ?? {};
    const weekdayName = found['weekday'] ?? found['alone'];
    const weekday = weekdayName === undefined ? null : (weekdays.find(([name]) => weekdayName.startsWith(name))?.[1] ?? null);
    const readings = readingsOf(found, language, months);
    if (readings.length === 0 && found['alone'] === undefined) return [];
    return [{ start: match.index, end: match.index + match[0].length, readings, weekday }];
  });
}

function readingsOf(
  found: Record<string, string | undefined>,
  language: CalendarLanguage,
  months: Map<string, number>,
): WrittenDate['readings'] {
  const number = (name: string) => (found[name] === undefined ? null : Number(found[name]));
  const fullYear = (year: number | null) => (year !== null && year < 100 ? 2000 + year : year);
  const reading = (year: number | null, month: number | undefined, day: number | null) =>
    month !== undefined && day !== null && dayOf(fullYear(year) ?? LEAP_YEAR, month, day) ? [{ year: fullYear(year), month, day }] : [];

  if (found['isoYear'] !== undefined) return reading(number('isoYear'), number('isoMonth') ?? undefined, number('isoDay'));
  if (found['cjkMonth'] !== undefined) return reading(number('cjkYear'), number('cjkMonth') ?? undefined, number('cjkDay'));
  if (found['dotDay'] !== undefined) return reading(number('dotYear'), number('dotMonth') ?? undefined, number('dotDay'));
  if (found['dayFirst'] !== undefined) return reading(number('dayFirstYear'), months.get(found['dayFirstMonth'] ?? ''), number('dayFirst'));
  if (found['monthFirst'] !== undefined) return reading(number('monthFirstYear'), months.get(found['monthFirst']), number('monthFirstDay'));
  if (found['slashOne'] !== undefined) {
    const [one, two, year] = [number('slashOne'), number('slashTwo'), number('slashYear')];
    const dayFirst = language.slashes === 'month' ? [] : reading(year, two ?? undefined, one);
    const monthFirst = language.slashes === 'day' ? [] : reading(year, one ?? undefined, two);
    return one === two ? (dayFirst.length > 0 ? dayFirst : monthFirst) : [...dayFirst, ...monthFirst];
  }
  return [];
}

function vocabularyOf(language: CalendarLanguage): Vocabulary {
  const known = vocabularies.get(language);
  if (known) return known;
  const months = monthNames(language);
  const weekdays = language.weekdayStems
    ? language.weekdayStems.map((stem, number): [string, number] => [stem, number])
    : [...weekdayNames(language, 'long'), ...(language.moreWeekdays ?? [])];
  const shortWeekdays = weekdayNames(language, 'short');
  const names = (words: Iterable<string>) =>
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|');
  const month = names(months.keys());
  const suffix = language.weekdayStems || language.hasSuffixes ? '\\p{L}{0,6}' : '';
  const weekday = `(?:${names(weekdays.map(([name]) => name))})${suffix}`;
  // Short names are other words too where they stand alone
  const beforeDate = `(?:${weekday}|(?:${names(shortWeekdays.map(([name]) => name))})(?![\\p{L}])\\.?)`;
  const isEnglish = language.slashes === 'ambiguous';
  const shortDots = isEnglish ? '\\.(?=\\s|$|[),;])' : '(?:\\.(?!\\d)|(?![\\d.:]))';
  const alternatives = [
    '(?<isoYear>20\\d\\d)[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?!\\d)',
    '(?:(?<cjkYear>20\\d\\d)\\s*[年년]\\s*)?(?<cjkMonth>\\d{1,2})\\s*[月월]\\s*(?<cjkDay>\\d{1,2})\\s*[日號号일]?',
    `(?<dotDay>\\d{1,2})\\.\\s?(?<dotMonth>\\d{1,2})(?:\\.\\s?(?<dotYear>20\\d\\d|\\d\\d)(?![\\d:])|${shortDots})`,
    '(?<slashOne>\\d{1,2})(?<slash>[/-])(?<slashTwo>\\d{1,2})(?:\\k<slash>(?<slashYear>20\\d\\d|\\d\\d))?(?![\\d/:-])',
    `(?<dayFirst>\\d{1,2})(?:\\.|er|st|nd|rd|th|o|a|:?e)?\\s*(?:of |de |d['’])?` +
      `(?<dayFirstMonth>${month})(?![\\p{L}])\\.?(?:,?\\s+(?:de |del |do |of )?(?<dayFirstYear>20\\d\\d))?`,
    ...(isEnglish
      ? [
          `(?<monthFirst>${month})\\.?\\s+(?:the )?(?<monthFirstDay>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])` +
            '(?:,?\\s+(?<monthFirstYear>20\\d\\d))?',
        ]
      : []),
  ];
  const source =
    `(?<![\\p{L}\\d])(?:(?:(?<weekday>${beforeDate})[\\s,.]*(?:the |den |dem |le |el |il |op |d\\. )?)?` +
    `(?<!\\d[./-]?)(?:${alternatives.join('|')})|(?<alone>${weekday})(?![\\p{L}]))`;
  const made = {
    pattern: new RegExp(language.locales[0] === 'ja' ? source.replace('(?<![\\p{L}\\d])', '(?<!\\d)') : source, 'gu'),
    months,
    weekdays: [...weekdays, ...shortWeekdays],
  };
  vocabularies.set(language, made);
  return made;
}

/** The names of the months as the locale writes them alone and inside a date, long and short. */
function monthNames({ locales, moreMonths = [] }: CalendarLanguage): Map<string, number> {
  const names = new Map(moreMonths);
  for (const locale of locales) {
    for (let month = 1; month <= 12; month += 1) {
      for (const style of ['long', 'short'] as const) {
        for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
          const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(
            Date.UTC(2026, month - 1, 5),
          );
          const name = normalized(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (/\p{L}/u.test(name)) names.set(name, month);
        }
      }
    }
  }
  return names;
}

function weekdayNames({ locales }: CalendarLanguage, style: 'long' | 'short'): [string, number][] {
  const days = Array.from({ length: 7 }, (_, number) => number);
  return locales.flatMap((locale) => {
    const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
    // 4 January 2026 was a Sunday.
    return days.map((number): [string, number] => [normalized(format.format(Date.UTC(2026, 0, 4 + number))), number]);
  });
}

function normalized(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\.$/, '');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
