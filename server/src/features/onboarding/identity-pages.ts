import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { html } from '../../platform/html.ts';
import type { Verification } from '../identities/index.ts';
import { sayFor, show } from './door.ts';
import { button, type Page } from './layout.ts';
import type { SayPage } from './words/index.ts';

const Ticket = z.object({ ticket: z.string().max(200).optional() });

/**
 * ID-1: whoever reads an address says that it may be used. Looking never changes anything, because mail scanners look at every link.
 * Nobody is signed in here, and nobody becomes so.
 */
export const identityPages: FastifyPluginAsyncZodOpenApi<{ verification: Verification }> = async (app, { verification }) => {
  app.get('/onboarding/identity', { schema: { hide: true, querystring: Ticket } }, async (request, reply) => {
    const { ticket = '' } = request.query;
    const claim = await verification.lookUp(ticket);
    const say = sayFor(reply);
    return show(reply, claim.isVerified ? verifiedPage(say, claim.address) : questionPage(say, app.csrfToken(reply), ticket, claim));
  });

  app.post('/onboarding/identity', { schema: { hide: true, body: Ticket } }, async (request, reply) => {
    const { address } = await verification.confirm(request.body.ticket);
    return show(reply, verifiedPage(sayFor(reply), address));
  });
};

type Claim = Awaited<ReturnType<Verification['lookUp']>>;

export function questionPage(say: SayPage, csrf: string, ticket: string, { address, personName, personEmail, orgName: org }: Claim): Page {
  const person = personName ? `${personName} (${personEmail})` : personEmail;
  return {
    title: say('identity.title'),
    body: html`<p>${say.html('identity.question', { person, org, address })}</p>
      ${button(csrf, '/onboarding/identity', say('identity.button'), { fields: { ticket } })}
      <p class="muted">${say('identity.ifNot')}</p>`,
  };
}

export function verifiedPage(say: SayPage, address: string): Page {
  return {
    title: say('identity.verified'),
    body: html`<p>${say.html('identity.usable', { address })}</p>`,
  };
}
