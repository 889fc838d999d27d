import { ProviderError } from '../../platform/provider-error.ts';
import type { VendorAnswer } from '../http.ts';
import { WORDS } from './error-words/index.ts';

/** Salesforce's own use of 3xx: several records of one external id, and nothing new since a date. */
const OWN_REDIRECTS = [300, 304];

/**
 * Something else answered in Salesforce's place, so the request came to nothing: a redirect (none is followed), or a page of a proxy, of a
 * captive network or of maintenance that says 200. Null for every other answer.
 */
export function strangerIn({ status, body }: Pick<VendorAnswer, 'status' | 'body'>): ProviderError | null {
  const isRedirect = status >= 300 && status < 400 && !OWN_REDIRECTS.includes(status);
  if (!isRedirect && !(status < 300 && /^\s*<(?:!doctype|html)\b/i.test(body))) return null;
  return new ProviderError('transient', WORDS.strangerAnswered, {
    provider: 'salesforce',
    vendorCode: `HTTP_${String(status)}`,
    isUnexpected: true,
  });
}
