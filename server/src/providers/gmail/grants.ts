import { ProviderError } from '../../platform/provider-error.ts';
import { callVendor } from '../http.ts';
import type { RefreshedGrant } from '../mailbox.ts';
import { oauthClient } from './clients.ts';
import { tokenError } from './errors.ts';
import { endpoints, type GmailSettings } from './settings.ts';

/** A new access token. Google keeps the refresh token as it is; should it ever send another, that one counts. */
export async function refresh(settings: GmailSettings, refreshToken: string): Promise<RefreshedGrant> {
  const client = await oauthClient(settings);
  const now = settings.clock.now();
  client.setCredentials({ refresh_token: refreshToken });
  const { credentials } = await client.refreshAccessToken().catch((error: unknown) => {
    throw tokenError(error, now);
  });
  if (!credentials.access_token)
    throw new ProviderError('transient', 'Google answered the refresh without a token.', { provider: 'google' });
  return {
    accessToken: credentials.access_token,
    accessTokenExpiresAt: new Date(now.getTime() + ((credentials.expiry_date ?? Date.now()) - Date.now())),
    secret: credentials.refresh_token ?? refreshToken,
  };
}

/** Ends the whole grant. The token goes in the body: the library would put it into the address. */
export async function revoke(settings: GmailSettings, refreshToken: string): Promise<void> {
  const answer = await callVendor({
    method: 'POST',
    url: endpoints(settings).revoke,
    timeoutMs: settings.timeoutMs,
    body: new URLSearchParams({ token: refreshToken }),
  }).catch((error: unknown) => {
    throw new ProviderError('transient', 'Google did not answer the revocation.', { provider: 'google', cause: error });
  });
  if (answer.status === 200 || answer.status === 400) return;
  throw new ProviderError('transient', 'Google did not accept the revocation.', {
    provider: 'google',
    vendorCode: `HTTP_${answer.status}`,
  });
}
