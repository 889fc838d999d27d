import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';
import { collectGrants, type CollectGrants } from './collect-grants.ts';
import { END_ACCESS, UNTIL_ENDED } from './end-grants.ts';
import * as repository from './repository.ts';
import type { EndReason } from './schemas.ts';

export interface AccessToEnd {
  userId: string;
  reason: EndReason;
  /** The admin; null when Salesforce said so. */
  endedBy: string | null;
  at: Date;
}

export type EndAccess = (tx: Tx, orgId: string, access: AccessToEnd) => Promise<void>;

/**
 * The kill switch for one user, in the transaction that ends the user's access: from its commit on nothing uses the user's grants, and a
 * job tells the vendors, destroys the keys and reports each grant. Lock the user before, and record `user_access_ended` after it.
 */
export function createEndAccess(use: CollectGrants): EndAccess {
  return async function endAccess(tx, orgId, { userId, reason, endedBy, at }) {
    const runId = await repository.insertRun(tx, orgId, { pressedBy: endedBy, userId, reason, pressedAt: at });
    await collectGrants(use, tx, orgId, runId, userId);
    await enqueue(tx, END_ACCESS, { orgId, runId }, UNTIL_ENDED);
  };
}
