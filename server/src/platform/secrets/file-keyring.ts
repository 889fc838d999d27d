import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { decrypt, encrypt, KEY_BYTES } from './aes-gcm.ts';
import { SecretError, type Keyring } from './keyring.ts';

const KeyId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const KeyFile = z
  .strictObject({
    current: KeyId,
    keys: z.record(
      KeyId,
      z.base64().refine((key) => Buffer.from(key, 'base64').length === KEY_BYTES),
    ),
  })
  .refine(({ current, keys }) => current in keys);
type KeyFile = z.infer<typeof KeyFile>;

export interface FileKeyring extends Keyring {
  /** Adds a key and makes it the current one. Other processes notice by themselves. */
  addKey(): Promise<string>;
  /** Takes keys out of the file for good: whatever is still locked with them is lost. Never takes the current one. */
  removeKeys(keyIds: readonly string[]): Promise<void>;
  keyIds(): Promise<string[]>;
}

/**
 * Keys in one JSON file that only its owner may read. With `create` a missing file is made (0600); without it, as in
 * production, a missing file is an error. Reads the file again when it has changed, so that a rotation by another
 * process needs no restart.
 */
export function openFileKeyring(file: string, { create }: { create: boolean }): FileKeyring {
  if (!existsSync(file)) {
    if (!create)
      throw new SecretError(`The key file ${file} does not exist. Create it with "npm run rotate-keys -- --create", and keep a copy safe.`);
    createFirst(file);
  }
  let read = load(file);

  const fresh = (): KeyFile => {
    const { mtimeMs, ino } = statSync(file);
    if (mtimeMs !== read.mtimeMs || ino !== read.ino) read = load(file);
    return read.content;
  };
  const keyOf = (keyId: string): Buffer => {
    const key = fresh().keys[keyId];
    if (!key) throw new SecretError('The key of this secret is not in the key file.');
    return Buffer.from(key, 'base64');
  };

  return {
    currentKeyId: async () => fresh().current,
    keyIds: async () => Object.keys(fresh().keys),
    async wrap(plaintext, context) {
      const keyId = fresh().current;
      return { keyId, blob: encrypt(keyOf(keyId), plaintext, context) };
    },
    unwrap: async ({ keyId, blob }, context) => decrypt(keyOf(keyId), blob, context),
    async addKey() {
      const { keys } = fresh();
      const keyId = newKeyId();
      replace(file, { current: keyId, keys: { ...keys, [keyId]: newKey() } });
      return keyId;
    },
    async removeKeys(keyIds) {
      const { current, keys } = fresh();
      const kept = Object.entries(keys).filter(([keyId]) => keyId === current || !keyIds.includes(keyId));
      replace(file, { current, keys: Object.fromEntries(kept) });
    },
  };
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}
function newKeyId(): string {
  return `key-${randomBytes(6).toString('hex')}`;
}

/** Of several processes that start at once, one makes the file and the others take it. */
function createFirst(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const keyId = newKeyId();
  const draft = writeDraft(file, { current: keyId, keys: { [keyId]: newKey() } });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function replace(file: string, content: KeyFile): void {
  renameSync(writeDraft(file, content), file);
}

function writeDraft(file: string, content: KeyFile): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  return draft;
}

function load(file: string): { content: KeyFile; mtimeMs: number; ino: number } {
  const { mode, mtimeMs, ino } = statSync(file);
  if (mode & 0o077) throw new SecretError(`The key file ${file} can be read by others. Allow its owner only (chmod 600).`);
  const parsed = KeyFile.safeParse(readJson(file));
  if (!parsed.success)
    throw new SecretError(`The key file ${file} is not valid. It holds "current" and "keys", each key 32 bytes in base64.`);
  return { content: parsed.data, mtimeMs, ino };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
