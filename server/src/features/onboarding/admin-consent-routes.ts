import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { browserHash } from '../../platform/browser-cookie.ts';
import { html } from '../../platform/html.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import { sayFor, show } from './door.ts';
import type { Page } from './layout.ts';
import type { SayPage } from './words/index.ts';

const Back = z.object({
  state: z.string().max(200).optional(),
  admin_consent: z.string().max(20).optional(),
  error: z.string().max(200).optional(),
});

/** Where Microsoft sends an administrator back to who was asked to allow the app for everybody. */
export const adminConsentRoutes: FastifyPluginAsyncZodOpenApi<{ emailConnections: EmailConnections }> = async (
  app,
  { emailConnections },
) => {
  app.get('/oauth/microsoft/admin-consent', { schema: { hide: true, querystring: Back } }, async (request, reply) => {
    const { state, admin_consent: adminConsent, error } = request.query;
    const { answer } = await emailConnections.adminConsent.complete({ state, adminConsent, error, browserHash: browserHash(request) });
    reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
    return show(reply, answerPage(sayFor(reply), answer));
  });
};

export function answerPage(say: SayPage, answer: 'given' | 'refused'): Page {
  return answer === 'given'
    ? {
        title: say('adminConsent.given'),
        body: html`<div class="notice" role="status">${say('adminConsent.everyone')}</div>
          <p>${say('adminConsent.carryOn')}</p>`,
      }
    : {
        title: say('adminConsent.refused'),
        body: html`<div class="notice error" role="alert">${say('adminConsent.notGiven')}</div>
          <p>${say('adminConsent.startAgain')}</p>`,
      };
}
