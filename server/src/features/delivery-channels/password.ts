import type { Tx } from '../../platform/postgres.ts';
import type { SecretId, Vault } from '../../platform/secrets/index.ts';
import type { StoredServer } from './repository.ts';

export function passwordId(orgId: string, serverId: string): SecretId {
  return {
    orgId,
    connectionId: serverId,
    provider: 'smtp',
    field: 'password',
  };
}

/** Null for a server that wants none. Leaves an audit row with the purpose. */
export async function passwordOf(
  vault: Vault,
  tx: Tx,
  orgId: string,
  server: Pick<StoredServer, 'id' | 'hasPassword'>,
  purpose: string,
): Promise<string | null> {
  return server.hasPassword ? vault.open(tx, passwordId(orgId, server.id), purpose) : null;
}
