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

/** A notification is a few hundred bytes; Graph puts up to a thousand in one request, each with its own proof. */
const GRAPH_BODY_LIMIT = 256 * 1024;

/** The vendors' door. What is not theirs is turned away. What is theirs becomes a job before the answer, and nothing else happens here. */
export const webhookRoutes: FastifyPluginAsync<WebhookOptions> = async (app, use) => {
  /** Before the body is read. */
  const verifyGmailPush = async (request: FastifyRequest): Promise<void> => {
    if (!use.verifyGmailPush) throw new AppError('not_found');
    await use.verifyGmailPush(request.headers.authorization).catch((error: unknown) => {
      if (error instanceof ProviderError && error.kind === 'permission') throw new AppError('push_not_trusted');
      throw error;
    });
  };
  app.post('/webhooks/gmail', { onRequest: verifyGmailPush, schema: { hide: true } }, async (request, reply) => {
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
    app.post(path, { bodyLimit: GRAPH_BODY_LIMIT, onRequest: shakeHands, schema: { hide: true } }, async (request, reply) => {
      const notifications = read(request.body);
      if (!notifications) throw new AppError('validation_failed');
      // The answer is the same, so that nobody learns which subscriptions are ours
      if (!(await use.takeGraphNotifications(notifications))) request.hasFailedProof = true;
      return reply.code(202).send();
    });
  };
  graphRoute('/webhooks/microsoft-graph', readNotifications);
  graphRoute('/webhooks/microsoft-graph/lifecycle', readLifecycleNotifications);
};
