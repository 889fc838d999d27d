import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { checkContent } from '../content/index.ts';
import type { FillEach } from '../dynamic-fields/index.ts';
import { checkPictures } from '../email-pictures/index.ts';
import { unknown } from './change-bulk-email.ts';
import { judgePeople } from './judge-people.ts';
import { createLookAtPeople, type PeopleNow } from './look-at-people.ts';
import { findBulkEmail, findRecipients, type StoredBulkEmail, type StoredRecipient } from './repository.ts';
import type { CheckedRecipient } from './schemas.ts';
import { writeEmails, type Writer } from './write-emails.ts';

export interface Assessed {
  recipients: readonly StoredRecipient[];
  now: PeopleNow;
  checked: CheckedRecipient[];
  write: Writer['write'];
  /** A picture or a content of the words that cannot be sent to anybody; null: there is none. */
  partProblem: AppError | null;
  /** Of the pictures of one email, where they have most. */
  mostPictureBytes: number;
}

export interface AssessBulkEmail {
  /** A bulk email with its people. AppError 404 `not_found` for any but an own one. */
  find(orgId: string, userId: string, id: string): Promise<{ bulk: StoredBulkEmail; recipients: StoredRecipient[] }>;
  /** What it comes to now for each of them. Throws what `salesforceProblem` makes of a failure. */
  assess(orgId: string, userId: string, bulk: StoredBulkEmail, recipients: readonly StoredRecipient[]): Promise<Assessed>;
}

type Dependencies = Parameters<typeof createLookAtPeople>[0] & { pool: Pool; clock: Clock; fillEach: FillEach };

export function createAssessBulkEmail(use: Dependencies): AssessBulkEmail {
  const { pool, clock, fillEach } = use;
  const lookAtPeople = createLookAtPeople(use);
  return {
    find: (orgId, userId, id) =>
      inOrg(pool, orgId, async (tx) => {
        const bulk = await findBulkEmail(tx, orgId, userId, id);
        if (!bulk) throw unknown();
        return { bulk, recipients: await findRecipients(tx, orgId, id) };
      }),
    async assess(orgId, userId, bulk, recipients) {
      const ids = recipients.map(({ personId }) => personId);
      const now = await lookAtPeople(orgId, userId, bulk.id, ids);
      const visible = recipients.filter(({ personId }) => now.people.has(personId));
      let partProblem: AppError | null = null;
      let mostPictureBytes = 0;
      const sizesOf = new Map<number, Promise<Map<string, number>>>();
      const problemOf = new Map<number, Promise<AppError | null>>();
      /** As pictures do, contents stand in the words of a text, for whomever it is filled in. */
      const contentProblem = (bodyHtml: string, text: number): Promise<AppError | null> => {
        const asked =
          problemOf.get(text) ??
          checkContent((read) => inOrg(pool, orgId, read), orgId, bodyHtml).then(
            () => null,
            (error: unknown) => {
              if (error instanceof AppError) return error;
              throw error;
            },
          );
        problemOf.set(text, asked);
        return asked;
      };
      const check = async (bodyHtml: string, text: number): Promise<void> => {
        partProblem ??= await contentProblem(bodyHtml, text);
        if (!bodyHtml.includes('<img')) return;
        // Pictures stand in the words and in the signature, and never in a value: what one person gets, all of the text get
        const ask = (read: (tx: Tx) => Promise<ReadonlyMap<string, number>>): Promise<ReadonlyMap<string, number>> => {
          const asked = sizesOf.get(text) ?? (inOrg(pool, orgId, read) as Promise<Map<string, number>>);
          sizesOf.set(text, asked);
          return asked;
        };
        try {
          mostPictureBytes = Math.max(mostPictureBytes, await checkPictures(ask, orgId, userId, bodyHtml, clock.now()));
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'picture_not_sendable') throw error;
          partProblem ??= error;
        }
      };
      const { words, write } = await writeEmails(fillEach, orgId, userId, bulk, visible, check);
      return { recipients, now, checked: judgePeople(recipients, now, words), write, partProblem, mostPictureBytes };
    },
  };
}
