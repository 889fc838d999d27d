import { commonSentence } from '../../platform/error-words/index.ts';
import { invalidField } from '../../platform/errors.ts';
import { hasFields, refuseUnfilled, type FillFields } from '../dynamic-fields/index.ts';
import { personNotVisible } from '../people/index.ts';
import { sentence } from './error-words/index.ts';
import type { DraftToSave } from './repository.ts';
import { LONGEST_SUBJECT } from './schemas.ts';

/** Whether there may be something to fill in; most emails have nothing, and pay nothing for those that have. */
export function needsFilling({ subject, bodyHtml }: Pick<DraftToSave, 'subject' | 'bodyHtml'>): boolean {
  return hasFields(subject, bodyHtml);
}

/**
 * A draft with the values of its fields for its person, as it is accepted. AppError 409 `prompts_left` and `fields_unresolved`; 404
 * `not_found` when the rep may not see the person; 400 `validation_failed` for a subject that is empty or too long with its values; 413
 * `text_too_large`. Else it throws what `salesforceProblem` makes of a failure.
 */
export async function fillDraft(fillFields: FillFields, orgId: string, userId: string, draft: DraftToSave): Promise<DraftToSave> {
  const { recordId, personId, identityId, subject, bodyHtml } = draft;
  const filled = await fillFields(orgId, userId, { recordId, personIds: [personId], identityId, subject, bodyHtml });
  const [person] = filled.people;
  if (!person) throw personNotVisible();
  refuseUnfilled(filled);
  const filledSubject = person.subject.replace(/\p{Cc}+/gu, ' ').trim();
  if (!filledSubject) throw invalidField('/subject', commonSentence('subjectNeeded'));
  if (filledSubject.length > LONGEST_SUBJECT) throw invalidField('/subject', sentence('subjectTooLong', { limit: LONGEST_SUBJECT }));
  return { ...draft, subject: filledSubject, bodyHtml: person.bodyHtml };
}
