import fp from 'fastify-plugin';
import helmet from 'helmet';

/** Headers of every answer: nothing may be framed, guessed or referred, and a page may load only what comes from us. */
export const securityHeaders = fp<{ https: boolean }>(
  async (app, { https }) => {
    // Once for all answers: the plugin of Fastify makes them anew for each
    const setHeaders = helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          scriptSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
      // The panel reads answers from another origin, which CORS decides about
      crossOriginResourcePolicy: false,
    });
    app.addHook('onRequest', (request, reply, done) => setHeaders(request.raw, reply.raw, done as (error?: unknown) => void));
    app.addHook('onRequest', async (request, reply) => {
      reply.header('x-request-id', request.id);
      reply.header('cache-control', 'no-store');
    });
  },
  { name: 'security-headers' },
);
