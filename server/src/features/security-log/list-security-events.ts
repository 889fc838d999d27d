import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findEvents, type FoundEvent, type Place } from './repository.ts';
import type { SecurityEventFilter, SecurityEventList, SecurityEventRow } from './schemas.ts';

const PAGE = 50;

export type ListSecurityEvents = (orgId: string, filter: SecurityEventFilter, cursor?: string) => Promise<SecurityEventList>;

/** One page of the org's log, newest first. AppError 400 `validation_failed` for a cursor that we did not give. */
export function createListSecurityEvents({ pool }: { pool: Pool }): ListSecurityEvents {
  return async function listSecurityEvents(orgId, filter, cursor) {
    const after = cursor ? readCursor(cursor) : null;
    const found = await inOrg(pool, orgId, (tx) => findEvents(tx, orgId, { ...filter, after, limit: PAGE + 1 }));
    const events = found.slice(0, PAGE);
    const last = events.at(-1);
    return { events: events.map(toRow), cursor: found.length > PAGE && last ? writeCursor(last) : null };
  };
}

function toRow({ details: _details, happenedAt, ...event }: FoundEvent): SecurityEventRow {
  return {
    ...event,
    happenedAt: happenedAt.toISOString(),
  };
}

/** A number of 18 digits fits a bigint, whichever it is. */
const Cursor = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]);
function writeCursor({ happenedAt, id }: Place): string {
  return Buffer.from(JSON.stringify([happenedAt, id])).toString('base64url');
}

function readCursor(cursor: string): Place {
  try {
    const [happenedAt, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { happenedAt: new Date(happenedAt), id };
  } catch {
    throw new AppError('validation_failed', { title: 'This cursor is not one of ours.' });
  }
}
