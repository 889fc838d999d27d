import type { Tx } from '../../platform/postgres.ts';
import type { MailboxTrouble } from '../../platform/provider-error.ts';
import type { MailboxGrant } from '../../providers/mailbox.ts';
import type { EmailConnection, MailboxProviderName, MailboxTier } from './schemas.ts';

export type MailboxState = EmailConnection['state'];
export type MailboxStateReason = NonNullable<EmailConnection['stateReason']>;

export interface Mailbox {
  id: string;
  userId: string;
  provider: MailboxProviderName;
  accountKey: string;
  address: string;
  displayName: string | null;
  scopes: string[];
  /** With which client of the customer's own the grant was made; null: with the service's. */
  oauthClientId: string | null;
  /** What the org's admin allows in mailboxes of this vendor. */
  tier: MailboxTier;
  state: MailboxState;
  stateReason: MailboxStateReason | null;
  /** Counts the tokens: whoever holds an older one has nothing to say about this one. */
  tokenVersion: number;
  accessTokenExpiresAt: Date | null;
  refreshedAt: Date;
  connectedAt: Date;
}

/** A mailbox as its owner sees it. */
export interface ListedMailbox extends Mailbox {
  /** Sales emails that have not left and belong to this mailbox. */
  waitingEmails: number;
  isWatched: boolean;
  lastAliveAt: Date | null;
  trouble: MailboxTrouble | null;
  troubleSince: Date | null;
  troubleCount: number;
  sendRefusals: number;
}

const COLUMNS = `c.id, c.user_id as "userId", c.provider, c.account_key as "accountKey", c.address, c.display_name as "displayName",
  c.scopes, c.oauth_client_id as "oauthClientId",
  coalesce(case c.provider when 'google' then p.google_tier else p.microsoft_tier end, 'headers') as tier, c.state,
  c.state_reason as "stateReason", c.token_version as "tokenVersion", c.access_token_expires_at as "accessTokenExpiresAt",
  coalesce(c.refreshed_at, c.connected_at) as "refreshedAt", c.connected_at as "connectedAt"`;
/** What the vendor has against it, and how often in a row it has said so. */
export const TROUBLE = `c.trouble, c.trouble_since as "troubleSince", c.trouble_count as "troubleCount", c.send_refusals as "sendRefusals"`;
/** A user's part of the team's SMTP server stands in the same table, and is no mailbox. */
const SOURCE = `email_connections c left join mailbox_policies p on p.org_id = c.org_id where c.provider <> 'smtp' and c.org_id = $1`;

export async function findById(tx: Tx, orgId: string, id: string): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>(`select ${COLUMNS} from ${SOURCE} and c.id = $2`, [orgId, id]);
  return rows[0] ?? null;
}

/** The one mailbox that the user sends from; null when there is none or it was disconnected. */
export async function findLive(tx: Tx, orgId: string, userId: string): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>(`select ${COLUMNS} from ${SOURCE} and c.user_id = $2 and c.state <> 'disconnected'`, [
    orgId,
    userId,
  ]);
  return rows[0] ?? null;
}

/** How many emails wait for the mailbox `c`, scheduled ones among them. Each state has an index of its own. */
export const WAITING_EMAILS = `(
  (select count(*) from sales_emails e where e.org_id = c.org_id and e.email_connection_id = c.id and e.state = 'queued')
  + (select count(*) from sales_emails e where e.org_id = c.org_id and e.email_connection_id = c.id and e.state = 'scheduled'))::int`;

/** The live mailbox first, then disconnected ones that sales emails still wait for. */
export async function listMailboxes(tx: Tx, orgId: string, userId: string): Promise<ListedMailbox[]> {
  const { rows } = await tx.query<ListedMailbox>(
    `select m.*, w.connection_id is not null as "isWatched", w.last_alive_at as "lastAliveAt"
       from (select ${COLUMNS}, ${TROUBLE},
               ${WAITING_EMAILS} as "waitingEmails"
               from ${SOURCE} and c.user_id = $2) as m
       left join mailbox_watches w on w.org_id = $1 and w.connection_id = m.id
      where m.state <> 'disconnected' or m."waitingEmails" > 0
      order by m.state = 'disconnected', m."connectedAt" desc`,
    [orgId, userId],
  );
  return rows;
}

/** The row that this account had before, live or not: its emails wait for exactly this row. */
export async function findByAccount(
  tx: Tx,
  orgId: string,
  userId: string,
  provider: MailboxProviderName,
  accountKey: string,
): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>(
    `select ${COLUMNS} from ${SOURCE} and c.user_id = $2 and c.provider = $3 and c.account_key = $4
      order by c.state = 'disconnected', c.connected_at desc limit 1`,
    [orgId, userId, provider, accountKey],
  );
  return rows[0] ?? null;
}

/**
 * Two consents of one user that end at the same time must not both find no mailbox, and none may end after the user's access has. Null when
 * there is no such user, or none with access.
 */
