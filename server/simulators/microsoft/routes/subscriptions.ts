import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { MicrosoftState, Subscription } from '../entities.ts';
import { admit } from '../graph-access.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Push } from '../push.ts';
import { findFolder } from '../folders.ts';

const HANDSHAKE_WITHIN_MS = 10_000;
const SHORTEST_MS = 45 * 60_000;
const MINUTE_MS = 60_000;

const Lifetime = z.object({ expirationDateTime: z.iso.datetime({ offset: true }) });
const Order = Lifetime.extend({
  changeType: z.string().regex(/^(created|updated|deleted)(,(created|updated|deleted))*$/),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().optional(),
  resource: z.string(),
  clientState: z.string().max(128).optional(),
});
type SubscriptionRequest = FastifyRequest<{ Params: { id: string } }>;

/** /subscriptions: with their handshake, their lifetimes and their renewal. */
export function registerSubscriptions(simulator: Simulator<MicrosoftState>, push: Push): void {
  const { app, clock } = simulator;

  app.post('/v1.0/subscriptions', async (request, reply) => {
    const { account, clientId, wantsImmutableIds } = admit(simulator, request, 'readBasic');
    const order = parse(Order, request.body);
    const folder = folderOf(order.resource);
    const expiresAt = expiryOf(order.expirationDateTime);
    const mine = Object.values(simulator.state.subscriptions).filter((other) => other.oid === account.oid && other.clientId === clientId);
    if (simulator.state.settings.push.refusesDuplicates && mine.some((other) => other.folder === folder))
      throw new GraphError(409, 'Conflict', 'A subscription already exists for the requested combination.');
    const { state } = simulator;
    await shakeHands(order.notificationUrl, 'Notification');
    if (order.lifecycleNotificationUrl) await shakeHands(order.lifecycleNotificationUrl, 'Lifecycle notification');
    const subscription: Subscription = {
      id: randomUUID(),
      oid: account.oid,
      clientId,
      resource: order.resource,
      folder,
      changeType: order.changeType,
      notificationUrl: order.notificationUrl,
      lifecycleNotificationUrl: order.lifecycleNotificationUrl ?? null,
      clientState: order.clientState ?? null,
      wantsImmutableIds,
      expiresAt,
      isPaused: false,
    };
    state.subscriptions[subscription.id] = subscription;
    push.watchExpiry(subscription);
    return reply.code(201).send(shown(subscription));
  });

  app.get('/v1.0/subscriptions', async (request) => {
    const { account, clientId } = admit(simulator, request, 'readBasic');
    const mine = Object.values(simulator.state.subscriptions).filter((other) => other.oid === account.oid && other.clientId === clientId);
    return {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions',
      value: mine.map((subscription) => ({ ...fields(subscription), clientState: null })),
    };
  });

  app.get('/v1.0/subscriptions/:id', async (request: SubscriptionRequest) => shown(open(request)));

  app.patch('/v1.0/subscriptions/:id', async (request: SubscriptionRequest) => {
    const subscription = open(request);
    subscription.expiresAt = expiryOf(parse(Lifetime, request.body).expirationDateTime);
    subscription.isPaused = false;
    push.watchExpiry(subscription);
    return shown(subscription);
  });

  app.post('/v1.0/subscriptions/:id/reauthorize', async (request: SubscriptionRequest, reply): Promise<FastifyReply> => {
    open(request).isPaused = false;
    return reply.code(204).send();
  });

  app.delete('/v1.0/subscriptions/:id', async (request: SubscriptionRequest, reply): Promise<FastifyReply> => {
    push.remove(open(request), true);
    return reply.code(204).send();
  });

  function open(request: SubscriptionRequest): Subscription {
    const { account, clientId } = admit(simulator, request, 'readBasic');
    const subscription = simulator.state.subscriptions[request.params.id];
    const isLive = subscription?.oid === account.oid && subscription.clientId === clientId && subscription.expiresAt > clock.nowMs();
    if (!subscription || !isLive) throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
    return subscription;
  }

  function expiryOf(expirationDateTime: string): number {
    const { maxLifetimeMinutes } = simulator.state.settings.push;
    const wanted = Date.parse(expirationDateTime);
    if (wanted <= clock.nowMs()) throw badRequest('Subscription expiration can only be in the future.', 'InvalidRequest');
    if (wanted > clock.nowMs() + maxLifetimeMinutes * MINUTE_MS)
      throw badRequest(`Subscription expiration can only be ${String(maxLifetimeMinutes)} minutes in the future.`, 'InvalidRequest');
    return Math.max(wanted, clock.nowMs() + Math.min(SHORTEST_MS, maxLifetimeMinutes * MINUTE_MS));
  }
}

/** The endpoint must give the token back, as plain text, in time. */
async function shakeHands(url: string, what: string): Promise<void> {
  const fail = (why: string) => new GraphError(400, 'ValidationError', `Subscription validation request failed. ${what} endpoint ${why}`);
  if (!/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(url))
    throw badRequest('The notification URL must be HTTPS.', 'InvalidRequest');
  const requestId = randomBytes(16).toString('base64');
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${requestId} + / &`;
  const address = new URL(url);
  address.searchParams.set('validationToken', token);
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'manual',
    signal: AbortSignal.timeout(HANDSHAKE_WITHIN_MS),
  }).catch(() => {
    throw fail('could not be reached or did not answer within 10 seconds.');
  });
  const text = await answer.text();
  if (answer.status !== 200) throw fail(`answered with status ${String(answer.status)}, must be 200.`);
  if (!answer.headers.get('content-type')?.startsWith('text/plain')) throw fail('must answer with text/plain.');
  if (text !== token) throw fail('did not give the validation token back.');
}

function folderOf(resource: string): Subscription['folder'] {
  const name = /^\/?(?:me|users\/[^/]+)\/mailFolders(?:\('([^']+)'\)|\/([^/]+))\/messages$/i.exec(resource);
  if (!name) throw badRequest(`The resource ${resource} cannot be subscribed to.`, 'InvalidRequest');
  return findFolder(name[1] ?? name[2] ?? '');
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw badRequest(`Invalid value for ${result.error.issues[0]?.path.join('.') ?? 'the body'}.`, 'InvalidRequest');
  return result.data;
}

function shown(subscription: Subscription): object {
  return {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity',
    ...fields(subscription),
  };
}

function fields(subscription: Subscription): object {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.clientId,
    creatorId: subscription.oid,
    changeType: subscription.changeType,
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    expirationDateTime: new Date(subscription.expiresAt).toISOString(),
  };
}
