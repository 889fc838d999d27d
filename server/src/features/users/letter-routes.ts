import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { requireAdmin } from '../../platform/panel-caller.ts';
import { TEXT_BODY_LIMIT } from '../../platform/request-bodies.ts';
import { inviterOf } from './inviter-of.ts';
import { WelcomeLetterPage, WelcomeLetterPreview, WelcomeLetterWords } from './schemas.ts';
import type { WelcomeLetters } from './welcome-letters.ts';

/** What an admin decides about the welcome email. */
export const letterRoutes: FastifyPluginAsyncZodOpenApi<{ welcomeLetters: WelcomeLetters }> = async (app, { welcomeLetters }) => {
  const tags = ['Users'];

  app.get(
    '/welcome-letter',
    { schema: { summary: 'The words of the welcome email', tags, response: { 200: WelcomeLetterPage } } },
    ({ caller, answerLanguage }) => {
      requireAdmin(caller);
      return welcomeLetters.show(caller.orgId, answerLanguage);
    },
  );

  app.put(
    '/welcome-letter',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: { problems: ['text_too_large'] },
      schema: { summary: 'Choose the words of the welcome email', tags, body: WelcomeLetterWords, response: { 200: WelcomeLetterPage } },
    },
    (request) => welcomeLetters.change(request.caller.orgId, inviterOf(request), request.body, request.answerLanguage),
  );

  app.delete(
    '/welcome-letter',
    { schema: { summary: 'Go back to the words of the product', tags, response: { 200: WelcomeLetterPage } } },
    (request) => welcomeLetters.reset(request.caller.orgId, inviterOf(request), request.answerLanguage),
  );

  app.post(
    '/welcome-letter/preview',
    {
      bodyLimit: TEXT_BODY_LIMIT,
      config: { problems: ['text_too_large', 'not_found'] },
      schema: {
        summary: 'The welcome email as the caller would get it, with these words',
        tags,
        body: WelcomeLetterWords,
        response: { 200: WelcomeLetterPreview },
      },
    },
    ({ caller, body, answerLanguage }) => welcomeLetters.preview(caller.orgId, requireAdmin(caller).id, body, answerLanguage),
  );
};
