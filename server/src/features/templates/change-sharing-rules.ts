import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { showCategory } from './categories.ts';
import { categoryGone, orGone } from './gone.ts';
import type { Person } from './person.ts';
import { waitForTurn } from './repository.ts';
import type { TemplateCategory, TemplateCategoryGrants } from './schemas.ts';
import { restrictsSharing, saveSharingPolicy, setGrants } from './sharing-repository.ts';

/** TP-3, for admins. Each change leaves a security event. */
export interface ChangeSharingRules {
  /** AppError 404 for a category or a team that is gone. */
  grant(orgId: string, by: Person, actor: Actor, categoryId: string, grants: TemplateCategoryGrants): Promise<TemplateCategory>;
  restrict(orgId: string, actor: Actor, isRestricted: boolean): Promise<{ restrictsSharing: boolean }>;
}

export function createChangeSharingRules({ pool, clock }: { pool: Pool; clock: Clock }): ChangeSharingRules {
  return {
    grant: (orgId, by, actor, categoryId, grants) =>
      inOrg(pool, orgId, async (tx) => {
        if (!(await orGone(setGrants(tx, orgId, categoryId, grants)))) throw categoryGone();
        const category = await showCategory(tx, orgId, by, categoryId);
        await recordSecurityEvent(tx, orgId, {
          kind: 'template_sharing_changed',
          outcome: 'done',
          by: actor,
          about: category.name,
          details: { everyone: grants.everyone, teams: category.grants.teams.map(({ name }) => name).join(', ') },
          at: clock.now(),
        });
        return category;
      }),

    restrict: (orgId, actor, isRestricted) =>
      inOrg(pool, orgId, async (tx) => {
        // Two admins at once: each event says what there was before its change
        await waitForTurn(tx, orgId);
        const before = await restrictsSharing(tx, orgId);
        await saveSharingPolicy(tx, orgId, isRestricted, actor.userId, clock.now());
        const details = { restrictedBefore: before, restricted: isRestricted };
        await recordSecurityEvent(tx, orgId, { kind: 'template_sharing_changed', outcome: 'done', by: actor, details, at: clock.now() });
        return { restrictsSharing: isRestricted };
      }),
  };
}
