import type { Clock } from '../../platform/clock.ts';
import { AppError, invalidField } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { objectOf, toLongId } from '../../providers/salesforce/index.ts';
import type { LookUpPeople, OpenRecord } from '../people/index.ts';
import * as changes from './changes-repository.ts';
import { sentence } from './error-words/index.ts';
import { findBulkEmail } from './repository.ts';
import { MOST_PEOPLE, type BulkWords, type NewBulkEmail, type OwnWords, type SaveBulkWords } from './schemas.ts';

export interface ChangeBulkEmail {
  /**
   * A draft to people, as Salesforce shows them to the rep now; who stands there twice is taken once. AppError 400 `validation_failed` for
   * records that are no people; 404 `not_found` when the rep may not see the record. Else what `salesforceProblem` makes of a failure.
   */
  create(orgId: string, userId: string, begun: NewBulkEmail): Promise<string>;
  /** Those who are not among its people come behind the others. AppErrors as above, and 400 for more than 200 in all. */
  addPeople(orgId: string, userId: string, id: string, personIds: readonly string[]): Promise<void>;
  removePerson(orgId: string, userId: string, id: string, personId: string): Promise<void>;
  /**
   * The words for all, cleaned; own words stay. AppErrors 413 `text_too_large`, and 409 `bulk_email_changed` for words that began from an
   * older version. The same words again, as after an answer that was lost, are saved.
   */
  saveWords(orgId: string, userId: string, id: string, words: SaveBulkWords): Promise<{ version: number; updatedAt: string }>;
  /** Null: this person gets the words for all again. AppError 404 `not_found` for somebody else than its people. */
  saveOwnWords(orgId: string, userId: string, id: string, personId: string, words: OwnWords | null): Promise<void>;
  clearOwnWords(orgId: string, userId: string, id: string): Promise<void>;
  setDespiteBounce(orgId: string, userId: string, id: string, personId: string, value: boolean): Promise<void>;
  discard(orgId: string, userId: string, id: string): Promise<void>;
}

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
  peopleOfRecord: OpenRecord;
}

