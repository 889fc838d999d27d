import { ProviderError, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { neverLeft } from '../http.ts';
import { WORDS } from './error-words/index.ts';

const KINDS: Record<ProviderErrorKind, readonly string[]> = {
  transient: [
    'UNABLE_TO_LOCK_ROW',
    'SERVER_UNAVAILABLE',
    'QUERY_TIMEOUT',
    'REQUEST_RUNNING_TOO_LONG',
    'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
    'FUNCTIONALITY_TEMPORARILY_UNAVAILABLE',
    'SSO_SERVICE_DOWN',
    'UNKNOWN_EXCEPTION',
  ],
  rate_limited: ['REQUEST_LIMIT_EXCEEDED', 'TOO_MANY_APEX_REQUESTS'],
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
    'TRIAL_EXPIRED',
    'INVALID_OPERATION_WITH_EXPIRED_PASSWORD',
    'PASSWORD_LOCKOUT',
    'LOGIN_DURING_RESTRICTED_TIME',
    'LOGIN_DURING_RESTRICTED_DOMAIN',
    'LOGIN_CHALLENGE_ISSUED',
    'LOGIN_CHALLENGE_PENDING',
    'CLIENT_NOT_ACCESSIBLE_FOR_USER',
    'CLIENT_REQUIRE_UPDATE_FOR_USER',
    'INACTIVE_OWNER_OR_USER',
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

/** Where Salesforce's own sentence does not tell people what to do. */
const SENTENCES: Readonly<Record<string, string>> = {
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: WORDS.passwordExpired,
  PASSWORD_LOCKOUT: WORDS.userLocked,
  STORAGE_LIMIT_EXCEEDED: WORDS.storageFull,
  INACTIVE_OWNER_OR_USER: WORDS.userInactive,
};

/** Code of the org (triggers, flows, rules) that stood around the failure: what happened inside is what counts. */
const WRAPPERS =
  /^(CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|CANNOT_EXECUTE_FLOW_TRIGGER|FIELD_CUSTOM_VALIDATION_EXCEPTION|UNKNOWN_EXCEPTION|APEX|FLOW)/;
/** What passes or is mended by people also when it happened inside; a refusal inside stays one of the org's code. */
const PASSING_KINDS: readonly ProviderErrorKind[] = ['transient', 'rate_limited', 'admin_action'];
const LOCK_CODE = 'UNABLE_TO_LOCK_ROW';
/** How Salesforce words a row lock where it leaves the code out: the message of the API, and what Apex and flows show. */
const LOCK_SENTENCES =
  /unable to obtain exclusive access to\s+this record|one of its related records, is currently being modified by another user/i;
/** The title before the second sentence. An admin may use the same words in a validation rule. */
const LOCK_TITLE = /\bRecord Currently Unavailable\b/;
/** A governor limit of Apex. It may depend on what else runs at that moment, or not at all. */
const APEX_LIMIT = /System\.LimitException|Apex CPU time limit exceeded|Too many (?:SOQL queries|DML statements|DML rows|query rows)/i;
export const APEX_LIMIT_CODE = 'System.LimitException';

/** The codes that mean something here; any other is `invalid`. */
export const API_CODES: readonly string[] = [...Object.values(KINDS).flat(), APEX_LIMIT_CODE];

/** The codes that mean: this user (or org) may not use the API at all. */
export const API_DISABLED_CODES: readonly string[] = ['API_CURRENTLY_DISABLED', 'API_DISABLED_FOR_ORG'];

const TOTAL_LIMIT_PAUSE_MS = 15 * 60_000;
const CONCURRENT_LIMIT_PAUSE_MS = 10_000;

/** A call that got no answer. Reads and keyed upserts may be repeated; of anything else the effect is unknown. */
export function toCallError(method: string, error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const details = { provider: 'salesforce' as const, cause: error };
  if (method === 'GET' || method === 'PATCH' || neverLeft(error)) return new ProviderError('transient', WORDS.noAnswer, details);
  return new ProviderError('uncertain', WORDS.noAnswerMayBeDone, details);
}

/**
 * Turns what jsforce throws into our words. `message` is Salesforce's own sentence, because that is what an
 * administrator can look up; whatever is not in the tables is `invalid`: it will fail the same way again.
 */
export function toApiError(error: unknown, now: Date): ProviderError {
  if (error instanceof ProviderError) return error;
  if (!(error instanceof Error)) return new ProviderError('invalid', WORDS.unknownFailure, { provider: 'salesforce', cause: error });
  const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name;
  if (code === 'MULTIPLE_API_ERRORS') return toApiError(firstOf(error), now);

  const cause = innerCause(code, error.message) ?? code;
  const details = { provider: 'salesforce' as const, vendorCode: cause, cause: error };
  const message = SENTENCES[cause] ?? error.message.slice(0, 500);
  if (cause === 'REQUEST_LIMIT_EXCEEDED') {
    const pause = /concurrent/i.test(message) ? CONCURRENT_LIMIT_PAUSE_MS : TOTAL_LIMIT_PAUSE_MS;
    return new ProviderError('rate_limited', message, { ...details, retryAt: new Date(now.getTime() + pause) });
  }
  if (/This session is not valid for use with the REST API|Connected app is not attached to Agent/.test(message))
    return new ProviderError('admin_action', message, details);
  if (cause === APEX_LIMIT_CODE) return new ProviderError('transient', message, details);
  const known = KIND_OF.get(cause) ?? (cause.startsWith('LICENSING') ? 'admin_action' : undefined) ?? kindOfStatus(cause);
  return new ProviderError(known, message, details);
}

/** What inside a wrapper's message passes or is mended by people: the first such code, or Salesforce's sentence for one. */
function innerCause(code: string, message: string): string | undefined {
  if (!WRAPPERS.test(code)) return undefined;
  const inner = message
    .match(/\b[A-Z]+(?:_[A-Z]+)+\b/g)
    ?.find((word) => word !== code && PASSING_KINDS.includes(KIND_OF.get(word) ?? 'invalid'));
  if (inner !== undefined) return inner;
  if (speaksOfLock(code, message)) return LOCK_CODE;
  return APEX_LIMIT.test(message) ? APEX_LIMIT_CODE : undefined;
}

function speaksOfLock(code: string, message: string): boolean {
  return LOCK_SENTENCES.test(message) || (code !== 'FIELD_CUSTOM_VALIDATION_EXCEPTION' && LOCK_TITLE.test(message));
}

/**
 * jsforce calls an answer without a code of Salesforce `ERROR_HTTP_<status>`. A 403 or 404 without a code is a proxy's or of
 * maintenance: it says nothing of the record.
 */
function kindOfStatus(code: string): ProviderErrorKind {
  const status = Number(/^ERROR_HTTP_(\d{3})$/.exec(code)?.[1] ?? 0);
  if (status >= 500 || [403, 404, 408, 420].includes(status)) return 'transient';
  if (status === 429) return 'rate_limited';
  if (status === 401) return 'auth_expired';
  return 'invalid';
}

function firstOf(error: Error): Error {
  const first: unknown = 'data' in error && Array.isArray(error.data) ? error.data[0] : undefined;
  const { errorCode, message } = (first ?? {}) as { errorCode?: string; message?: string };
  return Object.assign(new Error(message ?? error.message), { errorCode: errorCode ?? 'UNKNOWN_EXCEPTION' });
}
