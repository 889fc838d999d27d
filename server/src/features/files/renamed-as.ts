import { AppError } from '../../platform/errors.ts';
import { blockedEnding } from './blocked-endings.ts';
import { cleanName, endingOf } from './clean-name.ts';
import { sentence } from './error-words/index.ts';

/**
 * The new name of a file of the library. It keeps the ending, which says what the file is. AppError 415 `file_type_refused` for one without
 * an ending that would get one that can carry viruses.
 */
export function renamedAs(name: string, wanted: string): string {
  const ending = name.includes('.') ? endingOf(name) : '';
  // Somebody who types "Q3/Q4" means no folder
  const clean = cleanName(wanted.replace(/[/\\]/g, '_'));
  const renamed = ending === '' || endingOf(clean) === ending ? clean : cleanName(`${clean}.${ending}`);
  const blocked = blockedEnding(renamed);
  if (blocked !== null) throw new AppError('file_type_refused', { title: sentence('content.endingRefused', { ending: `.${blocked}` }) });
  return renamed;
}
