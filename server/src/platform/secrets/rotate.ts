import { inOrg, type Pool } from '../postgres.ts';
import { SecretError, type Keyring } from './keyring.ts';
import * as repository from './repository.ts';
import { dataKeyContext } from './vault.ts';

const BATCH = 500;

export interface Rotation {
  rewrapped: number;
  /** Connections with a secret that does not open: damaged or moved, and of no use to anybody. */
  unreadable: string[];
}

/**
 * Locks every data key with the current key again. The secrets themselves are not touched and not decrypted. Runs
 * beside everything else: rows that a refresh holds are passed over first and waited for at the end.
 */
export async function rewrapAll(use: { pool: Pool; keyring: Keyring }): Promise<Rotation> {
  const rotation: Rotation = { rewrapped: 0, unreadable: [] };
  for (const orgId of await repository.allOrgIds(use.pool)) {
    for (const wait of [false, true]) {
      let last: repository.LockedKey | null = null;
      do last = await rewrapBatch(use, orgId, { wait, after: last }, rotation);
      while (last);
    }
  }
  return { ...rotation, unreadable: [...new Set(rotation.unreadable)] };
}

async function rewrapBatch(
  { pool, keyring }: { pool: Pool; keyring: Keyring },
  orgId: string,
  from: { wait: boolean; after: repository.LockedKey | null },
  rotation: Rotation,
): Promise<repository.LockedKey | null> {
  return inOrg(pool, orgId, async (tx) => {
    const currentKeyId = await keyring.currentKeyId();
    const rows = await repository.claimForRewrap(tx, orgId, { currentKeyId, limit: BATCH, ...from });
    for (const row of rows) {
      const context = dataKeyContext(row, row.version);
      try {
        const dataKey = await keyring.unwrap(row.wrapped, context);
        await repository.replaceWrappedKey(tx, row, await keyring.wrap(dataKey, context));
        dataKey.fill(0);
        rotation.rewrapped += 1;
      } catch (error) {
        if (!(error instanceof SecretError)) throw error;
        rotation.unreadable.push(row.connectionId);
      }
    }
    return rows.at(-1) ?? null;
  });
}

/** Ids of all keys that some secret still needs. */
export async function keysInUse(pool: Pool): Promise<Set<string>> {
  const used = new Set<string>();
  for (const orgId of await repository.allOrgIds(pool)) {
    for (const keyId of await inOrg(pool, orgId, (tx) => repository.keysInUse(tx, orgId))) used.add(keyId);
  }
  return used;
}
