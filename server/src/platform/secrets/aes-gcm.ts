import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SecretError } from './keyring.ts';

export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed, so that another algorithm can come later. */
const FORMAT = 1;

/**
 * The context a ciphertext is bound to. Each part carries its length in front, so that ("a", "bc") and ("ab", "c")
 * differ and no row's secret opens in another row.
 */
export function additionalData(context: readonly string[]): Buffer {
  return Buffer.from(context.map((part) => `${Buffer.byteLength(part)}:${part}`).join('|'), 'utf8');
}

/** AES-256-GCM with a random 96-bit IV: format byte, IV, tag, ciphertext. */
export function encrypt(key: Buffer, plaintext: Buffer, context: readonly string[]): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(context));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), ciphertext]);
}

/** Throws a SecretError without a reason when key, context or a single bit do not fit. */
export function decrypt(key: Buffer, sealed: Buffer, context: readonly string[]): Buffer {
  try {
    if (sealed[0] !== FORMAT || sealed.length < 1 + IV_BYTES + TAG_BYTES) throw new SecretError();
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(additionalData(context));
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SecretError();
  }
}
