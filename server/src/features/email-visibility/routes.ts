import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { ChangeEmailVisibility } from './change-email-visibility.ts';
import { EmailVisibility, EmailVisibilityPage } from './schemas.ts';

export const emailVisibilityRoutes: FastifyPluginAsyncZodOpenApi<{ changeEmailVisibility: ChangeEmailVisibility }> = async (
  app,
  { changeEmailVisibility },
) => {
  const tags = ['Emails of colleagues'];

  app.get(
    '/email-visibility',
    { schema: { summary: 'What colleagues see of each other’s emails', tags, response: { 200: EmailVisibilityPage } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return changeEmailVisibility.show(caller.orgId);
    },
  );

  app.put(
    '/email-visibility',
    {
      schema: {
        summary: 'Decide what colleagues see of each other’s emails',
        tags,
        body: EmailVisibility,
        response: { 200: EmailVisibilityPage },
      },
    },
    async (request) => {
      requireAdmin(request.caller);
      return changeEmailVisibility.change(request.caller.orgId, request.body, actorOf(request));
    },
  );
};