export async function lockUser(tx: Tx, orgId: string, userId: string): Promise<{ email: string } | null> {
  const { rows } = await tx.query<{ email: string }>(
    `select email from users where org_id = $1 and id = $2 and state <> 'deactivated' for no key update`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}

type KeptGrant = Pick<MailboxGrant, 'accountKey' | 'address' | 'displayName' | 'scopes' | 'accessTokenExpiresAt' | 'endsAt'>;

export async function insertMailbox(
  tx: Tx,
  orgId: string,
  mailbox: KeptGrant & { userId: string; provider: MailboxProviderName; oauthClientId: string | null; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into email_connections (org_id, user_id, provider, account_key, address, display_name, scopes, access_token_expires_at,
       connected_at, refreshed_at, oauth_client_id, grant_ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11) returning id`,
    [
      orgId,
      mailbox.userId,
      mailbox.provider,
      mailbox.accountKey,
      mailbox.address,
      mailbox.displayName,
      mailbox.scopes,
      mailbox.accessTokenExpiresAt,
      mailbox.now,
      mailbox.oauthClientId,
      mailbox.endsAt ?? null,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('The database kept no row.');
  return row.id;
}

/** Connected again: the same row, so that nothing that waits for it has to be moved. Lock its secret first, as a refresher does. */
export async function reviveMailbox(
  tx: Tx,
  orgId: string,
  id: string,
  grant: Omit<KeptGrant, 'accountKey'>,
  oauthClientId: string | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `update email_connections
        set address = $3, display_name = $4, scopes = $5, access_token_expires_at = $6, state = 'connected',
            state_reason = null, reconnect_claims = null,
            token_version = token_version + 1, connected_at = $7, refreshed_at = $7, next_slot_at = null, send_refusals = 0,
            trouble = null, trouble_since = null, trouble_count = 0, oauth_client_id = $8, grant_ends_at = $9
      where org_id = $1 and id = $2`,
    [orgId, id, grant.address, grant.displayName, grant.scopes, grant.accessTokenExpiresAt, now, oauthClientId, grant.endsAt ?? null],
  );
}

/** False when the mailbox is not connected any more, or when its token is not the one that was refreshed. */
export async function markRefreshed(
  tx: Tx,
  orgId: string,
  { id, tokenVersion }: Pick<Mailbox, 'id' | 'tokenVersion'>,
  accessTokenExpiresAt: Date,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update email_connections set access_token_expires_at = $4, refreshed_at = $5, token_version = token_version + 1
      where org_id = $1 and id = $2 and token_version = $3 and state = 'connected'`,
    [orgId, id, tokenVersion, accessTokenExpiresAt, now],
  );
  return rowCount === 1;
}

export interface Refusal {
  reason: MailboxStateReason;
  claims?: string | undefined;
  /** The token that was refused. What a vendor says of an older one changes nothing. */
  tokenVersion?: number | undefined;
}

/** The user whose connection is closed by this; null when it was closed before, or has a newer token. */
export async function markReconnectRequired(
  tx: Tx,
  orgId: string,
  id: string,
  { reason, claims, tokenVersion }: Refusal,
): Promise<string | null> {
  const { rows } = await tx.query<{ userId: string }>(
    `update email_connections set state = 'reconnect_required', state_reason = $3, reconnect_claims = $4
      where org_id = $1 and id = $2 and state = 'connected' and ($5::int is null or token_version = $5)
      returning user_id as "userId"`,
    [orgId, id, reason, claims ?? null, tokenVersion ?? null],
  );
  return rows[0]?.userId ?? null;
}

export async function markDisconnected(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query(
    `update email_connections set state = 'disconnected', state_reason = 'disconnected_by_user', access_token_expires_at = null
      where org_id = $1 and id = $2`,
    [orgId, id],
  );
}

/** What Microsoft asked for when it last refused this user's mailbox, to be passed on to its sign-in page. */
export async function findReconnectClaims(tx: Tx, orgId: string, userId: string, provider: MailboxProviderName): Promise<string | null> {
  const { rows } = await tx.query<{ claims: string | null }>(
    `select reconnect_claims as claims from email_connections
      where org_id = $1 and user_id = $2 and provider = $3 and state = 'reconnect_required'`,
    [orgId, userId, provider],
  );
  return rows[0]?.claims ?? null;
}

/** The client is gone: what was granted to it cannot be refreshed any more. Answers the mailboxes that were closed. */
export async function markReconnectOfClient(tx: Tx, orgId: string, oauthClientId: string): Promise<{ id: string; userId: string }[]> {
  const { rows } = await tx.query<{ id: string; userId: string }>(
    `update email_connections set state = 'reconnect_required', state_reason = 'client_changed'
      where org_id = $1 and oauth_client_id = $2 and state = 'connected' returning id, user_id as "userId"`,
    [orgId, oauthClientId],
  );
  return rows;
}
