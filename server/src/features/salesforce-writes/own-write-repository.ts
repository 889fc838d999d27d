import { fromEnglish } from '../../platform/english-sentences.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { RecordFields } from '../../providers/salesforce/index.ts';
import type { WriteState } from './write-results.ts';

/** What a rep has asked for by hand: no fact stands for it. A write of the release before names an activity. */
const BY_HAND = `mode = 'create' and fact_id is null and activity_id is null`;
/** More of one record are shown when some of these are dealt with. */
const MOST_REFUSED = 10;

export interface OwnWrite {
  state: WriteState;
  salesforceId: string | null;
  reason: Sentence | null;
  personId: string | null;
  recordId: string;
  /** As wanted. */
  fields: RecordFields;
}

/** A write that a rep has asked for by hand; null for any other. */
export async function findOwnWrite(tx: Tx, orgId: string, userId: string, id: string): Promise<OwnWrite | null> {
  const { rows } = await tx.query<Omit<OwnWrite, 'reason'> & { reason: string | null }>(
    `select state, salesforce_id as "salesforceId", reason, person_id as "personId", record_id as "recordId", fields from salesforce_writes
      where org_id = $1 and user_id = $2 and id = $3 and ${BY_HAND}`,
    [orgId, userId, id],
  );
  const [found] = rows;
  return found ? { ...found, reason: fromEnglish(found.reason) } : null;
}

export interface RefusedWrite {
  id: string;
  subject: string;
  reason: Sentence;
}

/** What a rep asked for by hand on a record, is not in Salesforce, and was not dismissed; the oldest first. */
export async function findRefusedWrites(tx: Tx, orgId: string, userId: string, recordId: string): Promise<RefusedWrite[]> {
  const { rows } = await tx.query<Omit<RefusedWrite, 'reason'> & { reason: string }>(
    `select id, coalesce(fields ->> 'Subject', '') as subject, reason from salesforce_writes
      where org_id = $1 and user_id = $2 and record_id = $3 and state in ('failed', 'skipped') and reason is not null and ${BY_HAND}
      order by happened_at, id limit ${String(MOST_REFUSED)}`,
    [orgId, userId, recordId],
  );
  return rows.map((row) => ({ ...row, reason: fromEnglish(row.reason) }));
}

/** The rep has dealt with it, so there is nothing left to tell. False when it is not the rep's, or not refused. */
export async function dismissWrite(tx: Tx, orgId: string, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update salesforce_writes set state = 'skipped', code = 'DISMISSED', reason = null, fields = fields - 'Description'
      where org_id = $1 and user_id = $2 and id = $3 and state in ('failed', 'skipped') and ${BY_HAND}`,
    [orgId, userId, id],
  );
  return rowCount === 1;
}

/** The write that makes the record with this external id; null while there is none. Until the transaction ends nobody else can add one. */
export async function lockKey(tx: Tx, orgId: string, key: string): Promise<string | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('salesforce write ' || $1 || ' ' || $2, 0))`, [orgId, key]);
  const { rows } = await tx.query<{ id: string }>('select id from salesforce_writes where org_id = $1 and key = $2', [orgId, key]);
  return rows[0]?.id ?? null;
}

export async function setKey(tx: Tx, orgId: string, id: string, key: string): Promise<void> {
  await tx.query('update salesforce_writes set key = $3 where org_id = $1 and id = $2', [orgId, id, key]);
}
