import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { addressOf, newPictureId } from './addresses.ts';
import { sentence } from './error-words/index.ts';
import { DAY_MS, megabytes, MOST_BYTES, MOST_BYTES_A_DAY, MOST_PIXELS } from './limits.ts';
import { readPicture } from './read-picture.ts';
import { findSame, insertPicture, sumSince, waitForTurn } from './repository.ts';
import type { Picture } from './schemas.ts';

export type KeepPicture = (orgId: string, userId: string, bytes: Buffer) => Promise<Picture>;

/** What a picture may be refused with. */
export const PICTURE_PROBLEMS = ['picture_too_large', 'picture_type_refused', 'picture_quota_reached'] as const;

/**
 * Keeps a picture for emails of this rep and answers with its address for the body. The same picture again has the same address. What it is
 * is read from its bytes. AppError 413 `picture_too_large`, 415 `picture_type_refused`, 429 `picture_quota_reached`.
 */
export function createKeepPicture({ pool, clock, publicUrl }: { pool: Pool; clock: Clock; publicUrl: string }): KeepPicture {
  return async function keepPicture(orgId, userId, bytes) {
    if (bytes.length > MOST_BYTES)
      throw new AppError('picture_too_large', {
        title: sentence('pictureTooLarge', { size: megabytes(bytes.length), limit: megabytes(MOST_BYTES) }),
      });
    const head = readPicture(bytes);
    if (!head) throw new AppError('picture_type_refused');
    if (Math.max(head.width, head.height) > MOST_PIXELS)
      throw new AppError('picture_too_large', {
        title: sentence('tooManyPixels', { width: head.width, height: head.height, limit: MOST_PIXELS }),
      });
    const sha256 = createHash('sha256').update(bytes).digest();
    const now = clock.now();
    const id = await inOrg(pool, orgId, async (tx) => {
      await waitForTurn(tx, orgId, userId);
      const same = await findSame(tx, orgId, userId, sha256, now);
      if (same !== null) return same;
      await checkQuota(tx, orgId, userId, bytes.length, now);
      const picture = { ...head, id: newPictureId(), userId, bytes, sha256 };
      await insertPicture(tx, orgId, picture, now);
      return picture.id;
    });
    return { src: addressOf(publicUrl, { orgId, id }), width: head.width, height: head.height };
  };
}

async function checkQuota(tx: Tx, orgId: string, userId: string, more: number, now: Date): Promise<void> {
  const { bytes, oldest } = await sumSince(tx, orgId, userId, new Date(now.getTime() - DAY_MS));
  if (bytes + more <= MOST_BYTES_A_DAY) return;
  throw new AppError('picture_quota_reached', {
    title: sentence('pictureDay', { limit: megabytes(MOST_BYTES_A_DAY) }),
    retryAt: new Date((oldest ?? now).getTime() + DAY_MS).toISOString(),
  });
}
