import { AppError } from '../../platform/errors.ts';
import { sentence } from './error-words/index.ts';
import type { Filled } from './ports.ts';

/** What an email with fields may be refused with when it is sent. */
export const FIELD_PROBLEMS = ['prompts_left', 'fields_unresolved'] as const;

/** What a sentence can name of them; the answer has them all. */
const MOST_NAMED = 5;

/**
 * Refuses an email that is not yet what it shall be. AppError 409 `prompts_left` with its `prompts`, and 409 `fields_unresolved` with
 * `people` and the fields of each that have no value.
 */
export function refuseUnfilled({ people, prompts }: Filled): void {
  if (prompts.length > 0) throw new AppError('prompts_left', { title: sentence('promptsLeft', { prompts: named(prompts) }), prompts });
  const unresolved = people.filter((person) => person.unresolved.length > 0);
  const [first] = unresolved;
  if (!first) return;
  const fields = named(first.unresolved.map(({ field }) => field));
  throw new AppError('fields_unresolved', {
    title: sentence('fieldsUnresolved', { fields, person: first.personName }),
    people: unresolved.map(({ personId, personName, unresolved: problems }) => ({ personId, personName, fields: problems })),
  });
}

function named(words: readonly string[]): string {
  return words.slice(0, MOST_NAMED).join(', ') + (words.length > MOST_NAMED ? ' …' : '');
}
