import type { Tx } from '../../platform/postgres.ts';
import { handOnWishes, saveWishes, type LookTime, type SeenWish } from './repository.ts';

/**
 * Remembers for the whole org what one rep's look at people showed of their wishes (SU-1). To be called in the transaction that remembers
 * the look, once.
 */
export async function rememberWishes(tx: Tx, orgId: string, seen: SeenWish[], time: LookTime): Promise<void> {
  if (seen.length === 0) return;
  await Promise.all([
    // Asked first, so that a look at lead and contact together ends with what the contact says
    seen.some(({ contactId }) => contactId !== null) ? handOnWishes(tx, orgId, seen) : null,
    saveWishes(tx, orgId, seen, time),
  ]);
}
