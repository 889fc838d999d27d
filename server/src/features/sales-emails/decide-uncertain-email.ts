import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { Facts } from '../facts/index.ts';
import { checkRecipients, recipientProblem } from '../suppression/index.ts';
import { enqueueDrain, forgetLostDraft, lookAtOnce, moveSalesEmail, recordSent } from '../send-engine/index.ts';
import { sentence } from './error-words/index.ts';
import type { StoredEmail } from './repository.ts';
import { findRow, toRow } from './rows.ts';
import type { SalesEmailRow } from './schemas.ts';
import { findOwn } from './show-sales-email.ts';

export type Decision = 'look_again' | 'mark_as_sent' | 'send_again';
export type DecideUncertainEmail = (orgId: string, userId: string, id: string, decision: Decision) => Promise<SalesEmailRow>;

/** The rep decides about an email of which nobody can tell whether it left. AppError 409 `already_settled` when it is not open any more. */
export function createDecideUncertainEmail({ pool, clock, facts }: { pool: Pool; clock: Clock; facts: Facts }): DecideUncertainEmail {
  return function decideUncertainEmail(orgId, userId, id, decision) {
    return inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      const email = await findOwn(tx, orgId, userId, id);
      if (email.state !== 'uncertain' || !(await DECISIONS[decision](tx, orgId, email, now, facts))) throw new AppError('already_settled');
      const row = await findRow(tx, orgId, id);
      if (!row) throw new AppError('not_found', { title: sentence('emailUnknown') });
      return toRow(row, userId, now);
    });
  };
}

const DECISIONS: Record<Decision, (tx: Tx, orgId: string, email: StoredEmail, now: Date, facts: Facts) => Promise<boolean>> = {
  look_again: (tx, orgId, { id }, now) => lookAtOnce(tx, orgId, id, now),

  mark_as_sent: (tx, orgId, { id, attempts }, now, facts) =>
    recordSent(facts, tx, orgId, id, { from: ['uncertain'], attempt: attempts, sent: null, reason: 'marked_by_user', at: now }),

  async send_again(tx, orgId, email, now) {
    const { id, attempts, connectionId, lookAgainAt, mailboxState } = email;
    // It may be under way, or lie in the sent mail: only what nobody can find out is the rep's to decide
    if (lookAgainAt) throw new AppError('still_looking');
    if (mailboxState !== 'connected') throw new AppError('mailbox_reconnect_required', { title: sentence('reconnectToSee') });
    await refuseRecipients(tx, orgId, email, now);
    await forgetLostDraft(tx, orgId, id);
    const moved = await moveSalesEmail(tx, orgId, id, {
      from: ['uncertain'],
      to: 'queued',
      reason: 'retried_by_user',
      at: now,
      attempt: attempts,
      set: { due_at: now, waits_for: null, look_again_at: null, transient_failures: 0 },
    });
    if (moved && connectionId) await enqueueDrain(tx, orgId, connectionId);
    return moved;
  },
};

/** What is known by now is enough here: the recipients are looked at again before it leaves. */
async function refuseRecipients(
  tx: Tx,
  orgId: string,
  { userId, personId, personName, to, cc, bcc }: StoredEmail,
  now: Date,
): Promise<void> {
  if (!personId) return;
  const { refused } = await checkRecipients(tx, orgId, { userId, personId, to, cc, bcc }, now);
  if (refused.length > 0) throw recipientProblem(refused, { personName, cc, bcc });
}
