import { randomUUID } from 'node:crypto';
import type { Simulator } from '../common/index.ts';
import type { DueQueue } from './due-queue.ts';
import { createEndpointHealth } from './endpoint-health.ts';
import type { Message, MicrosoftState, Subscription } from './entities.ts';
import { TENANT_ID } from './seed.ts';

export const LIFECYCLE_EVENTS = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

export interface Push {
  /** Tells every subscription that looks at the message's folder. */
  created(oid: string, message: Message): void;
  /** Tells one subscription about itself. */
  lifecycle(subscription: Subscription, event: LifecycleEvent): void;
  /** Takes a subscription away, and says so unless it is to go silently. */
  remove(subscription: Subscription, silently: boolean): void;
  /** Ends it when its time has come; to be called whenever that time was set. */
  watchExpiry(subscription: Subscription): void;
}

/** An answer must have come by then. */
const ANSWER_WITHIN_MS = 10_000;
const GIVE_UP_AFTER_MS = 4 * 3_600_000;
const RETRY_AFTER_MS = [1_000, 5_000, 30_000, 60_000, 300_000, 900_000];
const OVERTAKEN_BY_MS = 2_000;

/** Tells clients about their subscriptions as Graph does: at least once, in no order, and as badly as the settings say. */
export function createPush(simulator: Simulator<MicrosoftState>, due: DueQueue): Push {
  const { clock } = simulator;
  const health = createEndpointHealth(clock);

  const common = (subscription: Subscription) => ({
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: new Date(subscription.expiresAt).toISOString(),
    clientState: subscription.clientState,
    tenantId: TENANT_ID,
  });

  async function deliver(url: string, body: object, since: number, attempt: number): Promise<void> {
    if (simulator.state.settings.push.off) return;
    const startedAt = Date.now();
    const isAnswered = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ value: [body] }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.ok;
      },
      () => false,
    );
    health.answered(url, Date.now() - startedAt);
    const retryAt = clock.nowMs() + (RETRY_AFTER_MS[attempt] ?? 900_000);
    if (!isAnswered && retryAt < since + GIVE_UP_AFTER_MS) due.at(retryAt, () => void deliver(url, body, since, attempt + 1));
  }

  function post(url: string, body: object, delayMs: number): void {
    const { push } = simulator.state.settings;
    const penalty = push.punishesSlowEndpoints ? health.penaltyOf(url) : { drops: false, delayMs: 0 };
    if (push.off || penalty.drops) return;
    const now = clock.nowMs();
    due.at(now + delayMs + penalty.delayMs, () => void deliver(url, body, now, 0));
  }

  function created(oid: string, message: Message): void {
    const { subscriptions, settings } = simulator.state;
    const { dropRate, duplicateRate, reorderRate, delayMs } = settings.push;
    const now = clock.nowMs();
    for (const subscription of Object.values(subscriptions)) {
      const { folder, changeType, isPaused, expiresAt, wantsImmutableIds } = subscription;
      if (subscription.oid !== oid || folder !== message.folder || isPaused || expiresAt <= now) continue;
      if (!changeType.split(',').includes('created') || Math.random() < dropRate) continue;
      const id = wantsImmutableIds ? message.immutableId : message.restId;
      const resource = `Users/${oid}/Messages/${id}`;
      const body = {
        id: randomUUID(),
        ...common(subscription),
        changeType: 'created',
        resource,
        resourceData: { '@odata.type': '#Microsoft.Graph.Message', '@odata.id': resource, '@odata.etag': 'W/"CQAAABYAAAD"', id },
      };
      for (let copies = Math.random() < duplicateRate ? 2 : 1; copies > 0; copies -= 1) {
        const overtaken = Math.random() < reorderRate ? OVERTAKEN_BY_MS * Math.random() : 0;
        post(subscription.notificationUrl, body, delayMs[0] + (delayMs[1] - delayMs[0]) * Math.random() + overtaken);
      }
    }
  }

  function lifecycle(subscription: Subscription, lifecycleEvent: LifecycleEvent): void {
    if (lifecycleEvent === 'reauthorizationRequired') subscription.isPaused = true;
    if (subscription.lifecycleNotificationUrl) {
      post(subscription.lifecycleNotificationUrl, { ...common(subscription), lifecycleEvent }, 0);
    }
  }

  function remove(subscription: Subscription, silently: boolean): void {
    if (simulator.state.subscriptions[subscription.id] !== subscription) return;
    delete simulator.state.subscriptions[subscription.id];
    if (!silently) lifecycle(subscription, 'subscriptionRemoved');
  }

  return {
    created,
    lifecycle,
    remove,
    watchExpiry(subscription) {
      due.at(subscription.expiresAt, () => {
        if (subscription.expiresAt <= clock.nowMs()) remove(subscription, false);
      });
    },
  };
}
