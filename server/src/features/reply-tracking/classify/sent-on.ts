import { headerOf, type HeaderList } from './headers.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A Date header further from the arrival than this comes from a clock that is wrong. */
const TRUSTED_DAYS = 3;

/**
 * The calendar day on which a message was written, where it was written: what its Date header shows in the sender's own zone.
 * A header that is missing or far from the arrival is not trusted; then it is the day of arrival in `timeZone`.
 */
export function sentOn(headers: HeaderList, receivedAt: Date, timeZone: string | undefined): string {
  const [, day, name, year] = /^(?:\w{3},)?\s*(\d{1,2})\s+([a-z]{3})\w*\s+(\d{4})\b/i.exec(headerOf(headers, 'date') ?? '') ?? [];
  const month = MONTHS.indexOf((name ?? '').toLowerCase());
  if (month >= 0) {
    const written = Date.UTC(Number(year), month, Number(day));
    if (Math.abs(written - receivedAt.getTime()) < TRUSTED_DAYS * 86_400_000) return new Date(written).toISOString().slice(0, 10);
  }
  return localDay(receivedAt, timeZone);
}

/** The calendar day at a moment (`YYYY-MM-DD`); an unknown zone counts as UTC. */
export function localDay(at: Date, timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? 'UTC', dateStyle: 'short' }).format(at);
  } catch {
    return at.toISOString().slice(0, 10);
  }
}
