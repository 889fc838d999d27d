import { fromEnglish } from '../../platform/english-sentences.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { FactKind } from '../facts/index.ts';
import type { SalesforceLog } from './schemas.ts';
import { TASK_DELETED, type WriteMode, type WriteState } from './write-results.ts';

export interface SalesforceLogRow {
  state: WriteState;
  taskId: string | null;
  code: string | null;
  /** In English, or in Salesforce's words. */
  reason: string | null;
}

/** What an answer tells of it. */
export function toSalesforceLog(stored: SalesforceLogRow): SalesforceLog {
  return { ...stored, reason: fromEnglish(stored.reason) };
}

/**
 * For a query over things that a fact is about: what Salesforce knows of that fact as "salesforce", null before it happened. `factKey` is
 * SQL for the key of the fact. `source` is to be joined to the query.
 */
export function salesforceLog(factKey: string): { column: string; source: string } {
  return {
    column: `case when f.id is not null then
      json_build_object('state', coalesce(w.state, 'pending'), 'taskId', w.salesforce_id,
        'code', w.code, 'reason', w.reason) end as salesforce`,
    source: `left join facts f on f.key = ${factKey} and f.org_id = e.org_id
      left join salesforce_writes w on w.fact_id = f.id and w.org_id = f.org_id and w.mode = 'create'`,
  };
}

export interface UnloggedWrite {
  fact: FactKind;
  mode: WriteMode;
  state: WriteState;
  code: string | null;
  reason: Sentence;
}

/**
 * What of a thing is not in Salesforce, and why, oldest first, but for the record of the fact `except`, which stands in
 * its row. That a Task is deleted stands there too.
 */
export async function findUnloggedWrites(tx: Tx, orgId: string, sourceId: string, except: FactKind): Promise<UnloggedWrite[]> {
  const { rows } = await tx.query<Omit<UnloggedWrite, 'reason'> & { reason: string }>(
    `select f.kind as fact, w.mode, w.state, w.code, w.reason
       from facts f join salesforce_writes w on w.fact_id = f.id and w.org_id = f.org_id
      where f.org_id = $1 and f.source_id = $2 and not (f.kind = $3 and w.mode = 'create')
        and w.state <> 'logged' and w.reason is not null and w.code is distinct from $4
      order by f.happened_at, f.id, w.mode`,
    [orgId, sourceId, except, TASK_DELETED.code],
  );
  return rows.map((row) => ({ ...row, reason: fromEnglish(row.reason) }));
}

/** All that waits of a rep is due now. True when something waits. */
export async function makeWaitingDue(tx: Tx, orgId: string, userId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update salesforce_writes set next_try_at = '-infinity' where org_id = $1 and user_id = $2 and state = 'pending'`,
    [orgId, userId],
  );
  return (rowCount ?? 0) > 0;
}

/** How many writes that Salesforce has refused of a thing are pending again; null when nothing of it is the rep's. */
export async function reopenFailedWrites(tx: Tx, orgId: string, userId: string, sourceId: string): Promise<number | null> {
  const { rows } = await tx.query<{ facts: number; reopened: number }>(
    `with mine as (select id from facts where org_id = $1 and user_id = $2 and source_id = $3),
     reopened as (
       update salesforce_writes set state = 'pending', attempts = 0, next_try_at = '-infinity'
        where org_id = $1 and fact_id in (select id from mine) and state = 'failed' returning id)
     select (select count(*) from mine)::int as facts, (select count(*) from reopened)::int as reopened`,
    [orgId, userId, sourceId],
  );
  const [counts] = rows;
  return counts && counts.facts > 0 ? counts.reopened : null;
}
