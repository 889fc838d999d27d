import { randomInt, randomUUID } from 'node:crypto';
import type { Simulator } from '../common/index.ts';
import type { GoogleState, Watch } from './entities.ts';
import type { IdTokenIssuer } from './id-token.ts';

/** Where the Pub/Sub subscription pushes to, and how it proves who it is. */
export interface PushTarget {
  url: string;
  serviceAccount: string;
  audience: string;
}

export interface PushCounts {
  /** Accepted by the receiver; a redelivery that was accepted counts as one. */
  delivered: number;
  /** Answered with anything else, or not at all; each is tried again. */
  refused: number;
  /** Never sent: the rate of a user, or chaos settings. */
  dropped: number;
  duplicated: number;
}

export interface Pusher {
  /** Tells whoever watches the mailbox that a message with these labels changed; null announces a new watch. */
  notify(address: string, labelIds: readonly string[] | null): void;
  counts: PushCounts;
}

/** Gmail drops what comes faster than one notification per second and user. */
const APART_MS = 1000;
const ACKNOWLEDGED = new Set([102, 200, 201, 202, 204]);
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 60_000;
const RETENTION_MS = 7 * 86_400_000;
const ANSWER_WITHIN_MS = 10_000;

/** Plays Gmail's notifications and the Pub/Sub push subscription. Without a target nothing is pushed. */
export function createPusher(simulator: Simulator<GoogleState>, tokens: IdTokenIssuer, target: PushTarget | undefined): Pusher {
  const { clock } = simulator;
  const counts: PushCounts = { delivered: 0, refused: 0, dropped: 0, duplicated: 0 };
  const lastAt = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  simulator.app.addHook('onClose', async () => {
    for (const timer of timers) clearTimeout(timer);
  });

  return { notify, counts };

  function notify(address: string, labelIds: readonly string[] | null): void {
    const { state } = simulator;
    const mailbox = state.mailboxes[address];
    if (!target || !mailbox?.watch || mailbox.watch.expiration <= clock.nowMs()) return;
    if (labelIds !== null && !isWatched(mailbox.watch, labelIds)) return;
    const { off, dropRate, duplicateRate, delayMs } = state.settings.push;
    const now = clock.nowMs();
    const sinceLast = now - (lastAt.get(address) ?? -Infinity);
    if (off || (sinceLast >= 0 && sinceLast < APART_MS) || happens(dropRate)) {
      counts.dropped += 1;
      return;
    }
    lastAt.set(address, now);
    const envelope = envelopeOf(address, mailbox.historyId, mailbox.watch, now);
    const isDoubled = happens(duplicateRate);
    if (isDoubled) counts.duplicated += 1;
    for (let copy = 0; copy < (isDoubled ? 2 : 1); copy += 1) {
      const wait = randomInt(delayMs[0], Math.max(delayMs[0], delayMs[1]) + 1);
      later(wait, () => deliver(envelope, { state, since: now, attempt: 0 }));
    }
  }

  interface Delivery {
    /** A reset ends what was under way. */
    state: GoogleState;
    since: number;
    attempt: number;
  }

  async function deliver(envelope: object, { state, since, attempt }: Delivery): Promise<void> {
    if (!target || simulator.state !== state || clock.nowMs() - since > RETENTION_MS) return;
    if (await isTaken(target, envelope)) {
      counts.delivered += 1;
      return;
    }
    counts.refused += 1;
    later(Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS), () => deliver(envelope, { state, since, attempt: attempt + 1 }));
  }

  async function isTaken({ url, serviceAccount, audience }: PushTarget, envelope: object): Promise<boolean> {
    try {
      const token = await tokens.issueForPush({ serviceAccount, audience, nowMs: clock.nowMs() });
      const { status } = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(envelope),
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return ACKNOWLEDGED.has(status);
    } catch {
      return false;
    }
  }

  function later(ms: number, act: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void act();
    }, ms);
    timer.unref();
    timers.add(timer);
  }
}

function isWatched({ labelIds, isExcluding }: Watch, labels: readonly string[]): boolean {
  const isNamed = labels.some((label) => labelIds.includes(label));
  return isExcluding ? !isNamed : labelIds.length === 0 || isNamed;
}

function envelopeOf(address: string, historyId: number, { topicName }: Watch, nowMs: number): object {
  const data = Buffer.from(JSON.stringify({ emailAddress: address, historyId })).toString('base64');
  const messageId = BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 12)}`).toString();
  const publishTime = new Date(nowMs).toISOString();
  return {
    message: { data, messageId, message_id: messageId, publishTime, publish_time: publishTime },
    subscription: `${topicName.split('/topics/')[0] ?? ''}/subscriptions/gmail-push`,
  };
}

function happens(probability: number): boolean {
  return probability > 0 && randomInt(1_000_000) < probability * 1_000_000;
}
