import type { FaultOrder } from '../simulators/common/faults.ts';
import type { Random } from './random.ts';

type Vendor = 'google' | 'microsoft';

const SEND: Record<Vendor, FaultOrder['match']> = {
  google: { method: 'POST', path: '^/gmail/v1/users/me/messages/send' },
  microsoft: { method: 'POST', path: '^/v1.0/me/messages/[^/]+/send' },
};
const DRAFT: FaultOrder['match'] = { method: 'POST', path: '^/v1.0/me/messages$' };
const READ: Record<Vendor, FaultOrder['match']> = {
  google: { method: 'GET', path: '^/gmail/v1/users/me/messages' },
  microsoft: { method: 'GET', path: '^/v1.0/me/messages/' },
};
const TOKEN: Record<Vendor, FaultOrder['match']> = {
  google: { method: 'POST', path: '^/token' },
  microsoft: { method: 'POST', path: '/oauth2/v2.0/token' },
};

/** One thing that goes wrong once, chosen among all that vendors were seen to do around a send. */
export function randomSendFault(vendor: Vendor, random: Random, now: Date): FaultOrder {
  const match = vendor === 'microsoft' && random.next() < 0.3 ? DRAFT : SEND[vendor];
  return random.pick<() => FaultOrder>([
    () => ({ match, effect: 'after', action: { kind: 'cut' } }),
    () => ({ match, effect: 'after', action: { kind: 'cut' } }),
    () => ({ match, effect: 'before', action: { kind: 'cut' } }),
    () => ({ match, effect: 'after', action: { kind: 'status', status: random.pick([500, 502, 503, 504]), body: '' } }),
    () => ({ match, effect: 'before', action: { kind: 'status', status: random.pick([500, 503]), body: '' } }),
    () => ({ match, effect: 'before', action: tooMany(vendor, random, now) }),
    () => ({ match, effect: random.pick(['before', 'after'] as const), action: { kind: 'delay', ms: random.between(50, 400) } }),
    () => ({ match: READ[vendor], effect: 'before', action: { kind: 'status', status: 503, body: '' } }),
    () => ({ match: READ[vendor], effect: 'after', action: { kind: 'cut' } }),
    () => ({ match: TOKEN[vendor], effect: 'before', action: { kind: 'status', status: 503, body: '' } }),
  ])();
}

/** 429 in every form of "come back then": seconds, fractions, a date, and Gmail's date in the message. */
function tooMany(vendor: Vendor, random: Random, now: Date): FaultOrder['action'] {
  const at = new Date(now.getTime() + 3_000);
  const header = random.pick(['2', '1.5', at.toUTCString()]);
  if (vendor === 'microsoft')
    return {
      kind: 'status',
      status: 429,
      headers: { 'retry-after': header },
      body: { error: { code: 'TooManyRequests', message: 'Slow down' } },
    };
  const message = `User-rate limit exceeded.  Retry after ${at.toISOString()}`;
  const body = { error: { code: 429, message, errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded', message }] } };
  return random.next() < 0.5
    ? { kind: 'status', status: 429, body }
    : { kind: 'status', status: 429, headers: { 'retry-after': header }, body: { error: { code: 429, message: 'Too many', errors: [] } } };
}
