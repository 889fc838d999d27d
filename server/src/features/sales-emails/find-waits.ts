import type { Tx } from '../../platform/postgres.ts';
import { findBlockingLimits, type HeldEmail, type BlockingLimit } from '../sending-limits/index.ts';
import { findDepartures, findLeaving } from '../send-engine/index.ts';
import { waitsForTry, whyAndUntil, type StoredRow, type Wait } from './rows.ts';

/**
 * What is known of the wait of each row that a sending limit may hold back: an email far back in the queue of its mailbox may wait for
 * another limit than the mailbox does now.
 */
export async function findWaits(tx: Tx, orgId: string, rows: readonly StoredRow[], now: Date): Promise<Map<string, Wait>> {
  const limited = rows.filter((row) => !waitsForTry(row, now));
  const { departures, unknownUserIds } = await findDepartures(tx, orgId, limited, now);
  const waits = new Map<string, Wait>();
  const unnamed = new Map<string, string>();
  for (const row of limited) {
    const { at, boundBy = null, limit } = departures.get(row.id) ?? {};
    const wait: Wait = {
      leavesAt: at === undefined ? (unknownUserIds.has(row.userId) ? null : undefined) : new Date(at),
      reason: boundBy === null || boundBy === 'spacing' ? undefined : boundBy,
      limit: limit ?? undefined,
    };
    waits.set(row.id, wait);
    const { reason } = whyAndUntil(row, now, wait);
    if (row.state === 'queued' && !limit && reason && LIMITS.has(reason)) unnamed.set(row.id, reason);
  }
  for (const [id, limit] of await findLimits(tx, orgId, unnamed, now)) waits.set(id, { ...waits.get(id), limit });
  return waits;
}

const LIMITS = new Set(['minute_limit', 'daily_limit', 'user_daily_limit', 'org_limit', 'domain_limit']);

async function findLimits(tx: Tx, orgId: string, reasons: ReadonlyMap<string, string>, now: Date): Promise<Map<string, BlockingLimit>> {
  if (reasons.size === 0) return new Map();
  const leaving = await findLeaving(tx, orgId, [...reasons.keys()]);
  const held = leaving.map<HeldEmail>((email) => ({ ...email, orgId, reason: reasons.get(email.id) ?? '' }));
  return findBlockingLimits(tx, orgId, held, now);
}
