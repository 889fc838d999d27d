import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { RecordId } from '../../platform/schemas.ts';
import { SALESFORCE_PROBLEMS } from '../people/index.ts';
import { Panel } from './schemas.ts';
import type { ShowPanel } from './show-panel.ts';

const PanelQuery = z.object({ recordId: RecordId });

export const panelRoutes: FastifyPluginAsyncZodOpenApi<{ showPanel: ShowPanel }> = async (app, { showPanel }) => {
  app.get(
    '/panel',
    {
      config: { problems: [...SALESFORCE_PROBLEMS] },
      schema: { summary: 'Everything the panel shows first', querystring: PanelQuery, response: { 200: Panel } },
    },
    async (request) => showPanel(request.caller, request.query.recordId),
  );
};
