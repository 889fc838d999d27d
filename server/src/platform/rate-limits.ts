import rateLimit from '@fastify/rate-limit';
import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { AppError } from './errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who calls a route, where its limits differ. All mailboxes of a vendor are told about from a handful of addresses. */
    callers?: 'vendors';
  }
}

type Callers = NonNullable<FastifyContextConfig['callers']> | 'people';
/** How often one address may do something in a minute, by who calls. */
export interface AddressLimits {
  people: number;
  vendors: number;
  /** Of how many addresses the count is kept, the newest ones. The default takes some megabytes, whoever comes from wherever. */
  remembered?: number;
}

/** Whose limits count for a request. */
export function callersOf({ routeOptions }: FastifyRequest): Callers {
  return routeOptions.config.callers ?? 'people';
}

export const MINUTE_MS = 60_000;
export const ADDRESSES_REMEMBERED = 20_000;

/**
 * Counts every request by network address before anything else happens to it: also what no route takes, preflights, pages and health
 * checks. The hook is one of the root, because the plugin's own are added per route: they come after the hooks of a scope, and 404s never
 * meet them. IPv6 addresses count by their network (/64), of which one household has all. Each process counts for itself: these limits keep
 * the service up; sending limits are counted in the database. Only what the HTTP parser or the router cannot read is answered before, which
 * costs less than the count.
 */
export const addressLimit = fp<AddressLimits>(
  async (app, limits) => {
    await app.register(rateLimit, { global: false });
    // Each count has a store of its own, and the plugin's types do not know that its size can be set
    const store = { cache: limits.remembered ?? ADDRESSES_REMEMBERED };
    const counted = (max: number) => app.createRateLimit({ max, timeWindow: MINUTE_MS, ...store });
    const checks = { people: counted(limits.people), vendors: counted(limits.vendors) };
    app.addHook('onRequest', async (request, reply) => {
      const limit = await checks[callersOf(request)](request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany(reply, limit.ttlInSeconds);
    });
  },
  { name: 'address-limit' },
);

/** Guards every route of a panel scope by the Salesforce user, after the caller is known. */
export const userLimit = fp<{ perMinute: number }>(
  async (app, { perMinute }) => {
    const check = app.createRateLimit({
      max: perMinute,
      timeWindow: MINUTE_MS,
      keyGenerator: ({ caller }) => `${caller.orgId}.${caller.salesforceUserId}`,
    });
    app.addHook('preValidation', async (request, reply) => {
      const limit = await check(request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany(reply, limit.ttlInSeconds);
    });
  },
  { name: 'user-limit', dependencies: ['address-limit', 'panel-caller'] },
);

/** The refusal of whoever asks too often. */
export function tooMany(reply: FastifyReply, seconds: number): AppError {
  reply.header('retry-after', String(Math.max(1, seconds)));
  // Refused before it is known which origin may read answers; the panel shows this sentence, and it tells nobody anything
  if (!reply.hasHeader('access-control-allow-origin'))
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'retry-after');
  return new AppError('rate_limited');
}
