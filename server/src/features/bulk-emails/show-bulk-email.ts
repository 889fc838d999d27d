import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import { findFiles } from '../files/index.ts';
import { findComposeSender, limitOf, type FindSenderIdentities, type TakesLargeEmails } from '../sales-emails/index.ts';
import { noWords, unknown } from './change-bulk-email.ts';
import { dropIdentity } from './changes-repository.ts';
import { findBulkEmail, findWordsOfPerson, listBulkEmails, listRecipients } from './repository.ts';
import type { BulkEmail, BulkEmailList, OwnWords } from './schemas.ts';

export interface ReadBulkEmails {
  /** AppError 404 `not_found` for any but an own one. */
  show(orgId: string, userId: string, id: string): Promise<BulkEmail>;
  /**
   * What one person of a draft gets: own words, or those for all. AppError 404 `not_found` as above, and for somebody else than its people;
   * 409 `bulk_email_accepted`.
   */
  showWords(orgId: string, userId: string, id: string, personId: string): Promise<OwnWords>;
  list(orgId: string, userId: string): Promise<BulkEmailList>;
}

const MOST_LISTED = 50;
/** So long after Send it stays in the list, whatever became of its emails. */
const LISTED_MS = 24 * 3_600_000;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  findSenderIdentities: FindSenderIdentities;
  takesLargeEmails: TakesLargeEmails;
}

/** A rep's own bulk emails, as they are kept; Salesforce is not asked. */
export function createReadBulkEmails({ pool, clock, findSenderIdentities, takesLargeEmails }: Dependencies): ReadBulkEmails {
  return {
    show: (orgId, userId, id) =>
      inOrg(pool, orgId, async (tx) => {
        const found = await findBulkEmail(tx, orgId, userId, id);
        if (!found) throw unknown();
        const { updatedAt, identityId, subject, bodyHtml, templateId, schedule, recordId, recordName, state, version, attachmentIds } =
          found;
        const people = await listRecipients(tx, orgId, id);
        const sender = await findComposeSender(tx, orgId, userId, findSenderIdentities);
        const isOffered = sender.identities.some((identity) => identity.id === identityId);
        const dropped = identityId === null || isOffered ? null : await dropIdentity(tx, orgId, id, identityId);
        return {
          id,
          recordId,
          recordName,
          state,
          version: dropped ?? version,
          subject,
          bodyHtml,
          templateId,
          schedule,
          attachmentIds,
          attachments: await findFiles(tx, orgId, userId, attachmentIds),
          identityId: isOffered ? identityId : null,
          updatedAt: updatedAt.toISOString(),
          people,
          sender: { ...sender, ...limitOf(await takesLargeEmails(tx, orgId, userId)) },
        };
      }),
    showWords: (orgId, userId, id, personId) =>
      inOrg(pool, orgId, async (tx) => {
        const words = await findWordsOfPerson(tx, orgId, userId, id, toLongId(personId));
        if (!words) throw await noWords(tx, orgId, userId, id);
        return { subject: words.subject, bodyHtml: words.bodyHtml };
      }),
    list: (orgId, userId) =>
      inOrg(pool, orgId, async (tx) => {
        const acceptedSince = new Date(clock.now().getTime() - LISTED_MS);
        const rows = await listBulkEmails(tx, orgId, userId, { acceptedSince, most: MOST_LISTED });
        return { bulkEmails: rows.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() })) };
      }),
  };
}
