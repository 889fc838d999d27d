import { parseArgs } from 'node:util';
import { createPool, type Pool } from './platform/postgres.ts';
import { keysInUse, openFileKeyring, rewrapAll, type FileKeyring } from './platform/secrets/index.ts';

/**
 * `npm run rotate-keys`: makes a new key and locks every data key with it, beside the running service.
 * `-- --rewrap-only` makes no new key. `-- --remove-unused` afterwards forgets old keys that nothing needs any more;
 * wait a quarter of an hour before, because a consent under way is locked with them too.
 * `-- --create` only makes the first key file. Reads DATABASE_URL and TOKEN_ENCRYPTION_KEYRING.
 */
async function rotateKeys(): Promise<void> {
  const { values } = parseArgs({
    options: { create: { type: 'boolean' }, 'rewrap-only': { type: 'boolean' }, 'remove-unused': { type: 'boolean' } },
  });
  const keyring = openFileKeyring(setting('TOKEN_ENCRYPTION_KEYRING'), { create: values.create ?? false });
  if (values.create) {
    console.log(`The key file has the key ${await keyring.currentKeyId()}.`);
    return;
  }
  const pool = createPool(setting('DATABASE_URL'), 2);
  try {
    if (values['remove-unused']) await removeUnused(pool, keyring);
    else await rewrap(pool, keyring, { newKey: !values['rewrap-only'] });
  } finally {
    await pool.end();
  }
}

async function rewrap(pool: Pool, keyring: FileKeyring, { newKey }: { newKey: boolean }): Promise<void> {
  if (newKey) console.log(`New key: ${await keyring.addKey()}.`);
  const { rewrapped, unreadable } = await rewrapAll({ pool, keyring });
  console.log(`${String(rewrapped)} data keys are now locked with ${await keyring.currentKeyId()}.`);
  if (unreadable.length > 0)
    throw new Error(`The secrets of these connections do not open; their owners must connect again: ${unreadable.join(', ')}.`);
}

async function removeUnused(pool: Pool, keyring: FileKeyring): Promise<void> {
  const used = await keysInUse(pool);
  await keyring.removeKeys((await keyring.keyIds()).filter((keyId) => !used.has(keyId)));
  console.log(`Keys left: ${(await keyring.keyIds()).join(', ')}.`);
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}.`);
  return value;
}

try {
  await rotateKeys();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
