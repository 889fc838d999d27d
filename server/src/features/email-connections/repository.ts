import type { Tx } from '../../platform/postgres.ts';
import type { MailboxGrant } from '../../providers/mailbox.ts';
import type { EmailConnection, MailboxProviderName } from './schemas.ts';

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
  state: MailboxState;
  stateReason: MailboxStateReason | null;
  tokenVersion: number;
  accessTokenExpiresAt: Date | null;
  /** Sales emails that have not left and belong to this mailbox. */
  waitingEmails: number;
}

const COLUMNS = `c.id, c.user_id as "userId", c.provider, c.account_key as "accountKey", c.address, c.display_name as "displayName", c.scopes,
  c.state, c.state_reason as "stateReason", c.token_version as "tokenVersion", c.access_token_expires_at as "accessTokenExpiresAt",
  (select count(*)::int from sales_emails e where e.org_id = c.org_id and e.email_connection_id = c.id and e.state = 'queued') as "waitingEmails"`;

export async function findById(tx: Tx, orgId: string, id: string): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>(`select ${COLUMNS} from email_connections c where c.org_id = $1 and c.id = $2`, [orgId, id]);
  return rows[0] ?? null;
}

/** The one mailbox that the user sends from; null when there is none or it was disconnected. */
export async function findLive(tx: Tx, orgId: string, userId: string): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>(
    `select ${COLUMNS} from email_connections c where c.org_id = $1 and c.user_id = $2 and c.state <> 'disconnected'`,
    [orgId, userId],
  );
  return rows[0] ?? null;
}

/** The live mailbox first, then disconnected ones that sales emails still wait for. */
export async function listMailboxes(tx: Tx, orgId: string, userId: string): Promise<Mailbox[]> {
  const { rows } = await tx.query<Mailbox>(
    `select * from (select ${COLUMNS}, c.connected_at from email_connections c where c.org_id = $1 and c.user_id = $2) as mailbox
      where state <> 'disconnected' or "waitingEmails" > 0
      order by state = 'disconnected', connected_at desc`,
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
    `select ${COLUMNS} from email_connections c
      where c.org_id = $1 and c.user_id = $2 and c.provider = $3 and c.account_key = $4
      order by c.state = 'disconnected', c.connected_at desc limit 1`,
    [orgId, userId, provider, accountKey],
  );
  return rows[0] ?? null;
}

/** Two consents of one user that end at the same time must not both find no mailbox. Null when there is no such user. */
export async function lockUser(tx: Tx, orgId: string, userId: string): Promise<{ email: string } | null> {
  const { rows } = await tx.query<{ email: string }>(`select email from users where org_id = $1 and id = $2 for no key update`, [
    orgId,
    userId,
  ]);
  return rows[0] ?? null;
}

export async function insertMailbox(
  tx: Tx,
  orgId: string,
  mailbox: Pick<MailboxGrant, 'accountKey' | 'address' | 'displayName' | 'scopes' | 'accessTokenExpiresAt'> & {
    userId: string;
    provider: MailboxProviderName;
    now: Date;
  },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into email_connections (org_id, user_id, provider, account_key, address, display_name, scopes, access_token_expires_at, connected_at, refreshed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning id`,
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
    ],
  );
  return idOf(rows);
}

function idOf(rows: { id: string }[]): string {
  const [row] = rows;
  if (!row) throw new Error('The database kept no row.');
  return row.id;
}

/** Connected again: the same row, so that nothing that waits for it has to be moved. */
export async function reviveMailbox(
  tx: Tx,
  orgId: string,
  id: string,
  grant: Pick<MailboxGrant, 'address' | 'displayName' | 'scopes' | 'accessTokenExpiresAt'>,
  now: Date,
): Promise<void> {
  await tx.query(
    `update email_connections
        set address = $3, display_name = $4, scopes = $5, access_token_expires_at = $6, state = 'connected', state_reason = null,
            token_version = token_version + 1, connected_at = $7, refreshed_at = $7, next_slot_at = null
      where org_id = $1 and id = $2`,
    [orgId, id, grant.address, grant.displayName, grant.scopes, grant.accessTokenExpiresAt, now],
  );
}

export async function markRefreshed(tx: Tx, orgId: string, id: string, accessTokenExpiresAt: Date, now: Date): Promise<void> {
  await tx.query(
    `update email_connections set access_token_expires_at = $3, refreshed_at = $4, token_version = token_version + 1
      where org_id = $1 and id = $2`,
    [orgId, id, accessTokenExpiresAt, now],
  );
}

export async function markReconnectRequired(tx: Tx, orgId: string, id: string, reason: MailboxStateReason): Promise<void> {
  await tx.query(
    `update email_connections set state = 'reconnect_required', state_reason = $3 where org_id = $1 and id = $2 and state = 'connected'`,
    [orgId, id, reason],
  );
}

export async function markDisconnected(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query(
    `update email_connections set state = 'disconnected', state_reason = 'disconnected_by_user', access_token_expires_at = null
      where org_id = $1 and id = $2`,
    [orgId, id],
  );
}
