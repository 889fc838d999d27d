import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireAdmin } from '../../platform/panel-caller.ts';
import type { ExportSecurityEvents } from './export-security-events.ts';
import type { ListSecurityEvents } from './list-security-events.ts';
import { SecurityEventFilter, SecurityEventList, SecurityEventQuery } from './schemas.ts';

interface Dependencies {
  listSecurityEvents: ListSecurityEvents;
  exportSecurityEvents: ExportSecurityEvents;
}

/** The log of security events, for admins to read. Nobody can change it. */
export const securityLogRoutes: FastifyPluginAsyncZodOpenApi<Dependencies> = async (app, use) => {
  const tags = ['Security log'];

  app.get(
    '/security-events',
    {
      schema: {
        summary: "What happened to the org's security, newest first",
        tags,
        querystring: SecurityEventQuery,
        response: { 200: SecurityEventList },
      },
    },
    ({ caller, query: { cursor, ...filter } }) => {
      requireAdmin(caller);
      return use.listSecurityEvents(caller.orgId, filter, cursor);
    },
  );

  app.get(
    '/security-events/csv',
    {
      schema: {
        summary: 'The same as CSV: the newest 10,000 that fit',
        tags,
        querystring: SecurityEventFilter,
        response: { 200: { content: { 'text/csv': { schema: z.string() } } } },
      },
    },
    async ({ caller, query }, reply) => {
      requireAdmin(caller);
      const csv = await use.exportSecurityEvents(caller.orgId, query);
      return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="security-log.csv"').send(csv);
    },
  );
};
