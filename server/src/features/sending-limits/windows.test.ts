import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PlaceLogs } from './place-log.ts';
import { DEFAULT_LIMITS } from './repository.ts';
import type { SendingLimits } from './schemas.ts';
import { simulateSending, type WaitingLane } from './simulate-sending.ts';
import { demandsOf, findObstacle, freeAt, WINDOW_SETTINGS } from './windows.ts';

const NOW = Date.UTC(2026, 5, 1, 9);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

function lane(count: number, given: Partial<WaitingLane> = {}): WaitingLane {
  return {
    orgId: 'org',
    connectionId: 'mailbox',
    userId: 'user',
    provider: 'google',
    nextSlotAt: null,
    slotReason: null,
    callMs: 0,
    emails: Array.from({ length: count }, (_, number) => ({
      id: `${given.connectionId ?? ''}${String(number)}`,
      dueAt: NOW,
      priority: 10,
      recipients: [`person${String(number)}@globex.example`],
    })),
    ...given,
  };
}
function simulate(lanes: WaitingLane[], limits: Partial<SendingLimits> = {}, now = NOW) {
  return simulateSending({
    now,
    limits: { ...DEFAULT_LIMITS, ...limits },
    settings: { ...WINDOW_SETTINGS, spacingMs: { google: 0, microsoft: 0 } },
    lanes,
    places: new PlaceLogs(now),
  });
}

/** No `count` + 1 of the times lie within `ms`. */
function assertHolds(times: number[], count: number, ms: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  for (let last = count; last < sorted.length; last++)
    assert.ok((sorted[last] ?? 0) - (sorted[last - count] ?? 0) >= ms, `${String(count + 1)} within ${String(ms)} ms`);
}

describe('Rolling windows', () => {
  test('a place is free again one length of the window after its attempt has ended, and never while it is under way', () => {
    assert.equal(freeAt(null, { ms: MINUTE }), -Infinity);
    assert.equal(freeAt(NOW, { ms: MINUTE }), NOW + MINUTE);
    assert.equal(freeAt(Infinity, { ms: MINUTE }), Infinity);
  });

  test('the mailbox waits for the latest of its windows, and a domain holds one email only', () => {
    const departing = { orgId: 'org', connectionId: 'c', userId: 'u', provider: 'google', recipients: ['dana@globex.example'] } as const;
    const demands = demandsOf(departing, { ...DEFAULT_LIMITS, domainPerDay: 5 }, WINDOW_SETTINGS);
    const ends = (given: Record<string, number>) =>
      demands.map(({ window }) => (window.unit === 'emails' || window.scope === 'domain' ? (given[window.reason] ?? null) : null));
    assert.equal(findObstacle(demands, ends({}), NOW), null);
    assert.partialDeepStrictEqual(findObstacle(demands, ends({ domain_limit: NOW - SECOND, minute_limit: NOW - 50 * SECOND }), NOW), {
      until: NOW + 10 * SECOND,
      reason: 'minute_limit',
      stops: 'lane',
    });
    assert.deepEqual(findObstacle(demands, ends({ domain_limit: NOW - SECOND }), NOW)?.stops, 'email');
    assert.partialDeepStrictEqual(findObstacle(demands, ends({ user_daily_limit: Infinity, daily_limit: NOW - SECOND }), NOW), {
      until: NOW + DAY,
      reason: 'user_daily_limit',
      stops: 'lane',
    });
  });

  test('an email with more recipients at a domain than a day may have never leaves, and says so', () => {
    const recipients = ['a@globex.example', 'b@GLOBEX.example', 'c@globex.example'];
    const departing = { orgId: 'org', connectionId: 'c', userId: 'u', provider: 'google', recipients } as const;
    const demands = demandsOf(departing, { ...DEFAULT_LIMITS, domainPerDay: 2 }, WINDOW_SETTINGS);
    const obstacle = findObstacle(
      demands,
      demands.map(() => null),
      NOW,
    );
    assert.partialDeepStrictEqual(obstacle, { until: Infinity, reason: 'domain_limit', stops: 'email' });
  });

  test("an admin's limit above what the vendor takes changes nothing, and a server of the team's own has no throttle", () => {
    const limits = { ...DEFAULT_LIMITS, mailboxPerMinute: 60, mailboxPerDay: 10_000 };
    const counts = (provider: 'google' | 'microsoft' | 'smtp') =>
      demandsOf({ orgId: 'org', connectionId: 'c', userId: 'u', provider, recipients: ['a@b.example'] }, limits, WINDOW_SETTINGS).map(
        ({ window }) => [window.name, window.reason, window.count, window.unit],
      );
    assert.deepEqual(counts('google').slice(2), [
      ['mailbox_per_minute', 'minute_limit', 60, 'emails'],
      ['provider_per_day', 'daily_limit', 2_000, 'emails'],
      ['provider_recipients_per_day', 'daily_limit', 10_000, 'recipients'],
      ['user_per_day', 'user_daily_limit', 1_000, 'emails'],
    ]);
    assert.deepEqual(counts('microsoft').slice(2, 4), [
      ['provider_per_minute', 'minute_limit', 30, 'emails'],
      ['mailbox_per_day', 'daily_limit', 10_000, 'emails'],
    ]);
    assert.deepEqual(counts('smtp'), [['user_per_day', 'user_daily_limit', 1_000, 'emails']]);
  });
});

