/**
 * Where the keys live that lock the data keys: a file for local use, a KMS in production (its encryption context, or
 * additional authenticated data, takes `context`). A key that is asked for and missing is a SecretError.
 */
export interface Keyring {
  /** The id of the key that `wrap` uses now. */
  currentKeyId(): Promise<string>;
  /** Locks some bytes (at most 4 KB) with the current key, so that they open only with the same context. */
  wrap(plaintext: Buffer, context: readonly string[]): Promise<WrappedKey>;
  unwrap(wrapped: WrappedKey, context: readonly string[]): Promise<Buffer>;
}

export interface WrappedKey {
  keyId: string;
  blob: Buffer;
}

/** Something secret could not be sealed or opened. Says no more, because a reason would help whoever tries. */
export class SecretError extends Error {
  constructor(message = 'The secret cannot be opened.') {
    super(message);
    this.name = 'SecretError';
  }
}
