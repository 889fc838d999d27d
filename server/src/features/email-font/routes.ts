import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { actorOf } from '../../platform/security-events.ts';
import type { ChangeEmailFont } from './change-email-font.ts';
import { EmailFont, EmailFontPage } from './schemas.ts';

export const emailFontRoutes: FastifyPluginAsyncZodOpenApi<{ changeEmailFont: ChangeEmailFont }> = async (app, { changeEmailFont }) => {
  const tags = ['Font of emails'];

  app.get(
    '/email-font',
    { schema: { summary: 'The font that emails are written and sent in', tags, response: { 200: EmailFontPage } } },
    async ({ caller }) => {
      requireAdmin(caller);
      return changeEmailFont.show(caller.orgId);
    },
  );

  app.put(
    '/email-font',
    { schema: { summary: 'Choose the font of emails', tags, body: EmailFont, response: { 200: EmailFontPage } } },
    async (request) => {
      requireAdmin(request.caller);
      return changeEmailFont.change(request.caller.orgId, request.body, actorOf(request));
    },
  );
};
