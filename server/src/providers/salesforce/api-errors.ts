import { ProviderError, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { neverLeft } from '../http.ts';

const KINDS: Record<ProviderErrorKind, readonly string[]> = {
  transient: [
    'UNABLE_TO_LOCK_ROW',
    'SERVER_UNAVAILABLE',
    'QUERY_TIMEOUT',
    'REQUEST_RUNNING_TOO_LONG',
    'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
    'UNKNOWN_EXCEPTION',
  ],
  rate_limited: ['REQUEST_LIMIT_EXCEEDED'],
  auth_expired: ['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER'],
  reconnect_required: [],
  admin_action: [
    'API_CURRENTLY_DISABLED',
    'API_DISABLED_FOR_ORG',
    'FUNCTIONALITY_NOT_ENABLED',
    'INVALID_LOGIN',
    'ORG_LOCKED',
    'TXN_SECURITY_NO_ACCESS',
    'STORAGE_LIMIT_EXCEEDED',
  ],
  permission: [
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'INSUFFICIENT_ACCESS',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'ENTITY_IS_LOCKED',
    'CANNOT_UPDATE_CONVERTED_LEAD',
  ],
  not_found: ['NOT_FOUND', 'ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'],
  conflict: ['DUPLICATE_VALUE', 'DUPLICATES_DETECTED', 'MULTIPLE_CHOICES'],
  invalid: [],
  uncertain: [],
};
const KIND_OF = new Map(Object.entries(KINDS).flatMap(([kind, codes]) => codes.map((code) => [code, kind as ProviderErrorKind] as const)));

/** The codes that mean: this user (or org) may not use the API at all. */
export const API_DISABLED_CODES: readonly string[] = ['API_CURRENTLY_DISABLED', 'API_DISABLED_FOR_ORG'];

const TOTAL_LIMIT_PAUSE_MS = 15 * 60_000;
const CONCURRENT_LIMIT_PAUSE_MS = 10_000;

/** A call that got no answer. Reads and keyed upserts may be repeated; of anything else the effect is unknown. */
export function toCallError(method: string, error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const details = { provider: 'salesforce' as const, cause: error };
  if (method === 'GET' || method === 'PATCH' || neverLeft(error))
    return new ProviderError('transient', 'Salesforce did not answer.', details);
  return new ProviderError('uncertain', 'Salesforce did not answer, and may have done what was asked.', details);
}

/**
 * Turns what jsforce throws into our words. `message` is Salesforce's own sentence, because that is what an
 * administrator can look up; whatever is not in the tables is `invalid`: it will fail the same way again.
 */
export function toApiError(error: unknown, now: Date): ProviderError {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof Error))
    return new ProviderError('invalid', 'Salesforce failed in an unknown way.', { provider: 'salesforce', cause: error });
  const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name;
  if (code === 'MULTIPLE_API_ERRORS') return toApiError(firstOf(error), now);

  const details = { provider: 'salesforce' as const, vendorCode: code, cause: error };
  const message = error.message.slice(0, 500);
  if (code === 'REQUEST_LIMIT_EXCEEDED') {
    const pause = /concurrent/i.test(message) ? CONCURRENT_LIMIT_PAUSE_MS : TOTAL_LIMIT_PAUSE_MS;
    return new ProviderError('rate_limited', message, { ...details, retryAt: new Date(now.getTime() + pause) });
  }
  if (/This session is not valid for use with the REST API|Connected app is not attached to Agent/.test(message))
    return new ProviderError('admin_action', message, details);
  if (/^(CANNOT_EXECUTE_FLOW_TRIGGER|APEX)/.test(code) && message.includes('UNABLE_TO_LOCK_ROW'))
    return new ProviderError('transient', message, details);
  const known = KIND_OF.get(code) ?? (code.startsWith('LICENSING') ? 'admin_action' : undefined) ?? kindOfStatus(code);
  return new ProviderError(known, message, details);
}

/** jsforce calls an answer without a code of Salesforce `ERROR_HTTP_<status>`. */
function kindOfStatus(code: string): ProviderErrorKind {
  const status = Number(/^ERROR_HTTP_(\d{3})$/.exec(code)?.[1] ?? 0);
  if (status >= 500 || status === 420) return 'transient';
  if (status === 429) return 'rate_limited';
  if (status === 401) return 'auth_expired';
  if (status === 403) return 'permission';
  if (status === 404) return 'not_found';
  return 'invalid';
}

function firstOf(error: Error): Error {
  const first: unknown = 'data' in error && Array.isArray(error.data) ? error.data[0] : undefined;
  const { errorCode, message } = (first ?? {}) as { errorCode?: string; message?: string };
  return Object.assign(new Error(message ?? error.message), { errorCode: errorCode ?? 'UNKNOWN_EXCEPTION' });
}
