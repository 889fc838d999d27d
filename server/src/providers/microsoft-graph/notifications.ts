import { z } from 'zod';

/** What a notification says: that something happened to a subscription. Never what; that is read from our own cursor. */
export interface GraphNotification {
  subscriptionId: string;
  /** To be compared, in constant time, with what the subscription was made with. */
  clientState: string | null;
  tenantId: string | null;
  /** Only in notifications about the subscription itself. */
  lifecycleEvent?: 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';
}

const MOST_PER_REQUEST = 1_000;

const Notification = z.object({
  subscriptionId: z.string().min(1).max(200),
  clientState: z.string().max(255).nullish(),
  tenantId: z.string().max(100).nullish(),
});
const Notifications = z.object({ value: z.array(Notification).max(MOST_PER_REQUEST) });
const LifecycleNotifications = z.object({
  value: z.array(Notification.extend({ lifecycleEvent: z.string() })).max(MOST_PER_REQUEST),
});
const LifecycleEvent = z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']);

/** Reads the body of a notification, of many subscriptions at once; null when it is none of Graph's. */
export function readNotifications(body: unknown): GraphNotification[] | null {
  return Notifications.safeParse(body).data?.value.map(plain) ?? null;
}

/** Reads the body of a lifecycle notification; events that Microsoft may add later are left out. Null when it is none of Graph's. */
export function readLifecycleNotifications(body: unknown): GraphNotification[] | null {
  const notifications = LifecycleNotifications.safeParse(body).data?.value;
  return (
    notifications?.flatMap((notification) => {
      const lifecycleEvent = LifecycleEvent.safeParse(notification.lifecycleEvent).data;
      return lifecycleEvent ? [{ ...plain(notification), lifecycleEvent }] : [];
    }) ?? null
  );
}

/**
 * The token of the handshake, to be answered with 200 as text/plain within 10 seconds; null when there is none or it is longer than 2 kB.
 */
export function validationTokenOf(query: unknown): string | null {
  return z.object({ validationToken: z.string().min(1).max(2_048) }).safeParse(query).data?.validationToken ?? null;
}

function plain({ subscriptionId, clientState, tenantId }: z.infer<typeof Notification>): GraphNotification {
  return {
    subscriptionId,
    clientState: clientState ?? null,
    tenantId: tenantId ?? null,
  };
}
