import type { Tx } from '../../platform/postgres.ts';
import type { EndedAccess, EndReason, KillSwitchReport } from './schemas.ts';

type ReportedLine = KillSwitchReport['grants'][number];

export interface Run {
  id: string;
  pressedById: string | null;
  pressedBy: string;
  /** Whose access the run ends, and by which address; null: everybody's. */
  userId: string | null;
  userEmail: string | null;
  reason: EndReason | null;
  pressedAt: Date;
  finishedAt: Date | null;
  cancelledEmails: number;
}

const RUN = `select r.id, r.pressed_by as "pressedById", coalesce(u.name, u.email, 'an admin') as "pressedBy", r.user_id as "userId",
    whose.email as "userEmail", r.reason, r.pressed_at as "pressedAt", r.finished_at as "finishedAt",
    r.cancelled_emails as "cancelledEmails"
  from kill_switch_runs r
  left join users u on u.org_id = r.org_id and u.id = r.pressed_by
  left join users whose on whose.org_id = r.org_id and whose.id = r.user_id`;

/** The last press for the whole org. */
export async function findLastRun(tx: Tx, orgId: string): Promise<Run | null> {
  const { rows } = await tx.query<Run>(`${RUN} where r.org_id = $1 and r.user_id is null order by r.pressed_at desc limit 1`, [orgId]);
  return rows[0] ?? null;
}

export async function findRun(tx: Tx, orgId: string, runId: string): Promise<Run | null> {
  const { rows } = await tx.query<Run>(`${RUN} where r.org_id = $1 and r.id = $2`, [orgId, runId]);
  return rows[0] ?? null;
}

/** Whether a run that ends the access of this one user has still something to do. */
export async function isAccessEnding(tx: Tx, orgId: string, userId: string): Promise<boolean> {
  const { rows } = await tx.query<{ isEnding: boolean }>(
    `select exists (select from kill_switch_runs where org_id = $1 and user_id = $2 and finished_at is null) as "isEnding"`,
    [orgId, userId],
  );
  return rows[0]?.isEnding ?? false;
}

export interface ReportedGrant {
  ownerName: string | null;
  address: string | null;
  provider: ReportedLine['provider'];
  shreddedAt: Date | null;
  revokedAt: Date | null;
  note: ReportedLine['note'];
}

/** What was not ended at the vendor comes first. */
export async function listReportedGrants(tx: Tx, orgId: string, runId: string): Promise<ReportedGrant[]> {
  const { rows } = await tx.query<ReportedGrant>(
    `select owner_name as "ownerName", address, provider, shredded_at as "shreddedAt", revoked_at as "revokedAt", note
       from kill_switch_grants where org_id = $1 and run_id = $2
      order by note = 'vendor_not_reached' desc nulls last, shredded_at is null desc, owner_name, provider`,
    [orgId, runId],
  );
  return rows;
}

interface EndedRow {
  userId: string;
  at: Date;
  reason: EndedAccess['reason'];
  finishedAt: Date | null;
  grants: EndedAccess['grants'];
}

/** What became of the grants of users whose access has ended, by the last time that it did; one entry for each that has one. */
export async function findEndedAccess(tx: Tx, orgId: string, userIds: readonly string[]): Promise<Map<string, EndedAccess>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await tx.query<EndedRow>(
    `select distinct on (r.user_id) r.user_id as "userId", r.pressed_at as at, r.reason, r.finished_at as "finishedAt",
            coalesce((select jsonb_agg(jsonb_build_object('provider', g.provider, 'address', g.address, 'shreddedAt', g.shredded_at,
                                                          'revokedAt', g.revoked_at, 'note', g.note) order by g.provider, g.address)
                        from kill_switch_grants g where g.org_id = r.org_id and g.run_id = r.id), '[]') as grants
       from kill_switch_runs r where r.org_id = $1 and r.user_id = any($2::uuid[]) order by r.user_id, r.pressed_at desc`,
    [orgId, userIds],
  );
  return new Map(rows.map((row) => [row.userId, toEndedAccess(row)]));
}

function iso(time: Date | string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function toEndedAccess({ at, reason, finishedAt, grants }: EndedRow): EndedAccess {
  return {
    at: at.toISOString(),
    reason,
    finishedAt: iso(finishedAt),
    grants: grants.map((grant) => ({ ...grant, shreddedAt: iso(grant.shreddedAt), revokedAt: iso(grant.revokedAt) })),
  };
}
