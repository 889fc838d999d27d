import type { Place } from '../../platform/cursors.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { SecurityEventFilter, SecurityEventRow } from './schemas.ts';

export interface FoundEvent extends Omit<SecurityEventRow, 'happenedAt'> {
  happenedAt: Date;
  details: Record<string, unknown>;
}

/** Events of one org, newest first, after a place in that order. */
export async function findEvents(
  tx: Tx,
  orgId: string,
  { kind, outcome, from, to, person, after, limit }: SecurityEventFilter & { after: Place | null; limit: number },
): Promise<FoundEvent[]> {
  const { rows } = await tx.query<FoundEvent>(
    `select id::text, happened_at as "happenedAt", kind, outcome, actor_name as person, salesforce_user_id as "salesforceUserId",
        ip_address as "ipAddress", about, details ->> 'code' as reason, details
       from security_events
      where org_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or outcome = $3)
        and ($4::timestamptz is null or happened_at >= $4) and ($5::timestamptz is null or happened_at < $5)
        and ($6::text is null or actor_name ilike $6 or about ilike $6)
        and ($7::timestamptz is null or (happened_at, security_events.id) < ($7, $8::bigint))
      order by happened_at desc, security_events.id desc limit $9`,
    [
      orgId,
      kind ?? null,
      outcome ?? null,
      from ?? null,
      to ?? null,
      person ? `%${person.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ],
  );
  return rows;
}
