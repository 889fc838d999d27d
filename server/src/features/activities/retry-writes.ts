import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { logActivityJob } from './record-activity.ts';
import { reopenFailedWrites } from './repository.ts';

export type RetryWrites = (orgId: string, userId: string, salesEmailId: string) => Promise<{ retried: number }>;

/**
 * Lets what Salesforce refused of a rep's own email be tried again; what it took stays as it is. AppError 404 `not_found` for an email that
 * the rep has not sent.
 */
export function createRetryWrites({ pool, clock }: { pool: Pool; clock: Clock }): RetryWrites {
  return function retryWrites(orgId, userId, salesEmailId) {
    return inOrg(pool, orgId, async (tx) => {
      const reopened = await reopenFailedWrites(tx, orgId, userId, salesEmailId, clock.now());
      if (!reopened) throw new AppError('not_found', { title: 'You have not sent such an email.' });
      for (const activityId of reopened) await enqueue(tx, 'log-activity', { orgId, activityId }, logActivityJob(activityId));
      return { retried: reopened.length };
    });
  };
}
