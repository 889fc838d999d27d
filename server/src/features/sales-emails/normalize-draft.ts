import { canonicalAddress } from '../../platform/canonical-address.ts';
import { invalidField } from '../../platform/errors.ts';
import { objectOf, toLongId } from '../../providers/salesforce/index.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { sentence } from './error-words/index.ts';
import type { DraftToSave } from './repository.ts';
import { wallTimeOf } from './schedule.ts';
import type { Draft } from './schemas.ts';

/**
 * A draft as it is kept: long ids with their objects, each address once, a subject of one line, a cleaned body.
 * AppError 400 `validation_failed` when a record is of a kind that the panel does not know, or the person is none; 413 `text_too_large`.
 */
export function normalizeDraft(draft: Draft): DraftToSave {
  const recordObject = objectOf(draft.recordId);
  if (!recordObject) throw invalidField('/recordId', commonSentence('wrongObject'));
  const personObject = objectOf(draft.personId);
  if (personObject !== 'Lead' && personObject !== 'Contact') throw invalidField('/personId', sentence('wrongPerson'));
  const subject = draft.subject.replace(/\p{Cc}+/gu, ' ').trim();
  if (!subject) throw invalidField('/subject', commonSentence('subjectNeeded'));
  const cc = unique(draft.cc);
  return {
    recordId: toLongId(draft.recordId),
    recordObject,
    personId: toLongId(draft.personId),
    personObject,
    cc,
    bcc: unique(draft.bcc).filter((address) => !cc.some((other) => same(other, address))),
    subject,
    bodyHtml: cleanBody(draft.bodyHtml),
    identityId: draft.identityId,
    // Left out where there is none: the hash of an email stays what it was
    ...(draft.templateId && { templateId: draft.templateId }),
    ...(draft.schedule && { wallTime: wallTimeOf(draft.schedule) }),
    ...(draft.attachmentIds.length > 0 && { attachmentIds: [...new Set(draft.attachmentIds)] }),
    ...(draft.followsEmailId && { follows: { emailId: draft.followsEmailId, responseId: draft.answersResponseId } }),
  };
}

function same(a: string, b: string): boolean {
  return canonicalAddress(a) === canonicalAddress(b);
}
function unique(addresses: string[]): string[] {
  return addresses.filter((address, index) => addresses.findIndex((other) => same(other, address)) === index);
}
