import { z } from 'zod';
import { EntraError } from '../aadsts.ts';
import type { Client, MicrosoftState } from '../entities.ts';
import { isKnownScope, readScopes } from '../scopes.ts';
import { TENANT_ID } from '../seed.ts';

const Parameters = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  response_mode: z.literal('query').optional(),
  scope: z.string().min(1),
  state: z.string().optional(),
  nonce: z.string().optional(),
  prompt: z.enum(['login', 'none', 'consent', 'select_account', 'create']).optional(),
  login_hint: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
});
export type AuthorizeParameters = z.infer<typeof Parameters>;

export interface AuthorizeRequest {
  tenant: string;
  parameters: AuthorizeParameters;
  client: Client;
  scopes: string[];
}

/**
 * Reads an authorization request. Throws EntraError for what Microsoft shows on its own page, because the redirect address cannot be
 * trusted.
 */
export function readAuthorizeRequest(state: MicrosoftState, tenant: string, input: unknown): AuthorizeRequest {
  checkTenant(tenant);
  const parsed = Parameters.safeParse(input);
  if (!parsed.success) throw new EntraError(900144, `(${String(parsed.error.issues[0]?.path[0])})`);
  const parameters = parsed.data;
  const client = findClient(state, parameters.client_id, parameters.redirect_uri);
  if (parameters.code_challenge !== undefined && parameters.code_challenge_method !== 'S256') throw new EntraError(9002313);
  // As Microsoft's library says, which drops the hint for this reason
  if (parameters.prompt === 'select_account' && parameters.login_hint) throw new EntraError(90023);
  const scopes = readScopes(parameters.scope);
  const unknown = scopes.filter((scope) => !isKnownScope(scope));
  if (unknown.length > 0) throw new EntraError(70011, `(${unknown.join(' ')})`);
  return { tenant, parameters, client, scopes };
}

/** Throws EntraError when the tenant is not this simulator's, under its id or one of the shared names. */
export function checkTenant(tenant: string): void {
  if (![TENANT_ID, 'organizations', 'common'].includes(tenant)) throw new EntraError(90002);
}

/** Throws EntraError when the client or its redirect address is not registered. */
export function findClient(state: MicrosoftState, clientId: string, redirectUri: string): Client {
  const client = state.clients.find(({ id }) => id === clientId);
  if (!client) throw new EntraError(700016);
  if (!client.redirectUris.includes(redirectUri)) throw new EntraError(50011, `(${redirectUri})`);
  return client;
}

/** What the application is told about a refusal. */
export function refusalAnswer(error: EntraError): Record<string, string> {
  return { error: error.error, error_description: error.message };
}

/** The redirect address with the answer and the caller's state. */
export function redirectTarget(redirectUri: string, state: string | undefined, answer: Record<string, string>): string {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  if (state !== undefined) target.searchParams.set('state', state);
  return target.href;
}
