import { z } from 'zod';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';

/** The last row of a page, in a list that is ordered by a time and then by an id. */
export interface Place {
  at: Date;
  id: string;
}

export interface Cursors {
  write(place: Place): string;
  /** AppError 400 `validation_failed` for a text that is no cursor of such a list. */
  read(cursor: string): Place;
}

/** A cursor as it comes with a request. The longest of ours has some 90 characters. */
export const CursorParameter = z.string().max(200).optional();

/** Our clock knows milliseconds, and so do the rows. */
const timeShape = z.iso.datetime({ precision: 3 });

/**
 * The cursors of a list whose rows have ids of this shape. They are no secret and prove nothing: whoever makes one up reads the same list
 * from another place on.
 */
export function createCursors(idShape: z.ZodType<string>): Cursors {
  const shape = z.tuple([timeShape, idShape]);
  return {
    write: ({ at, id }) => Buffer.from(JSON.stringify([at, id])).toString('base64url'),
    read(cursor) {
      const parsed = shape.safeParse(parse(cursor));
      if (!parsed.success) throw new AppError('validation_failed', { title: commonSentence('cursorUnknown') });
      const [at, id] = parsed.data;
      return { at: new Date(at), id };
    },
  };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
