import type { Tx } from '../../platform/postgres.ts';
import type { RecordFields } from '../../providers/salesforce/index.ts';

/** The person and record that a record of Salesforce is about. */
export interface About {
  personId: string | null;
  recordId: string | null;
  recordObject: string | null;
}

export interface NewWrite extends About {
  /** With whose rights it is written. */
  userId: string;
  /** Null for what no fact stands for. */
  factId: string | null;
  object: 'Task';
  /** An update names by `ofFact` the key of the fact whose record it changes. */
  mode: { kind: 'create' } | { kind: 'update'; ofFact: string };
  happenedAt: Date;
  /** As wanted; what the org or the rep's rights cannot hold is left out when it is written (SF-15). */
  fields: RecordFields;
}

/**
 * Adds a write to Salesforce and the job that takes the rep's writes there, in the caller's transaction. Answers the id of the write; null
 * when its fact has such a write already.
 */
export async function queueWrite(tx: Tx, orgId: string, write: NewWrite): Promise<string | null> {
  const { userId, factId, object, mode, personId, recordId, recordObject, happenedAt, fields } = write;
  const { rows } = await tx.query<{ id: string | null }>(
    'select queue_salesforce_write($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as id',
    [
      orgId,
      userId,
      factId,
      object,
      mode.kind,
      mode.kind === 'update' ? mode.ofFact : null,
      personId,
      recordId,
      recordObject,
      happenedAt,
      JSON.stringify(fields),
    ],
  );
  return rows[0]?.id ?? null;
}
