import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { enqueueDrain, moveSalesEmail } from '../send-engine/index.ts';
import type { ActOnSalesEmail } from './cancel-sales-email.ts';
import { findRow, toRow } from './rows.ts';
import { findOwn } from './show-sales-email.ts';

/** Somebody took it back, or it could not leave. */
const WILL_NOT_LEAVE = new Set(['draft', 'cancelled', 'failed']);

/**
 * A scheduled email leaves at once. One whose time has come in the same moment is where it was to go, and is answered as it stands.
 * AppError 409 `already_left` for one that will not leave any more.
 */
export function createSendNow({ pool, clock }: { pool: Pool; clock: Clock }): ActOnSalesEmail {
  return async function sendNow(orgId, userId, id) {
    return inOrg(pool, orgId, async (tx) => {
      const { connectionId } = await findOwn(tx, orgId, userId, id);
      const now = clock.now();
      const moved = await moveSalesEmail(tx, orgId, id, {
        from: ['scheduled'],
        to: 'queued',
        reason: 'sent_now_by_user',
        at: now,
        set: { due_at: now, schedule_local: null, schedule_zone: null },
      });
      if (moved && connectionId) await enqueueDrain(tx, orgId, connectionId);
      const row = await findRow(tx, orgId, id);
      if (!row || WILL_NOT_LEAVE.has(row.state)) throw new AppError('already_left');
      return toRow(row, userId, now);
    });
  };
}
