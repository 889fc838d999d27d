import type { Tx } from '../../platform/postgres.ts';
import type { MailboxProviderName } from './schemas.ts';

export interface StoredOAuthClient {
  /** What grants remember, and the key of its secret. Another client id is another row. */
  id: string;
  provider: MailboxProviderName;
  clientId: string;
  tenantId: string | null;
  updatedAt: Date;
}

const COLUMNS = `id, provider, client_id as "clientId", tenant_id as "tenantId", updated_at as "updatedAt"`;

export async function findOAuthClient(tx: Tx, orgId: string, id: string): Promise<StoredOAuthClient | null> {
  const { rows } = await tx.query<StoredOAuthClient>(`select ${COLUMNS} from oauth_clients where org_id = $1 and id = $2`, [orgId, id]);
  return rows[0] ?? null;
}

export async function findOAuthClientOfProvider(tx: Tx, orgId: string, provider: MailboxProviderName): Promise<StoredOAuthClient | null> {
  const { rows } = await tx.query<StoredOAuthClient>(`select ${COLUMNS} from oauth_clients where org_id = $1 and provider = $2`, [
    orgId,
    provider,
  ]);
  return rows[0] ?? null;
}

export async function insertOAuthClient(
  tx: Tx,
  orgId: string,
  client: { provider: MailboxProviderName; clientId: string; tenantId: string | null; adminId: string; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into oauth_clients (org_id, provider, client_id, tenant_id, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
     returning id`,
    [orgId, client.provider, client.clientId, client.tenantId, client.now, client.adminId],
  );
  const [row] = rows;
  if (!row) throw new Error('The database kept no row.');
  return row.id;
}

/** Another secret or tenant of the same client. Its time always moves on: whoever remembers the client compares it. */
export async function touchOAuthClient(
  tx: Tx,
  orgId: string,
  id: string,
  change: { tenantId: string | null; adminId: string; now: Date },
): Promise<void> {
  await tx.query(
    `update oauth_clients set tenant_id = $3, updated_by = $4, updated_at = greatest($5, updated_at + interval '1 millisecond')
      where org_id = $1 and id = $2`,
    [orgId, id, change.tenantId, change.adminId, change.now],
  );
}

export async function deleteOAuthClient(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('delete from oauth_clients where org_id = $1 and id = $2', [orgId, id]);
}

/** How many live mailboxes each client gave; the key of the service's own is the empty string. */
export async function countMailboxesByClient(tx: Tx, orgId: string, provider: MailboxProviderName): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: string | null; mailboxes: number }>(
    `select oauth_client_id as id, count(*)::int as mailboxes from email_connections
      where org_id = $1 and provider = $2 and state <> 'disconnected' group by 1`,
    [orgId, provider],
  );
  return new Map(rows.map(({ id, mailboxes }) => [id ?? '', mailboxes]));
}
