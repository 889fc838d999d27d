import { ProviderError, type MailboxTrouble, type ProviderErrorKind, type ReconnectReason } from '../../platform/provider-error.ts';
import { comeBackAt, neverLeft, retryAfter } from '../http.ts';

/** `send`: an unanswered call may have had its effect. `read`: it can be repeated. */
export type CallKind = 'send' | 'read';

interface Refusal {
  status: number;
  headers: Headers;
  data: unknown;
}

/** What Google answered, where it answered at all. */
function answerIn(error: unknown): Refusal | undefined {
  const response = error instanceof Error && 'response' in error ? (error.response as Refusal | undefined) : undefined;
  return typeof response?.status === 'number' ? response : undefined;
}

interface ApiError {
  code?: number;
  message?: string;
  status?: string;
  errors?: { reason?: string; domain?: string; message?: string }[];
}

const USAGE_LIMITS = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'dailyLimitExceeded', 'quotaExceeded', 'RESOURCE_EXHAUSTED']);
/** Counts of a whole day: asking every minute would only add to them. */
const DAILY_LIMITS = new Set(['dailyLimitExceeded', 'quotaExceeded']);
const DAILY_LIMIT_PAUSE_MS = 15 * 60_000;
/**
 * Of the mailbox: the administrator allows no apps, or Gmail is off for the account. The latter is said of many a fault that passes as
 * well.
 */
const TROUBLES: Readonly<Record<string, MailboxTrouble>> = { domainPolicy: 'closed', failedPrecondition: 'doubtful' };
/** Of our own registration at Google. */
const ADMIN_MUST_ACT = new Set(['accessNotConfigured']);
const SCOPE_MISSING = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);

/**
 * Turns a failed call of the Gmail API into our words. What forbids a send is never a matter of the message: Gmail refuses those with 400.
 * A date in the message ("Retry after 2026-…Z") is when to come back.
 */
export function apiError(error: unknown, call: CallKind, now: Date): ProviderError {
  if (error instanceof ProviderError) return error;
  const response = answerIn(error);
  if (!response) return noAnswer(error, call);

  const api = (response.data as { error?: ApiError } | undefined)?.error ?? {};
  const reason = api.errors?.[0]?.reason ?? api.status ?? `HTTP_${response.status}`;
  const message = api.message ?? 'Gmail refused the request.';
  const details = {
    provider: 'google' as const,
    vendorCode: reason,
    vendorRequestId: response.headers.get('x-request-id') ?? response.headers.get('x-goog-request-id') ?? undefined,
    cause: error,
  };
  const { status } = response;
  if (status === 429 || (status === 403 && USAGE_LIMITS.has(reason)))
    return new ProviderError('rate_limited', message, {
      ...details,
      retryAt: dateIn(message, now) ?? retryAfter(response.headers.get('retry-after'), now) ?? pauseOf(reason, now),
    });
  if (status >= 500)
    return call === 'send'
      ? new ProviderError('uncertain', 'Gmail failed while it took the message.', details)
      : new ProviderError('transient', 'Gmail could not answer.', details);
  if (call === 'send' && SCOPE_MISSING.has(reason))
    return new ProviderError('reconnect_required', 'The permission to send was not given.', { ...details, reason: 'scope_missing' });
  const trouble = TROUBLES[reason] ?? (call === 'send' && status === 403 && !ADMIN_MUST_ACT.has(reason) ? 'doubtful' : undefined);
  if (trouble) return new ProviderError('admin_action', message, { ...details, trouble });
  return new ProviderError(kindOf(status, reason), message, details);
}

function pauseOf(reason: string, now: Date): Date | undefined {
  return DAILY_LIMITS.has(reason) ? new Date(now.getTime() + DAILY_LIMIT_PAUSE_MS) : undefined;
}

function kindOf(status: number, reason: string): ProviderErrorKind {
  if (status === 401) return 'auth_expired';
  if (ADMIN_MUST_ACT.has(reason)) return 'admin_action';
  if (status === 403) return 'permission';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  return 'invalid';
}

function noAnswer(error: unknown, call: CallKind): ProviderError {
  const details = { provider: 'google' as const, cause: error };
  if (call === 'read' || neverLeft(error)) return new ProviderError('transient', 'Google could not be reached.', details);
  return new ProviderError('uncertain', 'Gmail did not answer, and may have sent the message.', details);
}

function dateIn(message: string, now: Date): Date | undefined {
  const found = /Retry after (\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d))/i.exec(message)?.[1];
  const date = new Date(found ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : comeBackAt(date, now);
}

const OUR_CLIENT_IS_WRONG = new Set(['invalid_client', 'unauthorized_client', 'deleted_client', 'admin_policy_enforced']);

/** Turns a failed call of the token endpoint into our words: every `invalid_grant` is permanent. */
export function tokenError(error: unknown, now: Date): ProviderError {
  if (error instanceof ProviderError) return error;
  const response = answerIn(error);
  if (!response) return new ProviderError('transient', 'Google could not be reached.', { provider: 'google', cause: error });

  const body = (response.data ?? {}) as { error?: string; error_description?: string; error_subtype?: string };
  const code = typeof body.error === 'string' ? body.error : `HTTP_${response.status}`;
  const details = { provider: 'google' as const, vendorCode: code };
  if (response.status === 429)
    return new ProviderError('rate_limited', 'Google asks to wait.', {
      ...details,
      retryAt: retryAfter(response.headers.get('retry-after'), now),
    });
  if (response.status >= 500) return new ProviderError('transient', 'Google could not answer.', details);
  if (OUR_CLIENT_IS_WRONG.has(code)) return new ProviderError('admin_action', 'Google does not accept this app.', details);
  if (code === 'invalid_grant') {
    const text = `${body.error_description ?? ''} ${body.error_subtype ?? ''}`;
    return new ProviderError('reconnect_required', 'Google no longer accepts this connection.', { ...details, reason: reasonOf(text) });
  }
  if (code.startsWith('HTTP_'))
    return new ProviderError('transient', 'Something else than Google answered the token request.', { ...details, isUnexpected: true });
  return new ProviderError('invalid', 'Google refused the token request.', details);
}

function reasonOf(text: string): ReconnectReason {
  if (/invalid_rapt|reauth|policy|restricted/i.test(text)) return 'admin_blocked';
  if (/password/i.test(text)) return 'password_changed';
  if (/expired or revoked/i.test(text)) return 'revoked';
  if (/expired/i.test(text)) return 'expired';
  return /revoked/i.test(text) ? 'revoked' : 'unknown';
}
