import type { Tx } from '../../platform/postgres.ts';
import type { ListQuestion } from './find-rows.ts';
import { ROW, ROW_SOURCE, toRow, type StoredRow } from './rows.ts';
import type { DraftRow } from './schemas.ts';

/** A rep has one for each record; more than a page of them about the same people is not shown. */
const MOST = 25;

interface StoredDraftRow extends StoredRow {
  recordId: string;
  updatedAt: Date;
}

/** The viewer's own drafts of a record and of its people, last written first. */
export async function findOwnDrafts(
  tx: Tx,
  orgId: string,
  { viewerId, recordId, personIds }: Pick<ListQuestion, 'viewerId' | 'recordId' | 'personIds'>,
  now: Date,
): Promise<DraftRow[]> {
  const { rows } = await tx.query<StoredDraftRow>(
    `select ${ROW}, e.record_id as "recordId", e.updated_at as "updatedAt" from ${ROW_SOURCE}
      where e.org_id = $1 and e.user_id = $4 and e.state = 'draft' and (e.record_id = $2 or e.person_id = any($3::bpchar[]))
      order by e.updated_at desc, e.id desc limit ${String(MOST)}`,
    [orgId, recordId, personIds, viewerId],
  );
  return rows.map((row) => ({
    ...toRow(row, viewerId, now),
    // That it was taken back once is in its history
    reason: null,
    recordId: row.recordId,
    updatedAt: row.updatedAt.toISOString(),
  }));
}
