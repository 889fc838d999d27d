import { createHmac } from 'node:crypto';

/**
 * A key for one purpose, made from a random key in base64. What is signed with the key of one purpose never passes for what is signed for
 * another, nor for what the random key signs itself.
 */
export function deriveKey(signingKey: string, purpose: string): Buffer {
  return createHmac('sha256', Buffer.from(signingKey, 'base64')).update(purpose).digest();
}
