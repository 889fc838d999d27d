import type { LookUpAnswer, LookUpRequest } from '../mailbox.ts';
import { findByMessageId, findItem } from './drafts.ts';
import { sentMessage } from './send.ts';
import type { MicrosoftSettings } from './settings.ts';
import { makesDrafts } from './tiers.ts';

/** Transport picks messages up asynchronously: an earlier "still a draft" proves nothing. */
const SETTLES_AFTER_MS = 5 * 60_000;

/**
 * Looks at the draft of the attempt. Where drafts are possible an attempt without one never told anything to leave; where
 * they are not, nobody can tell. A draft that Microsoft does not know is on its way to Sent, was moved, or was deleted before
 * or after it left: then the Message-ID is looked for, and without it `lookAgainAt` is null once the time is over.
 */
export async function lookUp(
  settings: MicrosoftSettings,
  accessToken: string,
  scopes: readonly string[],
  request: LookUpRequest,
): Promise<LookUpAnswer> {
  if (!makesDrafts(scopes)) return { answer: 'unknown', reason: 'no_read_scope', lookAgainAt: null };
  if (!request.draftId) return { answer: 'not_sent' };
  const item = await findItem(settings, accessToken, request.draftId);
  const sent = item ?? (await findByMessageId(settings, accessToken, request.messageId)).find(({ isDraft }) => !isDraft);
  if (sent && !sent.isDraft) return { answer: 'sent', message: sentMessage(sent) };
  const settledAt = new Date(request.startedAt.getTime() + SETTLES_AFTER_MS);
  if (request.now < settledAt) return { answer: 'unknown', reason: 'not_settled', lookAgainAt: settledAt };
  return item ? { answer: 'not_sent' } : { answer: 'unknown', reason: 'not_settled', lookAgainAt: null };
}
