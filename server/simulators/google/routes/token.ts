import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import type { Account, Client, GoogleState } from '../entities.ts';
import { isAlive, issueAccessToken, issueRefreshToken, revokeAll } from '../grants.ts';
import type { IdTokenIssuer } from '../id-token.ts';

const TokenRequest = z.object({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  code: z.string().default(''),
  redirect_uri: z.string().default(''),
  code_verifier: z.string().default(''),
  refresh_token: z.string().default(''),
});
type TokenRequest = z.infer<typeof TokenRequest>;

/** A refusal of the token endpoint, in Google's words. */
class Refusal extends Error {
  readonly status: number;
  readonly error: string;
  constructor(error: string, description: string, status = 400) {
    super(description);
    this.error = error;
    this.status = status;
  }
}

/** `/token`, `/revoke`, `/tokeninfo` and the public keys. */
export function registerToken(simulator: Simulator<GoogleState>, idTokens: IdTokenIssuer): void {
  const { app, clock } = simulator;

  app.post('/token', async (request, reply) => {
    reply.header('cache-control', 'no-cache, no-store, max-age=0, must-revalidate');
    try {
      const input = TokenRequest.parse(request.body ?? {});
      const client = authenticate(simulator.state, input, request.headers.authorization);
      if (input.grant_type === 'authorization_code') return await exchangeCode(input, client);
      if (input.grant_type === 'refresh_token') return await refresh(input, client);
      throw new Refusal('unsupported_grant_type', `Invalid grant_type: ${input.grant_type}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reply.code(error.status).send({ error: error.error, error_description: error.message });
    }
  });

  /** google-auth-library sends the token in the query, the documentation says body: Google takes both. */
  app.post<{ Querystring: { token?: string }; Body: { token?: string } | undefined }>('/revoke', async ({ query, body }, reply) => {
    const text = body?.token ?? query.token ?? '';
    const { accessTokens, refreshTokens } = simulator.state;
    const token = refreshTokens[text] ?? accessTokens[text];
    const isDead = !token || ('isRevoked' in token ? !isAlive(token, clock.nowMs()) : token.expiresAt <= clock.nowMs());
    if (isDead) return reply.code(400).send({ error: 'invalid_token', error_description: 'Token expired or revoked' });
    revokeAll(simulator.state, token.sub, token.clientId);
    return {};
  });

  app.route<{ Querystring: { access_token?: string }; Body: { access_token?: string } | undefined }>({
    method: ['GET', 'POST'],
    url: '/tokeninfo',
    handler: async ({ query, body, headers }, reply) => {
      const text = query.access_token ?? body?.access_token ?? headers.authorization?.replace(/^Bearer /i, '') ?? '';
      const token = simulator.state.accessTokens[text];
      if (!token || token.expiresAt <= clock.nowMs()) {
        return reply.code(400).send({ error: 'invalid_token', error_description: 'Invalid Value' });
      }
      const { email } = accountOf(token.sub);
      return {
        azp: token.clientId,
        aud: token.clientId,
        sub: token.sub,
        scope: token.scopes.join(' '),
        exp: String(Math.floor(token.expiresAt / 1000)),
        expires_in: String(Math.floor((token.expiresAt - clock.nowMs()) / 1000)),
        email,
        email_verified: 'true',
        access_type: 'offline',
      };
    },
  });

  app.get('/oauth2/v3/certs', async (_request, reply) => reply.header('cache-control', 'public, max-age=3600').send(idTokens.jwks));
  app.get('/oauth2/v1/certs', async (_request, reply) => reply.header('cache-control', 'public, max-age=3600').send(idTokens.pems));

  async function exchangeCode(input: TokenRequest, client: Client): Promise<object> {
    const { state } = simulator;
    const code = state.codes[input.code];
    if (code?.clientId !== client.id || code.isUsed || code.expiresAt <= clock.nowMs()) throw new Refusal('invalid_grant', 'Bad Request');
    if (code.redirectUri !== input.redirect_uri) throw new Refusal('redirect_uri_mismatch', 'Bad Request');
    if (code.codeChallenge !== null && input.code_verifier === '') throw new Refusal('invalid_grant', 'Missing code verifier.');
    if (code.codeChallenge !== null && createHash('sha256').update(input.code_verifier).digest('base64url') !== code.codeChallenge) {
      throw new Refusal('invalid_grant', 'Invalid code verifier.');
    }
    code.isUsed = true;
    const { sub, scopes, nonce } = code;
    const holder = { sub, clientId: client.id, scopes };
    const { accessToken, expiresInS } = issueAccessToken(state, holder, clock.nowMs());
    const refreshToken = code.givesRefreshToken ? issueRefreshToken(state, holder, clock.nowMs()) : null;
    const account = accountOf(sub);
    return {
      access_token: accessToken,
      expires_in: expiresInS,
      ...(refreshToken ? { refresh_token: refreshToken.refreshToken } : {}),
      scope: scopes.join(' '),
      token_type: 'Bearer',
      ...(scopes.includes('openid')
        ? { id_token: await idTokens.issue({ account, clientId: client.id, scopes, nonce, nowMs: clock.nowMs() }) }
        : {}),
      ...(refreshToken?.expiresInS ? { refresh_token_expires_in: refreshToken.expiresInS } : {}),
    };
  }

  async function refresh(input: TokenRequest, client: Client): Promise<object> {
    const token = simulator.state.refreshTokens[input.refresh_token];
    if (token?.clientId !== client.id) throw new Refusal('invalid_grant', 'Bad Request');
    if (!isAlive(token, clock.nowMs())) throw new Refusal('invalid_grant', 'Token has been expired or revoked.');
    token.lastUsedAt = clock.nowMs();
    const { sub, clientId, scopes } = token;
    const { accessToken, expiresInS } = issueAccessToken(simulator.state, { sub, clientId, scopes }, clock.nowMs());
    const account = accountOf(sub);
    return {
      access_token: accessToken,
      expires_in: expiresInS,
      scope: scopes.join(' '),
      token_type: 'Bearer',
      ...(scopes.includes('openid')
        ? { id_token: await idTokens.issue({ account, clientId, scopes, nonce: null, nowMs: clock.nowMs() }) }
        : {}),
    };
  }

  function accountOf(sub: string): Account {
    const account = simulator.state.accounts.find((candidate) => candidate.sub === sub);
    if (!account) throw new Refusal('invalid_grant', 'Account has been deleted');
    return account;
  }
}

function authenticate(state: GoogleState, input: TokenRequest, authorization: string | undefined): Client {
  const [id, secret] = /^Basic /i.test(authorization ?? '')
    ? Buffer.from(authorization?.slice(6) ?? '', 'base64')
        .toString()
        .split(':')
    : [input.client_id, input.client_secret];
  const client = state.clients.find((candidate) => candidate.id === id);
  if (!client) throw new Refusal('invalid_client', 'The OAuth client was not found.', 401);
  if (client.secret !== secret) throw new Refusal('invalid_client', 'Unauthorized', 401);
  return client;
}
