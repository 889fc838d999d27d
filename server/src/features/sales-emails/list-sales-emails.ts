import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { createCursors } from '../../platform/cursors.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import type { OpenRecord } from '../people/index.ts';
import { findWaits } from './find-waits.ts';
import { findOwnDrafts } from './own-drafts.ts';
import { countRows, findRows, toRow } from './rows.ts';
import type { SalesEmailList } from './schemas.ts';

const PAGE = 25;
const cursors = createCursors(z.uuid());

export interface ListRequest {
  viewerId: string;
  recordId: string;
  /** The people the record leads to; null when it is not known that the viewer may see the record. */
  personIds: string[] | null;
  cursor?: string | undefined;
}

/**
 * One page of the emails of a record, newest first, the first with the viewer's drafts. AppError 400 `validation_failed` for a cursor that
 * we did not give.
 */
export async function listSalesEmails(tx: Tx, orgId: string, request: ListRequest, now: Date): Promise<SalesEmailList> {
  const question = { viewerId: request.viewerId, recordId: request.recordId, personIds: request.personIds };
  const after = request.cursor ? cursors.read(request.cursor) : null;
  const [found, drafts] = await Promise.all([
    findRows(tx, orgId, { ...question, after, limit: PAGE + 1 }),
    after ? [] : findOwnDrafts(tx, orgId, question, now),
  ]);
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  const waits = await findWaits(tx, orgId, page, now);
  const isComplete = found.length <= PAGE && !request.cursor;
  return {
    salesEmails: page.map((row) => toRow(row, request.viewerId, now, waits.get(row.id))),
    drafts,
    total: isComplete ? found.length : await countRows(tx, orgId, question),
    cursor: found.length > PAGE && last ? cursors.write({ at: last.createdAt, id: last.id }) : null,
  };
}

export type ListSalesEmails = (orgId: string, viewerId: string, recordId: string, cursor?: string) => Promise<SalesEmailList>;

/**
 * What the panel asks for every few seconds. Colleagues' emails are in it only when the rep's own Salesforce rights show the record; while
 * Salesforce cannot be asked, the rep's own.
 */
export function createListSalesEmails({
  pool,
  clock,
  peopleOfRecord,
}: {
  pool: Pool;
  clock: Clock;
  peopleOfRecord: OpenRecord;
}): ListSalesEmails {
  return async function listForViewer(orgId, viewerId, recordId, cursor) {
    const id = toLongId(recordId);
    const seen = await peopleOfRecord(orgId, viewerId, id).catch((error: unknown) => {
      if (error instanceof AppError && error.code !== 'not_found') return null;
      throw error;
    });
    const personIds = seen?.people.map((person) => person.id) ?? null;
    return inOrg(pool, orgId, (tx) => listSalesEmails(tx, orgId, { viewerId, recordId: id, personIds, cursor }, clock.now()));
  };
}
