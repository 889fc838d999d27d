import { z } from 'zod';
import { createCursors } from '../../platform/cursors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findEvents, type FoundEvent } from './repository.ts';
import type { SecurityEventFilter, SecurityEventList, SecurityEventRow } from './schemas.ts';

const PAGE = 50;
/** A number of 18 digits fits a bigint, whichever it is. */
const cursors = createCursors(z.string().regex(/^\d{1,18}$/));

export type ListSecurityEvents = (orgId: string, filter: SecurityEventFilter, cursor?: string) => Promise<SecurityEventList>;

/** One page of the org's log, newest first. AppError 400 `validation_failed` for a cursor that we did not give. */
export function createListSecurityEvents({ pool }: { pool: Pool }): ListSecurityEvents {
  return async function listSecurityEvents(orgId, filter, cursor) {
    const after = cursor ? cursors.read(cursor) : null;
    const found = await inOrg(pool, orgId, (tx) => findEvents(tx, orgId, { ...filter, after, limit: PAGE + 1 }));
    const events = found.slice(0, PAGE);
    const last = events.at(-1);
    return { events: events.map(toRow), cursor: found.length > PAGE && last ? cursors.write({ at: last.happenedAt, id: last.id }) : null };
  };
}

function toRow({ details: _details, happenedAt, ...event }: FoundEvent): SecurityEventRow {
  return {
    ...event,
    happenedAt: happenedAt.toISOString(),
  };
}
