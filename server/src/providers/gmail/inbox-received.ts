import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { InboxMessage, InboxPage, InboxQuestion } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import { READS_AT_ONCE, readMessages } from './inbox-messages.ts';
import type { GmailSettings } from './settings.ts';

const PAGE = 60;

/**
 * Everything received since a time, newest first, Spam and Trash included. Metadata closes the search by date, so the list is
 * read until it is older. `isOurThread`, where given, has the headers of other threads not read at all: an answer in a
 * thread of its own is then missed.
 */
export async function receivedSince(
  settings: GmailSettings,
  accessToken: string,
  since: Date,
  cursor: string | null,
  { isOurThread, signal }: InboxQuestion,
): Promise<InboxPage> {
  const api = await gmailApi(settings, accessToken);
  const { data } = await api.users.messages
    .list(
      { userId: 'me', includeSpamTrash: true, maxResults: PAGE, ...(cursor ? { pageToken: cursor } : {}) },
      { ...once(settings), ...(signal ? { signal } : {}) },
    )
    .catch((error: unknown) => {
      throw apiError(error, 'read', settings.clock.now());
    });
  const listed = (data.messages ?? []).filter(({ id }) => id);
  const wanted = isOurThread ? await inOurThreads(listed, isOurThread) : null;
  const messages: InboxMessage[] = [];
  // The oldest of a page is read in any case: it tells whether the next page is needed
  const toRead = listed.filter(({ id }, index) => wanted === null || wanted.has(id ?? '') || index === listed.length - 1);
  let isPastTheEnd = false;
  for (let at = 0; at < toRead.length && !isPastTheEnd; at += READS_AT_ONCE) {
    const ids = toRead.slice(at, at + READS_AT_ONCE).flatMap(({ id }) => id ?? []);
    const some = await readMessages(settings, api, ids, signal);
    messages.push(...some.filter(({ id, receivedAt }) => receivedAt >= since && (wanted?.has(id) ?? true)));
    isPastTheEnd = some.length > 0 && some.every(({ receivedAt }) => receivedAt < since);
  }
  const next = isPastTheEnd ? '' : (data.nextPageToken ?? '');
  return { messages, cursor: next, hasMore: next !== '' };
}

async function inOurThreads(
  listed: gmail_v1.Schema$Message[],
  isOurThread: NonNullable<InboxQuestion['isOurThread']>,
): Promise<Set<string>> {
  const ours = await isOurThread([...new Set(listed.flatMap(({ threadId }) => threadId ?? []))]);
  return new Set(listed.flatMap(({ id, threadId }) => (id && threadId && ours.has(threadId) ? [id] : [])));
}
