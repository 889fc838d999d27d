import type { Tx } from '../../platform/postgres.ts';
import { factKey, type Facts } from '../facts/index.ts';
import { findWhoOf } from './repository.ts';
import { moveSalesEmail, type Move } from './transitions.ts';

/** The email cannot be sent: its state, its line of history and the fact. False when it is not in one of the states before any more. */
export async function failSalesEmail(facts: Facts, tx: Tx, orgId: string, id: string, move: Omit<Move, 'to'>): Promise<boolean> {
  if (!(await moveSalesEmail(tx, orgId, id, { ...move, to: 'failed' }))) return false;
  const who = await findWhoOf(tx, orgId, id);
  // After a retry it may fail again
  const fact = { kind: 'email_failed', key: factKey('email_failed'), sourceId: id, happenedAt: move.at, details: {} } as const;
  if (who) await facts.record(tx, orgId, { ...fact, ...who });
  return true;
}
