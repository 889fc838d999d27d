import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { orGone } from './gone.ts';
import type { Person } from './person.ts';
import { deleteTemplate, setCategory } from './repository.ts';
import type { Template } from './schemas.ts';
import { refuseRestricted } from './share-template.ts';
import { holdToChange, showTemplate } from './show-template.ts';

/** TP-6. All of them: AppError 404, 403 `template_not_yours`. */
export interface ArchiveTemplates {
  /** Out of use and out of its category; twice is once. Its statistics stay. */
  archive(orgId: string, by: Person, id: string): Promise<Template>;
  /** AppError 409 `template_not_archived`; 403 `template_sharing_restricted` where it is shared. */
  restore(orgId: string, by: Person, id: string, categoryId: string): Promise<Template>;
  /** With its statistics. The emails from it stay. */
  remove(orgId: string, by: Person, id: string): Promise<void>;
}

export function createArchiveTemplates({ pool, clock }: { pool: Pool; clock: Clock }): ArchiveTemplates {
  return {
    archive: (orgId, by, id) =>
      inOrg(pool, orgId, async (tx) => {
        const held = await holdToChange(tx, orgId, by, id);
        if (!held.isArchived) await setCategory(tx, orgId, id, null, clock.now());
        return showTemplate(tx, orgId, by, id);
      }),

    restore: (orgId, by, id, categoryId) =>
      inOrg(pool, orgId, async (tx) => {
        const held = await holdToChange(tx, orgId, by, id);
        if (!held.isArchived) throw new AppError('template_not_archived');
        if (held.isShared) await refuseRestricted(tx, orgId, by, categoryId);
        await orGone(setCategory(tx, orgId, id, categoryId, clock.now()));
        return showTemplate(tx, orgId, by, id);
      }),

    remove: (orgId, by, id) =>
      inOrg(pool, orgId, async (tx) => {
        await holdToChange(tx, orgId, by, id);
        await deleteTemplate(tx, orgId, id);
      }),
  };
}
