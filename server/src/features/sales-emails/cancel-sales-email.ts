import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import { findDraft } from './repository.ts';
import { findRow, toRow } from './rows.ts';
import type { SalesEmailRow } from './schemas.ts';
import { findOwn } from './show-sales-email.ts';
import { moveSalesEmail } from '../send-engine/index.ts';

export type ActOnSalesEmail = (orgId: string, userId: string, id: string) => Promise<SalesEmailRow>;

/**
 * Undo, and also the way out for an email that waits: what was written in the compose window becomes the draft of its record again, or is
 * cancelled when the rep has begun another draft there. What was not written there is cancelled. What is scheduled keeps its time in the
 * draft. AppError 409 `already_left` once the mailbox has it.
 */
export function createCancelSalesEmail({ pool, clock }: { pool: Pool; clock: Clock }): ActOnSalesEmail {
  return async function cancelSalesEmail(orgId, userId, id) {
    const cancel = (): Promise<SalesEmailRow> => inOrg(pool, orgId, (tx) => cancelWaitingOne(tx, orgId, userId, id, clock.now()));
    try {
      return await cancel();
    } catch (error) {
      // A draft of the same record was saved at the same moment: the second time it is seen
      if ((error as { constraint?: string }).constraint === 'one_draft_per_record') return cancel();
      throw error;
    }
  };
}

async function cancelWaitingOne(tx: Tx, orgId: string, userId: string, id: string, now: Date): Promise<SalesEmailRow> {
  const email = await findOwn(tx, orgId, userId, id);
  const isDraftAgain = email.origin === 'compose' && !(await findDraft(tx, orgId, userId, email.recordId));
  const moved = await moveSalesEmail(tx, orgId, id, {
    // Its time may come at this moment
    from: email.state === 'scheduled' ? ['scheduled', 'queued'] : ['queued'],
    to: isDraftAgain ? 'draft' : 'cancelled',
    reason: 'cancelled_by_user',
    at: now,
    set: { waits_for: null },
  });
  if (!moved) throw new AppError('already_left');
  const row = await findRow(tx, orgId, id);
  if (!row) throw new AppError('not_found', { title: sentence('emailUnknown') });
  return toRow(row, userId, now);
}
