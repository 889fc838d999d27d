import type { LookUpAnswer, LookUpRequest } from '../mailbox.ts';
import { findItem } from './drafts.ts';
import { sentMessage } from './send.ts';
import type { MicrosoftSettings } from './settings.ts';

/** Transport picks messages up asynchronously: an earlier "still a draft" proves nothing. */
const SETTLES_AFTER_MS = 5 * 60_000;

/**
 * Looks at the draft of the attempt. Without one nothing was ever told to leave. A draft that Microsoft no longer
 * knows was deleted, before or after it left: nobody can tell, and `lookAgainAt` is null once the time is over.
 */
export async function lookUp(settings: MicrosoftSettings, accessToken: string, request: LookUpRequest): Promise<LookUpAnswer> {
  if (!request.draftId) return { answer: 'not_sent' };
  const item = await findItem(settings, accessToken, request.draftId);
  if (item && !item.isDraft) return { answer: 'sent', message: sentMessage(item) };
  const settledAt = new Date(request.startedAt.getTime() + SETTLES_AFTER_MS);
  if (request.now < settledAt) return { answer: 'unknown', reason: 'not_settled', lookAgainAt: settledAt };
  return item ? { answer: 'not_sent' } : { answer: 'unknown', reason: 'not_settled', lookAgainAt: null };
}
