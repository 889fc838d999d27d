import { AppError } from '../../platform/errors.ts';
import { sentence } from './error-words/index.ts';

export function templateGone(): AppError {
  return new AppError('not_found', { title: sentence('templateGone') });
}

export function categoryGone(): AppError {
  return new AppError('not_found', { title: sentence('categoryGone') });
}

/** What refused a row: the name of its foreign key; null for any other error. */
export function missingKey(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23503' ? (constraint ?? '') : null;
}

/** What names a category or a team that has been deleted in this moment is refused: AppError 404. */
export async function orGone<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const key = missingKey(error);
    if (key?.includes('category_id')) throw categoryGone();
    if (key?.includes('team_id')) throw new AppError('not_found', { title: sentence('teamGone') });
    throw error;
  }
}
