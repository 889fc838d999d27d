import type { Tx } from '../../platform/postgres.ts';
import type { SendingLimits } from './schemas.ts';
import type { Demand, Window } from './windows.ts';

/** What an org has that has set nothing. */
export const DEFAULT_LIMITS: SendingLimits = {
  batchSize: 25,
  batchWaitSeconds: 45,
  mailboxPerMinute: 20,
  mailboxPerDay: 400,
  userPerDay: 1_000,
  orgPerDay: null,
  domainPerDay: null,
};

/** The limits of the org of a row `c`, as JSON for `toLimits`; null when it has set none. */
export const LIMITS_OF_ORG = `(select json_build_object('batchSize', l.batch_size, 'batchWaitSeconds', l.batch_wait_seconds,
  'mailboxPerMinute', l.mailbox_per_minute, 'mailboxPerDay', l.mailbox_per_day, 'userPerDay', l.user_per_day, 'orgPerDay', l.org_per_day,
  'domainPerDay', l.domain_per_day) from sending_limits l where l.org_id = c.org_id)`;

export interface StoredLimits {
  limits: SendingLimits;
  updatedAt: Date | null;
  updatedBy: string | null;
}

/** The limits that hold now, and who set them when. */
export async function findLimits(tx: Tx, orgId: string): Promise<StoredLimits> {
  const { rows } = await tx.query<{ limits: SendingLimits | null; updatedAt: Date | null; updatedBy: string | null }>(
    `select ${LIMITS_OF_ORG} as limits, s.updated_at as "updatedAt", coalesce(u.name, u.email) as "updatedBy"
       from orgs c
       left join sending_limits s on s.org_id = c.org_id
       left join users u on u.org_id = s.org_id and u.id = s.updated_by
      where c.org_id = $1`,
    [orgId],
  );
  const row = rows[0];
  return { limits: row?.limits ?? DEFAULT_LIMITS, updatedAt: row?.updatedAt ?? null, updatedBy: row?.updatedBy ?? null };
}

export async function saveLimits(tx: Tx, orgId: string, limits: SendingLimits, userId: string, now: Date): Promise<void> {
  await tx.query(
    `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, org_per_day,
       domain_per_day, updated_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (org_id) do update set batch_size = excluded.batch_size, batch_wait_seconds = excluded.batch_wait_seconds,
       mailbox_per_minute = excluded.mailbox_per_minute, mailbox_per_day = excluded.mailbox_per_day, user_per_day = excluded.user_per_day,
       org_per_day = excluded.org_per_day, domain_per_day = excluded.domain_per_day, updated_by = excluded.updated_by,
       updated_at = excluded.updated_at`,
    [
      orgId,
      limits.batchSize,
      limits.batchWaitSeconds,
      limits.mailboxPerMinute,
      limits.mailboxPerDay,
      limits.userPerDay,
      limits.orgPerDay,
      limits.domainPerDay,
      userId,
      now,
    ],
  );
}

/**
 * Keeps everybody else out of windows that several mailboxes share until the transaction ends. Always in the same order, so that nobody
 * waits for somebody who waits for them.
 */
export async function lockWindows(tx: Tx, orgId: string, windows: readonly Pick<Window, 'scope' | 'key'>[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(key)
     from (select distinct hashtextextended(name, 0) as key from unnest($1::text[]) name order by 1) keys`,
    [windows.map(({ scope, key }) => `sending window ${orgId} ${scope} ${key}`)],
  );
}

/**
 * For each demand the end of the place in its way, in epoch milliseconds: null when nothing is, Infinity when that attempt is under way.
 * Ask under the lock of the lane, and of shared windows.
 */
export async function findBlockingPlaces(tx: Tx, orgId: string, demands: readonly Demand[], now: Date): Promise<(number | null)[]> {
  const { rows } = await tx.query<{ endedAt: Date | number | null }>({
    name: 'blocking-places',
    text: `select place_in_the_way($1, d.scope, d.key, d.unit, d.room, d.since) as "endedAt"
             from unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::timestamptz[])
                  with ordinality as d (scope, key, unit, room, since, n)
            order by d.n`,
    values: [
      orgId,
      demands.map(({ window }) => window.scope),
      demands.map(({ window }) => window.key),
      demands.map(({ window }) => window.unit),
      demands.map(({ window, units }) => Math.max(0, window.count - units)),
      demands.map(({ window }) => new Date(now.getTime() - window.ms)),
    ],
  });
  return rows.map(({ endedAt }) => (endedAt instanceof Date ? endedAt.getTime() : endedAt));
}
