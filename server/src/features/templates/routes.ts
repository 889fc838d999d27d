import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { CursorParameter } from '../../platform/cursors.ts';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { EMAIL_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { BODY_PICTURE_PROBLEMS } from '../email-pictures/index.ts';
import type { ArchiveTemplates } from './archive-templates.ts';
import type { ChangeTemplates } from './change-templates.ts';
import type { Favourites } from './favourites.ts';
import { personOf } from './person.ts';
import type { PickTemplates } from './pick-templates.ts';
import type { ReadTemplates } from './read-templates.ts';
import type { ShareTemplate } from './share-template.ts';
import * as shapes from './schemas.ts';
import type { UseTemplate } from './use-template.ts';

const tags = ['Templates'];

interface TemplateRoutes {
  readTemplates: ReadTemplates;
  changeTemplates: ChangeTemplates;
  archiveTemplates: ArchiveTemplates;
  shareTemplate: ShareTemplate;
  favourites: Favourites;
  pickTemplates: PickTemplates;
  useTemplate: UseTemplate;
}

const Id = z.object({ id: z.uuid() });
const AsUser = z.object({ asUserId: z.uuid().optional().meta({ description: 'TP-9, for admins: as this user sees it' }) });
const Page = z.object({ cursor: CursorParameter });

/** TP-1 to TP-10: templates of emails. */
export const templateRoutes: FastifyPluginAsyncZodOpenApi<TemplateRoutes> = async (app, use) => {
  app.get(
    '/templates',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Templates', tags, querystring: shapes.TemplateQuestion, response: { 200: shapes.TemplateList } },
    },
    ({ caller, query }) => {
      const person = personOf(caller);
      if (query.asUserId !== undefined) requireAdmin(caller);
      return use.readTemplates.list(caller.orgId, person, query);
    },
  );

  app.get(
    '/templates/:id',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'One template with its words and statistics',
        tags,
        params: Id,
        querystring: AsUser,
        response: { 200: shapes.Template },
      },
    },
    ({ caller, params, query }) => {
      const person = personOf(caller);
      if (query.asUserId !== undefined) requireAdmin(caller);
      return use.readTemplates.show(caller.orgId, person, params.id, query.asUserId);
    },
  );

  app.get(
    '/templates/:id/emails',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'One’s own emails from a template',
        tags,
        params: Id,
        querystring: Page,
        response: { 200: shapes.TemplateEmails },
      },
    },
    ({ caller, params, query }) => use.readTemplates.emails(caller.orgId, personOf(caller), params.id, query.cursor),
  );

  app.post(
    '/templates',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: { problems: ['not_found', 'template_limit_reached', 'text_too_large', ...BODY_PICTURE_PROBLEMS] },
      schema: { summary: 'Create a template', tags, body: shapes.NewTemplate, response: { 201: shapes.Template } },
    },
    async ({ caller, body }, reply) => reply.code(201).send(await use.changeTemplates.create(caller.orgId, personOf(caller), body)),
  );

  app.put(
    '/templates/:id',
    {
      bodyLimit: EMAIL_BODY_LIMIT,
      config: {
        problems: [
          'not_found',
          'template_not_yours',
          'template_changed',
          'template_archived',
          'template_sharing_restricted',
          'text_too_large',
          ...BODY_PICTURE_PROBLEMS,
        ],
      },
      schema: { summary: 'Save a template', tags, params: Id, body: shapes.TemplateWords, response: { 200: shapes.Template } },
    },
    ({ caller, params, body }) => use.changeTemplates.save(caller.orgId, personOf(caller), params.id, body),
  );

  app.put(
    '/templates/:id/sharing',
    {
      config: { problems: ['not_found', 'template_not_yours', 'template_archived', 'template_sharing_restricted'] },
      schema: {
        summary: 'Share a template with teams or everyone',
        tags,
        params: Id,
        body: shapes.TemplateSharing,
        response: { 200: shapes.Template },
      },
    },
    ({ caller, params, body }) => use.shareTemplate(caller.orgId, personOf(caller), params.id, body),
  );

  app.post(
    '/templates/:id/clone',
    {
      config: { problems: ['not_found', 'template_archived', 'template_limit_reached'] },
      schema: { summary: 'A private copy of a template', tags, params: Id, response: { 201: shapes.Template } },
    },
    async ({ caller, params, answerLanguage }, reply) =>
      reply.code(201).send(await use.changeTemplates.clone(caller.orgId, personOf(caller), params.id, answerLanguage)),
  );

  app.post(
    '/templates/:id/archive',
    {
      config: { problems: ['not_found', 'template_not_yours'] },
      schema: {
        summary: 'Take a template out of use; its statistics stay',
        tags,
        params: Id,
        response: { 200: shapes.Template },
      },
    },
    ({ caller, params }) => use.archiveTemplates.archive(caller.orgId, personOf(caller), params.id),
  );

  app.post(
    '/templates/:id/restore',
    {
      config: { problems: ['not_found', 'template_not_yours', 'template_not_archived', 'template_sharing_restricted'] },
      schema: {
        summary: 'Bring an archived template back into a category',
        tags,
        params: Id,
        body: shapes.IntoCategory,
        response: { 200: shapes.Template },
      },
    },
    ({ caller, params, body }) => use.archiveTemplates.restore(caller.orgId, personOf(caller), params.id, body.categoryId),
  );

  app.delete(
    '/templates/:id',
    {
      config: { problems: ['not_found', 'template_not_yours'] },
      schema: { summary: 'Delete a template with its statistics', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await use.archiveTemplates.remove(caller.orgId, personOf(caller), params.id);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/templates/:id/favourite',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Make it a favourite', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await use.favourites.add(caller.orgId, personOf(caller), params.id);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/templates/:id/favourite',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Make it no favourite', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      await use.favourites.remove(caller.orgId, personOf(caller), params.id);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/template-picker',
    {
      schema: {
        summary: 'What compose offers to write from',
        tags,
        querystring: shapes.PickerQuestion,
        response: { 200: shapes.TemplatePicker },
      },
    },
    ({ caller, query }) => use.pickTemplates(caller.orgId, personOf(caller), query),
  );

  app.post(
    '/templates/:id/use',
    {
      config: { problems: ['not_found', 'template_archived'] },
      schema: {
        summary: 'The words of a template for an email',
        tags,
        params: Id,
        body: shapes.TemplateUse,
        response: { 200: shapes.UsedTemplate },
      },
    },
    ({ caller, params }) => use.useTemplate(caller.orgId, personOf(caller), params.id),
  );
};
