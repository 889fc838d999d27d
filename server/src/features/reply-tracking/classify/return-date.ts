import { dayOf, dayOfText, daysAfter, type Day } from '../../../platform/zoned-time.ts';
import { LANGUAGES, type CalendarLanguage } from './calendar-languages.ts';
import { datesIn, type WrittenDate } from './written-dates.ts';

export interface ReturnQuestion {
  /** The recipient's own words. */
  text: string;
  /** The day on which they were sent, where they were sent: `YYYY-MM-DD`. */
  sentOn: string;
}

/** From the surest: whoever names the day of return means it; the end of an absence may be a Friday. */
const CUES = ['back', 'from', 'until'] as const;
type Cue = (typeof CUES)[number];

/** A date without a year that has just passed is last week's, not next year's. */
const STALE_DAYS = 90;
const LONGEST_ABSENCE_DAYS = 366;
/** What people write about themselves comes first; a long signature is no place for a return date. */
const READ_CHARACTERS = 3000;
const CUE_REACH = 90;

/**
 * The first day back (`YYYY-MM-DD`) that an out-of-office message names in any of our languages; "until" counts the named day
 * as away. Null when it names none, when its dates contradict each other or can be read in two ways, when the day has passed
 * or is more than a year away.
 */
export function returnDateIn({ text, sentOn }: ReturnQuestion): string | null {
  const sent = dayOfText(sentOn);
  if (sent === null) return null;
  const words = readable(text);
  const found = LANGUAGES.flatMap((language) => claimsIn(words, language, sent));
  const lastDayAway = Math.max(...found.filter(({ cue }) => cue === 'until').map(({ inDays }) => inDays));
  // "From the 3rd I am away again until the 11th" is no return on the 3rd.
  const sound = found.filter(({ cue, inDays }) => cue !== 'from' || inDays >= lastDayAway);
  const surest = CUES.find((cue) => sound.some((claim) => claim.cue === cue));
  const days = new Set(sound.filter(({ cue }) => cue === surest).map(({ inDays }) => inDays));
  const [inDays, ...others] = days;
  return inDays === undefined || others.length > 0 ? null : sent.add({ days: inDays }).toString();
}

interface Claim {
  /** How many days after the message the first day back is. */
  inDays: number;
  cue: Cue;
}

function claimsIn(text: string, language: CalendarLanguage, sent: Day): Claim[] {
  const dates = datesIn(text, language);
  return dates.flatMap((date, index) => {
    const cue = cueOf(text, date, language, dates[index + 1]?.start ?? text.length);
    if (!cue) return [];
    const day = resolve(date, sent);
    if (day === null) return [];
    const inDays = daysAfter(sent, day) + (cue === 'until' ? 1 : 0);
    return inDays >= 0 && inDays <= LONGEST_ABSENCE_DAYS ? [{ inDays, cue }] : [];
  });
}

function cueOf(text: string, date: WrittenDate, language: CalendarLanguage, next: number): Cue | null {
  const before = text.slice(Math.max(0, date.start - CUE_REACH), date.start);
  const after = text.slice(date.end, Math.min(next, date.end + CUE_REACH)).replace(/^\s*[(（][^)）]{1,12}[)）]/, '');
  if (stands(language.back, language, before)) return 'back';
  if (language.backAfter && new RegExp(`^\\s*(?:${language.backAfter})`, 'u').test(after)) return 'back';
  if (stands(language.until, language, before) || isEndOfRange(before)) return 'until';
  if (language.untilAfter && new RegExp(`^\\s*(?:${language.untilAfter})`, 'u').test(after)) return 'until';
  if (date.readings.length === 0 || !language.again || !stands(language.from, language, before)) return null;
  return new RegExp(`^[^!?\\n]*?(?<!\\p{L})(?:${language.again})`, 'u').test(sentence(after)) ? 'from' : null;
}

/** Whether the cue is the last thing before the date, fillers aside. */
function stands(cue: string | undefined, { filler }: CalendarLanguage, before: string): boolean {
  if (!cue) return false;
  return new RegExp(`(?<![\\p{L}])(?:${cue})(?:[\\s,:(]+(?:${filler})(?![\\p{L}]))*[\\s,:(]*$`, 'u').test(before.slice(-CUE_REACH));
}

/** "1 to 3 December", "du 1er au 3 décembre", "01.12. - 03.12.2026" */
function isEndOfRange(before: string): boolean {
  return /\d[^!?\n]{0,22}?(?:\s(?:to|au|al|a|ao|tot|till|til|do|по)\s+(?:(?:el|den|dem|the|le)\s+)?|\s*[-–—~〜]\s*)$/u.test(before);
}

function sentence(text: string): string {
  return text.split(/(?<=\p{L}{3})[.!?。](?:\s|$)|\n/u, 1)[0] ?? '';
}

/** The day that a date means; null when that is not certain. */
function resolve({ readings, weekday }: WrittenDate, sent: Day): Day | null {
  if (readings.length === 0) return weekday === null ? null : sent.add({ days: ((weekday - weekdayOf(sent) + 6) % 7) + 1 });
  const days = readings.map((reading) => dayOfReading(reading, sent)).filter((day) => day !== null);
  const plausible = days.filter((day) => daysAfter(sent, day) >= -1 && daysAfter(sent, day) <= LONGEST_ABSENCE_DAYS);
  const fitting = weekday === null ? plausible : plausible.filter((day) => weekdayOf(day) === weekday);
  // A weekday that fits no reading is a slip of whoever wrote it; with one reading the date itself still stands.
  const candidates = fitting.length > 0 ? fitting : readings.length === 1 ? plausible : [];
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function dayOfReading({ year, month, day }: WrittenDate['readings'][number], sent: Day): Day | null {
  if (year !== null) return dayOf(year, month, day);
  const here = dayOf(sent.year, month, day);
  const ago = here ? -daysAfter(sent, here) : Infinity;
  if (ago <= 1) return here;
  return ago <= STALE_DAYS ? null : dayOf(sent.year + 1, month, day);
}

/** 0 is Sunday, as `WrittenDate` has it. */
function weekdayOf(day: Day): number {
  return day.dayOfWeek % day.daysInWeek;
}

/** Lower case, one kind of digits and spaces, without the mail that is quoted below. */
function readable(text: string): string {
  const own = text.split(/^(?:>|-{2,}\s*original|on .{5,120} wrote:|am .{5,120} schrieb|le .{5,120} a écrit)/im, 1)[0] ?? '';
  return own
    .slice(0, READ_CHARACTERS)
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .toLowerCase()
    .replace(/[ \t\u00a0]+/g, ' ');
}
