import { hashSecret } from '../../platform/one-time-tickets.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { Identity } from './schemas.ts';

/** An identity of a user besides the mailbox. */
export interface StoredIdentity {
  id: string;
  userId: string;
  address: string;
  name: string;
  signatureHtml: string;
  channel: Identity['channel'];
  mailboxId: string | null;
  isDefault: boolean;
  verifiedAt: Date | null;
  verificationSentAt: Date | null;
  verificationError: string | null;
}

/** The mailbox as an identity: its signature is the user's own. */
export interface MailboxIdentity {
  id: string;
  provider: 'google' | 'microsoft';
  isConnected: boolean;
  address: string;
  name: string;
  signatureHtml: string;
  connectedAt: Date;
}

const IDENTITY = `id, user_id as "userId", address, name, signature_html as "signatureHtml", channel, email_connection_id as "mailboxId",
  is_default as "isDefault", verified_at as "verifiedAt", verification_sent_at as "verificationSentAt",
  verification_error as "verificationError"`;

/** The user's identities in the order they were added. */
export async function findIdentities(tx: Tx, orgId: string, userId: string): Promise<StoredIdentity[]> {
  const { rows } = await tx.query<StoredIdentity>(
    `select ${IDENTITY} from identities where org_id = $1 and user_id = $2 order by created_at, id`,
    [orgId, userId],
  );
  return rows;
}

/** The live mailbox of a user, or null. */
export async function findMailbox(tx: Tx, orgId: string, userId: string): Promise<MailboxIdentity | null> {
  const { rows } = await tx.query<MailboxIdentity>(
    `select c.id, c.provider, c.state = 'connected' as "isConnected", c.address, coalesce(c.display_name, u.name, c.address) as name,
            u.signature_html as "signatureHtml", c.connected_at as "connectedAt"
       from email_connections c join users u on u.org_id = c.org_id and u.id = c.user_id
      where c.org_id = $1 and c.user_id = $2 and c.state <> 'disconnected' and c.provider <> 'smtp'`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}

export async function hasTeamSmtp(tx: Tx, orgId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from team_smtp_servers where org_id = $1', [orgId]);
  return rowCount === 1;
}

/** What a user may have is counted while nobody else can add to it. */
export async function lockUser(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.query('select 1 from users where org_id = $1 and id = $2 for no key update', [orgId, userId]);
}

/** The id of the new identity; null when the user has one with this address. */
export async function insertIdentity(
  tx: Tx,
  orgId: string,
  identity: Pick<StoredIdentity, 'userId' | 'address' | 'name' | 'channel' | 'mailboxId' | 'signatureHtml' | 'verifiedAt'> & { now: Date },
): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into identities (org_id, user_id, address, name, channel, email_connection_id, signature_html, verified_at, verified_how,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::timestamptz is not null then 'gmail_alias' end, $9)
     on conflict do nothing returning id`,
    [
      orgId,
      identity.userId,
      identity.address,
      identity.name,
      identity.channel,
      identity.mailboxId,
      identity.signatureHtml,
      identity.verifiedAt,
      identity.now,
    ],
  );
  return rows[0]?.id ?? null;
}

/** Writes what is given; false when the user has no such identity. */
export async function updateIdentity(
  tx: Tx,
  orgId: string,
  userId: string,
  id: string,
  change: { name?: string | undefined; signatureHtml?: string | undefined; channel?: Identity['channel'] | undefined },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update identities set name = coalesce($4, name), signature_html = coalesce($5, signature_html), channel = coalesce($6, channel)
      where org_id = $1 and user_id = $2 and id = $3`,
    [orgId, userId, id, change.name ?? null, change.signatureHtml ?? null, change.channel ?? null],
  );
  return rowCount === 1;
}

