import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import type { CodeExchange, ConsentRequest, MailboxGrant } from '../mailbox.ts';
import { oauthClient } from './clients.ts';
import { tokenError } from './errors.ts';
import { endpoints, scopesOf, type GmailSettings } from './settings.ts';

/** The address of Google's consent page. Only a consent page gives a refresh token, so it is always asked for. */
export function consentUrl(settings: GmailSettings, request: ConsentRequest): string {
  const url = new URL(endpoints(settings).authorize);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: request.redirectUri,
    scope: scopesOf(request.tier).join(' '),
    state: request.state,
    nonce: request.nonce,
    access_type: 'offline',
    prompt: 'consent',
    login_hint: request.loginHint,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().min(1),
  scope: z.string().default(''),
  expiry_date: z.number(),
  /** Seconds, and only where the grant ends by itself: an app whose consent screen is in testing. */
  refresh_token_expires_in: z.number().optional(),
});
const IdToken = z.object({
  sub: z.string().min(1),
  email: z.string().min(3),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
  nonce: z.string().optional(),
});

/** Google's public keys, remembered between uses. */
export function googleKeys(settings: Pick<GmailSettings, 'baseUrl'>): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(endpoints(settings).certificates));
}

/**
 * Turns the code of a consent into a grant; works once per code. `scopes` are those really granted: the person may have
 * unticked some. Refuses an answer without a refresh token, an id token that is not for us or not of this consent, and an
 * address that Google has not verified (`ADDRESS_NOT_VERIFIED`).
 */
export async function exchangeCode(settings: GmailSettings, keys: JWTVerifyGetKey, exchange: CodeExchange): Promise<MailboxGrant> {
  const now = settings.clock.now();
  const client = await oauthClient(settings, exchange.redirectUri);
  const answer = await client
    .getToken({ code: exchange.code, codeVerifier: exchange.codeVerifier, redirect_uri: exchange.redirectUri })
    .catch((error: unknown) => {
      throw tokenError(error, now);
    });
  const parsed = TokenAnswer.safeParse(answer.tokens);
  if (!parsed.success) throw refused('Google answered the consent without a complete grant.', 'INCOMPLETE_GRANT');
  const grant = parsed.data;
  if (!grant.refresh_token) throw refused('Google gave no lasting permission. Connect again.', 'NO_REFRESH_TOKEN');
  const person = await verified(settings, keys, grant.id_token, exchange.nonce);
  if (person.email_verified !== true) throw refused('Google has not verified the address of this account.', 'ADDRESS_NOT_VERIFIED');
  return {
    accountKey: person.sub,
    address: person.email.toLowerCase(),
    displayName: person.name ?? null,
    scopes: grant.scope.split(' ').filter(Boolean),
    accessToken: grant.access_token,
    accessTokenExpiresAt: new Date(now.getTime() + (grant.expiry_date - Date.now())),
    secret: grant.refresh_token,
    ...(grant.refresh_token_expires_in === undefined ? {} : { endsAt: new Date(now.getTime() + grant.refresh_token_expires_in * 1000) }),
  };
}

async function verified(settings: GmailSettings, keys: JWTVerifyGetKey, idToken: string, nonce: string): Promise<z.infer<typeof IdToken>> {
  const { payload } = await jwtVerify(idToken, keys, {
    issuer: endpoints(settings).issuers,
    audience: settings.clientId,
    algorithms: ['RS256'],
    currentDate: settings.clock.now(),
    clockTolerance: 60,
  }).catch((error: unknown) => {
    throw refused('The identity that Google sent cannot be trusted.', 'BAD_ID_TOKEN', error);
  });
  const person = IdToken.safeParse(payload);
  if (!person.success || person.data.nonce !== nonce)
    throw refused('The identity that Google sent is not of this consent.', 'BAD_ID_TOKEN');
  return person.data;
}

function refused(message: string, vendorCode: string, cause?: unknown) {
  return new ProviderError('invalid', message, { provider: 'google', vendorCode, cause });
}
