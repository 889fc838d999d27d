import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { AccessToken, AuthorizationCode, Grant, OAuthClient, SimUser } from './entities.ts';
import { OAuthError } from './errors.ts';
import type { Store } from './store.ts';

const CODE_LIFE_MS = 15 * 60_000;
const IDLE_LIFE_MS = 30 * 24 * 3_600_000;
const GRANTS_PER_USER = 5;

export const SCOPES = ['api', 'web', 'full', 'id', 'profile', 'email', 'address', 'phone', 'openid', 'refresh_token', 'offline_access'];

export interface TokenAnswer {
  access_token: string;
  refresh_token?: string;
  signature: string;
  scope: string;
  instance_url: string;
  id: string;
  token_type: 'Bearer';
  issued_at: string;
}

/** The client of a token request. Throws OAuthError for an unknown id or a wrong secret. */
export function checkClient(store: Store, id: string | undefined, secret: string | undefined): OAuthClient {
  const client = store.clients.find((candidate) => candidate.id === id);
  if (!client) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (client.secret !== secret) throw new OAuthError('invalid_client', 'invalid client credentials');
  return client;
}

export function issueCode(store: Store, code: Omit<AuthorizationCode, 'issuedAtMs'>): string {
  const text = `aPrx${randomBytes(48).toString('base64url')}`;
  store.state.codes[text] = { ...code, issuedAtMs: store.nowMs() };
  return text;
}

/** Takes a code, which works once and for 15 minutes, and starts a grant. Throws OAuthError. */
export function exchangeCode(
  store: Store,
  client: OAuthClient,
  form: { code?: string; redirect_uri?: string; code_verifier?: string },
): { answer: TokenAnswer; user: SimUser; nonce: string | null } {
  const code = store.state.codes[form.code ?? ''];
  if (code?.clientId !== client.id) throw new OAuthError('invalid_grant', 'invalid authorization code');
  delete store.state.codes[form.code ?? ''];
  if (store.nowMs() - code.issuedAtMs > CODE_LIFE_MS) throw new OAuthError('invalid_grant', 'expired authorization code');
  if (form.redirect_uri !== code.redirectUri) throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  if (!form.code_verifier) throw new OAuthError('invalid_grant', 'missing code verifier');
  if (createHash('sha256').update(form.code_verifier).digest('base64url') !== code.codeChallenge) {
    throw new OAuthError('invalid_request', 'invalid code verifier');
  }
  const user = activeUser(store, code.userId);
  const grant = startGrant(store, client, user, code.scope);
  return { answer: answerFor(store, client, grant), user, nonce: code.nonce };
}

/** Refresh Token Rotation: every use gives a new refresh token, and using an old one again revokes the whole grant. Throws OAuthError. */
export function refreshGrant(store: Store, client: OAuthClient, refreshToken: string | undefined): { answer: TokenAnswer; user: SimUser } {
  const dead = new OAuthError('invalid_grant', 'expired access/refresh token');
  if (!refreshToken) throw new OAuthError('invalid_request', 'missing required parameter: refresh_token');
  const grant = store.state.grants.find((one) => one.clientId === client.id && holds(one, refreshToken));
  if (!grant || grant.revoked) throw dead;
  if (grant.refreshToken !== refreshToken) {
    revokeGrant(store, grant);
    throw dead;
  }
  if (store.nowMs() - grant.lastUsedAtMs > IDLE_LIFE_MS) {
    revokeGrant(store, grant);
    throw dead;
  }
  const user = activeUser(store, grant.userId);
  grant.usedRefreshTokens.push(grant.refreshToken);
  grant.refreshToken = newRefreshToken();
  grant.lastUsedAtMs = store.nowMs();
  return { answer: answerFor(store, client, grant), user };
}

/** Revokes what a token stands for: a refresh token its grant, an access token itself. False when the token is unknown. */
export function revokeToken(store: Store, token: string): boolean {
  const grant = store.state.grants.find((one) => !one.revoked && holds(one, token));
  if (grant) revokeGrant(store, grant);
  const wasAccess = token in store.state.accessTokens;
  delete store.state.accessTokens[token];
  return Boolean(grant) || wasAccess;
}

