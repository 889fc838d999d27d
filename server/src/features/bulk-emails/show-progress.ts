import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { findRowsOf, toRow } from '../sales-emails/index.ts';
import { cancelAmong, forecastLast } from '../send-engine/index.ts';
import { unknown } from './change-bulk-email.ts';
import { sentence } from './error-words/index.ts';
import { findBulkEmail, holdBulkEmail, type StoredBulkEmail } from './repository.ts';
import type { BulkProgress } from './schemas.ts';
import { findOutcomes, touchAccepted } from './send-repository.ts';

export interface Progress {
  /** AppError 404 `not_found` for any but an own one that has been sent. */
  show(orgId: string, userId: string, id: string): Promise<BulkProgress>;
  /** Cancels what waits of it, and keeps what a vendor has at this moment. Safe to repeat. AppError as above. */
  stop(orgId: string, userId: string, id: string): Promise<BulkProgress>;
}

export function createProgress({ pool, clock }: { pool: Pool; clock: Clock }): Progress {
  return {
    show: (orgId, userId, id) =>
      inOrg(pool, orgId, async (tx) => {
        const bulk = await findBulkEmail(tx, orgId, userId, id);
        if (!bulk) throw unknown();
        return progressOf(tx, orgId, userId, bulk, clock.now());
      }),
    stop: (orgId, userId, id) =>
      inOrg(pool, orgId, async (tx) => {
        // Waits for a Send that is under way, and stops what that has accepted
        const bulk = await holdBulkEmail(tx, orgId, userId, id);
        if (!bulk) throw unknown();
        const now = clock.now();
        const ids = (await findOutcomes(tx, orgId, id)).flatMap(({ salesEmailId }) => salesEmailId ?? []);
        if (bulk.acceptedAt) await cancelAmong(tx, orgId, userId, ids, now);
        if (bulk.acceptedAt) await touchAccepted(tx, orgId, id, now);
        return progressOf(tx, orgId, userId, bulk, now);
      }),
  };
}

const WAITING = new Set(['scheduled', 'queued']);

/** How far it is, in the words of the list of emails. */
export async function progressOf(
  tx: Tx,
  orgId: string,
  userId: string,
  { id, subject, recordId, recordName, acceptedAt, schedule }: StoredBulkEmail,
  now: Date,
): Promise<BulkProgress> {
  if (!acceptedAt) throw new AppError('not_found', { title: sentence('notSent') });
  const outcomes = await findOutcomes(tx, orgId, id);
  const ids = outcomes.flatMap(({ salesEmailId }) => salesEmailId ?? []);
  const rows = (await findRowsOf(tx, orgId, ids)).map((row) => toRow(row, userId, now));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const queued = rows.filter(({ state }) => state === 'queued').map((row) => row.id);
  const { lastLeavesAt, tooManyWait } = await forecastLast(tx, orgId, userId, queued, now);
  const scheduled = rows.flatMap(({ state, waitsUntil }) => (state === 'scheduled' && waitsUntil ? [waitsUntil] : []));
  const last = [...scheduled, ...(lastLeavesAt ? [lastLeavesAt.toISOString()] : [])].sort().at(-1) ?? null;
  return {
    id,
    subject,
    recordId,
    recordName,
    acceptedAt: acceptedAt.toISOString(),
    schedule,
    accepted: ids.length,
    waiting: rows.filter(({ state }) => WAITING.has(state)).length,
    lastLeavesAt: queued.length > 0 && !lastLeavesAt ? null : last,
    tooManyWait,
    people: outcomes.map((outcome) => {
      const { state = null, reason = null } = rowOf.get(outcome.salesEmailId ?? '') ?? {};
      return { ...outcome, state, reason };
    }),
  };
}
