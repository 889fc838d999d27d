import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { AppError } from './errors.ts';
import { hashSecret, newSecret, orgOfSecret } from './one-time-tickets.ts';
import type { Tx } from './postgres.ts';
import type { Vault } from './secrets/index.ts';

export type OAuthProvider = 'salesforce' | 'google' | 'microsoft';

export interface OAuthStart {
  provider: OAuthProvider;
  purpose: string;
  /** Who is connecting; null while nobody is known yet. */
  userId: string | null;
  /** Hash of the cookie of the browser that starts; only this browser can finish. */
  browserHash: Buffer;
  data?: Record<string, unknown>;
}

/** What goes into the address of the vendor's consent page. */
export interface OAuthChallenge {
  state: string;
  nonce: string;
  codeChallenge: string;
}

export interface OAuthTransaction {
  orgId: string;
  purpose: string;
  userId: string | null;
  nonce: string;
  codeVerifier: string;
  data: Record<string, unknown>;
}

interface Tools {
  vault: Vault;
  clock: Clock;
}

const LIFETIME_MS = 10 * 60_000;

/** Begins one consent: state, nonce and PKCE pair are bound to org, user, vendor and browser, and live for ten minutes. */
export async function beginOAuth(tx: Tx, { vault, clock }: Tools, orgId: string, start: OAuthStart): Promise<OAuthChallenge> {
  const codeVerifier = randomBytes(32).toString('base64url');
  const state = newSecret(orgId);
  const nonce = randomBytes(24).toString('base64url');
  await tx.query(
    `insert into oauth_transactions (org_id, state_hash, provider, purpose, user_id, browser_hash, code_verifier, nonce, expires_at, data)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      orgId,
      hashSecret(state),
      start.provider,
      start.purpose,
      start.userId,
      start.browserHash,
      await vault.sealForTransit(codeVerifier, contextOf(orgId, start.provider, state)),
      nonce,
      new Date(clock.now().getTime() + LIFETIME_MS),
      JSON.stringify(start.data ?? {}),
    ],
  );
  return { state, nonce, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') };
}

/** The org that a state names, to open the transaction in. Throws AppError 400 `consent_expired` for what is no state of ours. */
export function orgOfState(state: unknown): string {
  const orgId = orgOfSecret(state);
  if (!orgId) throw expired();
  return orgId;
}

/**
 * Ends a consent: works once, in time, at the vendor and in the browser it was begun for. Otherwise AppError 400
 * `consent_expired`, the same for all of them, so that nobody learns which one was wrong.
 */
export async function takeOAuth(
  tx: Tx,
  { vault, clock }: Tools,
  orgId: string,
  end: { provider: OAuthProvider; state: string; browserHash: Buffer },
): Promise<OAuthTransaction> {
  const { rows } = await tx.query<Omit<OAuthTransaction, 'orgId' | 'codeVerifier'> & { sealed: Buffer }>(
    `delete from oauth_transactions
      where org_id = $1 and state_hash = $2 and provider = $3 and browser_hash = $4 and expires_at > $5
      returning purpose, user_id as "userId", nonce, code_verifier as sealed, data`,
    [orgId, hashSecret(end.state), end.provider, end.browserHash, clock.now()],
  );
  if (!rows[0]) throw expired();
  const { sealed, ...transaction } = rows[0];
  return { orgId, ...transaction, codeVerifier: await vault.openFromTransit(sealed, contextOf(orgId, end.provider, end.state)) };
}

const contextOf = (orgId: string, provider: OAuthProvider, state: string): string[] => [orgId, provider, hashSecret(state).toString('hex')];

const expired = (): AppError => new AppError(400, 'consent_expired', 'This consent has expired or was already used. Start it again.');
