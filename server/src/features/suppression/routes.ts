import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { ChangeOptOutPolicy } from './change-opt-out-policy.ts';
import { OptOutPolicy, OptOutPolicyPage } from './schemas.ts';

export const suppressionRoutes: FastifyPluginAsyncZodOpenApi<{ changeOptOutPolicy: ChangeOptOutPolicy }> = async (
  app,
  { changeOptOutPolicy },
) => {
  const tags = ['Opt-outs'];

  app.get(
    '/opt-out-policy',
    { schema: { summary: 'What happens to emails to people whose opt-out nobody can see', tags, response: { 200: OptOutPolicyPage } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return changeOptOutPolicy.show(caller.orgId);
    },
  );

  app.put(
    '/opt-out-policy',
    {
      schema: {
        summary: 'Decide about people whose opt-out nobody can see',
        tags,
        body: OptOutPolicy,
        response: { 200: OptOutPolicyPage },
      },
    },
    async (request) => {
      requireAdmin(request.caller);
      return changeOptOutPolicy.change(request.caller.orgId, request.body, actorOf(request));
    },
  );
};
