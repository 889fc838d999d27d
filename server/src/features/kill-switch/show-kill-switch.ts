import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import * as report from './report-repository.ts';
import type { KillSwitch } from './schemas.ts';

/** Whether the org is stopped, and what the last press has done, grant by grant. */
export async function readKillSwitch(tx: Tx, orgId: string): Promise<KillSwitch> {
  const { rows } = await tx.query<{ stoppedAt: Date | null }>('select stopped_at as "stoppedAt" from orgs where org_id = $1', [orgId]);
  const run = await report.findLastRun(tx, orgId);
  const grants = run ? await report.listReportedGrants(tx, orgId, run.id) : [];
  return {
    stoppedAt: rows[0]?.stoppedAt?.toISOString() ?? null,
    lastRun: run && {
      id: run.id,
      pressedBy: run.pressedBy,
      pressedAt: run.pressedAt.toISOString(),
      finishedAt: run.finishedAt?.toISOString() ?? null,
      grants: grants.map(({ shreddedAt, revokedAt, ...grant }) => ({
        ...grant,
        shreddedAt: shreddedAt?.toISOString() ?? null,
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
      cancelledEmails: run.cancelledEmails,
    },
  };
}

export function createShowKillSwitch({ pool }: { pool: Pool }) {
  return function showKillSwitch(orgId: string): Promise<KillSwitch> {
    return inOrg(pool, orgId, (tx) => readKillSwitch(tx, orgId));
  };
}
