import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import {
  BoundBy,
  countDomains,
  demandsOf,
  findCallTimes,
  findLimits,
  findPlaceLogs,
  MAILBOX_TROUBLES,
  simulateSending,
  WINDOW_SETTINGS,
  type Departure,
  type SendingForecast,
  type SendingLimits,
  type WaitingEmail,
  type WaitingLane,
  type WindowSettings,
} from '../sending-limits/index.ts';
import type { SalesEmailReason, SalesEmailState } from './schemas.ts';
import { findConnections, findUsualConnection, findWaiting, type Connection } from './waiting-emails.ts';

export type ForecastSending = (orgId: string, userId: string, more: number) => Promise<SendingForecast>;

/**
 * When the last of a rep's waiting emails, and of `more` further ones, would leave: the engine's rules applied to what the windows hold now
 * and to all that waits. Further emails are interactive ones to somebody each at a domain of their own, leave as the rep's default identity
 * and come last. What stands behind the first thousands is taken to leave as quickly as they do, within the limits of a day. What waits for
 * a mailbox that is to be connected again has no time; one that sends nothing for another reason is taken to send at its next try.
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
      const last = lastOf(forecasted, own, now);
      return {
        waiting: forecasted.waiting,
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
 * leaves at once, or when there is no mailbox to say it of.
 */
export async function findNextDeparture(
  tx: Tx,
  orgId: string,
  userId: string,
  now: Date,
): Promise<{ leavesAt: string | null; boundBy: BoundBy | null }> {
  const forecasted = await forecast(tx, orgId, userId, 1, now, WINDOW_SETTINGS);
  const { departures, troubles, behind } = forecasted;
  const trouble = troubles.get(further(0));
  if (trouble) return { leavesAt: trouble.nextTryAt.toISOString(), boundBy: trouble.reason };
  const departure = behind > 0 ? lastOf(forecasted, ownDepartures(forecasted), now) : departures.get(further(0));
  return departure?.boundBy ? { leavesAt: toTimestamp(departure), boundBy: departure.boundBy } : { leavesAt: null, boundBy: null };
}

export interface HeldRow {
  userId: string;
  state: SalesEmailState;
  mailboxState: string | null;
  nextSlotAt: Date | null;
  waitsFor: SalesEmailReason | null;
}

/** When those of the rows leave that a limit holds back, and what makes each wait. */
export async function findDepartures(tx: Tx, orgId: string, rows: readonly HeldRow[], now: Date): Promise<Map<string, Departure>> {
  const held = rows.filter(
    ({ state, mailboxState, nextSlotAt, waitsFor }) =>
      state === 'queued' && mailboxState === 'connected' && ((nextSlotAt !== null && nextSlotAt > now) || waitsFor === 'domain_limit'),
  );
  const leaving = new Map<string, Departure>();
  for (const userId of new Set(held.map((row) => row.userId))) {
    const { departures } = await forecast(tx, orgId, userId, 0, now, WINDOW_SETTINGS);
    for (const [id, departure] of departures) leaving.set(id, departure);
  }
  return leaving;
}

interface Forecast {
  departures: Map<string, Departure>;
  /** Those of the rep, the further ones among them. */
  ownIds: string[];
  waiting: number;
  /** How many of those of the rep were not looked at, because they stand too far back, and how long each takes at least in the long run. */
  behind: number;
  leastMsEach: number;
  /** What keeps the mailbox of an email from sending anything, by the email's id; nothing for an email whose mailbox sends. */
  troubles: Map<string, Trouble>;
}

interface Trouble {
  reason: BoundBy;
  nextTryAt: Date;
}

function further(number: number): string {
  return `further ${String(number)}`;
}
function toTimestamp(departure: Departure | undefined): string | null {
  return departure ? new Date(departure.at).toISOString() : null;
}

