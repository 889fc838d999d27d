import { ProviderError, type ReconnectReason } from '../../platform/provider-error.ts';
import { jsonOf, retryAfter, type VendorAnswer } from '../http.ts';
import { WORDS } from './error-words/index.ts';

/** Faults of our own client registration or of the org's policy: no rep can mend them by connecting again. */
const ADMIN_MUST_ACT =
  /^(invalid_client|invalid_client_id|oauth_app_blocked|oauth_approval_error_generic|oauth_ec_app_not_found|app_not_found)$/i;
/** The code of a refusal because the user was deactivated in Salesforce. */
export const INACTIVE_USER = 'inactive_user';
/** Only these end a grant (C.2). */
const GRANT_IS_DEAD = /^(invalid_grant|inactive_user|inactive_org)$/;
const OUR_REQUEST_IS_WRONG = /^(redirect_uri_mismatch|unsupported_grant_type|invalid_scope|invalid_request)$/;

/**
 * Turns an answer of the token endpoint into our words. Only what Salesforce documents as permanent ends a grant: a redirect, a page of a
 * proxy or of maintenance and a code that nobody knows pass, and `isUnexpected` tells the operator.
 */
export function tokenError(answer: VendorAnswer, now: Date): ProviderError {
  const { error, error_description: description } = jsonOf(answer.body) as { error?: unknown; error_description?: unknown };
  const text = typeof description === 'string' ? description : '';
  const code = typeof error === 'string' ? codeOf(error, text) : `HTTP_${answer.status}`;
  const details = {
    provider: 'salesforce' as const,
    vendorCode: code,
    vendorRequestId: answer.headers.get('sforce-request-id') ?? undefined,
  };

  if (answer.status === 429 || code === 'rate_limit_exceeded')
    return new ProviderError('rate_limited', WORDS.waitForLogin, {
      ...details,
      retryAt: retryAfter(answer.headers.get('retry-after'), now),
    });
  if (answer.status >= 500) return new ProviderError('transient', WORDS.tokenNotAnswered, details);
  if (ADMIN_MUST_ACT.test(code) || /ip restricted|hasn't approved this consumer/i.test(text))
    return new ProviderError('admin_action', WORDS.adminMustAllow, details);
  if (OUR_REQUEST_IS_WRONG.test(code)) return new ProviderError('invalid', WORDS.tokenRefused, details);
  if (GRANT_IS_DEAD.test(code))
    return new ProviderError('reconnect_required', WORDS.connectionDead, {
      ...details,
      reason: reasonOf(code, text),
    });
  return new ProviderError('transient', WORDS.strangerAnsweredToken, { ...details, isUnexpected: true });
}

/** Salesforce has two ways of saying that the user was deactivated; both are `inactive_user` here. */
function codeOf(error: string, text: string): string {
  return error === 'invalid_grant' && /inactive user/i.test(text) ? INACTIVE_USER : error;
}

function reasonOf(code: string, text: string): ReconnectReason {
  if (/inactive/i.test(`${code} ${text}`)) return 'admin_blocked';
  if (/expired|revoked/i.test(text)) return 'revoked';
  return 'unknown';
}
