import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { Categories } from './categories.ts';
import type { ChangeSharingRules } from './change-sharing-rules.ts';
import { personOf } from './person.ts';
import type { PinCategories } from './pin-categories.ts';
import {
  PinnedTemplateCategories,
  TemplateCategories,
  TemplateCategory,
  TemplateCategoryGrants,
  TemplateCategoryWords,
  TemplateSharingPolicy,
} from './schemas.ts';

const tags = ['Templates'];
const Id = z.object({ id: z.uuid() });

interface CategoryRoutes {
  categories: Categories;
  pinCategories: PinCategories;
  changeSharingRules: ChangeSharingRules;
}

/** Categories of templates, who may share into them, and which of them a user has pinned. */
export const templateCategoryRoutes: FastifyPluginAsyncZodOpenApi<CategoryRoutes> = async (app, use) => {
  app.get(
    '/template-categories',
    { schema: { summary: 'Categories of templates', tags, response: { 200: TemplateCategories } } },
    ({ caller, answerLanguage }) => use.categories.show(caller.orgId, personOf(caller), answerLanguage),
  );

  app.post(
    '/template-categories',
    {
      config: { problems: ['category_name_taken', 'category_limit_reached'] },
      schema: { summary: 'Create a category', tags, body: TemplateCategoryWords, response: { 201: TemplateCategory } },
    },
    async ({ caller, body }, reply) => reply.code(201).send(await use.categories.create(caller.orgId, personOf(caller), body.name)),
  );

  app.put(
    '/template-categories/:id',
    {
      config: { problems: ['not_found', 'category_not_yours', 'category_name_taken'] },
      schema: { summary: 'Rename a category', tags, params: Id, body: TemplateCategoryWords, response: { 200: TemplateCategory } },
    },
    ({ caller, params, body }) => use.categories.rename(caller.orgId, personOf(caller), params.id, body.name),
  );

  app.delete(
    '/template-categories/:id',
    {
      config: { problems: ['not_found', 'category_not_yours', 'category_in_use'] },
      schema: { summary: 'Delete an empty category', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await use.categories.remove(caller.orgId, personOf(caller), params.id);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/template-categories/:id/grants',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'Who may share into a category while sharing is restricted',
        tags,
        params: Id,
        body: TemplateCategoryGrants,
        response: { 200: TemplateCategory },
      },
    },
    (request) => {
      requireAdmin(request.caller);
      const { caller, params, body } = request;
      return use.changeSharingRules.grant(caller.orgId, personOf(caller), actorOf(request), params.id, body);
    },
  );

  app.put(
    '/template-sharing',
    {
      schema: {
        summary: 'Whether only admins share into categories that are granted to nobody',
        tags,
        body: TemplateSharingPolicy,
        response: { 200: TemplateSharingPolicy },
      },
    },
    (request) => {
      requireAdmin(request.caller);
      return use.changeSharingRules.restrict(request.caller.orgId, actorOf(request), request.body.restrictsSharing);
    },
  );

  app.put(
    '/pinned-template-categories',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'Pin up to five categories, in one’s own order',
        tags,
        body: PinnedTemplateCategories,
        response: { 200: PinnedTemplateCategories },
      },
    },
    ({ caller, body }) => use.pinCategories(caller.orgId, personOf(caller).userId, body.categoryIds),
  );
};
