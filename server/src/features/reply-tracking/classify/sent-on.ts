import { dayIn, dayOf, momentIn } from '../../../platform/zoned-time.ts';
import { headerOf, type HeaderList } from './headers.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A Date header further from the arrival than this comes from a clock that is wrong. */
const TRUSTED_MS = 3 * 86_400_000;

/**
 * The calendar day on which a message was written, where it was written: what its Date header shows in the sender's own zone.
 * A header that is missing or far from the arrival is not trusted; then it is the day of arrival in `timeZone`.
 */
export function sentOn(headers: HeaderList, receivedAt: Date, timeZone: string | undefined): string {
  const [, day, name, year] = /^(?:\w{3},)?\s*(\d{1,2})\s+([a-z]{3})\w*\s+(\d{4})\b/i.exec(headerOf(headers, 'date') ?? '') ?? [];
  const month = MONTHS.indexOf((name ?? '').toLowerCase());
  const written = dayOf(Number(year), month + 1, Number(day));
  const isTrusted = written && Math.abs(momentIn('UTC', written.toString()).getTime() - receivedAt.getTime()) < TRUSTED_MS;
  return isTrusted ? written.toString() : dayIn(timeZone, receivedAt);
}
