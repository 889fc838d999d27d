import type { Tx } from '../postgres.ts';
import { ProviderError } from '../provider-error.ts';
import type { WrappedKey } from './keyring.ts';
import type { SecretId, StoredField } from './secret-id.ts';

/** SQLSTATE of a lock that was not given in time. */
const LOCK_NOT_AVAILABLE = '55P03';

export interface StoredSecret {
  version: number;
  wrapped: WrappedKey;
  ciphertext: Buffer;
}

export async function nextKeyVersion(tx: Tx, { orgId, connectionId, field }: SecretId): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `select key_version + 1 as version from connection_secrets
      where org_id = $1 and connection_id = $2 and field = $3 for no key update`,
    [orgId, connectionId, field],
  );
  return rows[0]?.version ?? 1;
}

export async function storeSecret(tx: Tx, id: SecretId, secret: StoredSecret & { now: Date }): Promise<void> {
  await tx.query(
    `insert into connection_secrets (org_id, connection_id, provider, field, key_version, kek_id, wrapped_dek, ciphertext, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (org_id, connection_id, field) do update
        set provider = excluded.provider, key_version = excluded.key_version, kek_id = excluded.kek_id,
            wrapped_dek = excluded.wrapped_dek, ciphertext = excluded.ciphertext, updated_at = excluded.updated_at`,
    [
      id.orgId,
      id.connectionId,
      id.provider,
      id.field,
      secret.version,
      secret.wrapped.keyId,
      secret.wrapped.blob,
      secret.ciphertext,
      secret.now,
    ],
  );
}

export async function findSecret(tx: Tx, { orgId, connectionId, field }: SecretId): Promise<StoredSecret | null> {
  const { rows } = await tx.query<{ version: number; keyId: string; wrappedKey: Buffer; ciphertext: Buffer }>(
    `select key_version as version, kek_id as "keyId", wrapped_dek as "wrappedKey", ciphertext
       from connection_secrets where org_id = $1 and connection_id = $2 and field = $3`,
    [orgId, connectionId, field],
  );
  const row = rows[0];
  return row ? { version: row.version, wrapped: { keyId: row.keyId, blob: row.wrappedKey }, ciphertext: row.ciphertext } : null;
}

export async function listFields(tx: Tx, orgId: string, connectionId: string): Promise<StoredField[]> {
  const { rows } = await tx.query<StoredField>(
    'select provider, field, key_version as version from connection_secrets where org_id = $1 and connection_id = $2 order by field',
    [orgId, connectionId],
  );
  return rows;
}

export async function recordDecrypt(tx: Tx, { orgId, connectionId, field }: SecretId, purpose: string, now: Date): Promise<void> {
  await tx.query('insert into secret_audit (org_id, connection_id, field, purpose, happened_at) values ($1, $2, $3, $4, $5)', [
    orgId,
    connectionId,
    field,
    purpose,
    now,
  ]);
}

export async function deleteSecrets(tx: Tx, orgId: string, connectionId: string): Promise<void> {
  await tx.query('delete from connection_secrets where org_id = $1 and connection_id = $2', [orgId, connectionId]);
}

/**
 * Waits until nobody else refreshes this grant, and keeps others out until the transaction ends. The row of the secret is the lock, so that
 * the connection's own row stays free for the send lane. False when the secret is gone. A wait of more than 45 s, longer than any call to a
 * vendor may take, is a ProviderError of kind `transient`.
 */
export async function lockSecret(tx: Tx, { orgId, connectionId, provider, field }: SecretId): Promise<boolean> {
  await tx.query(`set local lock_timeout = '45s'`);
  await tx.query(`set local idle_in_transaction_session_timeout = '60s'`);
  try {
    const { rowCount } = await tx.query(
      'select 1 from connection_secrets where org_id = $1 and connection_id = $2 and field = $3 for no key update',
      [orgId, connectionId, field],
    );
    return rowCount === 1;
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new ProviderError('transient', 'Somebody else uses this connection for too long.', { provider, cause: error });
  }
}

export interface LockedKey extends SecretId {
  version: number;
  wrapped: WrappedKey;
}

/**
 * Secrets after `after` whose data key is locked with another key than `currentKeyId`, in a fixed order; those that are
 * busy only when `wait` is set.
 */
export async function claimForRewrap(
  tx: Tx,
  orgId: string,
  claim: { currentKeyId: string; limit: number; wait: boolean; after: Pick<SecretId, 'connectionId' | 'field'> | null },
): Promise<LockedKey[]> {
  const { rows } = await tx.query<Omit<LockedKey, 'orgId' | 'wrapped'> & { keyId: string; wrappedKey: Buffer }>(
    `select connection_id as "connectionId", provider, field, key_version as version, kek_id as "keyId", wrapped_dek as "wrappedKey"
       from connection_secrets
      where org_id = $1 and kek_id <> $2 and ($4::uuid is null or (connection_id, field) > ($4, $5))
      order by connection_id, field limit $3 for update ${claim.wait ? '' : 'skip locked'}`,
    [orgId, claim.currentKeyId, claim.limit, claim.after?.connectionId ?? null, claim.after?.field ?? null],
  );
  return rows.map(({ keyId, wrappedKey, ...row }) => ({ orgId, ...row, wrapped: { keyId, blob: wrappedKey } }));
}

export async function replaceWrappedKey(tx: Tx, { orgId, connectionId, field }: SecretId, wrapped: WrappedKey): Promise<void> {
  await tx.query('update connection_secrets set kek_id = $4, wrapped_dek = $5 where org_id = $1 and connection_id = $2 and field = $3', [
    orgId,
    connectionId,
    field,
    wrapped.keyId,
    wrapped.blob,
  ]);
}

/** Ids of the keys that this org's secrets still need. */
export async function keysInUse(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.query<{ keyId: string }>('select distinct kek_id as "keyId" from connection_secrets where org_id = $1', [
    orgId,
  ]);
  return rows.map(({ keyId }) => keyId);
}

/** Every customer. Ids only: this is the one thing the application may know across orgs. */
export async function allOrgIds(pool: { query: Tx['query'] }): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('select all_org_ids() as id');
  return rows.map(({ id }) => id);
}
