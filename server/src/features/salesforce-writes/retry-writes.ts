import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { enqueueTurn } from './turn.ts';
import { reopenFailedWrites } from './repository.ts';

export type RetryWrites = (orgId: string, userId: string, salesEmailId: string) => Promise<{ retried: number }>;

/**
 * Lets what Salesforce refused of a rep's own email be tried again; what it took stays as it is. AppError 404 `not_found` for an email that
 * the rep has not sent.
 */
export function createRetryWrites({ pool }: { pool: Pool }): RetryWrites {
  return function retryWrites(orgId, userId, salesEmailId) {
    return inOrg(pool, orgId, async (tx) => {
      const retried = await reopenFailedWrites(tx, orgId, userId, salesEmailId);
      if (retried === null) throw new AppError('not_found', { title: commonSentence('emailNotYours') });
      if (retried > 0) await enqueueTurn(tx, { orgId, userId, atOnce: true });
      return { retried };
    });
  };
}
