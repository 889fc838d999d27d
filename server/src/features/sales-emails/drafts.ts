import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import { findGone } from '../email-pictures/index.ts';
import { findFiles } from '../files/index.ts';
import { PERSON_IS_FRESH_MS } from '../people/index.ts';
import { checkRecipients } from '../suppression/index.ts';
import { findNextDeparture } from '../send-engine/index.ts';
import { findLostPictures } from '../../platform/rich-text/lost-pictures.ts';
import { sentence } from './error-words/index.ts';
import { findBouncedPeople } from './bounced-people.ts';
import { limitOf, type TakesLargeEmails } from './check-attachments.ts';
import { findComposeSender, type FindSenderIdentities } from './compose-sender.ts';
import { normalizeDraft } from './normalize-draft.ts';
import { deleteDraft, findDraft, findLastSent, upsertDraft, type StoredDraft } from './repository.ts';
import type { Compose, Draft, SavedDraft } from './schemas.ts';

export interface Drafts {
  /** Everything that the compose window opens with. A new email starts with the signature, a kept draft is as it was left. */
  compose(orgId: string, userId: string, recordId: string): Promise<Omit<Compose, 'followUp'>>;
  /** EM-3: one draft per rep and record; the newest words win. */
  save(orgId: string, userId: string, draft: Draft): Promise<SavedDraft>;
  /** AppError 404 `not_found` when it is not a draft of this rep. */
  discard(orgId: string, userId: string, id: string): Promise<void>;
}

interface Dependencies {
  pool: Pool;
  clock: Clock;
  findSenderIdentities: FindSenderIdentities;
  takesLargeEmails: TakesLargeEmails;
}

export function createDrafts({ pool, clock, findSenderIdentities, takesLargeEmails }: Dependencies): Drafts {
  return {
    compose: (orgId, userId, recordId) =>
      inOrg(pool, orgId, async (tx) => {
        const sender = await findComposeSender(tx, orgId, userId, findSenderIdentities);
        const draft = await findDraft(tx, orgId, userId, toLongId(recordId));
        const bounced = await findBouncedPeople(tx, orgId, userId, toLongId(recordId), clock.now());
        const lastSent = await findLastSent(tx, orgId, userId, toLongId(recordId));
        const isOffered = sender.identities.some(({ id }) => id === draft?.identityId);
        return {
          ...sender,
          ...(await findNextDeparture(tx, orgId, userId, clock.now())),
          ...limitOf(await takesLargeEmails(tx, orgId, userId)),
          bounced,
          lastSent: lastSent && { ...lastSent, createdAt: lastSent.createdAt.toISOString() },
          draft: draft && {
            ...(await toSavedDraft(tx, orgId, userId, draft, clock.now())),
            identityId: isOffered ? draft.identityId : null,
          },
        };
      }),
    save: (orgId, userId, draft) =>
      inOrg(pool, orgId, async (tx) => {
        const now = clock.now();
        return toSavedDraft(tx, orgId, userId, await upsertDraft(tx, orgId, userId, normalizeDraft(draft), now), now);
      }),
    discard: (orgId, userId, id) =>
      inOrg(pool, orgId, async (tx) => {
        if (!(await deleteDraft(tx, orgId, userId, id))) throw new AppError('not_found', { title: sentence('draftUnknown') });
      }),
  };
}

/** With who may not get it. What only a look at Salesforce can tell is left to Send, which looks. */
export async function toSavedDraft(
  tx: Tx,
  orgId: string,
  userId: string,
  { updatedAt, ...draft }: StoredDraft,
  now: Date,
): Promise<SavedDraft> {
  const { personId, cc, bcc } = draft;
  const freshAfter = new Date(now.getTime() - PERSON_IS_FRESH_MS);
  const { refused, staleIds } = await checkRecipients(tx, orgId, { userId, personId, to: null, cc, bcc }, freshAfter);
  const isSure = ({ reason }: { reason: string }): boolean => reason === 'recipient_opted_out' || staleIds.length === 0;
  const lostPictures = findLostPictures(draft.bodyHtml, await findGone(tx, orgId, userId, draft.bodyHtml, now));
  const attachments = await findFiles(tx, orgId, userId, draft.attachmentIds);
  return { ...draft, attachments, updatedAt: updatedAt.toISOString(), refused: refused.filter(isSure), lostPictures };
}
