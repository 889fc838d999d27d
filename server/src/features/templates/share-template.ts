import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import { categoryGone, orGone } from './gone.ts';
import type { Person } from './person.ts';
import type { Template, TemplateSharing } from './schemas.ts';
import { findGrant, findSharedTeams, findTeamsToShareWith, restrictsSharing, setSharing } from './sharing-repository.ts';
import { holdToChange, showChanged } from './show-template.ts';

/**
 * TP-2: with whom a template is shared from now on. AppError 404; 403 `template_not_yours`, `template_sharing_restricted`; 409
 * `template_archived`.
 */
export type ShareTemplate = (orgId: string, by: Person, id: string, sharing: TemplateSharing) => Promise<Template>;

export function createShareTemplate({ pool }: { pool: Pool }): ShareTemplate {
  return function shareTemplate(orgId, by, id, { everyone, teamIds, categoryId: wanted }) {
    return inOrg(pool, orgId, async (tx) => {
      const held = await holdToChange(tx, orgId, by, id);
      if (held.categoryId === null) throw new AppError('template_archived');
      const categoryId = wanted ?? held.categoryId;
      const before = await findSharedTeams(tx, orgId, id);
      const added = [...new Set(teamIds)].filter((teamId) => !before.includes(teamId));
      if (added.length > 0) await refuseOtherTeams(tx, orgId, by, added);
      const isShared = everyone || teamIds.length > 0;
      const showsMore = added.length > 0 || (everyone && !held.isForEveryone) || categoryId !== held.categoryId;
      if (isShared && showsMore) await refuseRestricted(tx, orgId, by, categoryId);
      await orGone(setSharing(tx, orgId, id, { everyone, teamIds: [...new Set(teamIds)], categoryId }));
      return showChanged(tx, orgId, by, id, held.ownerId);
    });
  };
}

async function refuseOtherTeams(tx: Tx, orgId: string, by: Person, teamIds: string[]): Promise<void> {
  const own = await findTeamsToShareWith(tx, orgId, by);
  if (teamIds.every((teamId) => own.some(({ id }) => id === teamId))) return;
  throw new AppError('not_found', { title: sentence(by.isAdmin ? 'teamGone' : 'notInTeam') });
}

/**
 * TP-3: what is shared goes into a category that is granted to the person, where the org restricts sharing; admins share into all. AppError
 * 404 for a category that is gone; 403 `template_sharing_restricted`.
 */
export async function refuseRestricted(tx: Tx, orgId: string, by: Person, categoryId: string): Promise<void> {
  const category = await findGrant(tx, orgId, by.userId, categoryId);
  if (!category) throw categoryGone();
  if (by.isAdmin || category.isGranted || !(await restrictsSharing(tx, orgId))) return;
  throw new AppError('template_sharing_restricted', { title: sentence('restricted', { name: category.name }) });
}
