import { spendTickets } from '../../platform/one-time-tickets.ts';
import type { Tx } from '../../platform/postgres.ts';
import { factKey, type Facts } from '../facts/index.ts';
import type { AccessToEnd, EndAccess } from '../kill-switch/index.ts';

export interface EndUserAccess {
  facts: Facts;
  /** Ends the user's grants, as the kill switch does. */
  endAccess: EndAccess;
}

/**
 * The rest of the transaction in which a user's access ends, whoever ended it: grants and consents under way end, links are worth nothing,
 * and the fact is recorded that others react to.
 */
export async function endUserAccess(use: EndUserAccess, tx: Tx, orgId: string, ended: AccessToEnd): Promise<void> {
  await use.endAccess(tx, orgId, ended);
  await spendTickets(tx, orgId, ended.userId, ended.at);
  await use.facts.record(tx, orgId, {
    kind: 'user_access_ended',
    key: factKey('user_access_ended'),
    userId: ended.userId,
    personId: null,
    recordId: null,
    sourceId: null,
    happenedAt: ended.at,
    details: { endedBy: ended.endedBy },
  });
}
