import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import type { Pool } from '../../platform/postgres.ts';
import type { ReadFieldValues } from '../dynamic-fields/index.ts';
import { createArchiveTemplates } from './archive-templates.ts';
import { createCategories } from './categories.ts';
import { templateCategoryRoutes } from './category-routes.ts';
import { createChangeSharingRules } from './change-sharing-rules.ts';
import { createChangeTemplates } from './change-templates.ts';
import { createFavourites } from './favourites.ts';
import { createPickTemplates } from './pick-templates.ts';
import { createPinCategories } from './pin-categories.ts';
import { createReadTemplates } from './read-templates.ts';
import { templateRoutes } from './routes.ts';
import { createShareTemplate } from './share-template.ts';
import { createUseTemplate } from './use-template.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  readFieldValues: ReadFieldValues;
}

/** Brings templates and their categories into the panel's door. */
export async function installTemplates(app: FastifyInstance, use: Dependencies): Promise<void> {
  await app.register(templateRoutes, {
    readTemplates: createReadTemplates(use),
    changeTemplates: createChangeTemplates(use),
    archiveTemplates: createArchiveTemplates(use),
    shareTemplate: createShareTemplate(use),
    favourites: createFavourites(use),
    pickTemplates: createPickTemplates(use),
    useTemplate: createUseTemplate(use),
  });
  await app.register(templateCategoryRoutes, {
    categories: createCategories(use),
    pinCategories: createPinCategories(use),
    changeSharingRules: createChangeSharingRules(use),
  });
}
