import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import { NotModified, unchangedAnswers } from '../../platform/unchanged-answers.ts';
import type { ChangeContent } from './change-content.ts';
import type { LinkToContent } from './link-to-content.ts';
import type { ListContent } from './list-content.ts';
import type { MakeContent } from './make-content.ts';
import type { RemoveContent } from './remove-content.ts';
import { Content, ContentChange, ContentList, ContentQuestion, ContentViewLink, NewContent } from './schemas.ts';

const tags = ['Content'];
const Id = z.object({ id: z.uuid() });

interface ContentRouteOptions {
  listContent: ListContent;
  makeContent: MakeContent;
  changeContent: ChangeContent;
  removeContent: RemoveContent;
  linkToContent: LinkToContent;
}

/** CT-2: the library of files that emails link to. */
export const contentRoutes: FastifyPluginAsyncZodOpenApi<ContentRouteOptions> = async (app, use) => {
  await app.register(listRoute, use);

  app.post(
    '/content',
    {
      config: { problems: ['not_found', 'content_full'] },
      schema: { summary: 'Put a file into the library', tags, body: NewContent, response: { 201: Content } },
    },
    async ({ caller, body }, reply) => reply.code(201).send(await use.makeContent(caller.orgId, requireActivated(caller).id, body.fileId)),
  );

  app.patch(
    '/content/:id',
    {
      config: { problems: ['not_found', 'file_type_refused'] },
      schema: { summary: 'Rename or share an own content', tags, params: Id, body: ContentChange, response: { 200: Content } },
    },
    ({ caller, params, body }) => use.changeContent(caller.orgId, requireActivated(caller).id, params.id, body),
  );

  app.delete(
    '/content/:id',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Delete a content; its links in emails end', tags, params: Id, response: { 204: z.null() } },
    },
    async ({ caller, params }, reply) => {
      const { id: userId, role } = requireActivated(caller);
      // An admin whose permission in Salesforce is missing counts as a rep
      await use.removeContent(caller.orgId, { userId, isAdmin: role === 'admin' && caller.mayAdminister === true }, params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/content/:id/view-links',
    {
      config: { problems: ['not_found'] },
      schema: { summary: 'Where a rep sees it as recipients do', tags, params: Id, response: { 200: ContentViewLink } },
    },
    async ({ caller, params }) => ({ url: await use.linkToContent(caller.orgId, requireActivated(caller).id, params.id) }),
  );
};

const listRoute: FastifyPluginAsyncZodOpenApi<Pick<ContentRouteOptions, 'listContent'>> = async (app, { listContent }) => {
  await app.register(unchangedAnswers);
  app.get(
    '/content',
    {
      schema: {
        summary: 'Own and shared content, the newest first',
        tags,
        querystring: ContentQuestion,
        response: { 200: ContentList, 304: NotModified },
      },
    },
    ({ caller, query }) => listContent(caller.orgId, requireActivated(caller).id, query),
  );
};
