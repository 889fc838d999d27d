import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { ErrorCode } from './error-catalogue/index.ts';
import { ADDRESSES_REMEMBERED, callersOf, MINUTE_MS, tooMany, type AddressLimits } from './rate-limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether what this request brought as a proof was found false: a token, a push, a link. */
    hasFailedProof: boolean;
    /** The address's tries of this minute, while this request is one of them. */
    tries: Tries | null;
  }
}

interface Tries {
  count: number;
  endsAt: number;
  isReported: boolean;
}

/** Answers 401 to a proof that was ours once, or that the org did sign: reloading or an admin mends it, and guessing never gets there. */
const GOOD_ONCE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'session_expired',
  'panel_token_expired',
  'panel_token_wrong_audience',
  'user_deactivated',
]);
/** Secrets in an address that nobody has given out. */
const UNKNOWN_SECRETS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['link_unknown', 'consent_expired']);

/** Whether a failure means that the caller has proved nothing, so that it may be somebody who guesses. */
export function isFailedProof({ status, code }: { status: number; code: ErrorCode }): boolean {
  return (status === 401 && !GOOD_ONCE.has(code)) || UNKNOWN_SECRETS.has(code);
}

/**
 * Counts failed proofs by network address, apart from and stricter than requests, and refuses an address that is over before any work is
 * done for it. A request counts from its start and is taken off when its proof was good, or when it needed none: however many come at once,
 * no more are looked at than may fail.
 */
export const failedProofs = fp<AddressLimits>(
  async (app, limits) => {
    const addresses = { people: new Map<string, Tries>(), vendors: new Map<string, Tries>() };
    app.decorateRequest('hasFailedProof', false);
    app.decorateRequest('tries', null);

    app.addHook('onRequest', async (request, reply) => {
      const callers = callersOf(request);
      const now = performance.now();
      const tries = triesOf(addresses[callers], normalizeIP(request.ip), now, limits.remembered ?? ADDRESSES_REMEMBERED);
      if (tries.count >= limits[callers]) {
        if (!tries.isReported) request.log.warn({ address: request.ip }, 'Too many failed proofs from one address');
        tries.isReported = true;
        throw tooMany(reply, Math.ceil((tries.endsAt - now) / 1000));
      }
      tries.count += 1;
      request.tries = tries;
    });
    // The panel's proof is looked at before its body. What follows, slow vendors among it, must not count as tries of an office
    app.addHook('preParsing', async (request) => {
      if ((request as Partial<FastifyRequest>).caller) takeOff(request);
    });
    // Whoever gets an answer has proved enough, also one who hangs up before its end, of whom no more is heard
    app.addHook('onSend', (request, reply, payload, done) => {
      if (reply.statusCode < 400 && !request.hasFailedProof) takeOff(request);
      done(null, payload);
    });
    app.addHook('onResponse', async (request) => {
      if (!request.hasFailedProof) takeOff(request);
    });
  },
  { name: 'failed-proofs', dependencies: ['address-limit'] },
);

function triesOf(known: Map<string, Tries>, address: string, now: number, most: number): Tries {
  const found = known.get(address);
  if (found && found.endsAt > now) return found;
  known.delete(address);
  // A map keeps its order: the first is the one whose minute ends first
  const oldest = known.keys().next();
  if (known.size >= most && !oldest.done) known.delete(oldest.value);
  const tries = { count: 0, endsAt: now + MINUTE_MS, isReported: false };
  known.set(address, tries);
  return tries;
}

function takeOff(request: FastifyRequest): void {
  if (request.tries) request.tries.count -= 1;
  request.tries = null;
}
