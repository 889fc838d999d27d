import type { Place } from '../../platform/cursors.ts';
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

const COLUMNS = `id, kind, key, user_id as "userId", person_id as "personId", record_id as "recordId", source_id as "sourceId",
            happened_at as "happenedAt", details`;

/** Null when the org has no such fact. Throws ZodError for a kind or details that this release does not know. */
export async function findFact(tx: Tx, orgId: string, id: string): Promise<Fact | null> {
  const { rows } = await tx.query<Fact>(
    `select ${COLUMNS}
       from facts where org_id = $1 and id = $2`,
    [orgId, id],
  );
  const [fact] = rows;
  return fact ? withDetails(fact) : null;
}

/** A fact with its place in the order in which facts were taken in. `isTimed` is false for one of before that was noted. */
export type RecordedFact = Fact & { recordedAt: Date; isTimed: boolean };

interface FactsOfUser {
  userId: string;
  /** Never sendings: there are too many, and their user knows of them. */
  kinds: readonly Exclude<FactKind, 'email_sent'>[];
}

/** As the index facts_by_user has them: a fact of before `recorded_at` has the time at which it happened. */
const RECORDED_AT = 'coalesce(recorded_at, happened_at)';
const OF_USER = `org_id = $1 and user_id = $2 and kind = any($3) and kind <> 'email_sent'`;

/** What happened to a user, of some kinds, the newest first. Throws ZodError for details that this release does not know. */
export async function listFacts(
  tx: Tx,
  orgId: string,
  { userId, kinds, after, limit }: FactsOfUser & { after: Place | null; limit: number },
): Promise<RecordedFact[]> {
  const { rows } = await tx.query<RecordedFact>({
    text: `select ${COLUMNS}, ${RECORDED_AT} as "recordedAt", recorded_at is not null as "isTimed" from facts
            where ${OF_USER} and ($4::timestamptz is null or (${RECORDED_AT}, id) < ($4, $5::uuid))
            order by ${RECORDED_AT} desc, id desc limit $6`,
    values: [orgId, userId, kinds, after?.at ?? null, after?.id ?? null, limit],
  });
  return rows.map(withDetails);
}

/** How many of them were taken in after a time, or ever; it counts no further than `atMost`. Facts of before `recorded_at` do not count. */
export async function countFacts(
  tx: Tx,
  orgId: string,
  { userId, kinds, since, atMost }: FactsOfUser & { since: Date | null; atMost: number },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from (
             select from facts where ${OF_USER} and recorded_at is not null and ${RECORDED_AT} > coalesce($4::timestamptz, '-infinity')
              order by ${RECORDED_AT} desc limit $5) counted`,
    values: [orgId, userId, kinds, since, atMost],
  });
  return rows[0]?.count ?? 0;
}

function withDetails<Row extends Fact>(fact: Row): Row {
  return { ...fact, details: FACT_DETAILS[fact.kind].parse(fact.details) };
}
