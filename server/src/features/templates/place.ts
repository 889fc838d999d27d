import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { commonSentence } from '../../platform/error-words/index.ts';

/** A template in a list that is ordered by a number, then by name. */
export interface Place {
  number: number;
  nameKey: string;
  id: string;
}

const shape = z.tuple([z.number(), z.string(), z.uuid()]);

/** What asks for the rows after this one. It is no secret and proves nothing. */
export function cursorOf({ number, nameKey, id }: Place): string {
  return Buffer.from(JSON.stringify([number, nameKey, id])).toString('base64url');
}

/** AppError 400 `validation_failed` for a text that is no cursor of ours. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const parsed = shape.safeParse(parse(cursor));
  if (!parsed.success) throw new AppError('validation_failed', { title: commonSentence('cursorUnknown') });
  const [number, nameKey, id] = parsed.data;
  return { number, nameKey, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
