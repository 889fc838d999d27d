import { spendTickets } from '../../platform/one-time-tickets.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { AccessToEnd, EndAccess } from '../kill-switch/index.ts';

export interface EndUserAccess {
  /** Takes back what the user still has waiting to be sent. */
  cancelWaitingEmails: (tx: Tx, orgId: string, userId: string, now: Date) => Promise<unknown>;
  /** Ends the user's grants, as the kill switch does. */
  endAccess: EndAccess;
}

/**
 * What follows in the transaction in which a user's access ends, whoever ended it: grants and consents under way end, links are worth
 * nothing, and waiting emails are taken back.
 */
export async function endUserAccess(use: EndUserAccess, tx: Tx, orgId: string, ended: AccessToEnd, now: Date): Promise<void> {
  await use.endAccess(tx, orgId, ended);
  await spendTickets(tx, orgId, ended.userId, now);
  await use.cancelWaitingEmails(tx, orgId, ended.userId, now);
}
