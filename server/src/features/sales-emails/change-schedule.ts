import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { enqueueSchedule, moveSalesEmail } from '../send-engine/index.ts';
import { findRow, toRow } from './rows.ts';
import { readSchedule, wallTimeOf } from './schedule.ts';
import type { SalesEmailRow, Schedule } from './schemas.ts';
import { findOwn } from './show-sales-email.ts';

export type ChangeSchedule = (orgId: string, userId: string, id: string, schedule: Schedule) => Promise<SalesEmailRow>;

/**
 * Another time for an email that is scheduled. AppError 409 `already_left` once its time has come: it is queued or moved, never both,
 * because each asks for the state that it starts from. AppError 400 for a time that has passed or is over a year ahead.
 */
export function createChangeSchedule({ pool, clock }: { pool: Pool; clock: Clock }): ChangeSchedule {
  return async function changeSchedule(orgId, userId, id, schedule) {
    return inOrg(pool, orgId, async (tx) => {
      await findOwn(tx, orgId, userId, id);
      const now = clock.now();
      const { dueAt } = readSchedule(schedule, now);
      const { local, zone } = wallTimeOf(schedule);
      const set = { due_at: dueAt, schedule_local: local, schedule_zone: zone };
      const moved = await moveSalesEmail(tx, orgId, id, { from: ['scheduled'], to: 'scheduled', reason: null, at: now, set });
      const row = moved && (await findRow(tx, orgId, id));
      if (!row) throw new AppError('already_left');
      await enqueueSchedule(tx, orgId, dueAt, now);
      return toRow(row, userId, now);
    });
  };
}
