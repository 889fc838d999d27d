import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Language } from '../../platform/languages/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { bodyStyleOf, findEmailFont } from '../email-font/index.ts';
import { teamNameKey as nameKeyOf } from '../teams/index.ts';
import * as rows from './category-repository.ts';
import { sentence } from './error-words/index.ts';
import { categoryGone, missingKey } from './gone.ts';
import type { Person } from './person.ts';
import { waitForTurn } from './repository.ts';
import { MOST_CATEGORIES, type TemplateCategories, type TemplateCategory } from './schemas.ts';
import { findTeamsToShareWith, restrictsSharing } from './sharing-repository.ts';
import { inLanguage } from './words/index.ts';

export interface Categories {
  /** An org without any gets its first one, with a name in `language`. */
  show(orgId: string, by: Person, language: Language): Promise<TemplateCategories>;
  /** AppError 409 `category_name_taken`, `category_limit_reached`. */
  create(orgId: string, by: Person, name: string): Promise<TemplateCategory>;
  /** AppError 404; 403 `category_not_yours`; 409 `category_name_taken`. */
  rename(orgId: string, by: Person, id: string, name: string): Promise<TemplateCategory>;
  /** AppError 404; 403 `category_not_yours`; 409 `category_in_use` while anybody has a template in it. */
  remove(orgId: string, by: Person, id: string): Promise<void>;
}

/** Everybody may make categories. Names and the limit are exact: one at a time makes or renames one in an org. */
export function createCategories({ pool, clock }: { pool: Pool; clock: Clock }): Categories {
  const add = async (tx: Tx, orgId: string, by: Person, name: string): Promise<string> =>
    rows.insertCategory(tx, orgId, { name, nameKey: nameKeyOf(name), createdBy: by.userId, now: clock.now() });

  return {
    show: (orgId, by, language) =>
      inOrg(pool, orgId, async (tx) => {
        if ((await rows.countCategories(tx, orgId)) === 0) {
          await waitForTurn(tx, orgId);
          if ((await rows.countCategories(tx, orgId)) === 0) await add(tx, orgId, by, inLanguage(language)('firstCategory'));
        }
        const isRestricted = await restrictsSharing(tx, orgId);
        const found = await rows.findCategories(tx, orgId, by);
        return {
          categories: found.map((category) => toCategory(category, by, isRestricted)),
          pinned: (await rows.findPinned(tx, orgId, by.userId)).map(({ id }) => id),
          restrictsSharing: isRestricted,
          teams: await findTeamsToShareWith(tx, orgId, by),
          bodyStyle: bodyStyleOf(await findEmailFont(tx, orgId)),
        };
      }),

    create: (orgId, by, name) =>
      inOrg(pool, orgId, async (tx) => {
        await waitForTurn(tx, orgId);
        await refuseTakenName(tx, orgId, name);
        if ((await rows.countCategories(tx, orgId)) >= MOST_CATEGORIES) throw new AppError('category_limit_reached');
        return showCategory(tx, orgId, by, await add(tx, orgId, by, name));
      }),

    rename: (orgId, by, id, name) =>
      inOrg(pool, orgId, async (tx) => {
        await waitForTurn(tx, orgId);
        await holdOwn(tx, orgId, by, id);
        await refuseTakenName(tx, orgId, name, id);
        await rows.renameCategory(tx, orgId, id, { name, nameKey: nameKeyOf(name) });
        return showCategory(tx, orgId, by, id);
      }),

    remove: (orgId, by, id) =>
      inOrg(pool, orgId, async (tx) => {
        await holdOwn(tx, orgId, by, id);
        try {
          await rows.deleteCategory(tx, orgId, id);
        } catch (error) {
          if (missingKey(error) !== null) throw new AppError('category_in_use');
          throw error;
        }
      }),
  };
}

/** AppError 404. */
export async function showCategory(tx: Tx, orgId: string, by: Person, id: string): Promise<TemplateCategory> {
  const [found] = await rows.findCategories(tx, orgId, by, id);
  if (!found) throw categoryGone();
  return toCategory(found, by, await restrictsSharing(tx, orgId));
}

function toCategory(category: rows.StoredCategory, by: Person, isRestricted: boolean): TemplateCategory {
  const { id, name, templates, createdBy, isForEveryone, teams, isGranted } = category;
  return {
    id,
    name,
    templates,
    canChange: by.isAdmin || createdBy === by.userId,
    mayShareInto: by.isAdmin || isGranted || !isRestricted,
    grants: { everyone: isForEveryone, teams },
  };
}

async function holdOwn(tx: Tx, orgId: string, by: Person, id: string): Promise<void> {
  const category = await rows.holdCategory(tx, orgId, id);
  if (!category) throw categoryGone();
  if (!by.isAdmin && category.createdBy !== by.userId) throw new AppError('category_not_yours');
}

async function refuseTakenName(tx: Tx, orgId: string, name: string, ownId?: string): Promise<void> {
  const other = await rows.findCategoryByName(tx, orgId, nameKeyOf(name));
  if (other && other.id !== ownId) throw new AppError('category_name_taken', { title: sentence('nameTaken', { name: other.name }) });
}
