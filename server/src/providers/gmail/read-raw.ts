import { ProviderError } from '../../platform/provider-error.ts';
import { gmailApi, oauthClient, once } from './clients.ts';
import { apiError } from './errors.ts';
import { canReadBodies, type GmailSettings } from './settings.ts';

/**
 * The whole message. What the token allows is asked first, so that a grant for headers never makes a call for a body:
 * then it throws ProviderError `permission`.
 */
export async function readRaw(settings: GmailSettings, accessToken: string, id: string): Promise<Buffer> {
  if (!canReadBodies(await scopesOfToken(settings, accessToken)))
    throw new ProviderError('permission', 'This connection may not read the text of emails.', {
      provider: 'google',
      vendorCode: 'BODIES_NOT_ALLOWED',
    });
  const api = await gmailApi(settings, accessToken);
  const { data } = await api.users.messages.get({ userId: 'me', id, format: 'raw' }, once(settings)).catch((error: unknown) => {
    throw apiError(error, 'read', settings.clock.now());
  });
  return Buffer.from(data.raw ?? '', 'base64url');
}

async function scopesOfToken(settings: GmailSettings, accessToken: string): Promise<string[]> {
  try {
    const client = await oauthClient(settings);
    return (await client.getTokenInfo(accessToken)).scopes;
  } catch (error) {
    const failure = apiError(error, 'read', settings.clock.now());
    // Google calls a token that has ended a bad request here
    if (failure.kind !== 'invalid') throw failure;
    throw new ProviderError('auth_expired', 'Google no longer knows the access token.', { provider: 'google', cause: error });
  }
}
