import { inOrg, type Pool } from '../../platform/postgres.ts';
import { countAmong, findPinned, savePinned } from './category-repository.ts';
import { categoryGone } from './gone.ts';

/** TP-7: the categories that a user has pinned, in this order. AppError 404 when one of them is gone. */
export type PinCategories = (orgId: string, userId: string, categoryIds: string[]) => Promise<{ categoryIds: string[] }>;

export function createPinCategories({ pool }: { pool: Pool }): PinCategories {
  return function pinCategories(orgId, userId, categoryIds) {
    const wanted = [...new Set(categoryIds)];
    return inOrg(pool, orgId, async (tx) => {
      if ((await countAmong(tx, orgId, wanted)) < wanted.length) throw categoryGone();
      await savePinned(tx, orgId, userId, wanted);
      return { categoryIds: (await findPinned(tx, orgId, userId)).map(({ id }) => id) };
    });
  };
}
