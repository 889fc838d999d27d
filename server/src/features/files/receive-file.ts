import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
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

/** Whoever sends the file has gone away before its end. */
export class UploadCut extends Error {
  override name = 'UploadCut';
}

const FOLDERS = 'msi-upload-';
/** No upload takes so long: `REQUEST_TIMEOUT_MS` is ten minutes at most. */
const LEFT_AFTER_MS = 3_600_000;

/** Deletes what processes that were killed have left of uploads on this machine. */
export async function deleteLeftUploads(now = new Date()): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDERS)) continue;
    const folder = path.join(tmpdir(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < now.getTime() - LEFT_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Writes what comes into a file that only this process may read, hands that to `use`, and deletes it however that ends. So neither a slow
 * rep holds a connection to the database, nor does a large file stand in memory. Rejects with TooManyBytes as soon as `most` are exceeded,
 * and with UploadCut.
 */
export async function withReceivedFile<T>(bytes: Readable, most: number, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), FOLDERS));
  try {
    return await use(await receive(bytes, most, path.join(folder, 'file')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A connection breaks in these ways, and a disk does not. */
const CUT = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

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
  ).catch((error: unknown) => {
    throw CUT.has((error as NodeJS.ErrnoException).code ?? '') ? new UploadCut('The upload was cut.', { cause: error }) : error;
  });
  return { path: file, size, sha256: hash.digest(), head };
}
