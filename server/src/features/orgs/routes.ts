import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { AppError } from '../../platform/errors.ts';
import { PanelSession } from './schemas.ts';

export const sessionRoutes: FastifyPluginAsyncZodOpenApi = async (app) => {
  app.post(
    '/sessions',
    {
      schema: {
        summary: 'Exchange a token that Apex signed for a session',
        description:
          'Send `Authorization: PanelToken <jwt>`. Any other route accepts the same on a first request and answers with the session in headers.',
        tags: ['Session'],
        response: { 200: PanelSession },
      },
    },
    async (request) => {
      if (!request.newSession) throw new AppError(401, 'panel_token_invalid', 'A session is given for a token that Salesforce signed.');
      return { token: request.newSession.token, expiresAt: request.newSession.expiresAt.toISOString() };
    },
  );
};
