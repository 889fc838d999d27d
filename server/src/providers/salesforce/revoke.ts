import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor } from '../http.ts';
import { allowedOrigin } from './hosts.ts';
import type { SalesforceSettings } from './settings.ts';
import { tokenError } from './token-errors.ts';

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
  if (answer.status === 200 || answer.status === 400) return;
  throw tokenError(answer, settings.clock.now());
}
