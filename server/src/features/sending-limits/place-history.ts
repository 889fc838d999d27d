import type { Tx } from '../../platform/postgres.ts';
import { PlaceLog, PlaceLogs, type Place } from './place-log.ts';
import type { SendingLimits } from './schemas.ts';
import type { WindowSettings } from './windows.ts';

interface Keys {
  connectionIds: string[];
  userIds: string[];
  domains: string[];
}

interface Row {
  key: string;
  recipients: number;
  endedAt: Date | number;
}

/**
 * The places that attempts have taken of the windows of these mailboxes and users, of the org and of these domains, as far back as a day.
 */
export async function findPlaceLogs(
  tx: Tx,
  orgId: string,
  { connectionIds, userIds, domains }: Keys,
  limits: SendingLimits,
  settings: WindowSettings,
  now: Date,
): Promise<PlaceLogs> {
  const since = new Date(now.getTime() - settings.dayMs);
  const logs = new PlaceLogs(now.getTime());
  const read = async (scope: 'mailbox' | 'user' | 'org' | 'domain', sql: string, values: unknown[]): Promise<void> => {
    const { rows } = await tx.query<Row>(sql, [orgId, since, ...values]);
    const places = Map.groupBy(rows, ({ key }) => key);
    for (const [key, taken] of places) logs.set(scope, key, new PlaceLog(taken.map(toPlace), now.getTime()));
  };
  await read(
    'mailbox',
    `select email_connection_id as key, recipients, counts_from as "endedAt" from send_attempts
      where org_id = $1 and counts_from > $2 and email_connection_id = any($3)`,
    [connectionIds],
  );
  await read(
    'user',
    `select user_id as key, recipients, counts_from as "endedAt" from send_attempts
      where org_id = $1 and counts_from > $2 and user_id = any($3)`,
    [userIds],
  );
  if (limits.orgPerDay !== null)
    await read(
      'org',
      `select org_id as key, recipients, counts_from as "endedAt" from send_attempts
        where org_id || '' = $1 and counts_from > $2 order by counts_from desc limit $3`,
      [limits.orgPerDay],
    );
  if (limits.domainPerDay !== null)
    await read(
      'domain',
      `select domain as key, recipients, counts_from as "endedAt" from send_attempt_domains
        where org_id = $1 and counts_from > $2 and domain = any($3)`,
      [domains],
    );
  return logs;
}

function toPlace({ recipients, endedAt }: Row): Place {
  return { recipients, endedAt: endedAt instanceof Date ? endedAt.getTime() : endedAt };
}

/** How long the last calls of each mailbox took, in milliseconds. */
export async function findCallTimes(tx: Tx, orgId: string, connectionIds: string[], now: Date): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: string; ms: number | null }>(
    `select c.id, (
        select avg(extract(epoch from finished_at - started_at) * 1000)::float8
          from (select started_at, finished_at from send_attempts a
                 where a.org_id = $1 and a.email_connection_id = c.id and counts_from > $3 and outcome = 'accepted'
                 order by counts_from desc limit $4) last) as ms
       from unnest($2::uuid[]) c (id)`,
    [orgId, connectionIds, new Date(now.getTime() - CALLS_COUNT_FOR_MS), CALLS_TO_AVERAGE],
  );
  return new Map(rows.map(({ id, ms }) => [id, ms ?? USUAL_CALL_MS]));
}

const CALLS_TO_AVERAGE = 20;
const CALLS_COUNT_FOR_MS = 24 * 60 * 60_000;
/** Of a mailbox that has sent nothing lately. */
const USUAL_CALL_MS = 300;
