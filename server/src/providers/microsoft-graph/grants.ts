import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ProviderError } from '../../platform/provider-error.ts';
import type { CodeExchange, ConsentRequest, MailboxGrant, RefreshedGrant } from '../mailbox.ts';
import { graph } from './graph.ts';
import { expiryOf, openMsal, shortScopes } from './msal.ts';
import { atLogin, authority, type MicrosoftSettings } from './settings.ts';
import { scopesOf } from './tiers.ts';

const IdToken = z.object({ tid: z.uuid(), oid: z.uuid(), iss: z.string(), nonce: z.string().optional(), name: z.string().optional() });
const Profile = z.object({ mail: z.string().nullish(), userPrincipalName: z.string(), displayName: z.string().nullish() });

/**
 * The address of Microsoft's consent page, with the person's address filled in. The choice of the account cannot be asked for as well:
 * Microsoft refuses the two together, and its library leaves the address out then.
 */
export async function consentUrl(settings: MicrosoftSettings, request: ConsentRequest): Promise<string> {
  const url = await openMsal(settings).call((application) =>
    application.getAuthCodeUrl({
      scopes: [...scopesOf(request.tier)],
      redirectUri: request.redirectUri,
      state: request.state,
      nonce: request.nonce,
      codeChallenge: request.codeChallenge,
      codeChallengeMethod: 'S256',
      loginHint: request.loginHint,
      responseMode: 'query',
      ...(request.claims === undefined ? {} : { claims: request.claims }),
    }),
  );
  return atLogin(settings, url);
}

/** Remembers Microsoft's keys between consents. */
export function microsoftKeys(settings: MicrosoftSettings): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(atLogin(settings, `${authority(settings)}/discovery/v2.0/keys`)));
}

/**
 * Turns the code of a consent into a grant; works once per code. The account is (tid, oid): addresses can change and
 * can be claimed by others. `scopes` are those really granted.
 */
export async function exchangeCode(settings: MicrosoftSettings, keys: JWTVerifyGetKey, exchange: CodeExchange): Promise<MailboxGrant> {
  const session = openMsal(settings);
  const now = settings.clock.now();
  const result = await session.call((application) =>
    application.acquireTokenByCode({
      code: exchange.code,
      codeVerifier: exchange.codeVerifier,
      redirectUri: exchange.redirectUri,
      // the scopes of the narrowest tier are always part of what was consented to
      scopes: [...scopesOf(exchange.tier ?? 'send')],
      nonce: exchange.nonce,
    }),
  );
  const account = await verified(settings, keys, result.idToken, exchange.nonce);
  const secret = session.secret();
  const { RefreshToken } = JSON.parse(secret) as { RefreshToken?: object };
  if (!RefreshToken || Object.keys(RefreshToken).length === 0)
    throw refused('Microsoft gave no lasting permission. Connect again.', 'NO_REFRESH_TOKEN');

  const profile = Profile.safeParse(
    await graph(settings, result.accessToken, { method: 'GET', path: '/me?$select=mail,userPrincipalName,displayName', effect: 'none' }),
  );
  if (!profile.success) throw refused('Microsoft did not say whose mailbox this is.', 'NO_PROFILE');
  return {
    accountKey: `${account.tid}.${account.oid}`,
    address: (profile.data.mail ?? profile.data.userPrincipalName).toLowerCase(),
    displayName: profile.data.displayName ?? account.name ?? null,
    scopes: shortScopes(result.scopes),
    accessToken: result.accessToken,
    accessTokenExpiresAt: expiryOf(result, now),
    secret,
  };
}

async function verified(
  settings: MicrosoftSettings,
  keys: JWTVerifyGetKey,
  idToken: string,
  nonce: string,
): Promise<z.infer<typeof IdToken>> {
  const { payload } = await jwtVerify(idToken, keys, {
    audience: settings.clientId,
    algorithms: ['RS256'],
    currentDate: settings.clock.now(),
    clockTolerance: 60,
  }).catch((error: unknown) => {
    throw refused('The identity that Microsoft sent cannot be trusted.', 'BAD_ID_TOKEN', error);
  });
  const account = IdToken.safeParse(payload);
  if (!account.success || account.data.nonce !== nonce)
    throw refused('The identity that Microsoft sent is not of this consent.', 'BAD_ID_TOKEN');
  const issuer = `/${account.data.tid}/v2.0`;
  const issuers = [`https://login.microsoftonline.com${issuer}`, atLogin(settings, `https://login.microsoftonline.com${issuer}`)];
  if (!issuers.includes(account.data.iss)) throw refused('The identity comes from another tenant than it says.', 'BAD_ID_TOKEN');
  return account.data;
}

/** A new access token and, every time, a new refresh token inside the new secret. The old one stays valid. */
export async function refresh(settings: MicrosoftSettings, secret: string): Promise<RefreshedGrant> {
  const session = openMsal(settings, secret);
  const now = settings.clock.now();
  const result = await session.call(async (application) => {
    const [account] = await application.getTokenCache().getAllAccounts();
    if (!account)
      throw new ProviderError('reconnect_required', 'There is no account in this connection.', {
        provider: 'microsoft',
        reason: 'unknown',
      });
    return application.acquireTokenSilent({ account, scopes: grantedScopes(secret), forceRefresh: true });
  });
  return { accessToken: result.accessToken, accessTokenExpiresAt: expiryOf(result, now), secret: session.secret() };
}

/** What was granted, as MSAL remembers it: asking for more would be refused, asking for less might narrow the grant. */
function grantedScopes(secret: string): string[] {
  const { AccessToken = {} } = JSON.parse(secret) as { AccessToken?: Record<string, { target?: string }> };
  const scopes = Object.values(AccessToken).flatMap(({ target = '' }) => shortScopes(target.split(' ')));
  return scopes.length > 0 ? [...new Set(scopes)] : [...scopesOf('send')];
}

function refused(message: string, vendorCode: string, cause?: unknown) {
  return new ProviderError('invalid', message, { provider: 'microsoft', vendorCode, cause });
}
