import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import {
  BoundBy,
  countDomains,
  findCallTimes,
  findLimits,
  findPlaceLogs,
  MAILBOX_TROUBLES,
  simulateSending,
  WINDOW_SETTINGS,
  type Departure,
  type SendingForecast,
  type WaitingEmail,
  type WaitingLane,
  type WindowSettings,
} from '../sending-limits/index.ts';
import { recipientsOf } from './attempts.ts';
import type { SalesEmailReason, SalesEmailState } from './schemas.ts';

export type ForecastSending = (orgId: string, userId: string, more: number) => Promise<SendingForecast>;

/**
 * When the last of a rep's waiting emails, and of `more` further ones, would leave: the engine's rules applied to what the windows hold now
 * and to all that waits. Further emails are interactive ones to somebody each at a domain of their own, leave as the rep's default identity
 * and come last. What waits for a mailbox that is to be connected again has no time; one that sends nothing for another reason is taken to
 * send at its next try.
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
      const { departures, ownIds, waiting, troubles } = await forecast(tx, orgId, userId, more, clock.now(), windows);
      const own = ownIds
        .flatMap((id) => {
          const departure = departures.get(id);
          return departure ? { ...departure, trouble: troubles.get(id) } : [];
        })
        .sort((a, b) => a.at - b.at);
      const last = own.at(-1);
      return {
        waiting,
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
  const { departures, troubles } = await forecast(tx, orgId, userId, 1, now, WINDOW_SETTINGS);
  const trouble = troubles.get(further(0));
  if (trouble) return { leavesAt: trouble.nextTryAt.toISOString(), boundBy: trouble.reason };
  const departure = departures.get(further(0));
  return departure?.boundBy ? { leavesAt: toTimestamp(departure), boundBy: departure.boundBy } : { leavesAt: null, boundBy: null };
}

/** So many emails that wait are forecast for a list that is asked for every few seconds. */
const MOST_FOR_A_LIST = 2_000;

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
    const { departures } = await forecast(tx, orgId, userId, 0, now, WINDOW_SETTINGS, MOST_FOR_A_LIST);
    for (const [id, departure] of departures) leaving.set(id, departure);
  }
  return leaving;
}

interface Forecast {
  departures: Map<string, Departure>;
  /** Those of the rep, the further ones among them. */
  ownIds: string[];
  waiting: number;
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

async function forecast(
  tx: Tx,
  orgId: string,
  userId: string,
  more: number,
  now: Date,
  settings: WindowSettings,
  most = Infinity,
): Promise<Forecast> {
  const { limits } = await findLimits(tx, orgId);
  const sharesWindows = limits.orgPerDay !== null || limits.domainPerDay !== null;
  const found = await findConnections(tx, orgId, sharesWindows ? null : userId, userId);
  const usual = more > 0 ? await findUsualConnection(tx, orgId, userId, found) : null;
  const connections = usual && !found.includes(usual) ? [...found, usual] : found;
  const connectionIds = connections.map(({ id }) => id);
  const emails = await findWaiting(tx, orgId, connectionIds);
  const own = emails.filter((email) => email.userId === userId);
  if (emails.length > most) return { departures: new Map(), ownIds: [], waiting: own.length, troubles: new Map() };

  const extra: WaitingEmail[] = Array.from({ length: usual ? more : 0 }, (_, number) => ({
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
  return { departures, ownIds, waiting: own.length, troubles: findTroubles(connections, lanes, now) };
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

interface Connection {
  id: string;
  userId: string;
  provider: 'google' | 'microsoft' | 'smtp';
  nextSlotAt: Date | null;
  slotReason: string | null;
}

/** The connected mailboxes that something waits in, and those of `ownerId`; with `onlyUserId` no others. */
async function findConnections(tx: Tx, orgId: string, onlyUserId: string | null, ownerId: string): Promise<Connection[]> {
  const { rows } = await tx.query<Connection>(
    `select c.id, c.user_id as "userId", c.provider, c.next_slot_at as "nextSlotAt", c.slot_reason as "slotReason"
       from email_connections c
      where c.org_id = $1 and c.state = 'connected' and ($2::uuid is null or c.user_id = $2)
        and (c.user_id = $3 or exists (select from sales_emails e where e.email_connection_id = c.id and e.org_id = $1 and e.state = 'queued'))`,
    [orgId, onlyUserId, ownerId],
  );
  return rows;
}

/**
 * What an email leaves by that is sent as the default identity, by the rule of the database's `choose_identity`: the team's server where
 * that identity uses it, else the mailbox. The rep's part of the server begins with the first email, and is made up until then. Null when
 * nothing would leave.
 */
async function findUsualConnection(tx: Tx, orgId: string, userId: string, connections: readonly Connection[]): Promise<Connection | null> {
  const { rows } = await tx.query<{ isWorking: boolean }>(
    `select t.state = 'working' as "isWorking" from identities i join team_smtp_servers t on t.org_id = i.org_id
      where i.org_id = $1 and i.user_id = $2 and i.is_default and i.verified_at is not null and i.channel = 'team_smtp'`,
    [orgId, userId],
  );
  const mine = connections.filter((connection) => connection.userId === userId);
  const part = mine.find(({ provider }) => provider === 'smtp') ?? null;
  const [server] = rows;
  if (!server) return mine.find(({ provider }) => provider !== 'smtp') ?? part;
  return part ?? (server.isWorking ? { id: randomUUID(), userId, provider: 'smtp', nextSlotAt: null, slotReason: null } : null);
}

type Waiting = WaitingEmail & { userId: string; connectionId: string };

async function findWaiting(tx: Tx, orgId: string, connectionIds: string[]): Promise<Waiting[]> {
  const { rows } = await tx.query<Omit<Waiting, 'dueAt' | 'recipients'> & { dueAt: Date; toAddress: string; cc: string[]; bcc: string[] }>(
    `select id, user_id as "userId", email_connection_id as "connectionId", due_at as "dueAt", priority, to_address as "toAddress", cc, bcc
       from sales_emails where org_id = $1 and email_connection_id = any($2) and state = 'queued' order by created_at, id`,
    [orgId, connectionIds],
  );
  return rows.map(({ id, userId, connectionId, dueAt, priority, ...addresses }) => ({
    id,
    userId,
    connectionId,
    dueAt: dueAt.getTime(),
    priority,
    recipients: recipientsOf(addresses),
  }));
}
