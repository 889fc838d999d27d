import { inOrg, type Pool } from '../../platform/postgres.ts';
import { countFacts } from '../facts/index.ts';
import { moveSeenUntil } from './repository.ts';
import { LIVE_FEED_KINDS, MOST_UNSEEN, type Unseen } from './schemas.ts';

export type MarkSeen = (orgId: string, userId: string, until: Date) => Promise<Unseen>;

/**
 * The rep has seen the feed until a time. The mark is kept here, so that every tab and machine of the rep agrees, and never moves back.
 * What was taken in after that time stays new. Answers how many are left.
 */
export function createMarkSeen({ pool }: { pool: Pool }): MarkSeen {
  return async function markSeen(orgId, userId, until) {
    return inOrg(pool, orgId, async (tx) => {
      const since = await moveSeenUntil(tx, orgId, userId, until);
      return { unseen: await countFacts(tx, orgId, { userId, kinds: LIVE_FEED_KINDS, since, atMost: MOST_UNSEEN }) };
    });
  };
}
