import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireActivated } from '../../platform/panel-caller.ts';
import type { RetryWrites } from './retry-writes.ts';
import { RetriedWrites } from './schemas.ts';

/** What a rep can do about what Salesforce did not take. */
export const salesforceWriteRoutes: FastifyPluginAsyncZodOpenApi<{ retryWrites: RetryWrites }> = async (app, { retryWrites }) => {
  app.post(
    '/sales-emails/:id/salesforce-retry',
    {
      config: { problems: ['not_found'] },
      schema: {
        summary: 'Write to Salesforce again what it refused of an email',
        tags: ['Sales emails'],
        params: z.object({ id: z.uuid() }),
        response: { 202: RetriedWrites },
      },
    },
    async ({ caller, params }, reply) => reply.code(202).send(await retryWrites(caller.orgId, requireActivated(caller).id, params.id)),
  );
};
