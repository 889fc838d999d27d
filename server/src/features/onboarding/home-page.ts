import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { html } from '../../platform/html.ts';
import { sayFor, show } from './door.ts';
import { link, type Page } from './layout.ts';
import type { SayPage } from './words/index.ts';

/** What somebody finds who opens the address of the service alone. Sets no cookie and asks no database. */
export const homePage: FastifyPluginAsyncZodOpenApi = async (app) => {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => show(reply, pageOfService(sayFor(reply))));
};

export function pageOfService(say: SayPage): Page {
  return {
    title: say('home.title'),
    body: html`<p>${say('home.what')}</p>
      <p>${say('home.reps')}</p>
      <p>${say('home.admins')}</p>
      ${link('/onboarding/org', say('home.connect.button'), false)}`,
  };
}
