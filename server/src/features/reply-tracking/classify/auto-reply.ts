import { ABSENCE, AUTOMATIC_SUBJECT } from './absence-words.ts';
import { headerOf, subjectOf, type HeaderList } from './headers.ts';
import { hasNullReturnPath, machineOf } from './mail-system.ts';
import { beforeOthersSubject, withoutMarks } from './subject-marks.ts';

/**
 * E.3 3 and 4: whether a machine answered, by the header fields and, where no field speaks, by the subject. `hinted`: the fields ask others
 * not to answer (X-Auto-Response-Suppress) or tell of a list in between (Precedence: list). Machines write them, and so do people's mail
 * programs and groups.
 */
export function automationOf(headers: HeaderList): 'certain' | 'hinted' | null {
  const value = (name: string) => headerOf(headers, name)?.toLowerCase();
  const submitted = value('auto-submitted');
  if (submitted !== undefined && !/^no(?:\s|;|$)/.test(submitted)) return 'certain';
  if (['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => isYes(value(name)))) return 'certain';
  const precedence = value('precedence') ?? '';
  if (/^(?:auto[_-]reply|bulk|junk)\b/.test(precedence)) return 'certain';
  if (machineOf(headers) !== null || hasNullReturnPath(headers) || hasAutomaticSubject(subjectOf(headers))) return 'certain';
  return /^list\b/.test(precedence) || isYes(value('x-auto-response-suppress')) ? 'hinted' : null;
}

/** Whether the subject is one that mail programs write by themselves, our own subject behind it or not. */
export function hasAutomaticSubject(subject: string): boolean {
  return AUTOMATIC_SUBJECT.test(subject) || AUTOMATIC_SUBJECT.test(withoutMarks(subject));
}

/** Whether the words tell that a person is away for some time, as opposed to a ticket or a thank-you. */
export function speaksOfAbsence(words: string): boolean {
  return ABSENCE.test(words);
}

/** The part of a subject that whoever is away has written: not what stands behind a program's prefix or behind `Re:`. */
export function ownWordsOfSubject(subject: string): string {
  return hasAutomaticSubject(subject) ? '' : beforeOthersSubject(subject);
}

/** `yes`, a name or a sentence: some programs write more than the one word. Only a plain no is none. */
function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== '' && !/^(?:no|none|false|0)\b/.test(value);
}
