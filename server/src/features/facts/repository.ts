import type { Tx } from '../../platform/postgres.ts';
import { FACT_DETAILS, type Fact, type FactKind } from './kinds.ts';

export type NewFact<Kind extends FactKind> = Omit<Fact<Kind>, 'id'>;

/** The id of the new fact; null when one of its key is there already. Throws ZodError for details that its kind does not have. */
export async function insertFact(tx: Tx, orgId: string, fact: NewFact<FactKind>): Promise<string | null> {
  const { kind, key, userId, personId, recordId, sourceId, happenedAt } = fact;
  const details = FACT_DETAILS[kind].parse(fact.details);
  const { rows } = await tx.query<{ id: string | null }>('select record_fact($1, $2, $3, $4, $5, $6, $7, $8, $9) as id', [
    orgId,
    kind,
    key,
    userId,
    personId,
    recordId,
    sourceId,
    happenedAt,
    JSON.stringify(details),
  ]);
  return rows[0]?.id ?? null;
}

/** Null when the org has no such fact. Throws ZodError for a kind or details that this release does not know. */
export async function findFact(tx: Tx, orgId: string, id: string): Promise<Fact | null> {
  const { rows } = await tx.query<Fact>(
    `select id, kind, key, user_id as "userId", person_id as "personId", record_id as "recordId", source_id as "sourceId",
            happened_at as "happenedAt", details
       from facts where org_id = $1 and id = $2`,
    [orgId, id],
  );
  const [fact] = rows;
  return fact ? { ...fact, details: FACT_DETAILS[fact.kind].parse(fact.details) } : null;
}
