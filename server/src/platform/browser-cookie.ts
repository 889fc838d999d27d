import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { deriveKey } from './derived-key.ts';
import { hashSecret, newSecret, NO_ORG, orgOfSecret } from './one-time-tickets.ts';

export const BROWSER_HOURS = 12;

declare module 'fastify' {
  interface FastifyRequest {
    /** The secret of this browser's cookie. Consents under way are bound to it, and so is whoever has signed in. */
    browser: string;
  }
  interface FastifyInstance {
    /** The value of the hidden field `csrf` of every form; empty where a failure came before the browser's cookie was read. */
    csrfToken(reply: FastifyReply): string;
    /** Gives the browser a new secret, as after a sign-in. */
    setBrowser(request: FastifyRequest, reply: FastifyReply, secret: string): void;
  }
}

/**
 * Knows a browser again by one HttpOnly cookie, and lets it post only with the token that our own pages carry (CSRF).
 * With https the cookie has the __Host- prefix: no other host can set or read it.
 */
export const browserCookie = fp<{ https: boolean; signingKey: string }>(
  async (app, { https, signingKey }) => {
    const name = https ? '__Host-msi-onboarding' : 'msi-onboarding';
    await app.register(cookie);
    await app.register(csrfProtection, { cookieKey: name, csrfOpts: { hmacKey: deriveKey(signingKey, 'csrf') }, getToken: csrfGiven });
    app.decorateRequest('browser', '');
    app.decorate('csrfToken', (reply: FastifyReply) => (reply.request.browser ? reply.generateCsrf() : ''));
    app.decorate('setBrowser', (request: FastifyRequest, reply: FastifyReply, secret: string) => {
      request.browser = secret;
      // The library makes and checks tokens for what it finds here
      request.cookies[name] = secret;
      reply.setCookie(name, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: https, maxAge: BROWSER_HOURS * 3600 });
    });
    app.addHook('onRequest', async (request, reply) => {
      const known = request.cookies[name];
      if (known && orgOfSecret(known)) request.browser = known;
      else app.setBrowser(request, reply, newSecret(NO_ORG));
    });
    // Before validation, which takes out the fields that a route does not know
    app.addHook('preValidation', (request, reply, done) => {
      if (request.method === 'GET' || request.method === 'HEAD') done();
      else app.csrfProtection(request, reply, done);
    });
  },
  { name: 'browser-cookie' },
);

export function browserHash(request: FastifyRequest): Buffer {
  return hashSecret(request.browser);
}

/** Plain in an ordinary form, wrapped where a file comes along. */
function csrfGiven({ body }: FastifyRequest): string {
  const field = (body as { csrf?: unknown } | null | undefined)?.csrf;
  const value = typeof field === 'object' && field !== null ? (field as { value?: unknown }).value : field;
  return typeof value === 'string' ? value : '';
}
