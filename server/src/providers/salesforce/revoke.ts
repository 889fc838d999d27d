import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, jsonOf } from '../http.ts';
import { allowedOrigin } from './hosts.ts';
import type { SalesforceSettings } from './settings.ts';
import { strangerIn } from './strangers.ts';
import { tokenError } from './token-errors.ts';

const GONE_ALREADY = ['invalid_token', 'unsupported_token_type', 'invalid_grant'];

/** Ends the grant and every token below it. Resolves also when it was already gone. */
export async function revoke(settings: SalesforceSettings, grant: { refreshToken: string; instanceUrl: string }): Promise<void> {
  const origin = allowedOrigin(grant.instanceUrl, settings.extraOrigins);
  const answer = await callVendor({
    method: 'POST',
    url: `${origin}/services/oauth2/revoke`,
    timeoutMs: settings.timeoutMs,
    body: new URLSearchParams({ token: grant.refreshToken }),
  }).catch((error: unknown) => {
    throw new ProviderError('transient', 'Salesforce did not answer the revocation.', { provider: 'salesforce', cause: error });
  });
  const stranger = strangerIn(answer);
  if (stranger) throw stranger;
  const { error } = jsonOf(answer.body) as { error?: unknown };
  if (answer.status === 200 || (answer.status === 400 && GONE_ALREADY.includes(String(error)))) return;
  throw tokenError(answer, settings.clock.now());
}