/** Changes of a rep's own draft. AppError 404 `not_found` for any other, 409 `bulk_email_accepted` for what has been sent. */
export function createChangeBulkEmail({ pool, clock, lookUpPeople, peopleOfRecord }: Dependencies): ChangeBulkEmail {
  const look = async (orgId: string, userId: string, ids: readonly string[]): Promise<changes.SeenRecipient[]> => {
    const personIds = [...new Set(ids.map(toLongId))];
    personIds.forEach((id, index) => {
      if (!isPerson(id)) throw invalidField(`/personIds/${String(index)}`, sentence('wrongPerson'));
    });
    const seen = new Map((await lookUpPeople(orgId, userId, personIds)).map((person) => [person.id, person]));
    return personIds.map((personId) => {
      const { name = null, email = null } = seen.get(personId) ?? {};
      return { personId, personName: name, email };
    });
  };
  const inDraft = (orgId: string, userId: string, id: string, change: (tx: Tx) => Promise<void>): Promise<void> =>
    inOrg(pool, orgId, async (tx) => {
      if (!(await changes.touchDraft(tx, orgId, userId, id, clock.now()))) throw await noDraft(tx, orgId, userId, id);
      await change(tx);
    });
  const ofPerson = (change: (tx: Tx) => Promise<boolean>) => async (tx: Tx) => {
    if (!(await change(tx))) throw notAmong();
  };

  return {
    async create(orgId, userId, { recordId, personIds }) {
      const isPage = recordId !== null && ['Account', 'Opportunity'].includes(objectOf(recordId) ?? '');
      const record = isPage ? (await peopleOfRecord(orgId, userId, recordId)).record : null;
      const people = await look(orgId, userId, personIds);
      return inOrg(pool, orgId, async (tx) => {
        const id = await changes.insertBulkEmail(tx, orgId, userId, record, clock.now());
        await changes.insertRecipients(tx, orgId, id, people);
        return id;
      });
    },
    async addPeople(orgId, userId, id, personIds) {
      const people = await look(orgId, userId, personIds);
      await inDraft(orgId, userId, id, async (tx) => {
        if ((await changes.insertRecipients(tx, orgId, id, people)) > MOST_PEOPLE)
          throw invalidField('/personIds', sentence('tooManyPeople', { limit: MOST_PEOPLE }));
      });
    },
    removePerson: (orgId, userId, id, personId) =>
      inDraft(orgId, userId, id, (tx) => changes.deleteRecipient(tx, orgId, id, toLongId(personId))),
    async saveWords(orgId, userId, id, { bodyHtml, subject, version: before, ...words }) {
      const cleaned = { ...words, subject: oneLine(subject), bodyHtml: cleanBody(bodyHtml) };
      const now = clock.now();
      return inOrg(pool, orgId, async (tx) => {
        const version = await changes.updateWords(tx, orgId, userId, id, cleaned, before, now);
        if (version !== null) return { version, updatedAt: now.toISOString() };
        const found = await findBulkEmail(tx, orgId, userId, id);
        if (found?.state !== 'draft' || !hasWords(found, cleaned)) throw await noDraft(tx, orgId, userId, id);
        return { version: found.version, updatedAt: found.updatedAt.toISOString() };
      });
    },
    saveOwnWords(orgId, userId, id, personId, words) {
      const cleaned = words && { subject: oneLine(words.subject), bodyHtml: cleanBody(words.bodyHtml) };
      const save = ofPerson((tx) => changes.updateOwnWords(tx, orgId, id, toLongId(personId), cleaned));
      return inDraft(orgId, userId, id, save);
    },
    clearOwnWords: (orgId, userId, id) => inDraft(orgId, userId, id, (tx) => changes.clearOwnWords(tx, orgId, id)),
    setDespiteBounce: (orgId, userId, id, personId, value) =>
      inDraft(
        orgId,
        userId,
        id,
        ofPerson((tx) => changes.updateDespiteBounce(tx, orgId, id, toLongId(personId), value)),
      ),
    discard: (orgId, userId, id) =>
      inOrg(pool, orgId, async (tx) => {
        if (!(await changes.deleteDraft(tx, orgId, userId, id))) throw await noDraft(tx, orgId, userId, id);
      }),
  };
}

/** What is said of an id that is no own draft, or none of this version any more. */
async function noDraft(tx: Tx, orgId: string, userId: string, id: string): Promise<AppError> {
  const found = await findBulkEmail(tx, orgId, userId, id);
  if (!found) return unknown();
  return new AppError(found.state === 'draft' ? 'bulk_email_changed' : 'bulk_email_accepted');
}

export function unknown(): AppError {
  return new AppError('not_found', { title: sentence('unknown') });
}

/** What is said where a draft has no words for a person. */
export async function noWords(tx: Tx, orgId: string, userId: string, id: string): Promise<AppError> {
  const bulk = await findBulkEmail(tx, orgId, userId, id);
  return bulk?.state === 'draft' ? notAmong() : noDraft(tx, orgId, userId, id);
}

function notAmong(): AppError {
  return new AppError('not_found', { title: sentence('notAmong') });
}

function hasWords(found: BulkWords, saved: BulkWords): boolean {
  const asText = ({ subject, bodyHtml, identityId, templateId, schedule, attachmentIds }: BulkWords): string =>
    JSON.stringify([subject, bodyHtml, identityId, templateId, schedule?.date, schedule?.time, schedule?.zone, attachmentIds]);
  return asText(found) === asText(saved);
}

/** A subject has one line. */
export function oneLine(subject: string): string {
  return subject.replace(/\p{Cc}+/gu, ' ');
}

function isPerson(id: string): boolean {
  return ['Lead', 'Contact'].includes(objectOf(id) ?? '');
}
