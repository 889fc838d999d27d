import etag from '@fastify/etag';
import fp from 'fastify-plugin';
import { z } from 'zod';
import { varyByLanguage } from './languages/index.ts';

/** The answer of a route in such a scope to whoever knows it already. */
export const NotModified = z.null().optional().meta({ description: 'Nothing has changed since the answer with this ETag.' });

/**
 * For a scope of lists that are polled: an answer has an ETag, and whoever sends it back (If-None-Match) gets 304 without a body while
 * nothing has changed. Only for routes that read: the library looks at no method. Browsers keep such an answer for this person only, and
 * ask each time.
 */
export const unchangedAnswers = fp(
  async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode !== 200) return;
      reply.header('cache-control', 'private, no-cache');
      // Some of what they say is in words
      varyByLanguage(reply);
    });
    await app.register(etag, { algorithm: 'sha256' });
    app.addHook('onSend', async (_request, reply, payload) => {
      if (reply.statusCode !== 304) return payload;
      // Both would tell of the empty body, and 304 speaks of the answer that the caller has (RFC 9110 15.4.5)
      reply.removeHeader('content-type').removeHeader('content-length');
      return null;
    });
  },
  { name: 'unchanged-answers' },
);
