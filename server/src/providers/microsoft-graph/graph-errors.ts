import { ProviderError, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { jsonOf, retryAfter, type VendorAnswer } from '../http.ts';

const THROTTLED = new Set([
  'ApplicationThrottled',
  'MailboxConcurrency',
  'ErrorExceededMessageLimit',
  'ErrorTooManyRequests',
  'activityLimitReached',
]);
const ADMIN_MUST_ACT = new Set(['MailboxNotEnabledForRESTAPI', 'ErrorSendAsDenied', 'ErrorAccountSuspend', 'ErrorQuotaExceeded']);
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
  if (answer.status >= 500 && answer.status !== 507)
    return effect === 'message leaves'
      ? new ProviderError('uncertain', 'Microsoft failed while it took the message.', details)
      : new ProviderError('transient', 'Microsoft could not answer.', details);
  return new ProviderError(kindOf(answer.status, code), message, details);
}

/** Reading must begin anew: by time, then from a new cursor. */
export const cursorLost = (message: string, vendorRequestId?: string): ProviderError =>
  new ProviderError('not_found', message, { provider: 'microsoft', vendorCode: 'CURSOR_LOST', vendorRequestId });

function kindOf(status: number, code: string): ProviderErrorKind {
  if (status === 401) return 'auth_expired';
  if (ADMIN_MUST_ACT.has(code) || status === 507) return 'admin_action';
  if (status === 403) return 'permission';
  if (status === 404) return 'not_found';
  if (status === 409 || status === 412) return 'conflict';
  return 'invalid';
}
