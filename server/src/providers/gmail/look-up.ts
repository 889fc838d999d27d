import { CALL_TIMEOUT_MS } from '../http.ts';
import type { LookUpAnswer, LookUpRequest } from '../mailbox.ts';
import { findSent } from './find-sent.ts';
import { canReadHeaders, type GmailSettings } from './settings.ts';

/** After this no request of the attempt can still be under way at Google. */
const SETTLES_AFTER_MS = 2 * CALL_TIMEOUT_MS;
/** Google's clock and ours may differ. */
const CLOCK_MARGIN_MS = 5 * 60_000;

/** Looks for our message in Sent, by its Message-ID or by our own header, around the time of the attempt. */
export async function lookUp(
  settings: GmailSettings,
  accessToken: string,
  scopes: readonly string[],
  { messageId, reference, startedAt, now }: LookUpRequest,
): Promise<LookUpAnswer> {
  if (!canReadHeaders(scopes)) return { answer: 'unknown', reason: 'no_read_scope', lookAgainAt: null };
  const settledAt = new Date(startedAt.getTime() + SETTLES_AFTER_MS);
  const found = await findSent(settings, accessToken, {
    messageId,
    reference,
    from: new Date(startedAt.getTime() - CLOCK_MARGIN_MS),
    until: new Date(settledAt.getTime() + CLOCK_MARGIN_MS),
  });
  if (found) return { answer: 'sent', message: found };
  return now < settledAt ? { answer: 'unknown', reason: 'not_settled', lookAgainAt: settledAt } : { answer: 'not_sent' };
}
