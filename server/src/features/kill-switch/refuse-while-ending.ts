import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { isAccessEnding } from './report-repository.ts';

/**
 * A user who is back connects nothing until the grants of before have ended: AppError 409 `access_ending`. A new grant takes the place of
 * the old one's keys, without which nobody could tell the vendor, and at Google the end of one is the end of both. Ask after
 * `refuseWhileStopped`, whose lock keeps access from ending until the transaction is over.
 */
export async function refuseWhileEnding(tx: Tx, orgId: string, userId: string): Promise<void> {
  if (await isAccessEnding(tx, orgId, userId)) throw new AppError('access_ending');
}
