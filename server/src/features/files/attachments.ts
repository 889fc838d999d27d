import { buffer } from 'node:stream/consumers';
import { sentenceOf } from '../../platform/error-catalogue/index.ts';
import { AppError } from '../../platform/errors.ts';
import { ObjectMissing, type ObjectStore } from '../../platform/object-store/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { endingOf } from './clean-name.ts';
import { sentence } from './error-words/index.ts';
import { megabytes, MOST_BYTES } from './limits.ts';
import { findFiles, useFiles } from './repository.ts';
import type { Attachment } from './schemas.ts';

/** What an email with files may be refused with when it is sent. */
export const ATTACHMENT_PROBLEMS = ['file_gone', 'files_too_large_for_email'] as const;

/**
 * Refuses files that are gone or nobody's of this rep, and names them by their places; the others stay for days. AppError 409 `file_gone`.
 */
export async function holdAttachments(tx: Tx, orgId: string, userId: string, ids: readonly string[], now: Date): Promise<Attachment[]> {
  const files = await useFiles(tx, orgId, userId, ids, now);
  if (files.length === new Set(ids).size) return files;
  const there = new Set(files.map(({ id }) => id));
  const errors = ids.flatMap((id, place) =>
    there.has(id)
      ? []
      : [{ in: 'body' as const, pointer: `/attachmentIds/${String(place)}`, code: 'custom' as const, detail: sentenceOf('file_gone') }],
  );
  throw new AppError('file_gone', { errors });
}

/**
 * Refuses files that are too large together. `room` is what the mailbox takes in one email, where that is less than mail servers do.
 * AppError 413 `files_too_large_for_email` with the size and what fits.
 */
export function checkSizes(files: readonly Pick<Attachment, 'size'>[], room = MOST_BYTES): void {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= room) return;
  const values = { size: megabytes(bytes), limit: Math.floor(room / 100_000) / 10 };
  const title = sentence(room < MOST_BYTES ? 'filesTooLargeForOutlook' : 'filesTooLarge', values);
  throw new AppError('files_too_large_for_email', { title, bytes, limit: room });
}

/** A file as a part of a message. */
export interface FileOfMessage {
  /** Each name once in a message. */
  name: string;
  type: string;
  bytes: Buffer;
}

/** The files of an email, or null when one of them is gone. */
export type ReadAttachments = (orgId: string, userId: string, ids: readonly string[]) => Promise<FileOfMessage[] | null>;

export function createReadAttachments({ pool, objects }: { pool: Pool; objects: ObjectStore }): ReadAttachments {
  return async function readAttachments(orgId, userId, ids) {
    const found = await inOrg(pool, orgId, (tx) => findFiles(tx, orgId, userId, ids));
    if (found.length < new Set(ids).size) return null;
    const files: FileOfMessage[] = [];
    try {
      for (const { id, name, type } of found)
        files.push({ name: uniqueName(name, files), type, bytes: await buffer(await objects.get({ orgId, id })) });
    } catch (error) {
      if (error instanceof ObjectMissing) return null;
      throw error;
    }
    return files;
  };
}

/** `offer.pdf`, `offer (2).pdf`: a draft at the vendor tells by the names which files it has already. */
function uniqueName(name: string, others: readonly FileOfMessage[]): string {
  const isTaken = (candidate: string): boolean => others.some((other) => other.name.toLowerCase() === candidate.toLowerCase());
  if (!isTaken(name)) return name;
  const ending = endingOf(name);
  const end = ending === '' ? '' : name.slice(-ending.length - 1);
  const stem = end === '' ? name : name.slice(0, -end.length);
  for (let count = 2; ; count += 1) {
    const candidate = `${stem} (${String(count)})${end}`;
    if (!isTaken(candidate)) return candidate;
  }
}
