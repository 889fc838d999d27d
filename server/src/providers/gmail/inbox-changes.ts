import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { ProviderError } from '../../platform/provider-error.ts';
import type { InboxMessage, InboxPage, InboxQuestion } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import { isOwn, readMessages } from './inbox-messages.ts';
import type { GmailSettings } from './settings.ts';

/** Headers cost 20 units each: so many are a sixth of what a mailbox may spend in a minute, and no more is read twice after a failure. */
const PAGE = 50;

/**
 * What was added to the mailbox since a history id, wherever it went: read, archived, Spam and Trash count like the inbox,
 * because a filter's work does not make an answer less of one. The question's threads are not asked for: an answer from
 * another address, or a delivery report, may stand in a thread of its own and is recognised by its headers only.
 * Own messages come without headers, which would cost as much as those of an answer and are of no use.
 */
export async function changesSince(
  settings: GmailSettings,
  accessToken: string,
  cursor: string,
  { signal }: InboxQuestion,
): Promise<InboxPage> {
  const api = await gmailApi(settings, accessToken);
  const { records, hasMore } = await readHistory(settings, api, cursor, signal);
  const added = new Map<string, gmail_v1.Schema$Message>();
  for (const { messagesAdded } of records)
    for (const { message } of messagesAdded ?? []) if (message?.id && !added.has(message.id)) added.set(message.id, message);

  const own = [...added.values()].filter(({ labelIds }) => isOwn(labelIds ?? []));
  const others = [...added.keys()].filter((id) => !own.some((message) => message.id === id));
  return {
    messages: [...own.map((message) => ownMessage(settings, message)), ...(await readMessages(settings, api, others, signal))],
    cursor: lastIdOf(records) ?? cursor,
    hasMore,
  };
}

interface HistoryPage {
  records: gmail_v1.Schema$History[];
  hasMore: boolean;
}

/**
 * The next page that has something on it. Going on from the last record seen, and never from the mailbox's current id
 * that Gmail also tells, keeps a message that turns up in history late from being skipped.
 */
async function readHistory(settings: GmailSettings, api: gmail_v1.Gmail, cursor: string, signal?: AbortSignal): Promise<HistoryPage> {
  let pageToken: string | undefined;
  for (;;) {
    const { data } = await api.users.history
      .list(
        { userId: 'me', startHistoryId: cursor, historyTypes: ['messageAdded'], maxResults: PAGE, ...(pageToken ? { pageToken } : {}) },
        { ...once(settings), ...(signal ? { signal } : {}) },
      )
      .catch((error: unknown) => {
        throw historyError(apiError(error, 'read', settings.clock.now()));
      });
    const records = data.history ?? [];
    pageToken = data.nextPageToken ?? undefined;
    if (records.length > 0 || pageToken === undefined) return { records, hasMore: pageToken !== undefined };
  }
}

function historyError(failure: ProviderError): ProviderError {
  if (failure.kind !== 'not_found') return failure;
  return new ProviderError('not_found', 'Gmail no longer remembers what happened since then.', {
    provider: 'google',
    vendorCode: 'CURSOR_LOST',
    vendorRequestId: failure.vendorRequestId,
    cause: failure,
  });
}

function lastIdOf(records: gmail_v1.Schema$History[]): string | undefined {
  const ids = records.flatMap(({ id }) => (id ? [BigInt(id)] : []));
  return ids.length === 0 ? undefined : String(ids.reduce((last, id) => (id > last ? id : last)));
}

function ownMessage(settings: GmailSettings, { id, threadId }: gmail_v1.Schema$Message): InboxMessage {
  return {
    id: id ?? '',
    threadId: threadId ?? null,
    receivedAt: settings.clock.now(),
    headers: [],
    isOwn: true,
  };
}
