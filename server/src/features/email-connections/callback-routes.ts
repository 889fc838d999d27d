import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { sentence } from './error-words/index.ts';
import type { ConsentResult, ConsentReturn } from './mailbox-consent.ts';
import { MailboxProviderName } from './schemas.ts';

export interface CallbackOptions {
  completeMailboxConsent: (back: ConsentReturn) => Promise<ConsentResult>;
  /** Hash of the cookie that the onboarding pages gave this browser; null when it has none. */
  browserHash: (request: FastifyRequest) => Buffer | null;
  /** Shows the person how it ended: the onboarding pages' part. */
  showResult: (request: FastifyRequest, reply: FastifyReply, result: ConsentResult) => Promise<FastifyReply> | FastifyReply;
}

const Back = z.object({
  state: z.string().max(200).optional(),
  code: z.string().max(4096).optional(),
  error: z.string().max(200).optional(),
  error_description: z.string().max(2000).optional(),
});

/**
 * GET /oauth/google/callback and /oauth/microsoft/callback: where the vendors send the browser back. One address per
 * vendor, so that the code of one is never shown to another (RFC 9700, mix-up).
 */
export const mailboxCallbackRoutes: FastifyPluginAsyncZodOpenApi<CallbackOptions> = async (
  app,
  { completeMailboxConsent, browserHash, showResult },
) => {
  for (const provider of MailboxProviderName.options) {
    app.get(`/oauth/${provider}/callback`, { schema: { hide: true, querystring: Back } }, async (request, reply) => {
      const { state, code, error, error_description: errorDescription } = request.query;
      const browser = browserHash(request);
      if (!browser) throw new AppError('consent_expired', { title: sentence('otherBrowser') });
      const result = await completeMailboxConsent({ provider, state, code, error, errorDescription, browserHash: browser });
      reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
      return showResult(request, reply, result);
    });
  }
};
