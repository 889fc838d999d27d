import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import type { SimUser } from '../entities.ts';
import { OAuthError } from '../errors.ts';
import { checkClient, exchangeCode, identityUrl, refreshGrant, revokeToken, userOfAccessToken, type TokenAnswer } from '../grants.ts';
import { fullName, type Store } from '../store.ts';

type Form = Record<string, string | undefined>;

/** Token, revocation, introspection and the OpenID documents. */
export function registerToken(app: FastifyInstance, store: Store): void {
  const keys = generateKeyPair('RS256', { extractable: true });

  app.post<{ Body: Form | undefined }>('/services/oauth2/token', async (request, reply) => {
    const form = request.body ?? {};
    const [id, secret] = clientCredentials(request, form);
    const client = checkClient(store, id, secret);
    reply.header('cache-control', 'no-store');
    if (form['grant_type'] === 'authorization_code') {
      const { answer, user, nonce } = exchangeCode(store, client, form);
      return withIdToken(store, answer, user, client.id, nonce, (await keys).privateKey);
    }
    if (form['grant_type'] === 'refresh_token') {
      const { answer, user } = refreshGrant(store, client, form['refresh_token']);
      return withIdToken(store, answer, user, client.id, null, (await keys).privateKey);
    }
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  });

  const revoke = (token: string | undefined) => {
    if (!token || !revokeToken(store, token)) throw new OAuthError('invalid_token', `invalid token: ${token ?? ''}`);
    return '';
  };
  app.post<{ Body: Form | undefined }>('/services/oauth2/revoke', async ({ body }) => revoke(body?.['token']));
  app.get<{ Querystring: Form }>('/services/oauth2/revoke', async ({ query }) => revoke(query['token']));

  app.post<{ Body: Form | undefined }>('/services/oauth2/introspect', async (request) => {
    const form = request.body ?? {};
    const [id, secret] = clientCredentials(request, form);
    const client = checkClient(store, id, secret);
    return introspect(store, client.id, form['token'] ?? '');
  });

  app.get('/.well-known/openid-configuration', async () => ({
    issuer: store.baseUrl,
    authorization_endpoint: `${store.baseUrl}/services/oauth2/authorize`,
    token_endpoint: `${store.baseUrl}/services/oauth2/token`,
    revocation_endpoint: `${store.baseUrl}/services/oauth2/revoke`,
    introspection_endpoint: `${store.baseUrl}/services/oauth2/introspect`,
    userinfo_endpoint: `${store.baseUrl}/services/oauth2/userinfo`,
    jwks_uri: `${store.baseUrl}/id/keys`,
    scopes_supported: ['id', 'api', 'openid', 'refresh_token', 'offline_access'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }));

  app.get('/id/keys', async () => {
    const jwk: JWK = await exportJWK((await keys).publicKey);
    return { keys: [{ ...jwk, kid: 'simulator', use: 'sig', alg: 'RS256' }] };
  });
}

function clientCredentials(request: FastifyRequest, form: Form): [string | undefined, string | undefined] {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!basic) return [form['client_id'], form['client_secret']];
  const [id, ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeURIComponent);
  return [id, secret.join(':')];
}

async function withIdToken(store: Store, answer: TokenAnswer, user: SimUser, clientId: string, nonce: string | null, key: CryptoKey) {
  if (!answer.scope.split(' ').includes('openid')) return answer;
  const now = Math.floor(store.nowMs() / 1000);
  const idToken = await new SignJWT({
    ...(nonce ? { nonce } : {}),
    email: user.email,
    email_verified: user.emailVerified,
    name: fullName(user),
    preferred_username: user.username,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'simulator' })
    .setIssuer(store.baseUrl)
    .setSubject(identityUrl(store, user))
    .setAudience(clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + 120)
    .sign(key);
  return { ...answer, id_token: idToken };
}

function introspect(store: Store, clientId: string, token: string) {
  const found = userOfAccessToken(store, token);
  const grant = found?.grant ?? store.state.grants.find((one) => one.refreshToken === token && !one.revoked);
  const user = grant && store.findUser(grant.userId);
  if (!grant || !user || grant.clientId !== clientId) return { active: false };
  const startMs = found?.access.issuedAtMs ?? grant.createdAtMs;
  const lifeSeconds = found ? store.orgOf(user).settings.sessionSeconds : 30 * 86_400;
  return {
    active: true,
    scope: grant.scope,
    client_id: clientId,
    username: user.username,
    sub: identityUrl(store, user),
    token_type: found ? 'access_token' : 'refresh_token',
    exp: Math.floor((found?.access.lastUsedAtMs ?? grant.lastUsedAtMs) / 1000) + lifeSeconds,
    iat: Math.floor(startMs / 1000),
    nbf: Math.floor(startMs / 1000),
  };
}
