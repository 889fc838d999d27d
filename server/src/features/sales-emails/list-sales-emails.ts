import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { createCursors } from '../../platform/cursors.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { toLongId } from '../../providers/salesforce/index.ts';
import type { OpenRecord } from '../people/index.ts';
import { toResponses } from '../responses/index.ts';
import { findWaits } from './find-waits.ts';
import { findOwnDrafts } from './own-drafts.ts';
import { countRows, findRows, type ListedRow } from './find-rows.ts';
import { responsesFor, toRow, type Wait } from './rows.ts';
import type { SalesEmailList, SalesEmailRow } from './schemas.ts';
import { rowInSight, sightOf } from './seen-by.ts';

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
  const question = { viewerId: request.viewerId, recordId: request.recordId, personIds: request.personIds, now };
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
    salesEmails: page.map((row) => toListedRow(row, request.viewerId, now, waits.get(row.id))),
    drafts,
    total: isComplete ? found.length : await countRows(tx, orgId, question),
    cursor: found.length > PAGE && last ? cursors.write({ at: last.createdAt, id: last.id }) : null,
  };
}

function toListedRow(stored: ListedRow, viewerId: string, now: Date, wait: Wait | undefined): SalesEmailRow {
  return rowInSight(asOfCopy(toRow(stored, viewerId, now, wait), stored, viewerId), sightOf(stored, viewerId));
}

/** In the panel of somebody who got a copy an email has bounced where that copy did, and not where the one in To did. */
function asOfCopy(row: SalesEmailRow, { copiedTo, copyBounce, ...stored }: ListedRow, viewerId: string): SalesEmailRow {
  if (!copiedTo) return row;
  const { receivedAt = null, bounceKind = null, bounceReason = null, bounceReportRead = null } = copyBounce ?? {};
  const bouncedAt = receivedAt === null ? null : new Date(receivedAt);
  const hasLeft = row.state === 'sent' || row.state === 'bounced';
  const isLasting = bouncedAt !== null && bounceKind !== 'soft';
  return {
    ...row,
    copiedTo,
    // The thread is with the person in To
    canFollowUp: false,
    canReply: false,
    state: hasLeft ? (isLasting ? 'bounced' : 'sent') : row.state,
    responses: toResponses({
      ...responsesFor(stored, viewerId),
      bouncedAt,
      bounceKind,
      bounceReason,
      bounceReportRead,
    }),
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
