import { z } from 'zod';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import type { ObjectStore } from '../../platform/object-store/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { forgetFile } from '../files/index.ts';
import { deletePage, findObjects } from './pages-repository.ts';

export const FORGET_CONTENT = 'forget-content';
const Payload = z.object({ orgId: z.string(), contentId: z.uuid(), isFileGivenUp: z.boolean() });

export interface Stored {
  pool: Pool;
  objects: ObjectStore;
}

export function enqueueForgetting(tx: Tx, orgId: string, contentId: string, isFileGivenUp: boolean): Promise<void> {
  return enqueue(tx, FORGET_CONTENT, { orgId, contentId, isFileGivenUp });
}

/** Deletes the pages of a content that is deleted, and its file where no email has that. Safe to run twice. */
export function createForgetContent({ pool, objects }: Stored): JobHandler {
  return async function forgetContent(payload) {
    const { orgId, contentId, isFileGivenUp } = Payload.parse(payload);
    await forgetPages({ pool, objects }, orgId, contentId);
    if (isFileGivenUp) await forgetFile({ pool, objects }, orgId, contentId);
  };
}

/** Pages from one on. */
export async function forgetPages(use: Stored, orgId: string, contentId: string, from = 1): Promise<void> {
  for (const objectId of await inOrg(use.pool, orgId, (tx) => findObjects(tx, orgId, contentId, from)))
    await forgetPage(use, orgId, contentId, objectId);
}

/** The bytes first: as long as the row is there, they are found again. */
export async function forgetPage({ pool, objects }: Stored, orgId: string, contentId: string, objectId: string): Promise<void> {
  await objects.delete({ orgId, id: objectId });
  await inOrg(pool, orgId, (tx) => deletePage(tx, orgId, contentId, objectId));
}
