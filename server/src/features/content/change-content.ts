import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { renamedAs } from '../files/index.ts';
import { showContent } from './list-content.ts';
import { changeContent, holdOwn } from './repository.ts';
import type { Content, ContentChange } from './schemas.ts';

/** Renames an own content, shares it, or ends that. AppError 404; 415 `file_type_refused`. */
export type ChangeContent = (orgId: string, userId: string, id: string, change: ContentChange) => Promise<Content>;

export function createChangeContent({ pool, publicUrl }: { pool: Pool; publicUrl: string }): ChangeContent {
  return function change(orgId, userId, id, { name: wanted, isShared }) {
    return inOrg(pool, orgId, async (tx) => {
      const held = await holdOwn(tx, orgId, userId, id);
      if (!held) throw new AppError('not_found');
      const name = wanted === undefined ? undefined : renamedAs(held.name, wanted);
      await changeContent(tx, orgId, id, { name, isShared });
      return showContent(tx, publicUrl, orgId, userId, id);
    });
  };
}
