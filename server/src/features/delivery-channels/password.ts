import type { Tx } from '../../platform/postgres.ts';
import type { SecretId, Vault } from '../../platform/secrets/index.ts';
import type { StoredServer } from './repository.ts';

export const passwordId = (orgId: string, serverId: string): SecretId => ({
  orgId,
  connectionId: serverId,
  provider: 'smtp',
  field: 'password',
});

/** Null for a server that wants none. Leaves an audit row with the purpose. */
export const passwordOf = async (
  vault: Vault,
  tx: Tx,
  orgId: string,
  server: Pick<StoredServer, 'id' | 'hasPassword'>,
  purpose: string,
): Promise<string | null> => (server.hasPassword ? vault.open(tx, passwordId(orgId, server.id), purpose) : null);
