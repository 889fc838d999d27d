import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { RecordId } from '../../platform/schemas.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import { panelSchema } from './schemas.ts';
import type { ShowPanel } from './show-panel.ts';
import type { TabCatalogue } from './tab-catalogue.ts';

const PanelQuery = z.object({ recordId: RecordId });

interface PanelRouteOptions {
  showPanel: ShowPanel;
  salesActions: Pick<ActionCatalogue, 'names'>;
  panelTabs: Pick<TabCatalogue, 'definitions'>;
}

/** All actions and tabs have to be registered before: the answer's shape is made of them. */
export const panelRoutes: FastifyPluginAsyncZodOpenApi<PanelRouteOptions> = async (app, { showPanel, salesActions, panelTabs }) => {
  const tags = ['Panel'];
  const Panel = panelSchema(salesActions.names(), panelTabs.definitions());
  app.get(
    '/panel',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'Everything the panel shows first', tags, querystring: PanelQuery, response: { 200: Panel } },
    },
    async (request) => showPanel(request.caller, request.query.recordId),
  );
};
