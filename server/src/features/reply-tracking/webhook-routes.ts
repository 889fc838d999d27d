import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { readPush } from '../../providers/gmail/index.ts';
import {
  readLifecycleNotifications,
  readNotifications,
  validationTokenOf,
  type GraphNotification,
} from '../../providers/microsoft-graph/index.ts';
import type { TakeGmailPush, TakeGraphNotifications } from './take-push.ts';

export interface WebhookOptions {
  /** Null while this service has no Pub/Sub subscription: then nobody is let in. */
  verifyGmailPush: ((authorization: string | undefined) => Promise<void>) | null;
  takeGmailPush: TakeGmailPush;
  takeGraphNotifications: TakeGraphNotifications;
}

/** A notification is a few hundred bytes; Graph puts up to a thousand in one request. */
const BODY_LIMIT = 256 * 1024;
/** All mailboxes of a vendor knock from a handful of addresses. */
const PER_MINUTE = 60_000;

/** The vendors' door. Whatever is not theirs is turned away; what is theirs becomes a job before the answer, and nothing else happens here. */
export const webhookRoutes: FastifyPluginAsync<WebhookOptions> = async (app, use) => {
  const route = { bodyLimit: BODY_LIMIT, config: { rateLimit: { max: PER_MINUTE } }, schema: { hide: true } } as const;

  app.post('/webhooks/gmail', route, async (request, reply) => {
    if (!use.verifyGmailPush) throw new AppError(404, 'not_found', 'There is nothing at this address.');
    await use.verifyGmailPush(request.headers.authorization).catch((error: unknown) => {
      if (error instanceof ProviderError && error.kind === 'permission')
        throw new AppError(401, 'push_not_trusted', 'This push does not come from Google.');
      throw error;
    });
    const push = readPush(request.body);
    if (push) await use.takeGmailPush(push);
    // Also for a mailbox that nobody knows: another answer would be told over and over, and would tell which mailboxes are ours
    return reply.code(204).send();
  });

  /** Before the body is read, which a handshake does not have. */
  const shakeHands = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const token = validationTokenOf(request.query);
    return token === null ? undefined : reply.code(200).type('text/plain').header('x-content-type-options', 'nosniff').send(token);
  };
  const graphRoute = (path: string, read: (body: unknown) => GraphNotification[] | null): void => {
    app.post(path, { ...route, onRequest: shakeHands }, async (request, reply) => {
      const notifications = read(request.body);
      if (!notifications) throw new AppError(400, 'validation_failed', 'This is no notification of Microsoft Graph.');
      await use.takeGraphNotifications(notifications);
      return reply.code(202).send();
    });
  };
  graphRoute('/webhooks/microsoft-graph', readNotifications);
  graphRoute('/webhooks/microsoft-graph/lifecycle', readLifecycleNotifications);
};
