import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { keepForLibrary } from '../files/index.ts';
import { MOST_CONTENTS } from './limits.ts';
import { showContent } from './list-content.ts';
import { enqueuePages } from './prepare-pages.ts';
import { countContent, holdOwn, insertContent, waitForTurn } from './repository.ts';
import type { Content } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  publicUrl: string;
}

/**
 * CT-2: makes a rep's uploaded file one that emails link to. Pages of a PDF are made by a job that commits with it. The same file is one
 * content, however often it is asked for. AppError 404 for no file of this rep; 409 `content_full`.
 */
export type MakeContent = (orgId: string, userId: string, fileId: string) => Promise<Content>;

export function createMakeContent({ pool, clock, publicUrl }: Dependencies): MakeContent {
  return function makeContent(orgId, userId, fileId) {
    return inOrg(pool, orgId, async (tx) => {
      await waitForTurn(tx, orgId, userId);
      if (await holdOwn(tx, orgId, userId, fileId)) return showContent(tx, publicUrl, orgId, userId, fileId);
      const file = await keepForLibrary(tx, orgId, userId, fileId);
      if (!file) throw new AppError('not_found');
      if ((await countContent(tx, orgId, userId)) >= MOST_CONTENTS) throw new AppError('content_full');
      const isPdf = file.type === 'application/pdf';
      if (!(await insertContent(tx, orgId, { ...file, userId, isPdf, createdAt: clock.now() }))) throw new AppError('not_found');
      if (isPdf) await enqueuePages(tx, orgId, fileId);
      return showContent(tx, publicUrl, orgId, userId, fileId);
    });
  };
}
