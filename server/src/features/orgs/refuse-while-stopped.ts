import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { isStopped } from './repository.ts';

/**
 * Nothing is connected in an org whose kill switch is on: AppError 409 `org_stopped`. Locks the org against a press until the transaction
 * ends, so that what is connected in it is either found by the press or refused. Call it before anything else of the org is locked.
 */
export async function refuseWhileStopped(tx: Tx, orgId: string): Promise<void> {
  if (await isStopped(tx, orgId)) throw new AppError('org_stopped');
}
