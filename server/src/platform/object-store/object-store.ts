import type { Readable } from 'node:stream';

/** What an object is found by: its org and an id that nothing else has. */
export interface ObjectKey {
  orgId: string;
  /** A UUID. */
  id: string;
}

/** Keeps bytes that are written once and never changed. */
export interface ObjectStore {
  /**
   * All `size` bytes are kept when this resolves, and none when it rejects. A stream has to be quick, such as that of a local file: a store
   * may hold a connection meanwhile. A key is used once.
   */
  put(key: ObjectKey, bytes: Buffer | Readable, size: number): Promise<void>;
  /** The bytes as they were put, read as they are asked for. Rejects with ObjectMissing. */
  get(key: ObjectKey): Promise<Readable>;
  /** Resolves also when there is no such object. */
  delete(key: ObjectKey): Promise<void>;
}

/** There is no object of that key, or not any more. */
export class ObjectMissing extends Error {
  override name = 'ObjectMissing';

  constructor({ orgId, id }: ObjectKey) {
    super(`There is no object ${orgId}/${id}.`);
  }
}

/** The bytes in pieces of exactly `length`, the last one excepted. Throws when there are not `size` of them. */
export async function* inParts(bytes: Buffer | Readable, size: number, length: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let total = 0;
  for await (const chunk of Buffer.isBuffer(bytes) ? [bytes] : (bytes as AsyncIterable<Buffer>)) {
    total += chunk.byteLength;
    held.push(chunk);
    heldBytes += chunk.byteLength;
    if (heldBytes < length) continue;
    const whole = Buffer.concat(held);
    let at = 0;
    for (; whole.byteLength - at >= length; at += length) yield whole.subarray(at, at + length);
    held = [whole.subarray(at)];
    heldBytes = whole.byteLength - at;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
  if (total !== size) throw new RangeError(`An object of ${String(size)} bytes came with ${String(total)}.`);
}
