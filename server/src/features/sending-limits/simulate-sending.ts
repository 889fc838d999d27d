import type { Place, PlaceLog, PlaceLogs } from './place-log.ts';
import type { BoundBy, BlockingLimit, SendingLimits } from './schemas.ts';
import { WaitingQueue, type WaitingEmail } from './waiting-queue.ts';
import { demandsOf, findObstacle, limitOf, type Demand, type Departing, type WindowSettings } from './windows.ts';

/** A mailbox with what waits in it. */
export interface WaitingLane extends Omit<Departing, 'recipients'> {
  /** Epoch milliseconds: nothing leaves before, and why. */
  nextSlotAt: number | null;
  slotReason: BoundBy | null;
  /** How long a call to the vendor lasts. */
  callMs: number;
  /** In the order of their acceptance. */
  emails: readonly WaitingEmail[];
}

/** When an email leaves, in epoch milliseconds, and what makes it wait; null when nothing does. */
export interface Departure {
  at: number;
  boundBy: BoundBy | null;
  /** The limit that is; null also where the mailbox had been parked before, and only its reason is known. */
  limit: BlockingLimit | null;
}

type Bound = Pick<Departure, 'boundBy' | 'limit'>;

interface Simulated {
  lane: WaitingLane;
  queue: WaitingQueue;
  now: number;
  longestWait: (Bound & { ms: number }) | null;
}

interface Simulation {
  now: number;
  limits: SendingLimits;
  settings: WindowSettings;
  lanes: readonly WaitingLane[];
  /** What has been taken of every window that matters; gets what the simulated emails take. */
  places: PlaceLogs;
}

/** Later than this is not at once. */
const NOTICEABLE_MS = 1_000;
const AT_ONCE: Bound = { boundBy: null, limit: null };
const SPACING: Bound = { boundBy: 'spacing', limit: null };

/**
 * When each waiting email leaves if nothing else happens: the engine's own rules on the engine's own windows, without the engine. An email
 * that no window can ever take has no departure.
 */
export function simulateSending({ now, limits, settings, lanes, places }: Simulation): Map<string, Departure> {
  const departures = new Map<string, Departure>();
  const heldBack = new Map<string, Bound>();
  const dueAt = new Map(lanes.flatMap(({ emails }) => emails.map((email) => [email.id, email.dueAt])));
  let running: Simulated[] = lanes.map((lane) => {
    const simulated: Simulated = { lane, queue: new WaitingQueue(lane.emails), now, longestWait: null };
    if (lane.nextSlotAt !== null) wait(simulated, lane.nextSlotAt, { boundBy: lane.slotReason ?? 'spacing', limit: null });
    return simulated;
  });

  while (running.length > 0) {
    const simulated = earliest(running);
    const { lane, queue } = simulated;
    const email = queue.take(simulated.now);
    if (!email) {
      const next = queue.nextDueAt();
      if (next === null) running = running.filter((other) => other !== simulated);
      else Object.assign(simulated, { now: next, longestWait: null });
      continue;
    }
    const demands = demandsOf({ ...lane, recipients: email.recipients }, limits, settings);
    const ends = demands.map((demand) => places.of(demand.window).endOfBlockingPlace(demand));
    const obstacle = findObstacle(demands, ends, simulated.now);
    if (obstacle?.until === Infinity) continue;
    if (obstacle) {
      const bound: Bound = { boundBy: obstacle.reason === 'mailbox_busy' ? 'spacing' : obstacle.reason, limit: limitOf(obstacle.window) };
      if (obstacle.stops === 'email') {
        queue.postpone({ ...email, dueAt: obstacle.until });
        heldBack.set(email.id, bound);
      } else {
        queue.putBack(email);
        wait(simulated, obstacle.until, bound);
      }
      continue;
    }
    const { boundBy, limit } = heldBack.get(email.id) ?? simulated.longestWait ?? SPACING;
    const waitedMs = simulated.now - Math.max(now, dueAt.get(email.id) ?? now);
    departures.set(email.id, { at: simulated.now, ...(waitedMs < NOTICEABLE_MS ? AT_ONCE : { boundBy, limit }) });
    simulated.now += lane.callMs;
    takePlaces(places, demands, { endedAt: simulated.now, recipients: email.recipients.length });
  }
  return departures;
}

function takePlaces(places: PlaceLogs, demands: readonly Demand[], place: Place): void {
  const taken = new Set<PlaceLog>();
  for (const { window, units } of demands) {
    const log = places.of(window);
    if (taken.has(log)) continue;
    taken.add(log);
    log.add(window.scope === 'domain' ? { ...place, recipients: units } : place);
  }
}

function earliest(running: readonly Simulated[]): Simulated {
  return running.reduce((first, other) => (other.now < first.now ? other : first));
}

function wait(simulated: Simulated, until: number, bound: Bound): void {
  const ms = until - simulated.now;
  if (ms <= 0) return;
  if (ms > (simulated.longestWait?.ms ?? 0)) simulated.longestWait = { ...bound, ms };
  simulated.now = until;
}
