import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor, jsonOf, neverLeft } from '../http.ts';
import { WORDS } from './error-words/index.ts';
import { allowedOrigin } from './hosts.ts';
import type { RefreshedSalesforceGrant, SalesforceSettings } from './settings.ts';
import { strangerIn } from './strangers.ts';
import { tokenError } from './token-errors.ts';

const RefreshAnswer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional(), instance_url: z.string() });

/**
 * Exchanges the refresh token, once. With rotation a used token that is shown again kills the grant, so nothing here
 * ever repeats the request. Kinds: `reconnect_required` (the grant is dead), `transient` (Salesforce said so, something
 * else answered, or the request never left: the token is still good), `uncertain` (no answer: the token may have been used),
 * `admin_action`, `rate_limited`, `invalid`.
 */
export async function refresh(
  settings: SalesforceSettings,
  grant: { refreshToken: string; instanceUrl: string },
): Promise<RefreshedSalesforceGrant> {
  const origin = allowedOrigin(grant.instanceUrl, settings.extraOrigins);
  const answer = await callVendor({
    method: 'POST',
    url: `${origin}/services/oauth2/token`,
    timeoutMs: settings.timeoutMs,
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: grant.refreshToken,
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
    }),
  }).catch((error: unknown) => {
    const details = { provider: 'salesforce' as const, cause: error };
    if (neverLeft(error)) throw new ProviderError('transient', WORDS.unreachable, details);
    throw new ProviderError('uncertain', WORDS.refreshNotAnswered, details);
  });
  const stranger = strangerIn(answer);
  if (stranger) throw stranger;
  if (answer.status !== 200) throw tokenError(answer, settings.clock.now());

  const parsed = RefreshAnswer.safeParse(jsonOf(answer.body));
  if (!parsed.success) throw new ProviderError('uncertain', WORDS.refreshWithoutToken, { provider: 'salesforce' });
  return {
    accessToken: parsed.data.access_token,
    refreshToken: parsed.data.refresh_token ?? grant.refreshToken,
    instanceUrl: newHome(parsed.data.instance_url, settings) ?? origin,
  };
}

/** A strange address must not cost us the new token, which is the only one that works from now on. */
function newHome(instanceUrl: string, settings: SalesforceSettings): string | null {
  try {
    return allowedOrigin(instanceUrl, settings.extraOrigins);
  } catch {
    return null;
  }
}
