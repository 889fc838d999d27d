import { randomBytes } from 'node:crypto';
import { isHostedDomain } from '../common/index.ts';
import type { AccessToken, Account, Code, GoogleState, RefreshToken } from './entities.ts';
import { isMailScope } from './scopes.ts';
import { newAccount, newMailbox } from './seed.ts';

const CODE_LIFE_MS = 10 * 60_000;
const ACCESS_TOKEN_LIFE_S = 3599;
const TESTING_LIFE_MS = 7 * 86_400_000;
const UNUSED_LIFE_MS = 182 * 86_400_000;
const REFRESH_TOKENS_PER_USER_AND_CLIENT = 100;

/** The account of an address; made on first sight when its domain is hosted here, null otherwise. */
export function openAccount(state: GoogleState, address: string): Account | null {
  const email = address.trim().toLowerCase();
  const known = state.accounts.find((account) => account.email === email);
  if (known) return known;
  const [localPart, domain] = email.split('@');
  if (!localPart || !isHostedDomain(domain ?? '')) return null;
  const name = localPart.split(/[._-]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const account = newAccount(email, name.join(' '));
  state.accounts.push(account);
  state.mailboxes[email] = newMailbox();
  return account;
}

/** Remembers what the account allows the client, and answers everything it allows by now. */
export function allow(state: GoogleState, { sub, clientId, scopes }: { sub: string; clientId: string; scopes: string[] }): string[] {
  const grant = state.grants.find((candidate) => candidate.sub === sub && candidate.clientId === clientId);
  if (!grant) {
    state.grants.push({ sub, clientId, scopes });
    return scopes;
  }
  grant.scopes = [...new Set([...grant.scopes, ...scopes])];
  return grant.scopes;
}

export function allowedScopes(state: GoogleState, sub: string, clientId: string): string[] {
  return state.grants.find((grant) => grant.sub === sub && grant.clientId === clientId)?.scopes ?? [];
}

export function issueCode(state: GoogleState, code: Omit<Code, 'expiresAt' | 'isUsed'>, nowMs: number): string {
  const text = `4/0A${randomBytes(24).toString('base64url')}`;
  state.codes[text] = { ...code, expiresAt: nowMs + CODE_LIFE_MS, isUsed: false };
  return text;
}

export interface IssuedAccessToken {
  accessToken: string;
  expiresInS: number;
}

export function issueAccessToken(state: GoogleState, token: Omit<AccessToken, 'expiresAt'>, nowMs: number): IssuedAccessToken {
  for (const [text, { expiresAt }] of Object.entries(state.accessTokens)) if (expiresAt <= nowMs) delete state.accessTokens[text];
  const accessToken = `ya29.a0${randomBytes(32).toString('base64url')}`;
  state.accessTokens[accessToken] = { ...token, expiresAt: nowMs + ACCESS_TOKEN_LIFE_S * 1000 };
  return { accessToken, expiresInS: ACCESS_TOKEN_LIFE_S };
}

export interface IssuedRefreshToken {
  refreshToken: string;
  /** Only for grants that end by themselves. */
  expiresInS: number | null;
}

/** The oldest live token dies silently when there are more than Google allows. */
export function issueRefreshToken(
  state: GoogleState,
  { sub, clientId, scopes }: { sub: string; clientId: string; scopes: string[] },
  nowMs: number,
): IssuedRefreshToken {
  const live = Object.values(state.refreshTokens).filter((token) => token.sub === sub && token.clientId === clientId && !token.isRevoked);
  if (live.length >= REFRESH_TOKENS_PER_USER_AND_CLIENT && live[0]) live[0].isRevoked = true;
  const expiresAt = state.settings.testingMode ? nowMs + TESTING_LIFE_MS : null;
  const refreshToken = `1//0g${randomBytes(40).toString('base64url')}`;
  state.refreshTokens[refreshToken] = { sub, clientId, scopes, issuedAt: nowMs, lastUsedAt: nowMs, expiresAt, isRevoked: false };
  return { refreshToken, expiresInS: expiresAt === null ? null : TESTING_LIFE_MS / 1000 - 1 };
}

export function isAlive(token: RefreshToken, nowMs: number): boolean {
  if (token.isRevoked || nowMs - token.lastUsedAt > UNUSED_LIFE_MS) return false;
  return token.expiresAt === null || nowMs < token.expiresAt;
}

/** Ends everything an account has allowed: one client, or all of them. */
export function revokeAll(state: GoogleState, sub: string, clientId?: string): void {
  const isMeant = (entry: { sub: string; clientId: string }) => entry.sub === sub && (clientId ?? entry.clientId) === entry.clientId;
  state.grants = state.grants.filter((grant) => !isMeant(grant));
  for (const token of Object.values(state.refreshTokens)) if (isMeant(token)) token.isRevoked = true;
  for (const [text, token] of Object.entries(state.accessTokens)) if (isMeant(token)) delete state.accessTokens[text];
  for (const code of Object.values(state.codes)) if (isMeant(code)) code.isUsed = true;
}

/** A new password ends the tokens that hold a Gmail scope; the consent stays. */
export function changePassword(state: GoogleState, sub: string): void {
  for (const token of Object.values(state.refreshTokens)) {
    if (token.sub === sub && token.scopes.some(isMailScope)) token.isRevoked = true;
  }
  for (const [text, token] of Object.entries(state.accessTokens)) {
    if (token.sub === sub && token.scopes.some(isMailScope)) delete state.accessTokens[text];
  }
}
