import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import type { PushGrant, PushRequest } from '../mailbox.ts';
import { graph, type GraphCall } from './graph.ts';
import { parsed } from './inbox-messages.ts';
import type { MicrosoftSettings } from './settings.ts';

const RESOURCE = "me/mailFolders('inbox')/messages";
/** Shorter than what any tenant is known to refuse. */
const WANTED_MINUTES = 4_200;
/** What every tenant has always given. */
const SAFE_MINUTES = 1_440;

const Subscription = z.object({ id: z.string().min(1), expirationDateTime: z.coerce.date() });
const Subscriptions = z.object({
  value: z.array(Subscription.extend({ resource: z.string(), notificationUrl: z.string().nullish() })),
});

/**
 * Has Microsoft tell us about new mail in the inbox, until `expiresAt`, which is what the tenant really gave. Renewing also
 * answers `reauthorizationRequired`. A subscription that is gone is made anew, with another id.
 */
export async function startPush(
  settings: MicrosoftSettings,
  notificationUrl: string,
  accessToken: string,
  { subscriptionId, clientState }: PushRequest,
): Promise<PushGrant> {
  const renewed = subscriptionId === null ? null : await renew(settings, accessToken, subscriptionId);
  if (renewed) return renewed;
  const create = () =>
    withLifetime(settings, (expirationDateTime) =>
      subscriptionCall(settings, accessToken, 'POST', '/subscriptions', {
        changeType: 'created',
        notificationUrl: `${notificationUrl}/webhooks/microsoft-graph`,
        lifecycleNotificationUrl: `${notificationUrl}/webhooks/microsoft-graph/lifecycle`,
        resource: RESOURCE,
        expirationDateTime,
        clientState,
      }),
    );
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'conflict') throw error;
    // Nobody has the client state of the one that is in the way, so it is of no use any more
    await removeOurs(settings, notificationUrl, accessToken);
    return create();
  }
}

/** Ends a subscription; one that is gone already is no failure. */
export async function stopPush(settings: MicrosoftSettings, accessToken: string, subscriptionId: string | null): Promise<void> {
  if (subscriptionId === null) return;
  await unlessGone(
    graph(settings, accessToken, { method: 'DELETE', path: `/subscriptions/${encodeURIComponent(subscriptionId)}`, effect: 'none' }),
  );
}

function renew(settings: MicrosoftSettings, accessToken: string, subscriptionId: string): Promise<PushGrant | null> {
  return unlessGone(
    withLifetime(settings, (expirationDateTime) =>
      subscriptionCall(settings, accessToken, 'PATCH', `/subscriptions/${encodeURIComponent(subscriptionId)}`, { expirationDateTime }),
    ),
  );
}

/** Asks for the lifetime we want; a tenant that refuses it says in its words what it gives. */
async function withLifetime(settings: MicrosoftSettings, ask: (expirationDateTime: string) => Promise<PushGrant>): Promise<PushGrant> {
  const inMinutes = (minutes: number) => new Date(settings.clock.now().getTime() + minutes * 60_000).toISOString();
  try {
    return await ask(inMinutes(WANTED_MINUTES));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'invalid' || !/expir/i.test(error.message)) throw error;
    const given = Number(/(\d[\d,.]*) minutes/.exec(error.message)?.[1]?.replace(/[,.]/g, '') ?? SAFE_MINUTES);
    return ask(inMinutes(Math.max(1, Math.min(given - 1, WANTED_MINUTES))));
  }
}

async function subscriptionCall(
  settings: MicrosoftSettings,
  accessToken: string,
  method: GraphCall['method'],
  path: string,
  body: object,
): Promise<PushGrant> {
  const answer = await graph(settings, accessToken, {
    method,
    path,
    contentType: 'application/json',
    body: JSON.stringify(body),
    effect: 'none',
  });
  const { id, expirationDateTime } = parsed(Subscription, answer);
  return { subscriptionId: id, expiresAt: expirationDateTime };
}

async function removeOurs(settings: MicrosoftSettings, notificationUrl: string, accessToken: string): Promise<void> {
  const answer = await graph(settings, accessToken, { method: 'GET', path: '/subscriptions', effect: 'none' });
  for (const { id, resource, notificationUrl: url } of parsed(Subscriptions, answer).value)
    if (resource === RESOURCE && url?.startsWith(`${notificationUrl}/`)) await stopPush(settings, accessToken, id);
}

async function unlessGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'not_found') return null;
    throw error;
  }
}
