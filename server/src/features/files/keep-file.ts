import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Clock } from '../../platform/clock.ts';
import { AppError, invalidField } from '../../platform/errors.ts';
import type { ObjectStore } from '../../platform/object-store/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { blockedEnding } from './blocked-endings.ts';
import { cleanName } from './clean-name.ts';
import { sentence } from './error-words/index.ts';
import { DAY_MS, megabytes, MOST_BYTES, MOST_BYTES_A_DAY } from './limits.ts';
import { isProgram, typeOf } from './read-type.ts';
import { TooManyBytes, UploadCut, withReceivedFile, type ReceivedFile } from './receive-file.ts';
import { forgetFile } from './remove-file.ts';
import { giveUpFile, insertFile, sumSince, waitForTurn } from './repository.ts';
import type { Scan } from './scan.ts';
import type { Attachment, FilePurpose } from './schemas.ts';

export interface GivenFile {
  name: string;
  purpose: FilePurpose;
  bytes: Readable;
  /** How many bytes the rep's browser says there are; null where it does not say. */
  declaredSize: number | null;
}

export type KeepFile = (orgId: string, userId: string, file: GivenFile) => Promise<Attachment>;
/** Resolves with the name that the file gets. */
export type CheckFile = (orgId: string, userId: string, file: Omit<GivenFile, 'bytes'>) => Promise<string>;

/** What a file may be refused with before it comes. */
export const CHECK_PROBLEMS = ['file_too_large', 'file_type_refused', 'file_quota_reached'] as const;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  objects: ObjectStore;
  scan: Scan;
}

/** What a file is refused with before any of its bytes are there: nobody waits for an upload that was in vain. As `keepFile`. */
export function createCheckFile({ pool, clock }: Pick<Dependencies, 'pool' | 'clock'>): CheckFile {
  return async function checkFile(orgId, userId, { name: givenName, purpose, declaredSize }) {
    const name = cleanName(givenName);
    const ending = blockedEnding(name);
    if (ending !== null) throw new AppError('file_type_refused', { title: sentence(`${purpose}.endingRefused`, { ending: `.${ending}` }) });
    if (declaredSize === 0) throw invalidField('/size', sentence('fileEmpty'));
    if (declaredSize !== null && declaredSize > MOST_BYTES) throw tooLarge(declaredSize, purpose);
    await inOrg(pool, orgId, (tx) => checkQuota(tx, orgId, userId, { more: declaredSize ?? 1, purpose }, clock.now()));
    return name;
  };
}

/**
 * Keeps a file for emails of this rep. Nothing is kept that a scanner has not called clean, where there is one. AppError 413
 * `file_too_large`, as soon as that is known; 415 `file_type_refused` for what mail providers refuse; 429 `file_quota_reached`; 422
 * `file_infected`; 503 `file_not_scanned` when the scanner cannot say; 400 `validation_failed` for an empty file.
 */
export function createKeepFile({ pool, clock, objects, scan }: Dependencies): KeepFile {
  const checkFile = createCheckFile({ pool, clock });
  return async function keepFile(orgId, userId, { bytes, ...given }) {
    const name = await checkFile(orgId, userId, given);
    try {
      return await withReceivedFile(bytes, MOST_BYTES, (file) => keep(orgId, userId, { name, purpose: given.purpose }, file));
    } catch (error) {
      if (error instanceof TooManyBytes) throw tooLarge(Math.max(error.seen, given.declaredSize ?? 0), given.purpose);
      // A rep who takes the file out again is no fault of the service
      throw error instanceof UploadCut ? new AppError('bad_request') : error;
    }
  };

  async function keep(
    orgId: string,
    userId: string,
    { name, purpose }: Pick<GivenFile, 'name' | 'purpose'>,
    { path, size, sha256, head }: ReceivedFile,
  ): Promise<Attachment> {
    if (size === 0) throw invalidField('', sentence('fileEmpty'));
    if (isProgram(head)) throw new AppError('file_type_refused', { title: sentence(`${purpose}.programRefused`) });
    if ((await askScanner({ path, size })) === 'infected') throw new AppError('file_infected');
    const file = { id: randomUUID(), name, type: typeOf(name, head), size };
    await inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      await waitForTurn(tx, orgId, userId);
      await checkQuota(tx, orgId, userId, { more: size, purpose }, now);
      // First: bytes without a row nobody would ever find
      await insertFile(tx, orgId, { ...file, userId, sha256 }, now);
    });
    try {
      await objects.put({ orgId, id: file.id }, createReadStream(path), size);
    } catch (error) {
      await giveUp(orgId, userId, file.id).catch(() => undefined);
      throw error;
    }
    return file;
  }

  /** The store may have the bytes although it did not say so: as long as the row is there, they are looked for. */
  async function giveUp(orgId: string, userId: string, id: string): Promise<void> {
    await inOrg(pool, orgId, (tx) => giveUpFile(tx, orgId, userId, id, clock.now()));
    await forgetFile({ pool, objects }, orgId, id);
  }

  async function askScanner(file: Pick<ReceivedFile, 'path' | 'size'>): Promise<'clean' | 'infected'> {
    try {
      return await scan(file);
    } catch (error) {
      // The log of the request has the cause
      throw Object.assign(new AppError('file_not_scanned'), { cause: error });
    }
  }
}

function tooLarge(bytes: number, purpose: FilePurpose): AppError {
  const sizes = { size: megabytes(bytes), limit: megabytes(MOST_BYTES) };
  return new AppError('file_too_large', { title: sentence(`${purpose}.fileTooLarge`, sizes) });
}

async function checkQuota(
  tx: Tx,
  orgId: string,
  userId: string,
  { more, purpose }: { more: number; purpose: FilePurpose },
  now: Date,
): Promise<void> {
  const { bytes, oldest } = await sumSince(tx, orgId, userId, new Date(now.getTime() - DAY_MS));
  if (bytes + more <= MOST_BYTES_A_DAY) return;
  throw new AppError('file_quota_reached', {
    title: sentence(`${purpose}.fileDay`, { limit: megabytes(MOST_BYTES_A_DAY) }),
    retryAt: new Date((oldest ?? now).getTime() + DAY_MS).toISOString(),
  });
}
