import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';

/**
 * Nothing is connected in an org whose kill switch is on: AppError 409 `org_stopped`. Locks the org against a press until the transaction
 * ends, so that what is connected in it is either found by the press or refused. Call it before anything else of the org is locked.
 */
export async function refuseWhileStopped(tx: Tx, orgId: string): Promise<void> {
  const { rows } = await tx.query<{ isStopped: boolean }>(
    'select stopped_at is not null as "isStopped" from orgs where org_id = $1 for share',
    [orgId],
  );
  if (rows[0]?.isStopped) throw new AppError('org_stopped');
}
