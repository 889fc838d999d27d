import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { OwnLinks } from './own-links.ts';
import { findContent } from './repository.ts';

/** The address at which a rep sees a content as its recipients do, for 10 minutes. AppError 404 for one that the rep does not see. */
export type LinkToContent = (orgId: string, userId: string, id: string) => Promise<string>;

export function createLinkToContent({ pool, ownLinks }: { pool: Pool; ownLinks: OwnLinks }): LinkToContent {
  return async function linkToContent(orgId, userId, id) {
    if (!(await inOrg(pool, orgId, (tx) => findContent(tx, orgId, userId, id)))) throw new AppError('not_found');
    return ownLinks.linkTo({ orgId, userId, contentId: id });
  };
}
