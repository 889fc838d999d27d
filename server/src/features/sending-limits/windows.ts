import type { BlockingLimit, SendingLimits } from './schemas.ts';
import { VENDOR_CEILINGS } from './vendor-ceilings.ts';

/** Why an email waits, in the words of its row; `mailbox_busy` is the pause between two emails. */
export type LimitReason = 'mailbox_busy' | 'minute_limit' | 'daily_limit' | 'user_daily_limit' | 'org_limit' | 'domain_limit';

/** Which limit a window keeps; a `provider_…` one is the vendor's, where that is lower than the admin's. */
type WindowName = BlockingLimit['name'] | 'spacing';

/** P13: never more than `count` of `unit` within any `ms`. Rolling: there is no moment at which it starts anew. */
export interface Window {
  name: WindowName;
  scope: 'mailbox' | 'user' | 'org' | 'domain';
  /** Whose window it is: the id of a connection, user or org, or a domain. */
  key: string;
  count: number;
  ms: number;
  unit: 'emails' | 'recipients';
  reason: LimitReason;
}

/** What an email would take of a window. */
export interface Demand {
  window: Window;
  units: number;
}

/** What has to be known of an email to say which windows it goes through. */
export interface Departing {
  orgId: string;
  connectionId: string;
  userId: string;
  provider: 'google' | 'microsoft' | 'smtp';
  /** Every address it goes to, copies included. */
  recipients: readonly string[];
}

export interface WindowSettings {
  /** The least time between two emails of one mailbox. */
  spacingMs: Readonly<Record<'google' | 'microsoft', number>>;
  /** How long a minute and a day are; shorter ones let a trial run in seconds. */
  minuteMs: number;
  dayMs: number;
}

const SECOND_MS = 1_000;
export const WINDOW_SETTINGS: WindowSettings = { spacingMs: { google: 500, microsoft: 2_000 }, minuteMs: 60_000, dayMs: 24 * 60 * 60_000 };

/**
 * When the window has room again, in epoch milliseconds, given the end of the blocking place: the newest one that must have left the window
 * before the email fits. A place is held from the beginning of an attempt until `ms` after its end, so that the vendor sees no window
 * exceeded however long a call took. -Infinity: there is room; Infinity: the place belongs to an attempt under way.
 */
export function freeAt(endOfBlockingPlace: number | null, window: Pick<Window, 'ms'>): number {
  return endOfBlockingPlace === null ? -Infinity : endOfBlockingPlace + window.ms;
}

const REASONS: Readonly<Record<WindowName, LimitReason>> = {
  spacing: 'mailbox_busy',
  batch: 'minute_limit',
  mailbox_per_minute: 'minute_limit',
  provider_per_minute: 'minute_limit',
  mailbox_per_day: 'daily_limit',
  provider_per_day: 'daily_limit',
  provider_recipients_per_day: 'daily_limit',
  user_per_day: 'user_daily_limit',
  org_per_day: 'org_limit',
  domain_per_day: 'domain_limit',
};

/** Every window that an email goes through, with what it takes of each. TH-1 is not for a server of the team's own. */
export function demandsOf(departing: Departing, limits: SendingLimits, settings: WindowSettings): Demand[] {
  const { orgId, connectionId, userId, provider, recipients } = departing;
  const { minuteMs, dayMs } = settings;
  const emails = (name: WindowName, scope: Window['scope'], key: string, count: number, ms: number): Demand => ({
    window: { name, scope, key, count, ms, unit: 'emails', reason: REASONS[name] },
    units: 1,
  });
  const addressed = (name: WindowName, scope: Window['scope'], key: string, count: number, units: number): Demand => ({
    window: { name, scope, key, count, ms: dayMs, unit: 'recipients', reason: REASONS[name] },
    units,
  });
  const mailbox = (name: WindowName, count: number, ms: number): Demand => emails(name, 'mailbox', connectionId, count, ms);
  const demands: Demand[] = [];
  if (provider !== 'smtp') {
    const { emailsPerMinute, emailsPerDay, recipientsPerDay } = VENDOR_CEILINGS[provider];
    demands.push(
      mailbox('spacing', 1, settings.spacingMs[provider]),
      mailbox('batch', limits.batchSize, limits.batchWaitSeconds * SECOND_MS),
      emailsPerMinute < limits.mailboxPerMinute
        ? mailbox('provider_per_minute', emailsPerMinute, minuteMs)
        : mailbox('mailbox_per_minute', limits.mailboxPerMinute, minuteMs),
      emailsPerDay < limits.mailboxPerDay
        ? mailbox('provider_per_day', emailsPerDay, dayMs)
        : mailbox('mailbox_per_day', limits.mailboxPerDay, dayMs),
      addressed('provider_recipients_per_day', 'mailbox', connectionId, recipientsPerDay, recipients.length),
    );
  }
  demands.push(emails('user_per_day', 'user', userId, limits.userPerDay, dayMs));
  if (limits.orgPerDay !== null) demands.push(emails('org_per_day', 'org', orgId, limits.orgPerDay, dayMs));
  if (limits.domainPerDay !== null)
    for (const [domain, units] of countDomains(recipients))
      demands.push(addressed('domain_per_day', 'domain', domain, limits.domainPerDay, units));
  return demands.filter(({ window: { ms } }) => ms > 0);
}

/** How many of the addresses are of which domain. */
export function countDomains(addresses: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return counts;
}

export interface Obstacle {
  /** Epoch milliseconds; Infinity when the email is too large for the window whenever it leaves. */
  until: number;
  reason: LimitReason;
  window: Window;
  /** Everything of the mailbox waits, or this email only and others go on. */
  stops: 'lane' | 'email';
}

/**
 * Whether an email may leave at `now`, given the end of each demand's blocking place; null when it may. What stops the mailbox counts
 * before what stops the email, and the latest of its kind.
 */
export function findObstacle(demands: readonly Demand[], endsOfBlockingPlaces: readonly (number | null)[], now: number): Obstacle | null {
  let obstacle: Obstacle | null = null;
  for (const [index, { window, units }] of demands.entries()) {
    const stops = window.scope === 'domain' ? 'email' : 'lane';
    const until = units > window.count ? Infinity : openEnded(freeAt(endsOfBlockingPlaces[index] ?? null, window), window, now);
    if (until <= now) continue;
    const isStronger = !obstacle || (obstacle.stops === stops ? until > obstacle.until : stops === 'lane');
    if (isStronger) obstacle = { until, reason: window.reason, window, stops };
  }
  return obstacle;
}

/** The limit that a window keeps, for those who wait for it; null for the pause between two emails, which nobody has set. */
export function limitOf({ name, count, ms }: Window): BlockingLimit | null {
  return name === 'spacing' ? null : { name, count, seconds: ms / SECOND_MS };
}

/** An attempt that is under way ends now at the earliest, so that its place is taken for the length of the window at least. */
function openEnded(until: number, window: Window, now: number): number {
  return until === Infinity ? now + window.ms : until;
}
