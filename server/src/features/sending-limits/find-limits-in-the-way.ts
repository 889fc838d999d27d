import type { Tx } from '../../platform/postgres.ts';
import { findLimits, findPlacesInTheWay } from './repository.ts';
import type { LimitInTheWay } from './schemas.ts';
import { demandsOf, findObstacle, WINDOW_SETTINGS, type Demand, type Departing } from './windows.ts';

/** An email that waits, and what its row gives as the reason. */
export interface HeldEmail extends Departing {
  id: string;
  reason: string;
}

/**
 * Which of the limits of now holds each email back: a reason such as `minute_limit` may be either of two. None for an email that no limit of its
 * reason holds back any more, as in the moment after a limit was raised.
 */
export async function findLimitsInTheWay(
  tx: Tx,
  orgId: string,
  emails: readonly HeldEmail[],
  now: Date,
): Promise<Map<string, LimitInTheWay>> {
  const found = new Map<string, LimitInTheWay>();
  if (emails.length === 0) return found;
  const { limits } = await findLimits(tx, orgId);
  const demandsOfReason = (email: HeldEmail): Demand[] =>
    demandsOf(email, limits, WINDOW_SETTINGS).filter(({ window }) => window.reason === email.reason);
  // What waits in one mailbox asks for the same places
  const asked = new Map(emails.flatMap(demandsOfReason).map((demand) => [keyOf(demand), demand]));
  const places = await findPlacesInTheWay(tx, orgId, [...asked.values()], now);
  const ends = new Map([...asked.keys()].map((key, index) => [key, places[index] ?? null]));
  for (const email of emails) {
    let latest = -Infinity;
    for (const demand of demandsOfReason(email)) {
      const { name, count, ms } = demand.window;
      const obstacle = findObstacle([demand], [ends.get(keyOf(demand)) ?? null], now.getTime());
      if (name === 'spacing' || !obstacle || obstacle.until <= latest) continue;
      latest = obstacle.until;
      found.set(email.id, { name, count, seconds: ms / 1_000 });
    }
  }
  return found;
}

const keyOf = ({ window, units }: Demand): string => `${window.name} ${window.key} ${String(units)}`;
