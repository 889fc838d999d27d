import type { Tx } from '../../platform/postgres.ts';
import {
  BoundBy,
  countDomains,
  demandsOf,
  findCallTimes,
  findLimits,
  findPlaceLogs,
  MAILBOX_TROUBLES,
  simulateSending,
  type Departure,
  type SendingLimits,
  type WaitingEmail,
  type WaitingLane,
  type WindowSettings,
} from '../sending-limits/index.ts';
import { PRIORITIES } from './queue-emails.ts';
import {
  countWaiting,
  findOthersWaiting,
  findOwnConnections,
  findOwnWaiting,
  findUsualConnection,
  MOST_COUNTED,
  type Connection,
  type Waiting,
} from './waiting-emails.ts';

export interface Forecast {
  /** By the email's id; null when so much of others waits for the same limits that nothing is known. */
  departures: Map<string, Departure> | null;
  /** Those of the rep, the further ones among them. */
  ownIds: string[];
  waiting: number;
  /** More than can be looked at, of others or of the rep's own: when the last ones leave is not known. */
  tooManyWait: boolean;
  /** How many of those of the rep were not looked at, because they stand too far back, and how long each takes at least in the long run. */
  behind: number;
  leastMsEach: number;
  /** What keeps the mailbox of an email from sending anything, by the email's id; nothing for an email whose mailbox sends. */
  troubles: Map<string, Trouble>;
  /** The same of the mailbox that further emails would leave by. */
  furtherTrouble: Trouble | null;
}

interface Trouble {
  reason: BoundBy;
  nextTryAt: Date;
}

/** The id of a further email. */
export function further(number: number): string {
  return `further ${String(number)}`;
}

/** An email that is not there yet. */
export type FurtherEmail = Omit<WaitingEmail, 'id'>;

/** Interactive ones to somebody each at a domain of their own. */
function toStrangers(count: number, now: Date): FurtherEmail[] {
  return Array.from({ length: count }, (_, number) => ({
    dueAt: now.getTime(),
    priority: PRIORITIES.interactive,
    recipients: [`somebody@${String(number)}.further.invalid`],
  }));
}

/**
 * What would leave when, of what waits now and of `more` further emails of the rep, a number or these. Reads no more of a hundred mailboxes
 * than of a few.
 */
export async function forecast(
  tx: Tx,
  orgId: string,
  userId: string,
  more: number | readonly FurtherEmail[],
  now: Date,
  settings: WindowSettings,
): Promise<Forecast> {
  const furtherEmails = typeof more === 'number' ? toStrangers(more, now) : more;
  const count = furtherEmails.length;
  const { limits } = await findLimits(tx, orgId);
  const found = await findOwnConnections(tx, orgId, userId);
  const usual = count > 0 ? await findUsualConnection(tx, orgId, userId, found) : null;
  const mine = usual && !found.includes(usual) ? [...found, usual] : found;
  const ids = mine.map(({ id }) => id);
  const own = await findOwnWaiting(tx, orgId, ids, userId);
  const counted = await countWaiting(tx, orgId, ids, userId);
  const waiting = counted ?? MOST_COUNTED;
  // One may have left between the two questions
  const unseen = Math.max(0, waiting - own.length);
  const sharesWindows = limits.orgPerDay !== null || limits.domainPerDay !== null;
  const others = sharesWindows ? await findOthersWaiting(tx, orgId, userId) : NOBODY;

  // Further ones come last: behind those that are not looked at, where there are any
  const extra: WaitingEmail[] = usual && unseen === 0 ? furtherEmails.map((email, number) => ({ ...email, id: further(number) })) : [];
  const connections = [...mine, ...(others ?? NOBODY).connections];
  const emails = Map.groupBy([...own, ...(others ?? NOBODY).emails], ({ connectionId }) => connectionId);
  const callTimes = await findCallTimes(
    tx,
    orgId,
    connections.map(({ id }) => id),
    now,
  );
  const lanes = connections.map<WaitingLane>((connection) => ({
    orgId,
    connectionId: connection.id,
    userId: connection.userId,
    provider: connection.provider,
    nextSlotAt: connection.nextSlotAt?.getTime() ?? null,
    slotReason: toBoundBy(connection.slotReason),
    callMs: callTimes.get(connection.id) ?? 0,
    emails: [...(emails.get(connection.id) ?? []), ...(connection === usual ? extra : [])],
  }));
  return {
    departures: others && (await simulate(tx, orgId, lanes, limits, settings, now)),
    ownIds: [...own, ...extra].map(({ id }) => id),
    waiting,
    // Nothing leaves without a mailbox, however much waits
    tooManyWait: (count === 0 || usual !== null) && (others === null || counted === null),
    behind: unseen === 0 ? 0 : unseen + count,
    leastMsEach: leastMsEachOf(
      lanes.find((lane) => lane.userId === userId),
      limits,
      settings,
    ),
    troubles: findTroubles(connections, lanes, now),
    furtherTrouble: usual && troubleOf(usual, now),
  };
}

const NOBODY: { connections: Connection[]; emails: Waiting[] } = { connections: [], emails: [] };

async function simulate(
  tx: Tx,
  orgId: string,
  lanes: WaitingLane[],
  limits: SendingLimits,
  settings: WindowSettings,
  now: Date,
): Promise<Map<string, Departure>> {
  const recipients = lanes.flatMap(({ emails }) => emails.flatMap((email) => email.recipients));
  const keys = {
    connectionIds: lanes.map(({ connectionId }) => connectionId),
    userIds: [...new Set(lanes.map(({ userId }) => userId))],
    domains: [...countDomains(recipients).keys()],
  };
  const places = await findPlaceLogs(tx, orgId, keys, limits, settings, now);
  return simulateSending({ now: now.getTime(), limits, settings, lanes, places });
}

type OwnDeparture = Departure & { trouble: Trouble | undefined };

/** Those of the rep that are known, the first one first. */
export function ownDepartures({ ownIds, departures, troubles }: Forecast): OwnDeparture[] {
  return ownIds
    .flatMap((id) => {
      const departure = departures?.get(id);
      return departure ? [{ ...departure, trouble: troubles.get(id) }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** The last to leave, also when more stand behind those that were looked at. */
export function lastOf({ behind, leastMsEach }: Forecast, own: readonly OwnDeparture[], now: Date): OwnDeparture | undefined {
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

function toBoundBy(reason: string | null): BoundBy | null {
  return BoundBy.safeParse(reason).data ?? null;
}

function findTroubles(connections: readonly Connection[], lanes: readonly WaitingLane[], now: Date): Map<string, Trouble> {
  const troubles = new Map<string, Trouble>();
  for (const connection of connections) {
    const trouble = troubleOf(connection, now);
    if (!trouble) continue;
    for (const email of lanes.find(({ connectionId }) => connectionId === connection.id)?.emails ?? []) troubles.set(email.id, trouble);
  }
  return troubles;
}

function troubleOf({ nextSlotAt, slotReason }: Connection, now: Date): Trouble | null {
  const reason = MAILBOX_TROUBLES.find((trouble) => trouble === slotReason);
  return reason && nextSlotAt && nextSlotAt > now ? { reason, nextTryAt: nextSlotAt } : null;
}
