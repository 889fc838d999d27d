import { CALL_TIMEOUT_MS } from '../http.ts';
import type { LookUpAnswer, LookUpRequest } from '../mailbox.ts';
import { gmailApi, once } from './clients.ts';
import { apiError } from './errors.ts';
import { headersOf } from './headers.ts';
import { canReadHeaders, type GmailSettings } from './settings.ts';

/** After this no request of the attempt can still be under way at Google. */
const SETTLES_AFTER_MS = 2 * CALL_TIMEOUT_MS;
/** Google's clock and ours may differ. */
const CLOCK_MARGIN_MS = 5 * 60_000;
/** A mailbox sends at most some dozens of emails in the minutes that matter here. */
const NEWEST = 100;

/** Looks through the newest sent messages for ours, by its Message-ID or by our own header; the search is closed to this scope. */
export async function lookUp(
  settings: GmailSettings,
  accessToken: string,
  scopes: readonly string[],
  request: LookUpRequest,
): Promise<LookUpAnswer> {
  if (!canReadHeaders(scopes)) return { answer: 'unknown', reason: 'no_read_scope', lookAgainAt: null };
  const api = gmailApi(settings, accessToken);
  try {
    const { data } = await api.users.messages.list({ userId: 'me', labelIds: ['SENT'], maxResults: NEWEST }, once(settings));
    for (const { id } of data.messages ?? []) {
      if (!id) continue;
      const sent = await headersOf(settings, api, id);
      if (sent.messageId === request.messageId || sent.reference === request.reference)
        return { answer: 'sent', message: { providerMessageId: id, providerThreadId: sent.threadId, sentMessageId: sent.messageId } };
      if (sent.takenAt && sent.takenAt.getTime() < request.startedAt.getTime() - CLOCK_MARGIN_MS) break;
    }
  } catch (error) {
    throw apiError(error, 'read', settings.clock.now());
  }
  const settledAt = new Date(request.startedAt.getTime() + SETTLES_AFTER_MS);
  return request.now < settledAt ? { answer: 'unknown', reason: 'not_settled', lookAgainAt: settledAt } : { answer: 'not_sent' };
}
