import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { SentMessage } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import { sentHeadersOf, type SentHeaders } from './headers.ts';
import type { GmailSettings } from './settings.ts';

/** The longest that Gmail gives; ids alone cost 5 units, whatever their number. */
const PAGE = 500;
/** So many of the newest are looked at whatever time they name: a look-up soon after the attempt finds its message among them. */
const NEWEST = 20;

export interface SentQuery {
  messageId: string;
  reference: string;
  /** The message was taken between these two. */
  from: Date;
  until: Date;
}

type Read = (id: string) => Promise<SentHeaders | null>;

/**
 * Looks through Sent, newest first, until it is older than the time asked for. What is newer is jumped over by halving:
 * reading some hundreds of headers would take the quota of a minute, and would never come to an end under a rate limit.
 * Throws ProviderError.
 */
export async function findSent(settings: GmailSettings, accessToken: string, query: SentQuery): Promise<SentMessage | null> {
  const api = await gmailApi(settings, accessToken);
  const failed = (error: unknown) => apiError(error, 'read', settings.clock.now());
  const read: Read = async (id) => {
    try {
      return await sentHeadersOf(settings, api, id);
    } catch (error) {
      const failure = failed(error);
      if (failure.kind === 'not_found') return null;
      throw failure;
    }
  };
  let looked = 0;
  let pageToken: string | undefined;
  do {
    const page: gmail_v1.Params$Resource$Users$Messages$List = { userId: 'me', labelIds: ['SENT'], maxResults: PAGE };
    const { data } = await api.users.messages
      .list({ ...page, ...(pageToken ? { pageToken } : {}) }, once(settings))
      .catch((error: unknown) => {
        throw failed(error);
      });
    const ids = (data.messages ?? []).flatMap(({ id }) => id ?? []);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? '';
      const sent = await read(id);
      looked += 1;
      if (!sent) continue;
      if (sent.messageId === query.messageId || sent.reference === query.reference)
        return { providerMessageId: id, providerThreadId: sent.threadId, sentMessageId: sent.messageId };
      if (sent.takenAt && sent.takenAt < query.from) return null;
      if (looked >= NEWEST && sent.takenAt && sent.takenAt > query.until) at = (await firstNotAfter(query.until, ids, at + 1, read)) - 1;
    }
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken);
  return null;
}

/** The place of the first message that is not newer than `until`, from `low` on; the length of `ids` when all are newer. */
async function firstNotAfter(until: Date, ids: string[], low: number, read: Read): Promise<number> {
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const takenAt = (await read(ids[middle] ?? ''))?.takenAt;
    if (takenAt && takenAt > until) low = middle + 1;
    else high = middle;
  }
  return low;
}
