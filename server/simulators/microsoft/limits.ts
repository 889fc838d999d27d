import type { Simulator } from '../common/index.ts';
import type { LimitSettings, Mailbox, MicrosoftState } from './entities.ts';
import { bearerOf } from './graph-access.ts';
import { GraphError } from './graph-error.ts';

const MINUTE_MS = 60_000;

/** Refuses calls beyond the number that one mailbox takes at once. */
export function registerConcurrencyLimit(simulator: Simulator<MicrosoftState>): void {
  const underWay = new Map<string, number>();
  simulator.app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1.0/')) return;
    const oid = simulator.state.accessTokens[bearerOf(request) ?? '']?.oid;
    const { concurrentRequests } = simulator.state.settings.limits;
    if (oid === undefined) return;
    const count = underWay.get(oid) ?? 0;
    if (concurrentRequests !== null && count >= concurrentRequests) {
      reply.header('retry-after', '1.284');
      throw new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.');
    }
    underWay.set(oid, count + 1);
    reply.raw.once('close', () => {
      const left = (underWay.get(oid) ?? 1) - 1;
      if (left > 0) underWay.set(oid, left);
      else underWay.delete(oid);
    });
  });
}

/** Graph takes requests of 4 MB for anything about messages but an upload session. */
const MOST_REQUEST_BYTES = 4 * 1024 * 1024;

export function registerSizeLimit(simulator: Simulator<MicrosoftState>): void {
  simulator.app.addHook('preHandler', async (request) => {
    const bytes = Number(request.headers['content-length'] ?? 0);
    if (request.url.startsWith('/v1.0/') && bytes > MOST_REQUEST_BYTES)
      throw new GraphError(413, 'RequestEntityTooLarge', 'The request size exceeds the maximum limit.');
  });
}

const departures = new WeakMap<Mailbox, number[]>();

/**
 * When the next message may leave the mailbox: now, or later when too many have left within a minute. Throws GraphError far beyond that.
 */
export function takePlace(mailbox: Mailbox, { messagesPerMinute, waitingMessages }: LimitSettings, nowMs: number): number {
  if (messagesPerMinute === null) return nowMs;
  const recent = (departures.get(mailbox) ?? []).filter((at) => at > nowMs - MINUTE_MS);
  if (waitingMessages !== null && recent.filter((at) => at > nowMs).length >= waitingMessages) {
    throw new GraphError(
      429,
      'ErrorExceededMessageLimit',
      'The message submission rate for this client has exceeded the configured limit.',
    );
  }
  const last = recent.at(-messagesPerMinute);
  const leavesAt = last === undefined ? nowMs : Math.max(nowMs, last + MINUTE_MS);
  departures.set(mailbox, [...recent, leavesAt]);
  return leavesAt;
}
