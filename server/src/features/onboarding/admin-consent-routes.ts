import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { browserHash } from '../../platform/browser-cookie.ts';
import { html } from '../../platform/html.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import { show } from './door.ts';
import type { Page } from './layout.ts';

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
    return show(reply, answerPage(answer));
  });
};

function answerPage(answer: 'given' | 'refused'): Page {
  return answer === 'given'
    ? {
        title: 'Allowed for everyone',
        body: html`<div class="notice" role="status">Everyone in your organization can now use MSI Actions with Outlook.</div>
          <p>Your reps can connect their mailboxes without asking for approval. You can close this window and carry on in Salesforce.</p>`,
      }
    : {
        title: 'Nothing was changed',
        body: html`<div class="notice error" role="alert">The permission for your organization was not given.</div>
          <p>Only a Microsoft administrator can give it. Close this window, and start again from the settings in Salesforce.</p>`,
      };
}
