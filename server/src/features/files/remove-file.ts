import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { ObjectStore } from '../../platform/object-store/index.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { deleteFile, giveUpFile, giveUpUnused, listOrgsWithUnusedFiles } from './repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  objects: ObjectStore;
}

export type RemoveFile = (orgId: string, userId: string, id: string) => Promise<void>;

export const REMOVE_PROBLEMS = ['not_found', 'file_in_use'] as const;

/** Removes a file of the rep, from drafts too. AppError 404 `not_found`; 409 `file_in_use` where an email that is no draft has it, or the
 * library. */
export function createRemoveFile({ pool, clock, objects }: Dependencies): RemoveFile {
  return async function removeFile(orgId, userId, id) {
    const outcome = await inOrg(pool, orgId, (tx) => giveUpFile(tx, orgId, userId, id, clock.now()));
    if (outcome === 'unknown') throw new AppError('not_found');
    if (outcome === 'in_use') throw new AppError('file_in_use');
    await forgetFile({ pool, objects }, orgId, id);
  };
}

/** Some at once, so that a rep who adds one of them waits for little. */
const MOST_AT_ONCE = 100;

/**
 * Deletes files of all orgs that no email has and that nobody has used for seven days. Safe to run at the same time elsewhere. What
 * fails in one org keeps none of another; rejects with the first failure in the end.
 */
export async function deleteUnusedFiles(use: Pick<Dependencies, 'pool' | 'objects'>, now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const orgId of await listOrgsWithUnusedFiles(use.pool, now))
    await deleteUnusedOf(use, orgId, now).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function deleteUnusedOf({ pool, objects }: Pick<Dependencies, 'pool' | 'objects'>, orgId: string, now: Date): Promise<void> {
  let looked = MOST_AT_ONCE;
  while (looked === MOST_AT_ONCE) {
    const found = await inOrg(pool, orgId, (tx) => giveUpUnused(tx, orgId, now, MOST_AT_ONCE));
    for (const id of found.ids) await forgetFile({ pool, objects }, orgId, id);
    looked = found.looked;
  }
}

/** The bytes first: as long as the row is there, the next sweep looks for them again. */
export async function forgetFile({ pool, objects }: Pick<Dependencies, 'pool' | 'objects'>, orgId: string, id: string): Promise<void> {
  await objects.delete({ orgId, id });
  await inOrg(pool, orgId, (tx) => deleteFile(tx, orgId, id));
}