/** Ends a grant with all its access tokens. With the last grant goes the consent: the person is asked again. */
export function revokeGrant(store: Store, grant: Grant): void {
  grant.revoked = true;
  const isSame = (other: Grant) => other.userId === grant.userId && other.clientId === grant.clientId;
  if (!store.state.grants.some((other) => !other.revoked && isSame(other))) {
    store.state.approvals = store.state.approvals.filter((approval) => approval !== `${grant.userId}|${grant.clientId}`);
  }
  for (const [token, access] of Object.entries(store.state.accessTokens)) {
    if (access.grantId === grant.id) delete store.state.accessTokens[token];
  }
}

/** The user behind an access token that still lives; its life starts anew with each use. Null for any other text. */
export function userOfAccessToken(store: Store, token: string): { user: SimUser; access: AccessToken; grant: Grant } | null {
  const access = store.state.accessTokens[token];
  const user = access && store.findUser(access.userId);
  const grant = access && store.state.grants.find(({ id }) => id === access.grantId);
  if (!access || !user?.active || !grant || grant.revoked) return null;
  if (store.nowMs() - access.lastUsedAtMs > store.orgOf(user).settings.sessionSeconds * 1000) {
    delete store.state.accessTokens[token];
    return null;
  }
  access.lastUsedAtMs = store.nowMs();
  return { user, access, grant };
}

/** The identity URL, which is also the subject of the signature. */
export function identityUrl(store: Store, user: SimUser): string {
  return `${store.baseUrl}/id/${user.orgId}/${user.id}`;
}

function startGrant(store: Store, client: OAuthClient, user: SimUser, scope: string): Grant {
  const live = store.state.grants.filter((grant) => grant.userId === user.id && grant.clientId === client.id && !grant.revoked);
  for (const oldest of live.slice(0, Math.max(0, live.length - GRANTS_PER_USER + 1))) revokeGrant(store, oldest);
  const grant: Grant = {
    id: randomBytes(8).toString('hex'),
    orgId: user.orgId,
    userId: user.id,
    clientId: client.id,
    scope,
    refreshToken: newRefreshToken(),
    usedRefreshTokens: [],
    createdAtMs: store.nowMs(),
    lastUsedAtMs: store.nowMs(),
    revoked: false,
  };
  store.state.grants.push(grant);
  return grant;
}

function answerFor(store: Store, client: OAuthClient, grant: Grant): TokenAnswer {
  forgetExpired(store);
  const issuedAtMs = store.nowMs();
  const accessToken = `${grant.orgId.slice(0, 15)}!AQ${randomBytes(60).toString('base64url')}`;
  store.state.accessTokens[accessToken] = { grantId: grant.id, userId: grant.userId, issuedAtMs, lastUsedAtMs: issuedAtMs };
  const id = `${store.baseUrl}/id/${grant.orgId}/${grant.userId}`;
  const scopes = grant.scope.split(' ');
  return {
    access_token: accessToken,
    ...(scopes.includes('refresh_token') || scopes.includes('offline_access') ? { refresh_token: grant.refreshToken } : {}),
    signature: createHmac('sha256', client.secret).update(`${id}${issuedAtMs}`).digest('base64'),
    scope: grant.scope,
    instance_url: store.baseUrl,
    id,
    token_type: 'Bearer',
    issued_at: String(issuedAtMs),
  };
}

function forgetExpired(store: Store): void {
  const { accessTokens, codes } = store.state;
  for (const [token, { userId, lastUsedAtMs }] of Object.entries(accessTokens)) {
    const user = store.findUser(userId);
    if (user && store.nowMs() - lastUsedAtMs > store.orgOf(user).settings.sessionSeconds * 1000) delete accessTokens[token];
  }
  for (const [code, { issuedAtMs }] of Object.entries(codes)) if (store.nowMs() - issuedAtMs > CODE_LIFE_MS) delete codes[code];
}

function activeUser(store: Store, userId: string): SimUser {
  const user = store.findUser(userId);
  if (!user?.active) throw new OAuthError('invalid_grant', 'inactive user');
  if (!store.orgOf(user).active) throw new OAuthError('invalid_grant', 'inactive organization');
  return user;
}

function holds(grant: Grant, token: string): boolean {
  return grant.refreshToken === token || grant.usedRefreshTokens.includes(token);
}

function newRefreshToken(): string {
  return `5Aep861${randomBytes(54).toString('base64url')}`;
}