/** One default per user; null makes it the mailbox. */
export async function setDefault(tx: Tx, orgId: string, userId: string, id: string | null): Promise<void> {
  await tx.query('update identities set is_default = false where org_id = $1 and user_id = $2 and is_default', [orgId, userId]);
  if (id) await tx.query('update identities set is_default = true where org_id = $1 and user_id = $2 and id = $3', [orgId, userId, id]);
}

export async function deleteIdentity(tx: Tx, orgId: string, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('delete from identities where org_id = $1 and user_id = $2 and id = $3', [orgId, userId, id]);
  return rowCount === 1;
}

/** An identity with who asked for it, as the verification email and its page tell it. */
export interface Claim {
  identityId: string;
  address: string;
  userId: string;
  personName: string | null;
  personEmail: string;
  orgName: string;
  isVerified: boolean;
}

const CLAIM = `i.id as "identityId", i.address, i.user_id as "userId", u.name as "personName", u.email as "personEmail",
  o.name as "orgName", i.verified_at is not null as "isVerified"`;
const CLAIM_SOURCE = `identities i join users u on u.org_id = i.org_id and u.id = i.user_id and u.state <> 'deactivated'
  join orgs o on o.org_id = i.org_id`;

/** What people read, as they chose or as Salesforce says it; null: not known. */
export interface LanguagesOfClaim {
  /** Of whoever has this address in the org. */
  recipientLanguage: string | null;
  personLanguage: string | null;
}

export async function findClaim(tx: Tx, orgId: string, identityId: string): Promise<(Claim & LanguagesOfClaim) | null> {
  const { rows } = await tx.query<Claim & LanguagesOfClaim>(
    `select ${CLAIM}, coalesce(u.chosen_language, u.language) as "personLanguage",
            (select coalesce(r.chosen_language, r.language) from users r
              where r.org_id = i.org_id and r.address_held = i.address) as "recipientLanguage"
       from ${CLAIM_SOURCE} where i.org_id = $1 and i.id = $2`,
    [orgId, identityId],
  );
  return rows[0] ?? null;
}

export async function findClaimOfTicket(tx: Tx, orgId: string, secret: string): Promise<(Claim & { expiresAt: Date }) | null> {
  const { rows } = await tx.query<Claim & { expiresAt: Date }>(
    `select ${CLAIM}, t.expires_at as "expiresAt" from identity_tickets t, ${CLAIM_SOURCE}
      where t.org_id = $1 and t.token_hash = $2 and i.org_id = t.org_id and i.id = t.identity_id`,
    [orgId, hashSecret(secret)],
  );
  return rows[0] ?? null;
}

export async function insertTicket(
  tx: Tx,
  orgId: string,
  ticket: { secret: string; identityId: string; expiresAt: Date; now: Date },
): Promise<void> {
  await tx.query('delete from identity_tickets where org_id = $1 and identity_id = $2 and expires_at <= $3', [
    orgId,
    ticket.identityId,
    ticket.now,
  ]);
  await tx.query('insert into identity_tickets (org_id, token_hash, identity_id, expires_at) values ($1, $2, $3, $4)', [
    orgId,
    hashSecret(ticket.secret),
    ticket.identityId,
    ticket.expiresAt,
  ]);
}

export async function setVerificationOutcome(
  tx: Tx,
  orgId: string,
  identityId: string,
  outcome: { sentAt: Date } | { error: string },
): Promise<void> {
  const [sentAt, error] = 'sentAt' in outcome ? [outcome.sentAt, null] : [null, outcome.error];
  await tx.query(
    `update identities set verification_sent_at = coalesce($3, verification_sent_at), verification_error = $4
     where org_id = $1 and id = $2`,
    [orgId, identityId, sentAt, error],
  );
}

/** True for exactly one caller. */
export async function markVerified(tx: Tx, orgId: string, identityId: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update identities set verified_at = $3, verified_how = 'email', verification_error = null
     where org_id = $1 and id = $2 and verified_at is null`,
    [orgId, identityId, now],
  );
  return rowCount === 1;
}