async function forecast(tx: Tx, orgId: string, userId: string, more: number, now: Date, settings: WindowSettings): Promise<Forecast> {
  const { limits } = await findLimits(tx, orgId);
  const sharesWindows = limits.orgPerDay !== null || limits.domainPerDay !== null;
  const found = await findConnections(tx, orgId, sharesWindows ? null : userId, userId);
  const usual = more > 0 ? await findUsualConnection(tx, orgId, userId, found) : null;
  const connections = usual && !found.includes(usual) ? [...found, usual] : found;
  const connectionIds = connections.map(({ id }) => id);
  const { emails, waiting } = await findWaiting(tx, orgId, connectionIds, userId);
  const own = emails.filter((email) => email.userId === userId);
  const unseen = waiting - own.length;

  // Further ones come last: behind those that are not looked at, where there are any
  const extra: WaitingEmail[] = Array.from({ length: usual && unseen === 0 ? more : 0 }, (_, number) => ({
    id: further(number),
    dueAt: now.getTime(),
    priority: INTERACTIVE,
    recipients: [`somebody@${String(number)}.further.invalid`],
  }));
  const callTimes = await findCallTimes(tx, orgId, connectionIds, now);
  const lanes = connections.map<WaitingLane>((connection) => ({
    orgId,
    connectionId: connection.id,
    userId: connection.userId,
    provider: connection.provider,
    nextSlotAt: connection.nextSlotAt?.getTime() ?? null,
    slotReason: toBoundBy(connection.slotReason),
    callMs: callTimes.get(connection.id) ?? 0,
    emails: [...emails.filter(({ connectionId }) => connectionId === connection.id), ...(connection === usual ? extra : [])],
  }));
  const domains = [...countDomains(emails.flatMap(({ recipients }) => recipients)).keys()];
  const userIds = [...new Set(connections.map((connection) => connection.userId))];
  const places = await findPlaceLogs(tx, orgId, { connectionIds, userIds, domains }, limits, settings, now);
  const departures = simulateSending({ now: now.getTime(), limits, settings, lanes, places });
  const ownIds = [...own, ...extra].map(({ id }) => id);
  const behind = unseen === 0 ? 0 : unseen + more;
  const leastMsEach = leastMsEachOf(
    lanes.find((lane) => lane.userId === userId),
    limits,
    settings,
  );
  return { departures, ownIds, waiting, behind, leastMsEach, troubles: findTroubles(connections, lanes, now) };
}

type OwnDeparture = Departure & { trouble: Trouble | undefined };

function ownDepartures({ ownIds, departures, troubles }: Forecast): OwnDeparture[] {
  return ownIds
    .flatMap((id) => {
      const departure = departures.get(id);
      return departure ? [{ ...departure, trouble: troubles.get(id) }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** The last to leave, also when more stand behind those that were looked at. */
function lastOf({ behind, leastMsEach }: Forecast, own: readonly OwnDeparture[], now: Date): OwnDeparture | undefined {
  const last = own.at(-1);
  if (!last || behind === 0) return last;
  const msEach = Math.max(leastMsEach, (last.at - now.getTime()) / own.length);
  return { ...last, at: last.at + msEach * behind };
}

/** By the limit of a day that lets the fewest emails of a mailbox leave. */
function leastMsEachOf(lane: WaitingLane | undefined, limits: SendingLimits, settings: WindowSettings): number {
  const windows = lane ? demandsOf({ ...lane, recipients: [] }, limits, settings).map(({ window }) => window) : [];
  return Math.max(0, ...windows.filter(({ unit, ms }) => unit === 'emails' && ms === settings.dayMs).map(({ count, ms }) => ms / count));
}

const INTERACTIVE = 10;
function toBoundBy(reason: string | null): BoundBy | null {
  return BoundBy.safeParse(reason).data ?? null;
}

function findTroubles(connections: readonly Connection[], lanes: readonly WaitingLane[], now: Date): Map<string, Trouble> {
  const troubles = new Map<string, Trouble>();
  for (const { id, nextSlotAt, slotReason } of connections) {
    const reason = MAILBOX_TROUBLES.find((trouble) => trouble === slotReason);
    if (!reason || !nextSlotAt || nextSlotAt <= now) continue;
    for (const email of lanes.find(({ connectionId }) => connectionId === id)?.emails ?? [])
      troubles.set(email.id, { reason, nextTryAt: nextSlotAt });
  }
  return troubles;
}
