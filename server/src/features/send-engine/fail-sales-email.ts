import type { Tx } from '../../platform/postgres.ts';
import { factKey, type Facts } from '../facts/index.ts';
import { moveSalesEmail, type Move } from './transitions.ts';

/** The email cannot be sent: its state, its line of history and the fact. False when it is not in one of the states before any more. */
export async function failSalesEmail(facts: Facts, tx: Tx, orgId: string, id: string, move: Omit<Move, 'to'>): Promise<boolean> {
  if (!(await moveSalesEmail(tx, orgId, id, { ...move, to: 'failed' }))) return false;
  const { rows } = await tx.query<{ userId: string; personId: string | null; recordId: string | null }>(
    `select user_id as "userId", person_id as "personId", record_id as "recordId" from sales_emails where org_id = $1 and id = $2`,
    [orgId, id],
  );
  const [who] = rows;
  // After a retry it may fail again
  const fact = { kind: 'email_failed', key: factKey('email_failed'), sourceId: id, happenedAt: move.at, details: {} } as const;
  if (who) await facts.record(tx, orgId, { ...fact, ...who });
  return true;
}
