import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toSavedDraft } from './drafts.ts';
import { copyToDraft } from './repository.ts';
import type { SavedDraft } from './schemas.ts';
import { findOwn } from './show-sales-email.ts';

export type DraftAgain = (orgId: string, userId: string, id: string) => Promise<SavedDraft>;

/** What an email is refused with that shall be written again. */
export const DRAFT_AGAIN_PROBLEMS = ['not_found', 'not_bounced', 'draft_kept'] as const;

/**
 * The words of an email that came back, as a new draft on its record. It names the person and no address, so it goes to the one that
 * Salesforce has when it is sent. AppError 409 `not_bounced`; 409 `draft_kept` when the rep keeps a draft on that record: it is never
 * overwritten.
 */
export function createDraftAgain({ pool, clock }: { pool: Pool; clock: Clock }): DraftAgain {
  return async function draftAgain(orgId, userId, id) {
    return inOrg(pool, orgId, async (tx) => {
      const email = await findOwn(tx, orgId, userId, id);
      if (email.state !== 'bounced' || !email.personId) throw new AppError('not_bounced');
      const now = clock.now();
      const draft = await copyToDraft(tx, orgId, userId, id, now);
      if (!draft) throw new AppError('draft_kept');
      return toSavedDraft(tx, orgId, userId, draft, now);
    });
  };
}
