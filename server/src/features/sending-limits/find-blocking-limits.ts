import type { Tx } from '../../platform/postgres.ts';
import { findLimits, findBlockingPlaces } from './repository.ts';
import type { BlockingLimit } from './schemas.ts';
import { demandsOf, findObstacle, limitOf, WINDOW_SETTINGS, type Demand, type Departing } from './windows.ts';

/** An email that waits, and what its row gives as the reason. */
export interface HeldEmail extends Departing {
  id: string;
  reason: string;
}

/**
 * Which of the limits of now holds each email back: a reason such as `minute_limit` may be either of two. None for an email that no limit
 * of its reason holds back any more, as in the moment after a limit was raised.
 */
export async function findBlockingLimits(
  tx: Tx,
  orgId: string,
  emails: readonly HeldEmail[],
  now: Date,
): Promise<Map<string, BlockingLimit>> {
  const found = new Map<string, BlockingLimit>();
  if (emails.length === 0) return found;
  const { limits } = await findLimits(tx, orgId);
  const demandsOfReason = (email: HeldEmail): Demand[] =>
    demandsOf(email, limits, WINDOW_SETTINGS).filter(({ window }) => window.reason === email.reason);
  // What waits in one mailbox asks for the same places
  const asked = new Map(emails.flatMap(demandsOfReason).map((demand) => [keyOf(demand), demand]));
  const places = await findBlockingPlaces(tx, orgId, [...asked.values()], now);
  const ends = new Map([...asked.keys()].map((key, index) => [key, places[index] ?? null]));
  for (const email of emails) {
    const demands = demandsOfReason(email);
    const obstacle = findObstacle(
      demands,
      demands.map((demand) => ends.get(keyOf(demand)) ?? null),
      now.getTime(),
    );
    const limit = obstacle && limitOf(obstacle.window);
    if (limit) found.set(email.id, limit);
  }
  return found;
}

function keyOf({ window, units }: Demand): string {
  return `${window.name} ${window.key} ${String(units)}`;
}
