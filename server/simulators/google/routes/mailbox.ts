import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Account, GoogleState, HistoryEntry, HistoryKind, Mailbox } from '../entities.ts';
import { invalidArgument, invalidEnum, notFound } from '../errors.ts';
import { admit } from '../gmail-access.ts';
import { checkLabels, SYSTEM_LABELS } from '../labels.ts';
import { forgetOldHistory } from '../mailbox.ts';
import { indexOf } from '../mailbox-index.ts';
import type { Pusher } from '../pusher.ts';

const WATCH_LIFE_MS = 7 * 86_400_000;
const HISTORY_KINDS = ['messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved'] as const;

const kinds = z.union([z.enum(HISTORY_KINDS), z.array(z.enum(HISTORY_KINDS))]).transform((value) => [value].flat());
const HistoryQuery = z.object({
  startHistoryId: z.coerce.number().int().min(0),
  labelId: z.string().optional(),
  historyTypes: kinds.default([...HISTORY_KINDS]),
  maxResults: z.coerce.number().int().min(1).max(500).default(100),
  /** The id of the last record of the page before. */
  pageToken: z.coerce.number().int().min(0).optional(),
});
type HistoryQuery = z.infer<typeof HistoryQuery>;
const WatchBody = z.object({
  topicName: z.string().regex(/^projects\/[^/]+\/topics\/[^/]+$/),
  labelIds: z.array(z.string()).default([]),
  /** The words of the discovery document. */
  labelFilterBehavior: z.enum(['include', 'exclude']).default('include'),
});

/** users.getProfile, history.list, watch, stop, labels.list and settings.sendAs.list. */
export function registerMailboxMethods(simulator: Simulator<GoogleState>, pusher: Pusher): void {
  const { app, clock } = simulator;
  const base = '/gmail/v1/users/:userId';

  app.get(`${base}/profile`, async (request) => {
    const { account, mailbox } = admit(simulator, request, 'GetProfile');
    return {
      emailAddress: account.email,
      messagesTotal: mailbox.messages.length,
      threadsTotal: indexOf(mailbox).byThread.size,
      historyId: String(mailbox.historyId),
    };
  });

  app.get(`${base}/history`, async (request) => {
    const { mailbox } = admit(simulator, request, 'ListHistory');
    const query = HistoryQuery.safeParse(request.query);
    if (!query.success) throw historyRefusal(query.error, request.query);
    const { startHistoryId, labelId } = query.data;
    if (labelId !== undefined) checkLabels([labelId]);
    forgetOldHistory(mailbox, clock.nowMs(), simulator.state.settings.historyDays);
    if (startHistoryId < mailbox.historyHorizon || startHistoryId > mailbox.historyId) throw notFound();
    const { page, hasMore } = historyPage(mailbox, query.data);
    return {
      ...(page.length > 0 ? { history: page.map((entry) => historyResource(mailbox, entry)) } : {}),
      ...(hasMore ? { nextPageToken: String(page.at(-1)?.id) } : {}),
      historyId: String(mailbox.historyId),
    };
  });

  app.post(`${base}/watch`, async (request) => {
    const { account, mailbox } = admit(simulator, request, 'Watch');
    const body = WatchBody.safeParse(request.body);
    if (!body.success) throw watchRefusal(body.error, request.body);
    const { topicName, labelIds, labelFilterBehavior } = body.data;
    checkLabels(labelIds);
    const expiration = clock.nowMs() + WATCH_LIFE_MS;
    mailbox.watch = { topicName, labelIds, isExcluding: labelFilterBehavior === 'exclude', expiration };
    pusher.notify(account.email, null);
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
    return { sendAs: sendAsResources(account) };
  });
}

function fieldOf(error: z.ZodError): string {
  return String(error.issues[0]?.path[0]);
}

function historyRefusal(error: z.ZodError, query: unknown): Error {
  const field = fieldOf(error);
  const { historyTypes } = query as { historyTypes?: unknown };
  return field === 'historyTypes'
    ? invalidEnum('history_types', 'MailboxService.ListHistoryRequest.HistoryType', historyTypes)
    : invalidArgument(`Invalid ${field}`);
}

function watchRefusal(error: z.ZodError, body: unknown): Error {
  if (fieldOf(error) !== 'labelFilterBehavior') return invalidArgument('Invalid topicName does not match projects/{project}/topics/*');
  const { labelFilterBehavior } = body as { labelFilterBehavior?: unknown };
  return invalidEnum('watch_request.label_filter_behavior', 'WatchRequest.LabelFilterBehavior', labelFilterBehavior);
}

function historyPage(mailbox: Mailbox, query: HistoryQuery): { page: HistoryEntry[]; hasMore: boolean } {
  const { startHistoryId, pageToken, labelId, historyTypes, maxResults } = query;
  const { history } = mailbox;
  const page: HistoryEntry[] = [];
  for (let at = firstAfter(history, Math.max(startHistoryId, pageToken ?? 0)); at < history.length; at += 1) {
    const entry = history[at];
    if (!entry || !historyTypes.includes(entry.kind) || (labelId && !entry.labelIds.includes(labelId))) continue;
    if (page.length === maxResults) return { page, hasMore: true };
    page.push(entry);
  }
  return { page, hasMore: false };
}

/** Records are in order of their ids. */
function firstAfter(history: HistoryEntry[], id: number): number {
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history[middle]?.id ?? 0) <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const RECORD_FIELDS: Record<HistoryKind, string> = {
  messageAdded: 'messagesAdded',
  messageDeleted: 'messagesDeleted',
  labelAdded: 'labelsAdded',
  labelRemoved: 'labelsRemoved',
};

function historyResource(mailbox: Mailbox, { id, kind, messageId, threadId, labelIds }: HistoryEntry): object {
  const current = indexOf(mailbox).byId.get(messageId);
  const message = { id: messageId, threadId: current?.threadId ?? threadId };
  const isAboutLabels = kind === 'labelAdded' || kind === 'labelRemoved';
  const change = { message: { ...message, labelIds: current?.labelIds ?? labelIds }, ...(isAboutLabels ? { labelIds } : {}) };
  return { id: String(id), messages: [message], [RECORD_FIELDS[kind]]: [change] };
}

function sendAsResources({ email, name, signature, aliases }: Account): object[] {
  const common = { replyToAddress: '', treatAsAlias: true };
  return [
    { ...common, sendAsEmail: email, displayName: name, signature, isPrimary: true, isDefault: true },
    ...aliases.map((alias) => ({
      ...common,
      sendAsEmail: alias.address,
      displayName: alias.name,
      signature: alias.signature,
      verificationStatus: alias.isVerified ? 'accepted' : 'pending',
    })),
  ];
}
