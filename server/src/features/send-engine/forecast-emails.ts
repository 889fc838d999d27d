import type { Tx } from '../../platform/postgres.ts';
import { WINDOW_SETTINGS, type BoundBy } from '../sending-limits/index.ts';
import { forecast, further, lastOf, ownDepartures, type FurtherEmail } from './forecast.ts';

/** When some emails leave. Nulls where nobody knows. */
export interface EmailsForecast {
  firstLeavesAt: Date | null;
  lastLeavesAt: Date | null;
  /** What makes the last one wait. */
  boundBy: BoundBy | null;
  tooManyWait: boolean;
}

const UNKNOWN: EmailsForecast = { firstLeavesAt: null, lastLeavesAt: null, boundBy: null, tooManyWait: false };

/**
 * When these further emails of a rep would leave, sent as the rep's default identity, behind what waits. Of a mailbox that sends nothing
 * only the next try is known.
 */
export async function forecastFurther(
  tx: Tx,
  orgId: string,
  userId: string,
  emails: readonly FurtherEmail[],
  now: Date,
): Promise<EmailsForecast> {
  const found = await forecast(tx, orgId, userId, emails, now, WINDOW_SETTINGS);
  const { departures, furtherTrouble, behind, tooManyWait } = found;
  if (furtherTrouble) return { ...UNKNOWN, firstLeavesAt: furtherTrouble.nextTryAt, boundBy: furtherTrouble.reason };
  if (tooManyWait) return { ...UNKNOWN, tooManyWait };
  if (behind > 0) {
    const last = lastOf(found, ownDepartures(found), now);
    return { ...UNKNOWN, lastLeavesAt: last ? new Date(last.at) : null, boundBy: last?.boundBy ?? null };
  }
  const mine = emails.flatMap((_, number) => departures?.get(further(number)) ?? []).sort((a, b) => a.at - b.at);
  const [first, last] = [mine[0], mine.at(-1)];
  if (!first || !last) return UNKNOWN;
  return { firstLeavesAt: new Date(first.at), lastLeavesAt: new Date(last.at), boundBy: last.boundBy, tooManyWait: false };
}

/** When the last of these queued emails of a rep leaves; null where nobody knows, as of a mailbox that sends nothing. */
export async function forecastLast(
  tx: Tx,
  orgId: string,
  userId: string,
  ids: readonly string[],
  now: Date,
): Promise<{ lastLeavesAt: Date | null; tooManyWait: boolean }> {
  if (ids.length === 0) return { lastLeavesAt: null, tooManyWait: false };
  const { departures, troubles, tooManyWait } = await forecast(tx, orgId, userId, 0, now, WINDOW_SETTINGS);
  const times = ids.flatMap((id) => (troubles.has(id) ? [] : (departures?.get(id)?.at ?? [])));
  const isKnown = times.length === ids.length && !tooManyWait;
  return { lastLeavesAt: isKnown ? new Date(Math.max(...times)) : null, tooManyWait: tooManyWait || departures === null };
}
