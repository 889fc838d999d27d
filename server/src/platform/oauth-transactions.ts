import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import { AppError } from './errors.ts';
import { networkOf } from './networks.ts';
import { hashSecret, newSecret, NO_ORG, orgOfSecret } from './one-time-tickets.ts';
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
  /**
   * The network address that an unproven caller comes from. Those who have proved who they are share one in a company and are not counted.
   */
  ipAddress?: string;
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
/** Some windows side by side; the oldest gives way. */
const MOST_PER_BROWSER = 5;
/** A whole team may begin at the same minute behind one address. Where no org is known yet, nobody needs that. */
const MOST_PER_NETWORK = { known: 100, unknown: 30 };

/**
 * Begins one consent: state, nonce and PKCE pair are bound to org, user, vendor and browser, and live for ten minutes. AppError 429
 * `too_many_sign_ins` with `retryAt` when too many from the caller's network are under way.
 */
export async function beginOAuth(tx: Tx, { vault, clock }: Tools, orgId: string, start: OAuthStart): Promise<OAuthChallenge> {
  const network = start.ipAddress === undefined ? null : networkOf(start.ipAddress);
  await dropOldest(tx, orgId, start.browserHash);
  if (network) await refuseTooMany(tx, orgId, network, clock.now());
  const codeVerifier = randomBytes(32).toString('base64url');
  const state = newSecret(orgId);
  const nonce = randomBytes(24).toString('base64url');
  await tx.query(
    `insert into oauth_transactions (org_id, state_hash, provider, purpose, user_id, browser_hash, code_verifier, nonce, expires_at, data,
       network)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
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
      network,
    ],
  );
  return { state, nonce, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') };
}

async function refuseTooMany(tx: Tx, orgId: string, network: string, now: Date): Promise<void> {
  const most = orgId === NO_ORG ? MOST_PER_NETWORK.unknown : MOST_PER_NETWORK.known;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('consents ' || $1 || ' ' || $2, 0))`, [orgId, network]);
  const { rows } = await tx.query<{ expiresAt: Date }>(
    `select expires_at as "expiresAt" from oauth_transactions where org_id = $1 and network = $2 and expires_at > $3
      order by expires_at desc offset $4 limit 1`,
    [orgId, network, now, most - 1],
  );
  if (rows[0]) throw new AppError('too_many_sign_ins', { retryAt: rows[0].expiresAt.toISOString() });
}

/** Makes room for one more of this browser. */
async function dropOldest(tx: Tx, orgId: string, browserHash: Buffer): Promise<void> {
  await tx.query(
    `delete from oauth_transactions where org_id = $1 and browser_hash = $2 and state_hash not in
      (select state_hash from oauth_transactions where org_id = $1 and browser_hash = $2 order by expires_at desc limit $3)`,
    [orgId, browserHash, MOST_PER_BROWSER - 1],
  );
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

/** A consent that was under way, with what its vendor may have given already. */
interface EndedConsent extends Pick<OAuthTransaction, 'purpose' | 'userId' | 'data'> {
  provider: OAuthProvider;
}

/** Ends every consent of an org, or of one user, that is under way, and gives what each of them held. */
export async function endConsents(tx: Tx, orgId: string, onlyUserId: string | null): Promise<EndedConsent[]> {
  const { rows } = await tx.query<EndedConsent>(
    `delete from oauth_transactions where org_id = $1 and ($2::uuid is null or user_id = $2)
     returning purpose, provider, user_id as "userId", data`,
    [orgId, onlyUserId],
  );
  return rows;
}

function contextOf(orgId: string, provider: OAuthProvider, state: string): string[] {
  return [orgId, provider, hashSecret(state).toString('hex')];
}

function expired(): AppError {
  return new AppError('consent_expired');
}
