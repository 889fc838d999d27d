import { createHash, randomBytes } from 'node:crypto';
import type { Pool, Tx } from './postgres.ts';

export type TicketPurpose = 'invitation' | 'continue' | 'connect_mailbox' | 'microsoft_admin_consent' | 'sign_in';

export interface Ticket {
  /** Null for `sign_in`: whoever follows the link has proved nothing yet. */
  userId: string | null;
  purpose: TicketPurpose;
  expiresAt: Date;
  usedAt: Date | null;
  data: Record<string, unknown>;
}

/** Stands in for the org while nobody has signed in. Never the id of a real org. */
export const NO_ORG = '000000000000000000';

/**
 * A secret that may stand in an address: `<org id>.<128 random bits and more>`. The org id in front lets row-level security
 * be set before anything is looked up; only the hash is ever stored.
 */
export function newSecret(orgId: string): string {
  return `${orgId}.${randomBytes(24).toString('base64url')}`;
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The org id of a secret of ours, or null when it cannot be one. Proves nothing: the hash must be found as well. */
export function orgOfSecret(secret: unknown): string | null {
  if (typeof secret !== 'string' || !/^[a-zA-Z0-9]{18}\.[A-Za-z0-9_-]{32}$/.test(secret)) return null;
  return secret.slice(0, 18);
}

/** Makes a link's secret part for one purpose. */
export async function mintTicket(
  tx: Tx,
  orgId: string,
  ticket: { userId: string | null; purpose: TicketPurpose; expiresAt: Date; data?: Record<string, unknown> },
): Promise<string> {
  const token = newSecret(orgId);
  await tx.query(
    'insert into onboarding_tickets (org_id, token_hash, user_id, purpose, expires_at, data) values ($1, $2, $3, $4, $5, $6)',
    [orgId, hashSecret(token), ticket.userId, ticket.purpose, ticket.expiresAt, JSON.stringify(ticket.data ?? {})],
  );
  return token;
}

/** The ticket in whatever state it is, or null. */
export async function findTicket(tx: Tx, orgId: string, token: string): Promise<Ticket | null> {
  const { rows } = await tx.query<Ticket>(
    `select user_id as "userId", purpose, expires_at as "expiresAt", used_at as "usedAt", data
       from onboarding_tickets where org_id = $1 and token_hash = $2`,
    [orgId, hashSecret(token)],
  );
  return rows[0] ?? null;
}

/** True for exactly one caller, and only while the ticket is valid. */
export async function useTicket(tx: Tx, orgId: string, token: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update onboarding_tickets set used_at = $3 where org_id = $1 and token_hash = $2 and used_at is null and expires_at > $3',
    [orgId, hashSecret(token), now],
  );
  return rowCount === 1;
}

/** Ends links of a user that nobody has followed yet: all of them, or those of one purpose. */
export async function spendTickets(tx: Tx, orgId: string, userId: string, now: Date, purpose?: TicketPurpose): Promise<void> {
  await tx.query(
    `update onboarding_tickets set used_at = $3
      where org_id = $1 and user_id = $2 and used_at is null and purpose = coalesce($4, purpose)`,
    [orgId, userId, now, purpose ?? null],
  );
}

/** Links of a user are links of another from now on: the two were one person. */
export async function handOverTickets(tx: Tx, orgId: string, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query('update onboarding_tickets set user_id = $3 where org_id = $1 and user_id = $2', [orgId, from, to]);
}

/**
 * Forgets what can never be used again, of all orgs: shown panel tokens, links, browser sessions, consents under way and counted letters.
 */
export async function deleteExpiredTokens(pool: Pool, now: Date): Promise<void> {
  await pool.query('select delete_expired_tokens($1), delete_old_letters($1)', [now]);
}
