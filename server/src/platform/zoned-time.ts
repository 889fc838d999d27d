import { createRequire } from 'node:module';
import type { Temporal } from 'temporal-polyfill';

/** Loaded with the first question: most processes start without one. */
let loaded: typeof Temporal | undefined;
function temporal(): typeof Temporal {
  loaded ??= (createRequire(import.meta.url)('temporal-polyfill') as typeof import('temporal-polyfill')).Temporal;
  return loaded;
}

const LONG_DAY = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/** A day of the calendar, in no zone. */
export type Day = Temporal.PlainDate;

/** The calendar day at a moment, such as `2026-03-05`; an unknown zone counts as UTC. */
export function dayIn(timeZone: string | null | undefined, moment: Date): string {
  return inZone(timeZone, moment).toPlainDate().toString();
}

/** The time of day at a moment with the name of the zone, such as `18:30 GMT-5`; an unknown zone counts as UTC. */
export function timeOfDayIn(timeZone: string | null | undefined, moment: Date): string {
  return inZone(timeZone, moment).toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
}

/** Day and time at a moment in the words of a locale, such as `5 March 2026 at 18:30 GMT-5`; an unknown zone counts as UTC. */
export function momentWords(locale: string, timeZone: string | null | undefined, moment: Date): string {
  return inZone(timeZone, moment).toLocaleString(locale, { ...LONG_DAY, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
}

/**
 * The moment at which clocks in the zone show a local time, such as `2026-03-29T09:00`. A time that the clocks skip is as much later as
 * they skip; of one that they show twice it is the first. RangeError for a zone or a time that there is not.
 */
export function momentIn(timeZone: string, localTime: string): Date {
  const local = temporal().PlainDateTime.from(localTime);
  return new Date(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/**
 * What a local time comes to, and whether it is one that the clocks skip or show twice on that day. `local` is the time that they show at
 * the moment. RangeError as in `momentIn`.
 */
export function readWallTime(timeZone: string, localTime: string): { at: Date; local: string; clocks: 'usual' | 'skipped' | 'repeated' } {
  const asked = temporal().PlainDateTime.from(localTime);
  const chosen = asked.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  const local = chosen.toPlainDateTime();
  const isTwice = !asked.toZonedDateTime(timeZone, { disambiguation: 'later' }).equals(chosen);
  const clocks = local.equals(asked) ? (isTwice ? 'repeated' : 'usual') : 'skipped';
  return { at: new Date(chosen.epochMilliseconds), local: local.toString({ smallestUnit: 'minute' }), clocks };
}

/** Null for a day that there is not, such as 30 February. */
export function dayOf(year: number, month: number, day: number): Day | null {
  try {
    return temporal().PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Of a text such as `2026-03-05`; null when it is no day. */
export function dayOfText(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

/** How many days `day` is after `other`; negative when it is before. */
export function daysAfter(other: Day, day: Day): number {
  return other.until(day, { largestUnit: 'day' }).days;
}

/** Whatever this runtime can use is a zone: its list of names leaves out the newer of two names of the same zone. */
function inZone(timeZone: string | null | undefined, moment: Date): Temporal.ZonedDateTime {
  const instant = temporal().Instant.fromEpochMilliseconds(moment.getTime());
  try {
    return instant.toZonedDateTimeISO(timeZone ?? 'UTC');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return instant.toZonedDateTimeISO('UTC');
  }
}
