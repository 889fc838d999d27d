import { ProviderError, type MailboxTrouble, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { jsonOf, retryAfter, type VendorAnswer } from '../http.ts';

const THROTTLED = new Set([
  'ApplicationThrottled',
  'MailboxConcurrency',
  'ErrorExceededMessageLimit',
  'ErrorMessageThrottled',
  'ErrorServerBusy',
  'ErrorSubmissionQuotaExceeded',
  'ErrorTooManyRequests',
  'TooManyRequests',
  'activityLimitReached',
]);
/** Refusals that are about the mailbox, whatever status they come with and whatever was asked. */
const TROUBLES: Readonly<Record<MailboxTrouble, readonly string[]>> = {
  closed: ['MailboxNotEnabledForRESTAPI', 'MailboxNotSupportedForRESTAPI', 'ErrorNonExistentMailbox', 'ErrorAccountDisabled'],
  doubtful: [],
  suspended: ['ErrorMessageSubmissionBlocked', 'ErrorAccountSuspend', 'ErrorAccountSuspendShowTierUpgrade'],
  full: ['ErrorQuotaExceeded'],
  moving: ['ErrorMailboxMoveInProgress', 'MailboxInTransit'],
  limit: [],
};
const TROUBLE_OF = new Map(
  Object.entries(TROUBLES).flatMap(([trouble, codes]) => codes.map((code) => [code, trouble as MailboxTrouble] as const)),
);
/** "Recipient 'dana@globex' isn't resolved." */
const UNRESOLVED = /Recipient '([^'\s]+@[^'\s]+)'/g;
/** What Graph says, with 410 or without, when it no longer knows where a delta left off. */
const CURSOR_LOST = /^(syncState(NotFound|Invalid)|resyncRequired|ErrorInvalidSyncStateData)$/i;

/** A refusal of Graph in our words. A delta that must begin anew is `not_found` with the vendor code `CURSOR_LOST`. */
export function graphError(answer: VendorAnswer, effect: 'message leaves' | 'none', now: Date): ProviderError {
  const { error } = jsonOf(answer.body) as { error?: { code?: string; message?: string; innerError?: { 'request-id'?: string } } };
  const code = error?.code ?? `HTTP_${String(answer.status)}`;
  const details = {
    provider: 'microsoft' as const,
    vendorCode: code,
    vendorRequestId: answer.headers.get('request-id') ?? error?.innerError?.['request-id'],
  };
  const message = error?.message ?? 'Microsoft refused the request.';
  if (answer.status === 429 || THROTTLED.has(code))
    return new ProviderError('rate_limited', message, { ...details, retryAt: retryAfter(answer.headers.get('retry-after'), now) });
  if (answer.status === 410 || CURSOR_LOST.test(code)) return cursorLost(message, details.vendorRequestId);
  const trouble = TROUBLE_OF.get(code) ?? (answer.status === 507 ? 'full' : undefined);
  if (trouble) return new ProviderError('admin_action', message, { ...details, trouble });
  if (answer.status >= 500)
    return effect === 'message leaves'
      ? new ProviderError('uncertain', 'Microsoft failed while it took the message.', details)
      : new ProviderError('transient', 'Microsoft could not answer.', details);
  const kind = kindOf(answer.status);
  const refusedRecipients = kind === 'invalid' ? [...message.matchAll(UNRESOLVED)].flatMap(([, address]) => address ?? []) : [];
  return new ProviderError(kind, message, { ...details, ...(refusedRecipients.length > 0 ? { refusedRecipients } : {}) });
}

/** Reading must begin anew: by time, then from a new cursor. */
export function cursorLost(message: string, vendorRequestId?: string): ProviderError {
  return new ProviderError('not_found', message, { provider: 'microsoft', vendorCode: 'CURSOR_LOST', vendorRequestId });
}

function kindOf(status: number): ProviderErrorKind {
  if (status === 401) return 'auth_expired';
  if (status === 403) return 'permission';
  if (status === 404) return 'not_found';
  if (status === 409 || status === 412) return 'conflict';
  return 'invalid';
}
