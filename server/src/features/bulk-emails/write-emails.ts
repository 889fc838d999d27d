import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../platform/errors.ts';
import type { FilledOnDemand, FillEach } from '../dynamic-fields/index.ts';
import { LONGEST_SUBJECT } from '../sales-emails/schemas.ts';
import { oneLine } from './change-bulk-email.ts';
import type { StoredBulkEmail, StoredRecipient } from './repository.ts';
import type { CheckedRecipient } from './schemas.ts';

/** What the words come to for one person. */
export interface WordsNow extends Pick<CheckedRecipient, 'unresolved' | 'blank' | 'prompts'> {
  problem: 'prompts_left' | 'fields_unresolved' | 'no_subject' | 'too_large' | null;
}

export interface Writer {
  /** By the id of each person that Salesforce shows. */
  words: ReadonlyMap<string, WordsNow>;
  /** The email of one whose words have no problem; made anew each time, so that 200 long ones need not be in memory together. */
  write: (personId: string) => { subject: string; bodyHtml: string };
}

/** Refuses a filled body whose pictures would not arrive. Bodies of one text have the same pictures. */
export type CheckPictures = (bodyHtml: string, text: number) => Promise<void>;

/** So long emails are written before others get their turn. One of the longest takes ten milliseconds. */
const TURN_MS = 20;

/**
 * Writes the email of each person: the words for all, or the person's own, with the values of their fields. All are read from Salesforce
 * in one go. Throws what `salesforceProblem` makes of a failure, and what `checkPictures` throws but `pictures_too_large`.
 */
export async function writeEmails(
  fillEach: FillEach,
  orgId: string,
  userId: string,
  { recordId, identityId, subject, bodyHtml }: StoredBulkEmail,
  recipients: readonly StoredRecipient[],
  checkPictures: CheckPictures,
): Promise<Writer> {
  const own = recipients.filter((person) => person.subject !== null);
  const forAll = recipients.filter((person) => person.subject === null).map(({ personId }) => personId);
  const texts = [
    { personIds: forAll, subject, bodyHtml },
    ...own.map((person) => ({ personIds: [person.personId], subject: person.subject ?? '', bodyHtml: person.bodyHtml ?? '' })),
  ];
  const filled = await fillEach(orgId, userId, { recordId, identityId, texts });

  const textOf = new Map<string, FilledOnDemand>();
  const words = new Map<string, WordsNow>();
  let turnBeganAt = performance.now();
  for (const [text, { personIds, subject: asWritten }] of texts.entries()) {
    const found = filled[text] as FilledOnDemand;
    for (const personId of personIds) {
      textOf.set(personId, found);
      // Without a subject for all the page asks for one; nobody is left out for that
      const needsSubject = text > 0 || asWritten.trim() !== '';
      const now = await wordsNow(found, personId, needsSubject, (html) => checkPictures(html, text));
      if (now) words.set(personId, now);
      if (performance.now() - turnBeganAt < TURN_MS) continue;
      await nextTurn();
      turnBeganAt = performance.now();
    }
  }
  return {
    words,
    write(personId) {
      const email = textOf.get(personId)?.fillFor(personId);
      if (!email) throw new TypeError('Nothing was written to this person.');
      return { subject: subjectOf(email.subject), bodyHtml: email.bodyHtml };
    },
  };
}

async function wordsNow(
  { prompts, fillFor }: FilledOnDemand,
  personId: string,
  needsSubject: boolean,
  check: (bodyHtml: string) => Promise<void>,
): Promise<WordsNow | null> {
  try {
    const person = fillFor(personId);
    if (!person) return null;
    const { unresolved, blank } = person;
    const subject = subjectOf(person.subject);
    await check(person.bodyHtml);
    const problem = (): WordsNow['problem'] => {
      if (prompts.length > 0) return 'prompts_left';
      if (unresolved.length > 0) return 'fields_unresolved';
      if (needsSubject && !subject) return 'no_subject';
      return subject.length > LONGEST_SUBJECT ? 'too_large' : null;
    };
    return { problem: problem(), unresolved, blank, prompts };
  } catch (error) {
    if (error instanceof AppError && (error.code === 'text_too_large' || error.code === 'pictures_too_large'))
      return { problem: 'too_large', unresolved: [], blank: [], prompts };
    throw error;
  }
}

function subjectOf(filled: string): string {
  return oneLine(filled).trim();
}
