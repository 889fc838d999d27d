import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { WINDOW_SETTINGS, type BoundBy, type Departure, type SendingForecast, type WindowSettings } from '../sending-limits/index.ts';
import { forecast, further, lastOf, ownDepartures } from './forecast.ts';
import type { SalesEmailReason, SalesEmailState } from './schemas.ts';

export type ForecastSending = (orgId: string, userId: string, more: number) => Promise<SendingForecast>;

/**
 * When the last of a rep's waiting emails, and of `more` further ones, would leave: the engine's rules applied to what the windows hold now
 * and to all that waits. Further emails are interactive ones to somebody each at a domain of their own, leave as the rep's default identity
 * and come last. What stands behind the first thousands is taken to leave as quickly as they do, within the limits of a day. When more of
 * others waits for the same limits than can be looked at, or too much of the rep's own, no time is given (`tooManyWait`). What waits for a
 * mailbox that is to be connected again has no time; one that sends nothing for another reason is taken to send at its next try.
 */
export function createForecastSending({
  pool,
  clock,
  windows = WINDOW_SETTINGS,
}: {
  pool: Pool;
  clock: Clock;
  windows?: WindowSettings;
}): ForecastSending {
  return function forecastSending(orgId, userId, more) {
    return inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      const forecasted = await forecast(tx, orgId, userId, more, now, windows);
      const own = ownDepartures(forecasted);
      const { waiting, tooManyWait } = forecasted;
      const last = tooManyWait ? undefined : lastOf(forecasted, own, now);
      return {
        waiting,
        tooManyWait,
        firstLeavesAt: toTimestamp(own[0]),
        lastLeavesAt: toTimestamp(last),
        boundBy: last?.trouble?.reason ?? last?.boundBy ?? null,
        limit: last?.trouble ? null : (last?.limit ?? null),
      };
    });
  };
}

/**
 * When one more email of this rep would leave and what makes it wait, or when the mailbox is tried again that sends nothing; nulls when it
 * leaves at once, when there is no mailbox to say it of, or when too many wait to tell.
 */
export async function findNextDeparture(
  tx: Tx,
  orgId: string,
  userId: string,
  now: Date,
): Promise<{ leavesAt: string | null; boundBy: BoundBy | null; tooManyWait: boolean }> {
  const forecasted = await forecast(tx, orgId, userId, 1, now, WINDOW_SETTINGS);
  const { departures, furtherTrouble, behind, tooManyWait } = forecasted;
  if (furtherTrouble) return { leavesAt: furtherTrouble.nextTryAt.toISOString(), boundBy: furtherTrouble.reason, tooManyWait: false };
  if (tooManyWait) return { leavesAt: null, boundBy: null, tooManyWait };
  const departure = behind > 0 ? lastOf(forecasted, ownDepartures(forecasted), now) : departures?.get(further(0));
  const { boundBy = null } = departure ?? {};
  return { leavesAt: boundBy && toTimestamp(departure), boundBy, tooManyWait };
}

export interface HeldRow {
  userId: string;
  state: SalesEmailState;
  mailboxState: string | null;
  nextSlotAt: Date | null;
  waitsFor: SalesEmailReason | null;
}

/**
 * When those of the rows leave that a limit holds back, and what makes each wait; and the users of whose emails nobody knows that, because
 * too many wait.
 */
export async function findDepartures(
  tx: Tx,
  orgId: string,
  rows: readonly HeldRow[],
  now: Date,
): Promise<{ departures: Map<string, Departure>; unknownUserIds: Set<string> }> {
  const held = rows.filter(
    ({ state, mailboxState, nextSlotAt, waitsFor }) =>
      state === 'queued' && mailboxState === 'connected' && ((nextSlotAt !== null && nextSlotAt > now) || waitsFor === 'domain_limit'),
  );
  const leaving = new Map<string, Departure>();
  const unknownUserIds = new Set<string>();
  for (const userId of new Set(held.map((row) => row.userId))) {
    const { departures } = await forecast(tx, orgId, userId, 0, now, WINDOW_SETTINGS);
    if (!departures) unknownUserIds.add(userId);
    for (const [id, departure] of departures ?? []) leaving.set(id, departure);
  }
  return { departures: leaving, unknownUserIds };
}

function toTimestamp(departure: Departure | undefined): string | null {
  return departure ? new Date(departure.at).toISOString() : null;
}
