import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { AppError } from '../../platform/errors.ts';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { sentence } from './error-words/index.ts';
import { OrgTrust, PanelSession } from './schemas.ts';
import type { ShowOrgTrust } from './show-org-trust.ts';

export const sessionRoutes: FastifyPluginAsyncZodOpenApi = async (app) => {
  app.post(
    '/sessions',
    {
      schema: {
        summary: 'Exchange a token that Apex signed for a session',
        description:
          'Send `Authorization: PanelToken <jwt>`. ' +
          'Any other route accepts the same on a first request and answers with the session in headers.',
        tags: ['Session'],
        response: { 200: PanelSession },
      },
    },
    async (request) => {
      if (!request.newSession) throw new AppError('panel_token_invalid', { title: sentence('signedTokenNeeded') });
      return { token: request.newSession.token, expiresAt: request.newSession.expiresAt.toISOString() };
    },
  );
};

/** What the org is trusted by, for admins to look at. */
export const orgTrustRoutes: FastifyPluginAsyncZodOpenApi<{ showOrgTrust: ShowOrgTrust }> = async (app, { showOrgTrust }) => {
  app.get(
    '/org-trust',
    { schema: { summary: 'Certificates and Lightning address of the org', tags: ['Session'], response: { 200: OrgTrust } } },
    ({ caller }) => {
      requireAdmin(caller);
      return showOrgTrust(caller.orgId);
    },
  );
};
