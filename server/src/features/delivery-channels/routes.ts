import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import { TeamSmtpChange, TeamSmtpPage, TeamSmtpTest, TeamSmtpTestResult } from './schemas.ts';
import type { TeamSmtpSettings } from './team-smtp.ts';
import type { TestTeamSmtp } from './test-team-smtp.ts';

/** DC-3: the team's own mail server, for admins. */
export const deliveryChannelRoutes: FastifyPluginAsyncZodOpenApi<{ teamSmtp: TeamSmtpSettings; testTeamSmtp: TestTeamSmtp }> = async (
  app,
  { teamSmtp, testTeamSmtp },
) => {
  const tags = ['Delivery channels'];

  app.get('/team-smtp', { schema: { summary: "The team's mail server", tags, response: { 200: TeamSmtpPage } } }, async ({ caller }) => {
    requireAdmin(caller);
    return { server: await teamSmtp.show(caller.orgId) };
  });

  app.put(
    '/team-smtp',
    { schema: { summary: 'Send through a mail server of the team', tags, body: TeamSmtpChange, response: { 200: TeamSmtpPage } } },
    async (request) => {
      const { caller, body } = request;
      return { server: await teamSmtp.save(caller.orgId, requireAdmin(caller).id, body, actorOf(request)) };
    },
  );

  app.delete(
    '/team-smtp',
    { schema: { summary: "Forget the team's mail server", tags, response: { 204: z.null() } } },
    async (request, reply) => {
      requireAdmin(request.caller);
      await teamSmtp.remove(request.caller.orgId, actorOf(request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/team-smtp/test',
    { schema: { summary: 'Send a test email', tags, body: TeamSmtpTest, response: { 200: TeamSmtpTestResult } } },
    async ({ caller, body }) => {
      requireAdmin(caller);
      return testTeamSmtp(caller.orgId, { email: caller.email }, body);
    },
  );
};
