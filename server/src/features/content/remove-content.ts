import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { giveUpFile } from '../files/index.ts';
import { enqueueForgetting } from './forget-content.ts';
import { markDeleted, type Viewer } from './repository.ts';

/**
 * Deletes an own content, or for an admin a shared one: its links in emails show nothing from then on. What people did with it before stays
 * to be read. A job that commits with it deletes the bytes, except those of a file that an email has too. AppError 404.
 */
export type RemoveContent = (orgId: string, by: Viewer, id: string) => Promise<void>;

export function createRemoveContent({ pool, clock }: { pool: Pool; clock: Clock }): RemoveContent {
  return function removeContent(orgId, by, id) {
    return inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      if (!(await markDeleted(tx, orgId, by, id, now))) throw new AppError('not_found');
      const file = await giveUpFile(tx, orgId, null, id, now);
      await enqueueForgetting(tx, orgId, id, file === 'given_up');
    });
  };
}
