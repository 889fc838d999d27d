import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireActivated } from '../../platform/panel-caller.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import type { ListViews as UseListViews } from './list-views.ts';
import { ListedPeople, ListViewParams, ListViewQuery, ListViews } from './schemas.ts';

export const listViewRoutes: FastifyPluginAsyncZodOpenApi<{ listViews: UseListViews }> = async (app, { listViews }) => {
  const tags = ['People'];
  const config = { problems: [...SALESFORCE_PROBLEMS] };
  app.get(
    '/list-views',
    {
      config,
      schema: { summary: 'List views of Leads or Contacts', tags, querystring: ListViewQuery, response: { 200: ListViews } },
    },
    async ({ caller, query }) => listViews.list(caller.orgId, requireActivated(caller).id, query.object),
  );
  app.get(
    '/list-views/:id/people',
    {
      config,
      schema: {
        summary: 'Who stands first in a list view',
        tags,
        params: ListViewParams,
        querystring: ListViewQuery,
        response: { 200: ListedPeople },
      },
    },
    async ({ caller, params, query }) => listViews.people(caller.orgId, requireActivated(caller).id, query.object, params.id),
  );
};
