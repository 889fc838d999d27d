import { z } from 'zod';
import type { Client, GoogleState } from '../entities.ts';
import { readScopes, type RequestedScopes } from '../scopes.ts';

const Parameters = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.string(),
  scope: z.string().min(1),
  state: z.string().optional(),
  access_type: z.enum(['online', 'offline']).optional(),
  /** One or more of the three, with spaces in between. */
  prompt: z
    .string()
    .regex(/^(none|consent|select_account)( (none|consent|select_account))*$/)
    .optional(),
  include_granted_scopes: z.enum(['true', 'false']).optional(),
  login_hint: z.string().optional(),
  hd: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
});
export type AuthorizeParameters = z.infer<typeof Parameters>;

export interface AuthorizeRequest {
  parameters: AuthorizeParameters;
  client: Client;
  scopes: RequestedScopes;
}

/** A request that Google answers with its own error page, because it cannot trust the redirect address. */
export interface RefusedRequest {
  /** As in "Error 400: redirect_uri_mismatch". */
  error: string;
  explanation: string;
}

/** Reads the parameters of an authorization request as they travel from page to page. */
export function readAuthorizeRequest(state: GoogleState, input: unknown): AuthorizeRequest | RefusedRequest {
  const parsed = Parameters.safeParse(input);
  if (!parsed.success) {
    return { error: 'invalid_request', explanation: `Parameter ${String(parsed.error.issues[0]?.path[0])} is missing or wrong.` };
  }
  const parameters = parsed.data;
  const client = state.clients.find(({ id }) => id === parameters.client_id);
  if (!client) return { error: 'invalid_client', explanation: 'The OAuth client was not found.' };
  if (!client.redirectUris.includes(parameters.redirect_uri)) {
    return {
      error: 'redirect_uri_mismatch',
      explanation: `The redirect address ${parameters.redirect_uri} is not registered for this client.`,
    };
  }
  if (parameters.response_type !== 'code') {
    return { error: 'unsupported_response_type', explanation: `Response type ${parameters.response_type} is not offered.` };
  }
  if (parameters.code_challenge !== undefined && parameters.code_challenge_method !== 'S256') {
    return { error: 'invalid_request', explanation: 'code_challenge_method must be S256.' };
  }
  const scopes = readScopes(parameters.scope);
  if (scopes.unknown.length > 0) return { error: 'invalid_scope', explanation: `Unknown scopes: ${scopes.unknown.join(', ')}` };
  return { parameters, client, scopes };
}

/** The redirect address with the answer and the caller's state. */
export function redirectTarget({ redirect_uri, state }: AuthorizeParameters, answer: Record<string, string>): string {
  const target = new URL(redirect_uri);
  if (state !== undefined) target.searchParams.set('state', state);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  return target.href;
}