describe('Forecast', () => {
  test('the last of a hundred emails leaves when batches and minutes allow, to the second', () => {
    const departures = simulate([lane(100)], { batchSize: 500, batchWaitSeconds: 0 });
    const times = [...departures.values()].map(({ at }) => at);
    assert.equal(Math.max(...times), NOW + 4 * MINUTE);
    assertHolds(times, 20, MINUTE);
    assert.equal(departures.get('99')?.boundBy, 'minute_limit');
    assert.equal(departures.get('0')?.boundBy, null);
    const batches = simulate([lane(100)], { mailboxPerMinute: 60 });
    assert.equal(Math.max(...[...batches.values()].map(({ at }) => at)), NOW + 3 * 45 * SECOND);
  });

  test('what exceeds a day waits for the next, and says that it is the day', () => {
    const departures = simulate([lane(450)]);
    const times = [...departures.values()].map(({ at }) => at);
    assertHolds(times, 400, DAY);
    assertHolds(times, 20, MINUTE);
    assert.deepEqual(departures.get('449'), {
      at: times.at(-1),
      boundBy: 'daily_limit',
      limit: { name: 'mailbox_per_day', count: 400, seconds: 86_400 },
    });
  });

  test('mailboxes that share a limit of the org share it in the forecast too', () => {
    const lanes = ['a', 'b', 'c'].map((connectionId) => lane(10, { connectionId, userId: connectionId }));
    const departures = simulate(lanes, { orgPerDay: 12 });
    const times = [...departures.values()].map(({ at }) => at);
    assertHolds(times, 12, DAY);
    assert.deepEqual([times.filter((at) => at < NOW + DAY).length, times.length], [12, 30]);
  });

  test('a domain that is full holds back its own emails and no other', () => {
    const emails = [...lane(6).emails, { id: 'other', dueAt: NOW, priority: 10, recipients: ['lin@hooli.example'] }];
    const departures = simulate([lane(0, { emails })], { domainPerDay: 4 });
    assert.equal(departures.get('other')?.at, NOW);
    assert.partialDeepStrictEqual(departures.get('5'), { at: NOW + DAY, boundBy: 'domain_limit' });
  });

  test('interactive email leaves before bulk, and bulk before campaign', () => {
    const emails = lane(6).emails.map((email, index) => ({ ...email, priority: [30, 20, 10][index % 3] ?? 10 }));
    const order = [...simulate([lane(0, { emails, callMs: 1 })]).entries()].sort(([, a], [, b]) => a.at - b.at).map(([id]) => id);
    assert.deepEqual(order, ['2', '5', '1', '4', '0', '3']);
  });

  test('a mailbox that its vendor has parked begins when the vendor said', () => {
    const departures = simulate([lane(1, { nextSlotAt: NOW + 5 * MINUTE, slotReason: 'mailbox_rate_limited' })]);
    assert.partialDeepStrictEqual(departures.get('0'), { at: NOW + 5 * MINUTE, boundBy: 'mailbox_rate_limited' });
  });
});
