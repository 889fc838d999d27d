import { ProviderError, type ProviderErrorKind } from '../../platform/provider-error.ts';
import { callVendor, jsonOf, neverLeft, retryAfter, type VendorAnswer } from '../http.ts';
import { graphUrl, type MicrosoftSettings } from './settings.ts';

export interface GraphCall {
  method: 'GET' | 'POST';
  /** Below /v1.0 */
  path: string;
  body?: string | undefined;
  contentType?: string | undefined;
  /** `message leaves`: without an answer nobody knows whether it left. `none`: the call can be repeated. */
  effect: 'message leaves' | 'none';
}

/** Ids must not change when the item moves from Drafts to Sent. */
const PREFER = 'IdType="ImmutableId"';

/** One call of Graph, sent once. Gives the parsed body, an empty object where there is none. All failures are ProviderError. */
export async function graph(settings: MicrosoftSettings, accessToken: string, call: GraphCall): Promise<unknown> {
  const answer = await callVendor({
    method: call.method,
    url: graphUrl(settings) + call.path,
    timeoutMs: settings.timeoutMs,
    headers: {
      authorization: `Bearer ${accessToken}`,
      prefer: PREFER,
      ...(call.contentType ? { 'content-type': call.contentType } : {}),
    },
    body: call.body,
  }).catch((error: unknown) => {
    const details = { provider: 'microsoft' as const, cause: error };
    if (call.effect === 'none' || neverLeft(error)) throw new ProviderError('transient', 'Microsoft could not be reached.', details);
    throw new ProviderError('uncertain', 'Microsoft did not answer, and may have sent the message.', details);
  });
  if (answer.status >= 200 && answer.status < 300) return jsonOf(answer.body);
  throw graphError(answer, call.effect, settings.clock.now());
}

const THROTTLED = new Set([
  'ApplicationThrottled',
  'MailboxConcurrency',
  'ErrorExceededMessageLimit',
  'ErrorTooManyRequests',
  'activityLimitReached',
]);
const ADMIN_MUST_ACT = new Set(['MailboxNotEnabledForRESTAPI', 'ErrorSendAsDenied', 'ErrorAccountSuspend', 'ErrorQuotaExceeded']);

function graphError(answer: VendorAnswer, effect: GraphCall['effect'], now: Date): ProviderError {
  const { error } = jsonOf(answer.body) as { error?: { code?: string; message?: string; innerError?: { 'request-id'?: string } } };
  const code = error?.code ?? `HTTP_${answer.status}`;
  const details = {
    provider: 'microsoft' as const,
    vendorCode: code,
    vendorRequestId: answer.headers.get('request-id') ?? error?.innerError?.['request-id'],
  };
  const message = error?.message ?? 'Microsoft refused the request.';
  if (answer.status === 429 || THROTTLED.has(code))
    return new ProviderError('rate_limited', message, { ...details, retryAt: retryAfter(answer.headers.get('retry-after'), now) });
  if (answer.status >= 500 && answer.status !== 507)
    return effect === 'message leaves'
      ? new ProviderError('uncertain', 'Microsoft failed while it took the message.', details)
      : new ProviderError('transient', 'Microsoft could not answer.', details);
  return new ProviderError(kindOf(answer.status, code), message, details);
}

function kindOf(status: number, code: string): ProviderErrorKind {
  if (status === 401) return 'auth_expired';
  if (ADMIN_MUST_ACT.has(code) || status === 507) return 'admin_action';
  if (status === 403) return 'permission';
  if (status === 404) return 'not_found';
  if (status === 409 || status === 412) return 'conflict';
  return 'invalid';
}
