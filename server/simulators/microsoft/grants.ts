import { randomBytes } from 'node:crypto';
import { EntraError } from './aadsts.ts';
import type { AccessToken, Code, MicrosoftState, RefreshToken } from './entities.ts';
import { includesScope } from './scopes.ts';

const CODE_LIFE_MS = 10 * 60_000;
const ACCESS_TOKEN_LIFE_S = 4500;
const REFRESH_TOKEN_LIFE_MS = 90 * 86_400_000;

export function consentedScopes(state: MicrosoftState, oid: string, clientId: string): string[] {
  return state.consents.find((consent) => consent.oid === oid && consent.clientId === clientId)?.scopes ?? [];
}

export function addConsent(state: MicrosoftState, oid: string, clientId: string, scopes: readonly string[]): void {
  const all = [...consentedScopes(state, oid, clientId)];
  for (const scope of scopes) if (!includesScope(all, scope)) all.push(scope);
  state.consents = state.consents.filter((consent) => consent.oid !== oid || consent.clientId !== clientId);
  state.consents.push({ oid, clientId, scopes: all });
}

export function issueCode(state: MicrosoftState, code: Omit<Code, 'expiresAt' | 'isUsed'>, nowMs: number): string {
  const text = `1.${randomBytes(48).toString('base64url')}`;
  state.codes[text] = { ...code, expiresAt: nowMs + CODE_LIFE_MS, isUsed: false };
  return text;
}

export function issueAccessToken(
  state: MicrosoftState,
  token: Omit<AccessToken, 'expiresAt'>,
  nowMs: number,
): { accessToken: string; expiresInS: number } {
  for (const [text, { expiresAt }] of Object.entries(state.accessTokens)) if (expiresAt <= nowMs) delete state.accessTokens[text];
  const accessToken = `EwB${randomBytes(64).toString('base64url')}`;
  state.accessTokens[accessToken] = { ...token, expiresAt: nowMs + ACCESS_TOKEN_LIFE_S * 1000 };
  return { accessToken, expiresInS: ACCESS_TOKEN_LIFE_S };
}

export function issueRefreshToken(state: MicrosoftState, token: Omit<RefreshToken, 'expiresAt' | 'isRevoked'>, nowMs: number): string {
  const text = `1.${randomBytes(64).toString('base64url')}`;
  state.refreshTokens[text] = { ...token, expiresAt: nowMs + REFRESH_TOKEN_LIFE_MS, isRevoked: false };
  return text;
}

/** The live refresh token of that text; using it does not end it. Throws EntraError. */
export function openRefreshToken(state: MicrosoftState, text: string, clientId: string, nowMs: number): RefreshToken {
  const token = state.refreshTokens[text];
  if (token?.clientId !== clientId) throw new EntraError(9002313);
  if (token.isRevoked) throw new EntraError(50173);
  if (token.expiresAt <= nowMs) throw new EntraError(700082);
  return token;
}

/** What an administrator's "revoke sessions" and a person's "remove app" do: every token of the account dies. */
export function revokeAll(state: MicrosoftState, oid: string): void {
  state.consents = state.consents.filter((consent) => consent.oid !== oid);
  for (const token of Object.values(state.refreshTokens)) if (token.oid === oid) token.isRevoked = true;
  for (const [text, token] of Object.entries(state.accessTokens)) if (token.oid === oid) delete state.accessTokens[text];
}
