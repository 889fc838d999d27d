import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HEAD_BYTES } from './read-type.ts';

/** A file that has come in whole and is not kept yet. */
export interface ReceivedFile {
  path: string;
  size: number;
  sha256: Buffer;
  /** Its first bytes. */
  head: Buffer;
}

/** More came than may. */
export class TooManyBytes extends Error {
  readonly seen: number;

  constructor(seen: number) {
    super('More bytes came than may.');
    this.seen = seen;
  }
}

/**
 * Writes what comes into a file that only this process may read, hands that to `use`, and deletes it however that ends. So neither a slow
 * rep holds a connection to the database, nor does a large file stand in memory. Rejects with TooManyBytes as soon as `most` are exceeded.
 */
export async function withReceivedFile<T>(bytes: Readable, most: number, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'msi-upload-'));
  try {
    return await use(await receive(bytes, most, path.join(folder, 'file')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(bytes: Readable, most: number, file: string): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  await pipeline(
    bytes,
    async function* look(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > most) throw new TooManyBytes(size);
        if (head.byteLength < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.byteLength)]);
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(file, { mode: 0o600, flags: 'wx' }),
  );
  return { path: file, size, sha256: hash.digest(), head };
}
