import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { GoogleState } from '../entities.ts';
import { invalidArgument, notFound } from '../errors.ts';
import { admit } from '../gmail-access.ts';
import { forgetOldHistory } from '../mailbox.ts';

const WATCH_LIFE_MS = 7 * 86_400_000;
const SYSTEM_LABELS = ['INBOX', 'SENT', 'DRAFT', 'UNREAD', 'STARRED', 'IMPORTANT', 'TRASH', 'SPAM'];

const HistoryQuery = z.object({
  startHistoryId: z.coerce.number().int().min(0),
  labelId: z.string().optional(),
  maxResults: z.coerce.number().int().min(1).max(500).default(100),
  pageToken: z.coerce.number().int().min(0).default(0),
});
const WatchBody = z.object({
  topicName: z.string().regex(/^projects\/[^/]+\/topics\/[^/]+$/),
  labelIds: z.array(z.string()).default([]),
});

/** users.getProfile, history.list, watch, stop, labels.list and settings.sendAs.list. */
export function registerMailboxMethods(simulator: Simulator<GoogleState>): void {
  const { app, clock } = simulator;
  const base = '/gmail/v1/users/:userId';

  app.get(`${base}/profile`, async (request) => {
    const { account, mailbox } = admit(simulator, request, 'GetProfile');
    return {
      emailAddress: account.email,
      messagesTotal: mailbox.messages.length,
      threadsTotal: new Set(mailbox.messages.map(({ threadId }) => threadId)).size,
      historyId: String(mailbox.historyId),
    };
  });

  app.get(`${base}/history`, async (request) => {
    const { mailbox } = admit(simulator, request, 'ListHistory');
    const query = HistoryQuery.safeParse(request.query);
    if (!query.success) throw invalidArgument(`Invalid ${String(query.error.issues[0]?.path[0])}`);
    const { startHistoryId, labelId, maxResults, pageToken } = query.data;
    forgetOldHistory(mailbox, clock.nowMs(), simulator.state.settings.historyDays);
    if (startHistoryId < mailbox.historyHorizon || startHistoryId > mailbox.historyId) throw notFound();
    const found = mailbox.history.flatMap(({ id, messageId }) => {
      const message = mailbox.messages.find((candidate) => candidate.id === messageId);
      return id > startHistoryId && message && (!labelId || message.labelIds.includes(labelId)) ? [{ id, message }] : [];
    });
    const page = found.slice(pageToken, pageToken + maxResults).map(({ id, message: { id: messageId, threadId, labelIds } }) => ({
      id: String(id),
      messages: [{ id: messageId, threadId }],
      messagesAdded: [{ message: { id: messageId, threadId, labelIds } }],
    }));
    return {
      ...(page.length > 0 ? { history: page } : {}),
      ...(found.length > pageToken + maxResults ? { nextPageToken: String(pageToken + maxResults) } : {}),
      historyId: String(mailbox.historyId),
    };
  });

  app.post(`${base}/watch`, async (request) => {
    const { mailbox } = admit(simulator, request, 'Watch');
    const body = WatchBody.safeParse(request.body);
    if (!body.success) throw invalidArgument('Invalid topicName does not match projects/{project}/topics/*');
    const expiration = clock.nowMs() + WATCH_LIFE_MS;
    mailbox.watch = { ...body.data, expiration };
    return { historyId: String(mailbox.historyId), expiration: String(expiration) };
  });

  app.post(`${base}/stop`, async (request, reply) => {
    const { mailbox } = admit(simulator, request, 'Stop');
    mailbox.watch = null;
    return reply.code(204).send();
  });

  app.get(`${base}/labels`, async (request) => {
    admit(simulator, request, 'ListLabels');
    return { labels: SYSTEM_LABELS.map((name) => ({ id: name, name, type: 'system' })) };
  });

  app.get(`${base}/settings/sendAs`, async (request) => {
    const { account } = admit(simulator, request, 'ListSendAs');
    return {
      sendAs: [
        {
          sendAsEmail: account.email,
          displayName: account.name,
          replyToAddress: '',
          signature: account.signature,
          isPrimary: true,
          isDefault: true,
        },
      ],
    };
  });
}
