import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import { AppError } from './errors.ts';

export interface RateLimits {
  /** Per network address and minute: a company's reps often share one. */
  addressPerMinute: number;
  /** Per Salesforce user and minute. */
  userPerMinute: number;
}

/**
 * Guards every route of the scope by network address, before anything is verified. Each process counts for itself:
 * these limits keep the service up; sending limits are counted in the database.
 */
export const addressLimit = fp<{ perMinute: number }>(
  async (app, { perMinute }) => {
    await app.register(rateLimit, {
      global: true,
      max: perMinute,
      timeWindow: 60_000,
      addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
      addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    });
  },
  { name: 'address-limit' },
);

/** Guards every route of a panel scope by the Salesforce user, after the caller is known. */
export const userLimit = fp<{ perMinute: number }>(
  async (app, { perMinute }) => {
    const check = app.createRateLimit({
      max: perMinute,
      timeWindow: 60_000,
      keyGenerator: ({ caller }) => `${caller.orgId}.${caller.salesforceUserId}`,
    });
    app.addHook('preValidation', async (request, reply) => {
      const limit = await check(request);
      if (limit.isAllowed || !limit.isExceeded) return;
      reply.header('retry-after', String(limit.ttlInSeconds));
      throw new AppError(429, 'rate_limited', 'Too many requests. Wait a moment, then try again.');
    });
  },
  { name: 'user-limit', dependencies: ['address-limit', 'panel-caller'] },
);
