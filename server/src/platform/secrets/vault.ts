import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Tx } from '../postgres.ts';
import { decrypt, encrypt, KEY_BYTES } from './aes-gcm.ts';
import { SecretError, type Keyring } from './keyring.ts';
import * as repository from './repository.ts';
import type { SecretId, StoredField } from './secret-id.ts';

/**
 * The only place where tokens are encrypted and decrypted. Each stored value has a data key of its own, which the
 * keyring locks; both are bound to org, connection, provider, field and key version.
 */
export interface Vault {
  /** Stores a secret, in place of an earlier one of the same id. */
  seal(tx: Tx, id: SecretId, plaintext: string): Promise<void>;
  /** Gives a secret back and leaves an audit row with the purpose. Throws a SecretError when there is none or it does not fit. */
  open(tx: Tx, id: SecretId, purpose: string): Promise<string>;
  /** Which of these secrets a connection has, without opening any; all of them when none are named. */
  fields(tx: Tx, orgId: string, connectionId: string, only?: readonly SecretId['field'][]): Promise<StoredField[]>;
  /** Destroys every data key of a connection: what copies of the database still hold can never be opened again. */
  shred(tx: Tx, orgId: string, connectionId: string): Promise<void>;
  /** Encrypts something short-lived that is kept elsewhere, such as a PKCE verifier, for exactly this context. */
  sealForTransit(plaintext: string, context: readonly string[]): Promise<Buffer>;
  openFromTransit(sealed: Buffer, context: readonly string[]): Promise<string>;
}

export function createVault({ keyring, clock }: { keyring: Keyring; clock: Clock }): Vault {
  return {
    async seal(tx, id, plaintext) {
      const version = await repository.nextKeyVersion(tx, id);
      const dataKey = randomBytes(KEY_BYTES);
      try {
        const wrapped = await keyring.wrap(dataKey, dataKeyContext(id, version));
        const ciphertext = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), secretContext(id, version));
        await repository.storeSecret(tx, id, { version, wrapped, ciphertext, now: clock.now() });
      } finally {
        dataKey.fill(0);
      }
    },
    async open(tx, id, purpose) {
      const stored = await repository.findSecret(tx, id);
      if (!stored) throw new SecretError('There is no such secret.');
      const dataKey = await keyring.unwrap(stored.wrapped, dataKeyContext(id, stored.version));
      try {
        const plaintext = decrypt(dataKey, stored.ciphertext, secretContext(id, stored.version)).toString('utf8');
        await repository.recordDecrypt(tx, id, purpose, clock.now());
        return plaintext;
      } finally {
        dataKey.fill(0);
      }
    },
    async fields(tx, orgId, connectionId, only) {
      const found = await repository.listFields(tx, orgId, connectionId);
      return found.filter(({ field }) => !only || only.includes(field));
    },
    shred: (tx, orgId, connectionId) => repository.deleteSecrets(tx, orgId, connectionId),
    async sealForTransit(plaintext, context) {
      const dataKey = randomBytes(KEY_BYTES);
      const { keyId, blob } = await keyring.wrap(dataKey, ['transit key', ...context]);
      const ciphertext = encrypt(dataKey, Buffer.from(plaintext, 'utf8'), ['transit', ...context]);
      dataKey.fill(0);
      return Buffer.concat([withLength(Buffer.from(keyId)), withLength(blob), ciphertext]);
    },
    async openFromTransit(sealed, context) {
      const [keyId, afterKeyId] = takeLength(sealed);
      const [blob, ciphertext] = takeLength(afterKeyId);
      const dataKey = await keyring.unwrap({ keyId: keyId.toString(), blob }, ['transit key', ...context]);
      const plaintext = decrypt(dataKey, ciphertext, ['transit', ...context]).toString('utf8');
      dataKey.fill(0);
      return plaintext;
    },
  };
}

function withLength(part: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(part.length);
  return Buffer.concat([length, part]);
}

function takeLength(bytes: Buffer): [part: Buffer, rest: Buffer] {
  if (bytes.length < 2) throw new SecretError();
  const end = 2 + bytes.readUInt16BE(0);
  return [bytes.subarray(2, end), bytes.subarray(end)];
}

function identify({ orgId, connectionId, provider, field }: SecretId, version: number): string[] {
  return [orgId, connectionId, provider, field, String(version)];
}
function secretContext(id: SecretId, version: number): string[] {
  return ['secret', ...identify(id, version)];
}
export function dataKeyContext(id: SecretId, version: number): string[] {
  return ['data key', ...identify(id, version)];
}
