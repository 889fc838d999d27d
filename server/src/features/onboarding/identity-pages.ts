import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { html } from '../../platform/html.ts';
import type { Verification } from '../identities/index.ts';
import { show } from './door.ts';
import { button, type Page } from './layout.ts';

const Ticket = z.object({ ticket: z.string().max(200).optional() });

/**
 * ID-1: whoever reads an address says that it may be used. Looking never changes anything, because mail scanners look at every link.
 * Nobody is signed in here, and nobody becomes so.
 */
export const identityPages: FastifyPluginAsyncZodOpenApi<{ verification: Verification }> = async (app, { verification }) => {
  app.get('/onboarding/identity', { schema: { hide: true, querystring: Ticket } }, async (request, reply) => {
    const { ticket = '' } = request.query;
    const claim = await verification.lookUp(ticket);
    return show(reply, claim.isVerified ? verifiedPage(claim.address) : questionPage(app.csrfToken(reply), ticket, claim));
  });

  app.post('/onboarding/identity', { schema: { hide: true, body: Ticket } }, async (request, reply) => {
    const { address } = await verification.confirm(request.body.ticket);
    return show(reply, verifiedPage(address));
  });
};

type Claim = Awaited<ReturnType<Verification['lookUp']>>;

function questionPage(csrf: string, ticket: string, { address, personName, personEmail, orgName }: Claim): Page {
  return {
    title: 'Allow sending from this address?',
    body: html`<p>
        <strong>${personName ? `${personName} (${personEmail})` : personEmail}</strong> at ${orgName} wants to send sales emails as
        <strong>${address}</strong>.
      </p>
      ${button(csrf, '/onboarding/identity', 'Yes, allow it', { fields: { ticket } })}
      <p class="muted">If you do not know about this, close this page. Nothing is sent from this address unless you allow it.</p>`,
  };
}

function verifiedPage(address: string): Page {
  return {
    title: 'The address is verified',
    body: html`<p>Sales emails can now be sent as <strong>${address}</strong>. You can close this page.</p>`,
  };
}
