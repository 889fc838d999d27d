import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Simulator } from '../../common/index.ts';
import { EntraError, failureOf } from '../aadsts.ts';
import type { Account, Client, MicrosoftState } from '../entities.ts';
import { consentedScopes, issueAccessToken, issueRefreshToken, openRefreshToken } from '../grants.ts';
import { ISSUER, type IdTokenIssuer } from '../id-token.ts';
import { includesScope, readScopes } from '../scopes.ts';
import { TENANT_ID } from '../seed.ts';
import { checkTenant } from './authorize-request.ts';

const optional = z.string().default('');
const TokenRequest = z.object({
  grant_type: optional,
  client_id: optional,
  client_secret: optional,
  client_info: optional,
  scope: optional,
  code: optional,
  redirect_uri: optional,
  code_verifier: optional,
  refresh_token: optional,
});
type TokenRequest = z.infer<typeof TokenRequest>;

interface Grant {
  account: Account;
  client: Client;
  scopes: string[];
  nonce: string | null;
}

/** The token endpoint, the public keys and the discovery documents. */
export function registerToken(simulator: Simulator<MicrosoftState>, idTokens: IdTokenIssuer): void {
  const { app, clock } = simulator;

  app.post<{ Params: { tenant: string } }>('/:tenant/oauth2/v2.0/token', async (request, reply) => {
    reply.header('cache-control', 'no-store, no-cache');
    try {
      checkTenant(request.params.tenant);
      const input = TokenRequest.parse(request.body ?? {});
      const client = authenticate(simulator.state, input);
      if (input.grant_type === 'authorization_code') return await answer(redeemCode(input, client), input);
      if (input.grant_type === 'refresh_token') return await answer(refresh(input, client), input);
      throw new EntraError(70003, `(${input.grant_type})`);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      return reply.code(error.status).send(error.body(clock.now()));
    }
  });

  app.get('/:tenant/discovery/v2.0/keys', async () => idTokens.jwks);

  app.get<{ Params: { tenant: string } }>('/:tenant/v2.0/.well-known/openid-configuration', async ({ params: { tenant } }) => ({
    issuer: ISSUER,
    authorization_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  }));

  function redeemCode(input: TokenRequest, client: Client): Grant {
    const { state } = simulator;
    const code = state.codes[input.code];
    if (code?.clientId !== client.id) throw new EntraError(9002313);
    if (code.isUsed) throw new EntraError(54005);
    if (code.expiresAt <= clock.nowMs()) throw new EntraError(70008);
    if (code.redirectUri !== input.redirect_uri) throw new EntraError(50011);
    if (code.codeChallenge !== null && createHash('sha256').update(input.code_verifier).digest('base64url') !== code.codeChallenge) {
      throw new EntraError(501481);
    }
    const account = accountOf(state, code.oid);
    const failure = failureOf(state, account.address, 'token');
    if (failure) throw failure;
    code.isUsed = true;
    return { account, client, scopes: code.scopes, nonce: code.nonce };
  }

  function refresh(input: TokenRequest, client: Client): Grant {
    const { state } = simulator;
    const token = openRefreshToken(state, input.refresh_token, client.id, clock.nowMs());
    const account = accountOf(state, token.oid);
    const failure = failureOf(state, account.address, 'refresh');
    if (failure) throw failure;
    const asked = readScopes(input.scope);
    const scopes = asked.length > 0 ? asked : token.scopes;
    const consented = consentedScopes(state, token.oid, client.id);
    if (scopes.some((scope) => !includesScope(consented, scope))) throw new EntraError(65001);
    return { account, client, scopes, nonce: null };
  }

  async function answer({ account, client, scopes, nonce }: Grant, input: TokenRequest): Promise<object> {
    const { state } = simulator;
    const nowMs = clock.nowMs();
    const { accessToken, expiresInS } = issueAccessToken(state, { oid: account.oid, clientId: client.id, scopes }, nowMs);
    const hasOfflineAccess = includesScope(scopes, 'offline_access');
    const refreshToken = hasOfflineAccess ? issueRefreshToken(state, { oid: account.oid, clientId: client.id, scopes }, nowMs) : null;
    return {
      token_type: 'Bearer',
      scope: scopes.filter((scope) => scope !== 'offline_access').join(' '),
      expires_in: expiresInS,
      ext_expires_in: expiresInS,
      access_token: accessToken,
      ...(refreshToken ? { refresh_token: refreshToken } : {}),
      ...(includesScope(scopes, 'openid') ? { id_token: await idTokens.issue({ account, clientId: client.id, nonce, nowMs }) } : {}),
      ...(input.client_info === '1'
        ? { client_info: Buffer.from(JSON.stringify({ uid: account.oid, utid: TENANT_ID })).toString('base64url') }
        : {}),
    };
  }
}

function authenticate(state: MicrosoftState, input: TokenRequest): Client {
  const client = state.clients.find(({ id }) => id === input.client_id);
  if (!client) throw new EntraError(700016);
  if (input.client_secret === '') throw new EntraError(7000218);
  if (input.client_secret !== client.secret) throw new EntraError(7000215);
  return client;
}

function accountOf(state: MicrosoftState, oid: string): Account {
  const account = state.accounts.find((candidate) => candidate.oid === oid);
  if (!account) throw new EntraError(50034);
  return account;
}
